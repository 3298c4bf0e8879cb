"""Told: a claim with what stands around it, which decides what it is held against."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Claim, Document, Evidence, ImpreciseDate, Sentence

#: How much text before the sentence is looked at for what the sentence leaves unsaid (code points).
_BEFORE = 1500


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time expression of the sentence with the days it tells."""

    evidence: Evidence
    interval: ImpreciseDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A claim in its report.

    Attributes:
        claim: The claim.
        sentence: The sentence it stands in.
        at: Where the claim's words begin in ``sentence``.
        before, after: Text before the sentence, nearest last, and the sentence behind it.
        title: Title of the report, or "".
        published: Day of the report, or None.
        times: Time expressions of the sentence, resolved.
        near_times: Days told in the two sentences around it, for what the sentence itself does not date.
    """

    claim: Claim
    sentence: str
    at: int
    before: str = ""
    after: str = ""
    title: str = ""
    published: dt.date | None = None
    times: tuple[Time, ...] = ()
    near_times: tuple[Time, ...] = ()

    @property
    def words(self) -> str:
        """The words of the claim."""
        return self.claim.evidence.text

    @property
    def around(self) -> str:
        """The sentence with its neighbours and the title."""
        return "\n".join((self.title, self.before[-400:], self.sentence, self.after))


def told(
    document: Document, sentences: Sequence[Sentence], times: Mapping[int, tuple[Time, ...]], claim: Claim
) -> Told:
    """A claim with its surroundings.

    Args:
        document: The report.
        sentences: Its sentences.
        times: Resolved time expressions by index of sentence.
        claim: One of its claims.
    """
    text, index = document.text, claim.sentence
    here = sentences[index]
    behind = sentences[index + 1] if index + 1 < len(sentences) else None
    return Told(
        claim=claim,
        sentence=text[here.start : here.end],
        at=claim.evidence.start - here.start,
        before=text[max(0, here.start - _BEFORE) : here.start],
        after=text[behind.start : behind.end] if behind is not None else "",
        title=document.title or "",
        published=document.published,
        times=times.get(index, ()),
        near_times=(*times.get(index - 1, ()), *times.get(index + 1, ())),
    )
