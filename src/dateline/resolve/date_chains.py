"""Dates that follow from another happening or another year told: "days after X", "in 1944 … late February"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.model import Evidence, ImpreciseDate
from dateline.resolve.date_amounts import MANY
from dateline.resolve.date_arithmetic import DAY, add, interval
from dateline.resolve.event_dates import NEWS_DAYS, RuledDates
from dateline.resolve.times import resolve_time
from dateline.text import timex
from dateline.text.timex import Side, TimeMention, Unit

#: A year told this many years before the report's own is a story of its own.
OLD_YEARS = 2
#: How many expressions back a year may have been told.
YEAR_REACH = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Chained:
    """An interval that follows from another.

    Attributes:
        interval: The days.
        reason: How it follows.
        words: The expression, or None.
        sure: What it was counted from: "words" or "news".
    """

    interval: ImpreciseDate
    reason: str
    words: Evidence | None = None
    sure: str = "words"


def counted_to(dates: RuledDates, i: int) -> Iterator[Chained]:
    """For the second act of "X, days after Y": as long before X as the words say (after it for "before").

    X is dated by its own words, or as news.
    """
    mention = dates.mentions[i]
    for time in dates.times.all:
        x = time.expression
        if not isinstance(x, timex.Offset) or x.base != timex.Happening() or time.evidence.end > mention.trigger.start:
            continue
        if dates.next_behind(time) != i:
            continue
        first = dates.dated_before(i, time)
        from_words = first is not None
        if first is None:
            if dates.anchor is None:
                continue
            first = interval(dates.anchor - NEWS_DAYS * DAY, dates.anchor)
        sign = -1 if x.side is Side.AFTER else 1
        found = _shifted(first, x, sign)
        side = "before" if sign < 0 else "after"
        reason = f"“{time.evidence.text}” counts from it: {found}, that long {side} {first}"
        yield Chained(interval=found, reason=reason, words=time.evidence, sure="words" if from_words else "news")


def _shifted(base: ImpreciseDate, x: timex.Offset, sign: int) -> ImpreciseDate:
    amount = x.amounts[0]
    if amount.unit in {Unit.HOUR, Unit.MINUTE}:
        return base
    low, high = MANY if amount.n is None else (amount.n, amount.n)
    ends = [add(day, sign * n, amount.unit) for day in (base.earliest, base.latest) for n in (low, high)]
    return interval(min(ends), max(ends))


def in_year_told(
    time: TimeMention, anchor: dt.date | None, told: Sequence[tuple[TimeMention, ImpreciseDate]]
) -> Chained | None:
    """A month or day without a year, read in the year that the report told last, if that is long ago."""
    if anchor is None or not _without_year(time.expression):
        return None
    before = [(each, days) for each, days in told if each.evidence.end <= time.evidence.start][-YEAR_REACH:]
    for each, days in reversed(before):
        year = days.earliest.year
        if year != days.latest.year or year > anchor.year - OLD_YEARS or not _tells_year(each.expression):
            continue
        found = resolve_time(replace(time, expression=_with_year(time.expression, year)), anchor).interval
        if found is not None:
            reason = f"“{time.evidence.text}” told after “{each.evidence.text}” is {found}"
            return Chained(interval=found, reason=reason, words=time.evidence)
    return None


def _without_year(x: timex.Expression | None) -> bool:
    match x:
        case timex.Calendar(year=None, month=int()):
            return True
        case timex.Part(base=base):
            return _without_year(base)
        case _:
            return False


def _with_year(x: timex.Expression, year: int) -> timex.Expression:
    if isinstance(x, timex.Part) and x.base is not None:
        return replace(x, base=_with_year(x.base, year))
    return replace(x, year=year) if isinstance(x, timex.Calendar) else x


def _tells_year(x: timex.Expression) -> bool:
    match x:
        case timex.Calendar(year=int()) | timex.Part(base=timex.Calendar(year=int())):
            return True
        case _:
            return False
