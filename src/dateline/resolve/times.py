"""Resolve one time expression against the day of a report: :func:`resolve_time`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache

from dateline.model import Document, ImpreciseDate
from dateline.resolve.date_context import Context, Undatable
from dateline.resolve.date_countries import with_countries
from dateline.resolve.date_expressions import evaluate
from dateline.text.datelines import find_dateline
from dateline.text.time_expressions import find_times
from dateline.text.timex import TimeMention
from dateline.text.timex.lasting import find_lasting

#: A report is filed at most this many days before it is published.
FILED_BEFORE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """The interval of a time expression, or None, and in one sentence how it was reached or why there is none."""

    interval: ImpreciseDate | None
    reason: str


def resolve_time(
    mention: TimeMention,
    anchor: dt.date | None,
    *,
    tense: str | None = None,
    previous: ImpreciseDate | None = None,
    event: ImpreciseDate | None = None,
) -> Resolved:
    """Resolve one time expression.

    Args:
        mention: The expression.
        anchor: Day of the report; without it everything relative stays unresolved.
        tense: "past", "future", "present" or None, of the clause it stands in: "on Monday" is the last Monday in
            the past tense and the next one in the future tense. An interval that the report's day lies in ends (past)
            or begins (future) with it.
        previous: What the text told last, for "the same day", "two weeks later".
        event: When the event happened that the expression counts from ("a day after the vote").
    """
    context = Context(anchor=anchor, tense=tense, previous=previous, event=event, country=mention.country)
    try:
        found = _clipped(evaluate(mention.expression, context), anchor, tense)
    except Undatable as reason:
        return Resolved(interval=None, reason=f"“{mention.evidence.text}” is left open: {reason}")
    seen_from = f" in a report of {anchor.isoformat()}" if anchor else ""
    return Resolved(interval=found, reason=f"“{mention.evidence.text}”{seen_from} is {found}")


def _clipped(found: ImpreciseDate, anchor: dt.date | None, tense: str | None) -> ImpreciseDate:
    """What is told as past does not reach beyond the report; what is told as future does not begin before it."""
    if anchor is None or not found.earliest <= anchor <= found.latest or found.days == 1:
        return found
    if tense == "past" and found.earliest < anchor:
        return ImpreciseDate(earliest=found.earliest, latest=anchor, precision=found.precision)
    if tense == "future" and found.latest > anchor:
        return ImpreciseDate(earliest=anchor, latest=found.latest, precision=found.precision)
    return found


@lru_cache(maxsize=16)
def times_of(text: str) -> tuple[TimeMention, ...]:
    """The time expressions that may date events, in text order: also those that count how long something lasts.

    National holidays and fiscal years know their country where the text names one near.
    """
    lasting = find_lasting(text)
    found = [each for each in find_times(text) if not any(each.evidence.span.overlaps(one.evidence) for one in lasting)]
    return tuple(with_countries(text, sorted([*found, *lasting], key=lambda each: each.evidence.start)))


def anchor_of(document: Document) -> dt.date | None:
    """The day that relative times count from.

    That is the dateline's day where it has one that is at most FILED_BEFORE days older than the publication (its year
    may be left unsaid), else the publication, else a dateline's full date.
    """
    dateline = find_dateline(document.text)
    told = find_times(dateline.date.text) if dateline is not None and dateline.date is not None else ()
    published = document.published
    for mention in told:
        found = resolve_time(mention, published, tense="past").interval
        if found is None or found.days > 1:
            continue
        if published is None or 0 <= (published - found.earliest).days <= FILED_BEFORE:
            return found.earliest
    return published
