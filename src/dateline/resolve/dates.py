"""Resolve time expressions against the day of a report: :func:`resolve_time`."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateline.model import ImpreciseDate
from dateline.resolve.date_expressions import Context, Undatable, evaluate
from dateline.text.timex import TimeMention


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
    context = Context(anchor=anchor, tense=tense, previous=previous, event=event)
    try:
        found = evaluate(mention.expression, context)
    except Undatable as reason:
        return Resolved(interval=None, reason=str(reason))
    return Resolved(interval=found, reason="")
