"""From parsed chunks to the annotations of a document, in the document's own offsets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.annotate.chunks import Chunk
from dateline.annotate.parsed import Row
from dateline.annotate.words import Words
from dateline.model import Annotations, Boilerplate, Evidence, Name, NameKind, Sentence, Token

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


class Assembly:
    """Collects the chunks of one document in text order.

    Args:
        text: The document's text.
        marks: Its boilerplate.
        words: Parts of speech and lemmas of the words in the chunks.
    """

    def __init__(self, text: str, marks: Sequence[Boilerplate], words: Words) -> None:
        self._text = text
        self._marks = tuple(marks)
        self._words = words
        self._tokens: list[Token] = []
        self._sentences: list[Sentence] = []
        self._names: list[Name] = []

    def add(self, chunk: Chunk, doc: Any, parsed: Sequence[Row]) -> None:
        """Add a parsed chunk; ``parsed`` are the rows of ``doc``."""
        base, offsets, text = len(self._tokens), chunk.offsets, self._text
        self._names.extend(self._named(chunk, doc))
        first = base
        for i, row in enumerate(parsed, base):
            if row.opens and i > first:
                self._close(first)
                first = i
            start, end = offsets[row.start], offsets[row.end - 1] + 1
            pos, lemma = self._words[row.key]
            self._tokens.append(
                Token(
                    i=i,
                    start=start,
                    end=end,
                    text=text[start:end],
                    lemma=lemma,
                    pos=pos,
                    tag=row.tag,
                    dep=row.dep,
                    head=base + row.head,
                    sentence=len(self._sentences),
                )
            )
        self._close(first)

    def add_unparsed(self, chunk: Chunk, doc: Any) -> None:
        """Add a chunk of boilerplate: one sentence whose words all hang on the first."""
        base, offsets, text = len(self._tokens), chunk.offsets, self._text
        for token in doc:
            start, end = offsets[token.idx], offsets[token.idx + len(token) - 1] + 1
            self._tokens.append(
                Token(
                    i=base + token.i,
                    start=start,
                    end=end,
                    text=text[start:end],
                    lemma=text[start:end].lower(),
                    pos="X",
                    tag="XX",
                    dep="dep" if token.i else "ROOT",
                    head=base,
                    sentence=len(self._sentences),
                )
            )
        self._close(base)

    def _close(self, first: int) -> None:
        """End the sentence that began with token ``first``."""
        start, end = self._tokens[first].start, self._tokens[-1].end
        covered = sum(max(0, min(end, mark.end) - max(start, mark.start)) for mark in self._marks)
        self._sentences.append(
            Sentence(
                start=start,
                end=end,
                first=first,
                last=len(self._tokens),
                boilerplate=2 * covered > end - start,
            )
        )

    def _named(self, chunk: Chunk, doc: Any) -> Iterator[Name]:
        for entity in doc.ents:
            kind = _KINDS.get(entity.label_)
            if kind is not None:
                start, end = chunk.offsets[entity.start_char], chunk.offsets[entity.end_char - 1] + 1
                yield Name(evidence=Evidence.of(self._text, start, end), kind=kind)

    def annotations(self, document_id: str, annotator: str) -> Annotations:
        """What was collected."""
        return Annotations(
            document_id=document_id,
            annotator=annotator,
            tokens=tuple(self._tokens),
            sentences=tuple(self._sentences),
            names=tuple(self._names),
            boilerplate=self._marks,
        )
