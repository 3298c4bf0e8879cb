"""``/timeline``: events of a filter by month, with a table twin."""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from dataclasses import dataclass, replace

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.model import DatePrecision, Event
from dateline.query import EventFilter
from dateline.web import listing
from dateline.web.opening import opened
from dateline.web.rendering import as_json, page

router = APIRouter(tags=["timeline"])
_MOST = 10_000
_LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """Events of one month: those told to the day or week, and those told only as the month."""

    first: dt.date
    exact: int
    vague: int
    href: str


@router.get("/timeline", include_in_schema=False)
def timeline(request: Request) -> Response:
    """Bars by month; what is told more vaguely than a month is counted, not drawn."""
    wanted = listing.wanted(request)
    with opened(request) as record:
        found = record.events(replace(wanted, limit=_MOST, cursor=None))
    months, unplaced = by_month([row.event for row in found.rows], replace(found.filter, limit=wanted.limit))
    data = {
        "months": months,
        "unplaced": unplaced,
        "most": max((month.exact + month.vague for month in months), default=1),
        "counts": found.counts,
        "cut": found.next is not None,
        "plain_query": wanted.to_query(),
    }
    return page(request, "timeline.html", data)


@router.get("/timeline.json", include_in_schema=False)
@router.get("/api/v1/timeline")
def timeline_json(request: Request) -> Response:
    """Events by month: ``exact`` told to the day or week, ``vague`` as the month; ``unplaced`` more vaguely."""
    wanted = replace(listing.wanted(request), limit=_MOST, cursor=None)
    with opened(request) as record:
        found = record.events(wanted)
    months, unplaced = by_month([row.event for row in found.rows], found.filter)
    rows = [{"month": f"{month.first:%Y-%m}", "exact": month.exact, "vague": month.vague} for month in months]
    return as_json(request, {"months": rows, "unplaced": unplaced})


def by_month(events: list[Event], held: EventFilter) -> tuple[list[Month], int]:
    """Months from the first to the last event, empty ones included, and how many events have no month."""
    exact: Counter[dt.date] = Counter()
    vague: Counter[dt.date] = Counter()
    unplaced = 0
    for event in events:
        when = event.when
        if when is None or when.days > _LONGEST_MONTH:
            unplaced += 1
        else:
            counter = vague if when.precision is DatePrecision.MONTH else exact
            counter[when.earliest.replace(day=1)] += 1
    known = exact.keys() | vague.keys()
    months = []
    at = min(known, default=None)
    while at is not None and at <= max(known):
        last = at.replace(day=calendar.monthrange(at.year, at.month)[1])
        query = replace(held, since=at, until=last, cursor=None).to_query()
        months.append(Month(first=at, exact=exact[at], vague=vague[at], href=f"/events?{query}"))
        at = last + dt.timedelta(days=1)
    return months, unplaced
