"""The day of a report without a date, inferred from a vote whose figures it tells: :func:`infer_day`.

An inference is offered beside the report, with its reason; no date of an event is counted from it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Protocol

from dateline.model import Because, Claim, ClaimKind, ImpreciseDate

_TALLY = re.compile(r"(\?|\d+)-(\?|\d+)-(\?|\d+)")
_WORD = re.compile(r"[a-z]{4,}")
#: Words of resolutions' titles that tell nothing about their subject.
_COMMON = (
    "resolution resolutions council security general assembly situation question adopted report united nations "
    "international implementation draft with from that have been their this against between concerning votes voted"
)
_EMPTY = frozenset(_COMMON.split())
#: Three figures of so large a body single out a vote by themselves; of a smaller one they need a word of its title.
_LARGE = 60
#: Share of a word's beginning that is compared ("sanctions", "sanction").
_STEM = 6


class DatedTally(Protocol):
    """A recorded vote, such as :class:`dateline.model.Resolution`; None where a figure was not recorded."""

    @property
    def day(self) -> dt.date | None: ...

    @property
    def yes(self) -> int | None: ...

    @property
    def no(self) -> int | None: ...

    @property
    def abstain(self) -> int | None: ...

    @property
    def symbol(self) -> str: ...

    @property
    def title(self) -> str: ...


def infer_day(
    claims: Iterable[Claim], tallies: Sequence[DatedTally], text: str = ""
) -> tuple[ImpreciseDate, Because] | None:
    """The day of the vote whose tally a report tells, or None when none or several fit.

    Args:
        claims: The report's claims; tallies count ("119-1-36", "?" for what is not told; two figures at least).
        tallies: Recorded votes.
        text: The report, for words of a vote's title and for its symbol.
    """
    found: dict[dt.date, list[str]] = defaultdict(list)
    words = _stems(text)
    for claim in claims:
        told = _figures(claim)
        if told is None:
            continue
        around = words | _stems(f"{claim.subject} {claim.object} {claim.evidence.text}")
        fitting = [
            tally for tally in tallies if tally.day and _fits(told, tally) and _singled_out(told, tally, around, text)
        ]
        closest = max((_shared(tally, around, text) for tally in fitting), default=0)
        best = [tally for tally in fitting if _shared(tally, around, text) == closest]
        day = best[0].day if len({tally.day for tally in best}) == 1 else None
        if day is not None:
            found[day].append(f"“{claim.evidence.text}” is the tally of {best[0].symbol} ({best[0].title})")
    if len(found) != 1:
        return None
    ((day, reasons),) = found.items()
    reason = f"{'; '.join(dict.fromkeys(reasons))}, voted on {day.isoformat()}; the report is of that day or later"
    return ImpreciseDate.day(day), Because(step="resolve.inferred_date", reason=reason, rule="vote tally")


def _figures(claim: Claim) -> tuple[int | None, int | None, int | None] | None:
    match = _TALLY.match(claim.value) if claim.kind is ClaimKind.VOTE_TALLY else None
    if match is None:
        return None
    yes, no, abstain = (None if each == "?" else int(each) for each in match.groups())
    return (yes, no, abstain) if (yes, no, abstain).count(None) <= 1 else None


def _fits(told: tuple[int | None, ...], tally: DatedTally) -> bool:
    recorded = (tally.yes, tally.no, tally.abstain)
    return all(mine is None or mine == theirs for mine, theirs in zip(told, recorded, strict=True))


def _singled_out(told: tuple[int | None, ...], tally: DatedTally, words: frozenset[str], text: str) -> bool:
    full = None not in told and sum(each or 0 for each in told) >= _LARGE
    return full or _shared(tally, words, text) > 0


def _shared(tally: DatedTally, words: frozenset[str], text: str) -> int:
    """How many words of a vote's title stand in the report; its symbol counts as many."""
    return len(_stems(tally.title) & words) + (10 if tally.symbol and tally.symbol in text else 0)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(text.lower()) if word not in _EMPTY)
