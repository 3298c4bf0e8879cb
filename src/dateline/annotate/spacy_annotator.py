"""The spaCy annotator: tokens with a dependency parse, sentences and, when asked, names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from dateline.annotate.chunks import Chunk, chunks
from dateline.annotate.models import load_english
from dateline.annotate.sentences import forbid_boundaries
from dateline.model import Annotations, Document, Evidence, Name, NameKind, Sentence, Token

_KINDS = {
    "PERSON": NameKind.PERSON,
    "ORG": NameKind.ORGANISATION,
    "GPE": NameKind.PLACE,
    "LOC": NameKind.PLACE,
    "FAC": NameKind.PLACE,
    "NORP": NameKind.GROUP,
    "PRODUCT": NameKind.OTHER,
    "EVENT": NameKind.OTHER,
    "WORK_OF_ART": NameKind.OTHER,
    "LAW": NameKind.OTHER,
}
_BATCH_CHARACTERS = 60_000
_BATCH_CHUNKS = 64


class SpacyAnnotator:
    """Annotate English documents with the small spaCy model.

    Args:
        ner: Whether to run the model's name recogniser, which costs as much as all else together.

    Raises:
        ModelMissing: no English model is installed.
    """

    def __init__(self, *, ner: bool = True) -> None:
        self._nlp = load_english(() if ner else ("ner",))
        self.name = f"spacy {self._nlp.meta['lang']}_{self._nlp.meta['name']}"
        self.version = str(self._nlp.meta["version"])

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotations]:
        """Yield tokens, sentences and names of each document, in order."""
        for batch in _batches(documents):
            yield from self._annotate_batch(batch)

    def _annotate_batch(self, batch: list[Document]) -> list[Annotations]:
        cut = [list(chunks(document.text)) for document in batch]
        with self._nlp.memory_zone():
            parsed = self._nlp.pipe((self._tokenise(chunk) for each in cut for chunk in each), batch_size=_BATCH_CHUNKS)
            return [
                self._assemble(document, [(chunk, next(parsed)) for chunk in its])
                for document, its in zip(batch, cut, strict=True)
            ]

    def _tokenise(self, chunk: Chunk) -> Any:
        doc = self._nlp.make_doc(chunk.text)
        forbid_boundaries(doc)
        return doc

    def _assemble(self, document: Document, parsed: list[tuple[Chunk, Any]]) -> Annotations:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        names: list[Name] = []
        for chunk, doc in parsed:
            names.extend(_names(document.text, chunk, doc))
            _add(document.text, chunk, doc, tokens, sentences)
        return Annotations(
            document_id=document.id,
            annotator=f"{self.name} {self.version}",
            tokens=tuple(tokens),
            sentences=tuple(sentences),
            names=tuple(names),
        )


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


def _add(text: str, chunk: Chunk, doc: Any, tokens: list[Token], sentences: list[Sentence]) -> None:
    """Append one parsed chunk to the document's tokens and sentences."""
    base, offsets = len(tokens), chunk.offsets
    for sent in doc.sents:
        for token in sent:
            start, end = offsets[token.idx], offsets[token.idx + len(token) - 1] + 1
            tokens.append(
                Token(
                    i=base + token.i,
                    start=start,
                    end=end,
                    text=text[start:end],
                    lemma=token.lemma_.lower(),
                    pos=token.pos_,
                    tag=token.tag_,
                    dep=token.dep_,
                    head=base + token.head.i,
                    sentence=len(sentences),
                )
            )
        first, last = base + sent.start, base + sent.end
        sentences.append(Sentence(start=tokens[first].start, end=tokens[-1].end, first=first, last=last))


def _names(text: str, chunk: Chunk, doc: Any) -> Iterator[Name]:
    for entity in doc.ents:
        kind = _KINDS.get(entity.label_)
        if kind is not None:
            start, end = chunk.offsets[entity.start_char], chunk.offsets[entity.end_char - 1] + 1
            yield Name(evidence=Evidence.of(text, start, end), kind=kind)
