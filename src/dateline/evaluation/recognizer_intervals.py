"""Intervals in the notation of the date recognisers' test suite; see :mod:`.recognizer_values`."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dateline.evaluation.date_values import granularity, middle, written
from dateline.model import ImpreciseDate
from dateline.resolve.date_arithmetic import DAY, add, unit_around
from dateline.resolve.date_context import Context
from dateline.resolve.date_expressions import evaluate
from dateline.text import timex
from dateline.text.timex import Side, Unit

LETTERS = {Unit.DAY: "D", Unit.WORKDAY: "BD", Unit.WEEK: "W", Unit.FORTNIGHT: "W", Unit.MONTH: "M", Unit.YEAR: "Y"}
YEAR_PREFIX = {Unit.FISCAL_YEAR: "FY", Unit.SCHOOL_YEAR: "SY"}


def found_on(expression: timex.Expression, day: dt.date) -> ImpreciseDate:
    """The interval in a text of ``day``, which also stands for whatever was told before."""
    report = unit_around(Unit.DAY, day)
    return evaluate(expression, Context(anchor=day, previous=report, event=report))


def span(first: str, last: str, period: str) -> str:
    """An interval as the suite writes it: "(2016-09-01,2016-10-01,P1M)"."""
    return f"({first},{last},{period})"


def unit_value(x: timex.Shifted, day: dt.date) -> str:
    """A unit counted from the one that ``day`` lies in."""
    found = found_on(x, day)
    if x.unit in YEAR_PREFIX:
        return f"{YEAR_PREFIX[x.unit]}{found.earliest.year}"
    if x.unit is Unit.QUARTER:
        return span(str(found.earliest), str(found.latest + DAY), "P3M")
    if x.unit is Unit.FORTNIGHT:
        first = day if x.by == 0 else day + (14 * x.by) * DAY
        return span(str(first), str(first + 14 * DAY), "P2W")
    if x.unit is Unit.DECADE:
        return span(str(found.earliest), str(found.latest + DAY), "P10Y")
    return written(middle(found), x.unit)


def nth(x: timex.Nth, day: dt.date) -> str | None:
    """Some of the units in a stretch: "2015-W01", "XXXX-10-WXX-5-#1"."""
    whole = found_on(x.base, day)
    if x.weekday is not None:
        if isinstance(x.base, timex.Calendar) and x.base.year is None and x.base.month is not None:
            return f"XXXX-{x.base.month:02}-WXX-{x.weekday}-#{x.n}"
        return found_on(x, day).earliest.isoformat()
    found = found_on(x, day)
    if x.count > 1:
        first = found.earliest
        if x.unit is Unit.WEEK:
            first = whole.latest - (whole.latest.isoweekday() % 7) * DAY - x.count * 7 * DAY + DAY
        return span(str(first), str(add(first, x.count, x.unit)), f"P{x.count}{LETTERS[x.unit]}")
    if x.unit is Unit.WEEK:
        return _nth_week(x, whole)
    if x.unit is Unit.QUARTER:
        return span(str(found.earliest), str(found.latest + DAY), "P3M")
    return written(found.earliest, x.unit)


def _nth_week(x: timex.Nth, whole: ImpreciseDate) -> str:
    if whole.days > 31:
        return f"{whole.earliest.year}-W{52 if x.n < 0 else x.n:02}"
    return f"{whole.earliest:%Y-%m}-W{5 if x.n < 0 else x.n:02}"


def window(x: timex.Window, day: dt.date) -> str | None:
    """The stretch up to the reference day, or from the day after it."""
    n, unit = x.amount.n or 3, x.amount.unit
    if unit is Unit.QUARTER:
        found = found_on(x, day)
        return span(str(found.earliest), str(found.latest + DAY), f"P{n * 3:g}M")
    length = f"P{n * (2 if unit is Unit.FORTNIGHT else 1):g}{LETTERS.get(unit, '?')}"
    if x.side is Side.BEFORE:
        return span(str(add(day, -n, unit)), str(day), length)
    if unit is Unit.WORKDAY:
        return span(str(add(day, 1, unit)), str(add(day, n, unit) + DAY), length)
    first = add(day, 1, Unit.DAY)
    return span(str(first), str(add(first, n, unit)), length)


def offset(x: timex.Offset, day: dt.date) -> str | None:
    """A day so far away; with "within" the stretch up to it."""
    sign = -1 if x.side is Side.BEFORE else 1
    base = day
    if x.base is not None and not isinstance(x.base, timex.Happening | timex.Anaphoric):
        base = found_on(x.base, day).earliest if not isinstance(x.base, timex.Calendar) else _next(x.base, day)
    if isinstance(x.base, timex.Anaphoric) and x.base.unit is not None:
        return unit_value(timex.Shifted(unit=x.base.unit, by=sign), day)
    moved = base
    for amount in x.amounts:
        moved = add(moved, sign * (amount.n or 3), amount.unit)
    if x.bound == "within" and len(x.amounts) == 1:
        unit = x.amounts[0].unit
        period = f"P{x.amounts[0].n or 3:g}{LETTERS.get(unit, '?')}"
        return span(str(min(base, moved)), str(max(base, moved)), period)
    return moved.isoformat()


def _next(x: timex.Calendar, day: dt.date) -> dt.date:
    """The coming occurrence of a date without a year, as the suite counts from it."""
    return evaluate(x, Context(anchor=day, tense=None if x.year is not None else "future")).earliest


def range_value(x: timex.Range, day: dt.date, *, inclusive: bool = False) -> str:
    """From the first end to the last; ``inclusive`` ends where the last unit ends."""
    start, start_day, unit_a = _edge(x.first, day)
    end, end_day, unit_b = _edge(x.last, day)
    if inclusive:
        end_day = add(end_day, 1, unit_b if unit_b in LETTERS else Unit.DAY)
        end = f"XXXX-{end_day:%m-%d}" if end.startswith("XXXX") else end_day.isoformat()
    if end_day < start_day and end.startswith("XXXX"):
        end_day = add(end_day, 1, Unit.YEAR)
    units = {unit_a, unit_b}
    days = (end_day - start_day).days
    months = (end_day.year - start_day.year) * 12 + end_day.month - start_day.month
    if units <= {Unit.YEAR}:
        period = f"P{end_day.year - start_day.year}Y"
    elif Unit.DAY not in units:
        period = f"P{months}M"
    else:
        period = f"P{days}D"
    return span(start, end, period)


def _edge(x: timex.Expression, day: dt.date) -> tuple[str, dt.date, Unit]:
    """How an end of a range is written, its day, and the unit it is told in."""
    if isinstance(x, timex.Vague):
        return day.isoformat(), day, Unit.DAY
    unit = granularity(x.base) if isinstance(x, timex.Part) and x.base is not None else granularity(x)
    if (
        isinstance(x, timex.Part)
        and x.part in {"end", "mid"}
        and unit in {Unit.YEAR, Unit.MONTH}
        and x.base is not None
    ):
        whole = found_on(x.base, day) if not isinstance(x.base, timex.Calendar) else _whole(x.base, day)
        edge = whole.latest + DAY if x.part == "end" else whole.earliest + whole.days // 2 * DAY
        unit = Unit.MONTH
    else:
        edge = (_whole(x, day) if isinstance(x, timex.Calendar) else found_on(x, day)).earliest
    unsaid = isinstance(x, timex.Calendar) and x.year is None and x.month is not None
    unsaid = unsaid or (isinstance(x, timex.Part) and isinstance(x.base, timex.Calendar) and x.base.year is None)
    return (f"XXXX-{edge:%m-%d}" if unsaid else edge.isoformat()), edge, unit


def _whole(x: timex.Calendar, day: dt.date) -> ImpreciseDate:
    dated = x if x.year is not None or x.month is None else replace(x, year=day.year)
    return evaluate(dated, Context(anchor=day))
