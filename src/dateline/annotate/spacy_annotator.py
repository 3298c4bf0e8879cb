"""The spaCy annotator: boilerplate, tokens with a dependency parse, sentences and, when asked, names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import Any

from dateline.annotate.assembly import Assembly
from dateline.annotate.chunks import Chunk, chunks
from dateline.annotate.models import load_english
from dateline.annotate.parsed import Row, rows
from dateline.annotate.products import multiply_by_numpy, one_thread
from dateline.annotate.sentences import forbid_boundaries
from dateline.annotate.words import Words
from dateline.model import Annotations, Boilerplate, Document, Span
from dateline.text.boilerplate import TITLE, mark_boilerplate
from dateline.text.datelines import find_dateline

#: Components whose work ``Words`` does.
_SLOW = ["attribute_ruler", "lemmatizer"]
_BATCH_CHARACTERS = 120_000
_BATCH_CHUNKS = 64
_MOST_WORDS = 300_000
"""Words that the parser's vocabulary keeps; further ones are forgotten after each batch."""


class SpacyAnnotator:
    """Annotate English documents with the small spaCy model.

    Chunks that lie wholly in boilerplate are tokenised but not parsed; the headline is parsed.

    Args:
        ner: Whether to run the model's name recogniser, which costs as much as all else together.

    Raises:
        ModelMissing: no English model is installed.
    """

    def __init__(self, *, ner: bool = False) -> None:
        self._nlp = load_english(() if ner else ("ner",))
        multiply_by_numpy(self._nlp)
        self._words = Words(self._nlp)
        self.name = f"spacy {self._nlp.meta['lang']}_{self._nlp.meta['name']}"
        self.version = str(self._nlp.meta["version"])

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotations]:
        """Yield boilerplate, tokens, sentences and names of each document, in order."""
        for batch in _batches(documents):
            yield from self._annotate_batch(batch)

    def _annotate_batch(self, batch: list[Document]) -> list[Annotations]:
        marks = [mark_boilerplate(document.text, title=document.title) for document in batch]
        datelines = [_dateline(document.text) for document in batch]
        cut = [list(chunks(document.text, dateline)) for document, dateline in zip(batch, datelines, strict=True)]
        with self._bounded(), one_thread():
            wanted = [
                chunk
                for its_marks, its in zip(marks, cut, strict=True)
                for chunk in its
                if not _unwanted(chunk, its_marks)
            ]
            docs = self._nlp.pipe(map(self._tokenise, wanted), batch_size=_BATCH_CHUNKS, disable=_SLOW)
            parsed = [(doc, rows(doc, chunk.text)) for chunk, doc in zip(wanted, docs, strict=True)]
            self._words.learn(row.key for _, its in parsed for row in its)
            waiting = iter(parsed)
            return [
                replace(self._document(document, its_marks, its, waiting), dateline=dateline)
                for document, its_marks, its, dateline in zip(batch, marks, cut, datelines, strict=True)
            ]

    def _bounded(self) -> AbstractContextManager[Any]:
        """Keeps the vocabulary from growing further once it is large; a word that it knows is tokenised faster."""
        return self._nlp.memory_zone() if len(self._nlp.vocab) > _MOST_WORDS else nullcontext()

    def _tokenise(self, chunk: Chunk) -> Any:
        doc = self._nlp.make_doc(chunk.text)
        forbid_boundaries(doc, chunk.text)
        return doc

    def _document(
        self,
        document: Document,
        marks: Sequence[Boilerplate],
        its: list[Chunk],
        parsed: Iterator[tuple[Any, list[Row]]],
    ) -> Annotations:
        assembly = Assembly(document.text, marks, self._words)
        for chunk in its:
            if _unwanted(chunk, marks):
                assembly.add_unparsed(chunk, self._nlp.make_doc(chunk.text))
            else:
                assembly.add(chunk, *next(parsed))
        return assembly.annotations(document.id, f"{self.name} {self.version}")


def _dateline(text: str) -> Span | None:
    found = find_dateline(text)
    return None if found is None else found.span


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Documents together worth parsing at once."""
    batch: list[Document] = []
    size = 0
    for document in documents:
        batch.append(document)
        size += len(document.text)
        if size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _unwanted(chunk: Chunk, marks: Sequence[Boilerplate]) -> bool:
    """Whether a chunk lies wholly in boilerplate that is not the headline."""
    first, last = chunk.offsets[0], chunk.offsets[-1]
    return any(mark.start <= first and last < mark.end and mark.reason != TITLE for mark in marks)
