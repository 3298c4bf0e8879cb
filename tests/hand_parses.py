"""Annotations from parses written by hand: "word/POS/TAG/dep/head" with the head's place in its sentence."""

from __future__ import annotations

from dateline.model import Annotations, Document, Sentence, Token


def annotated(document: Document, *sentences: str) -> Annotations:
    """The annotations of a document whose words are those of the parses, in order."""
    tokens: list[Token] = []
    spans: list[Sentence] = []
    position = 0
    for number, sentence in enumerate(sentences):
        first = len(tokens)
        for word in sentence.split():
            text, pos, tag, dep, head = word.rsplit("/", 4)
            start = document.text.index(text, position)
            position = start + len(text)
            tokens.append(
                Token(
                    i=len(tokens),
                    start=start,
                    end=position,
                    text=text,
                    lemma={"had": "have", "has": "have"}.get(text.lower(), text.lower()),
                    pos=pos,
                    tag=tag,
                    dep=dep,
                    head=first + int(head),
                    sentence=number,
                )
            )
        spans.append(Sentence(start=tokens[first].start, end=tokens[-1].end, first=first, last=len(tokens)))
    return Annotations(document_id=document.id, annotator="hand", tokens=tuple(tokens), sentences=tuple(spans))
