"""Write time expressions as the date recognisers' test suite does: "XXXX-05-29", "(2014-01-01,2018-01-01,P4Y)".

In that notation a range ends where its last unit begins ("2014 to 2018" ends on 2018-01-01) unless it is a range of
one unit ("the 1990s" ends on 2000-01-01).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

from dateline.evaluation import recognizer_intervals as intervals
from dateline.evaluation.date_values import granularity, middle, written
from dateline.evaluation.recognizer_intervals import YEAR_PREFIX, found_on, span, unit_value
from dateline.resolve import holidays
from dateline.resolve.date_arithmetic import DAY
from dateline.resolve.date_context import Context, Undatable
from dateline.resolve.date_expressions import evaluate
from dateline.text import timex
from dateline.text.timex import Unit

_SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "winter": "WI"}
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
            return intervals.range_value(expression, day, inclusive=True)
        if iso_weeks and isinstance(expression, timex.WeekOf):
            return written(middle(found_on(expression, day)), Unit.WEEK)
        return _value(expression, day)
    except (Undatable, ValueError, OverflowError):
        return None


def _value(expression: timex.Expression, day: dt.date) -> str | None:
    handler = _HANDLERS.get(type(expression))
    if handler is not None:
        return handler(expression, day)
    return written(middle(found_on(expression, day)), granularity(expression))


def _open(x: timex.Open, day: dt.date) -> str | None:
    return _value(x.base, day)


def _which(x: timex.Which, day: dt.date) -> str | None:
    if x.base.month is not None and x.base.day is not None:
        return _calendar(x.base, day)
    return written(middle(found_on(x, day)), granularity(x))


def _anaphoric(x: timex.Anaphoric, day: dt.date) -> str | None:
    if x.unit is None:
        return None
    if x.pointing:
        return _POINTING.get(x.unit)
    if x.unit in YEAR_PREFIX:
        return YEAR_PREFIX[x.unit] + "XXXX"
    return unit_value(timex.Shifted(unit=x.unit, by=0), day)


def _weekday_of(x: timex.WeekdayOf, day: dt.date) -> str:
    return evaluate(x, Context(anchor=day, tense="future")).earliest.isoformat()


def _week_of(x: timex.WeekOf, day: dt.date) -> str | None:
    return written(middle(found_on(x, day)), Unit.WEEKEND) if x.weekend else _value(x.day, day)


def _vague(x: timex.Vague, _: dt.date) -> str | None:
    return "PRESENT_REF" if x.when == "present" else None


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
        return span(f"{first}-01-01", f"{last}-01-01", "P10Y")
    if x.century is not None:
        return span(f"{x.century * 100 - 100}-01-01", f"{x.century * 100}-01-01", "P100Y")
    if x.quarter is not None or x.half is not None:
        return _months(x, year)
    if x.season is not None:
        return (f"{year}-" if x.year is not None else "") + _SEASONS[x.season]
    if x.week is not None:
        return f"{x.year or day.year}-W{x.week:02}"
    return YEAR_PREFIX.get(x.year_unit, "") + year


def _months(x: timex.Calendar, year: str) -> str:
    length = 3 if x.quarter is not None else 6
    first = ((x.quarter or x.half or 1) - 1) * length + 1
    after = first + length
    last_year = str(x.year + after // 13) if x.year is not None else year
    return span(f"{year}-{first:02}-01", f"{last_year}-{(after - 1) % 12 + 1:02}-01", f"P{length}M")


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


def _part(x: timex.Part, day: dt.date) -> str | None:
    if x.base is None:
        return None
    if x.part.startswith("half"):
        found = found_on(x, day)
        return span(str(found.earliest), str(found.latest + DAY), "P6M")
    return _value(x.base, day)


_HANDLERS: dict[type, Callable[[Any, dt.date], str | None]] = {
    timex.Calendar: _calendar,
    timex.Range: intervals.range_value,
    timex.Open: _open,
    timex.Part: _part,
    timex.Nth: intervals.nth,
    timex.Which: _which,
    timex.Anaphoric: _anaphoric,
    timex.Shifted: unit_value,
    timex.Window: intervals.window,
    timex.Offset: intervals.offset,
    timex.WeekdayOf: _weekday_of,
    timex.WeekOf: _week_of,
    timex.Vague: _vague,
}
