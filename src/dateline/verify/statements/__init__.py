"""Statements: what a report says that is no quantity and can be held against the record: :func:`find_statements`.

They are claims too, found only for ``dateline check``: vetoes, blocked action, majorities in words, days of votes, arms
embargoes, sanctions on persons, offices. One module for each kind; each reads a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.model import Because, Claim, Document, Evidence, Sentence, content_id
from dateline.verify.statements.embargoes import find_embargoes
from dateline.verify.statements.found import Stated
from dateline.verify.statements.listings import find_listings
from dateline.verify.statements.majorities import find_majorities
from dateline.verify.statements.offices import find_offices
from dateline.verify.statements.vetoes import find_vetoes
from dateline.verify.statements.vote_days import find_vote_days
from dateline.verify.told import Time

__all__ = ["find_statements"]


def find_statements(
    document: Document, sentences: Sequence[Sentence], times: Mapping[int, tuple[Time, ...]]
) -> tuple[Claim, ...]:
    """The statements of a document in text order.

    Args:
        document: The report.
        sentences: Its sentences.
        times: Resolved time expressions by index of sentence.
    """
    return tuple(
        _claim(document, index, sentence, stated)
        for index, sentence in enumerate(sentences)
        for stated in _found(document.text[sentence.start : sentence.end], sentence.start, times.get(index, ()))
    )


def _found(text: str, offset: int, times: tuple[Time, ...]) -> Iterator[Stated]:
    yield from find_vetoes(text)
    yield from find_majorities(text)
    yield from find_vote_days(text, offset, times)
    yield from find_embargoes(text)
    yield from find_listings(text)
    yield from find_offices(text)


def _claim(document: Document, index: int, sentence: Sentence, stated: Stated) -> Claim:
    start, end = sentence.start + stated.start, sentence.start + stated.end
    return Claim(
        id=content_id("claim", document.text_sha256, start, end, stated.kind),
        document_id=document.id,
        sentence=index,
        evidence=Evidence.of(document.text, start, end),
        kind=stated.kind,
        subject=stated.subject,
        predicate=stated.predicate,
        object=stated.object,
        value=stated.value,
        unit=stated.unit,
        period=None,
        certainty=0.6,
        because=(Because(step="verify.statement", reason=f"the words tell a {stated.kind}", rule=str(stated.kind)),),
    )
