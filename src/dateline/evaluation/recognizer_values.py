"""Write time expressions as the date recognisers' test suite does: "XXXX-05-29", "(2014-01-01,2018-01-01,P4Y)".

In that notation a range ends where its last unit begins ("2014 to 2018" ends on 2018-01-01) unless it is a range of
one unit ("the 1990s" ends on 2000-01-01).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dateline.evaluation.date_values import granularity, middle, written
from dateline.model import ImpreciseDate
from dateline.resolve import holidays
from dateline.resolve.date_arithmetic import DAY, add, unit_around
from dateline.resolve.date_expressions import Context, Undatable, evaluate
from dateline.text import timex
from dateline.text.timex import Side, Unit

_LETTERS = {Unit.DAY: "D", Unit.WORKDAY: "BD", Unit.WEEK: "W", Unit.FORTNIGHT: "W", Unit.MONTH: "M", Unit.YEAR: "Y"}
_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
_YEAR_PREFIX = {Unit.FISCAL_YEAR: "FY", Unit.SCHOOL_YEAR: "SY"}
_POINTING = {Unit.MONTH: "XXXX-XX", Unit.YEAR: "XXXX", Unit.WEEKEND: "XXXX-WXX-WE", Unit.WEEK: "XXXX-WXX"}


def recognizer_value(
    expression: timex.Expression, day: dt.date, *, inclusive: bool = False, iso_weeks: bool = False
) -> str | None:
    """The value in a text of ``day``, None when the expression has none.

    Args:
        expression: What the words say.
        day: The reference day.
        inclusive: Ranges end where their last unit ends (the suite's experimental mode).
        iso_weeks: "The week of April 10" is written as an ISO week (the suite's calendar mode).
    """
    try:
        if inclusive and isinstance(expression, timex.Range):
            return _range(expression, day, inclusive=True)
        if iso_weeks and isinstance(expression, timex.WeekOf):
            return written(middle(_found(expression, day)), Unit.WEEK)
        return _value(expression, day)
    except (Undatable, ValueError, OverflowError):
        return None


def _value(expression: timex.Expression, day: dt.date) -> str | None:
    match expression:
        case timex.Calendar():
            return _calendar(expression, day)
        case timex.Range():
            return _range(expression, day)
        case timex.Open():
            return _value(expression.base, day)
        case timex.Part():
            return _part(expression, day)
        case timex.Nth():
            return _nth(expression, day)
        case timex.Which(base=timex.Calendar(month=int(), day=int())):
            return _value(expression.base, day)
        case timex.Anaphoric(pointing=True, unit=Unit()):
            return _POINTING.get(expression.unit)
        case timex.Anaphoric(unit=Unit.FISCAL_YEAR | Unit.SCHOOL_YEAR):
            return _YEAR_PREFIX[expression.unit] + "XXXX"
        case timex.Anaphoric(unit=Unit()):
            return _unit(timex.Shifted(unit=expression.unit, by=0), day)
        case timex.Shifted():
            return _unit(expression, day)
        case timex.Window():
            return _window(expression, day)
        case timex.Offset():
            return _offset(expression, day)
        case timex.WeekdayOf():
            return evaluate(expression, Context(anchor=day, tense="future")).earliest.isoformat()
        case timex.WeekOf(weekend=False):
            return _value(expression.day, day)
        case timex.Vague():
            return "PRESENT_REF" if expression.when == "present" else None
        case _:
            return written(middle(_found(expression, day)), granularity(expression))


def _found(expression: timex.Expression, day: dt.date) -> ImpreciseDate:
    report = unit_around(Unit.DAY, day)
    return evaluate(expression, Context(anchor=day, previous=report, event=report))


def _span(first: str, last: str, period: str) -> str:
    return f"({first},{last},{period})"


def _calendar(x: timex.Calendar, day: dt.date) -> str | None:
    year = f"{x.year:04}" if x.year is not None else "XXXX"
    if x.short and x.year is not None:
        year = f"XX{x.year % 100:02}"
    if x.holiday is not None:
        return _holiday(x, day)
    if x.month is not None:
        return f"{year}-{x.month:02}" + (f"-{x.day:02}" if x.day is not None else "")
    if x.weekday is not None:
        return _weekday(x, day)
    if x.day is not None:
        return f"XXXX-XX-{x.day:02}"
    if x.decade is not None:
        first, last = (f"XX{n % 100:02}" if x.short else str(n) for n in (x.decade, x.decade + 10))
        return _span(f"{first}-01-01", f"{last}-01-01", "P10Y")
    if x.century is not None:
        return _span(f"{x.century * 100 - 100}-01-01", f"{x.century * 100}-01-01", "P100Y")
    if x.quarter is not None or x.half is not None:
        return _months(x, year)
    if x.season is not None:
        return (f"{year}-" if x.year is not None else "") + _SEASONS[x.season]
    if x.week is not None:
        return f"{x.year or day.year}-W{x.week:02}"
    return _YEAR_PREFIX.get(x.year_unit, "") + year


def _months(x: timex.Calendar, year: str) -> str:
    length = 3 if x.quarter is not None else 6
    first = ((x.quarter or x.half or 1) - 1) * length + 1
    after = first + length
    last_year = str(x.year + after // 13) if x.year is not None else year
    return _span(f"{year}-{first:02}-01", f"{last_year}-{(after - 1) % 12 + 1:02}-01", f"P{length}M")


def _weekday(x: timex.Calendar, day: dt.date) -> str:
    if x.day is not None:
        try:
            candidate = day.replace(day=x.day)
        except ValueError:
            candidate = day - DAY
        if candidate >= day and candidate.isoweekday() == x.weekday:
            return candidate.isoformat()
    return f"XXXX-WXX-{x.weekday}"


def _holiday(x: timex.Calendar, day: dt.date) -> str | None:
    name = x.holiday or ""
    if x.year is not None:
        found = holidays.holiday(name, x.year)
        return found.isoformat() if found else None
    rule = holidays.WEEKDAY_RULES.get(name)
    if rule is not None and not rule[3]:
        month, weekday, n, _ = rule
        return f"XXXX-{month:02}-WXX-{weekday}-{n}"
    found = holidays.holiday(name, day.year)
    return f"XXXX-{found:%m-%d}" if found else None


def _unit(x: timex.Shifted, day: dt.date) -> str:
    found = _found(x, day)
    if x.unit in _YEAR_PREFIX:
        return f"{_YEAR_PREFIX[x.unit]}{found.earliest.year}"
    if x.unit is Unit.QUARTER:
        return _span(str(found.earliest), str(found.latest + DAY), "P3M")
    if x.unit is Unit.FORTNIGHT:
        first = day if x.by == 0 else day + (14 * x.by) * DAY
        return _span(str(first), str(first + 14 * DAY), "P2W")
    if x.unit is Unit.DECADE:
        return _span(str(found.earliest), str(found.latest + DAY), "P10Y")
    return written(middle(found), x.unit)


def _part(x: timex.Part, day: dt.date) -> str | None:
    if x.base is None:
        return None
    if x.part.startswith("half"):
        found = _found(x, day)
        return _span(str(found.earliest), str(found.latest + DAY), "P6M")
    return _value(x.base, day)


def _nth(x: timex.Nth, day: dt.date) -> str | None:
    whole = _found(x.base, day)
    if x.weekday is not None:
        month = _value(x.base, day)
        if month and month.startswith("XXXX"):
            return f"{month}-WXX-{x.weekday}-#{x.n}"
        return _found(x, day).earliest.isoformat()
    found = _found(x, day)
    if x.count > 1:
        first = found.earliest
        if x.unit is Unit.WEEK:
            first = whole.latest - (whole.latest.isoweekday() % 7) * DAY - x.count * 7 * DAY + DAY
        return _span(str(first), str(add(first, x.count, x.unit)), f"P{x.count}{_LETTERS[x.unit]}")
    if x.unit is Unit.WEEK:
        return _nth_week(x, whole)
    if x.unit is Unit.QUARTER:
        return _span(str(found.earliest), str(found.latest + DAY), "P3M")
    return written(found.earliest, x.unit)


def _nth_week(x: timex.Nth, whole: ImpreciseDate) -> str:
    if whole.days > 31:
        return f"{whole.earliest.year}-W{52 if x.n < 0 else x.n:02}"
    return f"{whole.earliest:%Y-%m}-W{5 if x.n < 0 else x.n:02}"


def _window(x: timex.Window, day: dt.date) -> str | None:
    n, unit = x.amount.n or 3, x.amount.unit
    if unit is Unit.QUARTER:
        found = _found(x, day)
        return _span(str(found.earliest), str(found.latest + DAY), f"P{n * 3:g}M")
    length = f"P{n * (2 if unit is Unit.FORTNIGHT else 1):g}{_LETTERS.get(unit, '?')}"
    if x.side is Side.BEFORE:
        return _span(str(add(day, -n, unit)), str(day), length)
    if unit is Unit.WORKDAY:
        return _span(str(add(day, 1, unit)), str(add(day, n, unit) + DAY), length)
    first = add(day, 1, Unit.DAY)
    return _span(str(first), str(add(first, n, unit)), length)


def _offset(x: timex.Offset, day: dt.date) -> str | None:
    sign = -1 if x.side is Side.BEFORE else 1
    base = day
    if x.base is not None and not isinstance(x.base, timex.Happening | timex.Anaphoric):
        base = _found(x.base, day).earliest if not isinstance(x.base, timex.Calendar) else _next(x.base, day)
    if isinstance(x.base, timex.Anaphoric) and x.base.unit is not None:
        return _unit(timex.Shifted(unit=x.base.unit, by=sign), day)
    moved = base
    for amount in x.amounts:
        moved = add(moved, sign * (amount.n or 3), amount.unit)
    if x.bound == "within" and len(x.amounts) == 1:
        unit = x.amounts[0].unit
        period = f"P{x.amounts[0].n or 3:g}{_LETTERS.get(unit, '?')}"
        return _span(str(min(base, moved)), str(max(base, moved)), period)
    return moved.isoformat()


def _next(x: timex.Calendar, day: dt.date) -> dt.date:
    """The coming occurrence of a date without a year, as the suite counts from it."""
    return evaluate(x, Context(anchor=day, tense=None if x.year is not None else "future")).earliest


def _range(x: timex.Range, day: dt.date, *, inclusive: bool = False) -> str:
    start, start_day, unit_a = _edge(x.first, day)
    end, end_day, unit_b = _edge(x.last, day)
    if inclusive:
        end_day = add(end_day, 1, unit_b if unit_b in _LETTERS else Unit.DAY)
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
    return _span(start, end, period)


def _edge(x: timex.Expression, day: dt.date) -> tuple[str, dt.date, Unit]:
    """How an end of a range is written, its day, and the unit it is told in."""
    if isinstance(x, timex.Vague):
        return day.isoformat(), day, Unit.DAY
    unit = granularity(x.base) if isinstance(x, timex.Part) and x.base is not None else granularity(x)
    if isinstance(x, timex.Part) and x.part in {"end", "mid"} and unit in {Unit.YEAR, Unit.MONTH} and x.base is not None:
        whole = _found(x.base, day) if not isinstance(x.base, timex.Calendar) else _whole(x.base, day)
        edge = whole.latest + DAY if x.part == "end" else whole.earliest + whole.days // 2 * DAY
        unit = Unit.MONTH
    else:
        edge = (_whole(x, day) if isinstance(x, timex.Calendar) else _found(x, day)).earliest
    unsaid = isinstance(x, timex.Calendar) and x.year is None and x.month is not None
    unsaid = unsaid or (isinstance(x, timex.Part) and isinstance(x.base, timex.Calendar) and x.base.year is None)
    return (f"XXXX-{edge:%m-%d}" if unsaid else edge.isoformat()), edge, unit


def _whole(x: timex.Calendar, day: dt.date) -> ImpreciseDate:
    dated = x if x.year is not None or x.month is None else replace(x, year=day.year)
    return evaluate(dated, Context(anchor=day))
