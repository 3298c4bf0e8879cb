"""Parts of a stretch of days: early, late, the end, the first half, earlier."""

from __future__ import annotations

import datetime as dt

from dateline.model import ImpreciseDate
from dateline.resolve.date_arithmetic import DAY, add, interval
from dateline.text.timex import Unit

#: Parts of a day: the day is known all the same.
OF_A_DAY = frozenset({"night", "morning", "afternoon", "evening", "noon", "midnight"})
#: Share of the whole that a part covers, from and to.
SHARES = {
    "early": (0.0, 1 / 3),
    "mid": (0.3, 0.68),
    "late": (2 / 3, 1.0),
    "half1": (0.0, 0.5),
    "half2": (0.5, 1.0),
}
#: Days from which on a stretch is cut by months, and by years.
YEAR, DECADE = 300, 3000
#: Days at the beginning or end of a stretch of at least so many days.
EDGES = ((3000, 366), (300, 31), (80, 14), (25, 5), (6, 2), (0, 1))


def part_of(whole: ImpreciseDate, part: str, anchor: dt.date | None) -> ImpreciseDate:
    """The part of a stretch; "earlier this month" ends, "later this month" begins with the report's day."""
    if whole.days == 1 or part in OF_A_DAY:
        return whole
    if part in {"earlier", "later"}:
        if anchor is None or not whole.earliest <= anchor <= whole.latest:
            return whole
        return interval(whole.earliest, anchor) if part == "earlier" else interval(anchor, whole.latest)
    if part in {"start", "end"}:
        length = next(length for least, length in EDGES if whole.days >= least)
        if part == "start":
            return interval(whole.earliest, whole.earliest + (length - 1) * DAY)
        return interval(whole.latest - (length - 1) * DAY, whole.latest)
    first, last = SHARES[part]
    if whole.days < YEAR:
        start = whole.earliest + round(whole.days * first) * DAY
        return interval(start, max(start, whole.earliest + (round(whole.days * last) - 1) * DAY))
    months = 12 if whole.days >= DECADE else 1
    count = round(whole.days / (30.44 * months))
    start = add(whole.earliest, round(count * first) * months, Unit.MONTH)
    return interval(start, add(whole.earliest, round(count * last) * months, Unit.MONTH) - DAY)
