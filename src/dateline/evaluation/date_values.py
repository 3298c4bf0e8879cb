"""Write what a time expression says in the notations that evaluation data use."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from dateline.model import ImpreciseDate
from dateline.resolve.date_arithmetic import DAY, unit_around
from dateline.resolve.date_context import Context, Undatable
from dateline.resolve.date_expressions import evaluate
from dateline.text import timex
from dateline.text.timex import Unit

_REFS = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}


def timex3(expression: timex.Expression, day: dt.date, told: ImpreciseDate | None = None) -> str | None:
    """TIMEX3 value in a document of ``day`` ("1989-09", "1989-W44", "198", "1989-SU", "PAST_REF"), or None.

    Args:
        expression: What the words say.
        day: Day of the document.
        told: The interval the document told last.
    """
    match expression:
        case timex.Vague():
            return _REFS[expression.when]
        case timex.Window(amount=timex.Amount(n=None)):
            return _REFS["past" if expression.side is timex.Side.BEFORE else "future"]
        case timex.Window(amount=timex.Amount(n=1)):
            by = -1 if expression.side is timex.Side.BEFORE else 1
            return timex3(timex.Shifted(unit=expression.amount.unit, by=by), day)
        case timex.Anaphoric(unit=None):
            return timex3(replace(expression, unit=Unit.QUARTER), day, told)
        case timex.Open():
            return timex3(expression.base, day, told)
        case timex.Part() if expression.base is not None:
            return timex3(expression.base, day, told)
        case timex.Range():
            return timex3(expression.first, day, told)
    unit = granularity(expression)
    told_quarter = told is not None and told == unit_around(Unit.QUARTER, told.earliest)
    if told_quarter and isinstance(expression, timex.Offset) and expression.amounts[-1].unit is Unit.YEAR:
        unit = Unit.QUARTER
    elif isinstance(expression, timex.Offset) and isinstance(expression.base, timex.Happening):
        expression = replace(expression, base=None)
        unit = granularity(expression)
    try:
        found = evaluate(expression, Context(anchor=day, previous=told))
    except Undatable:
        return None
    return written(middle(found), unit)


def middle(date: ImpreciseDate) -> dt.date:
    """A day in the middle of an interval."""
    return date.earliest + (date.days - 1) // 2 * DAY


def granularity(expression: timex.Expression) -> Unit:
    """The unit an expression is told in."""
    match expression:
        case timex.Calendar():
            return _calendar_unit(expression)
        case timex.Shifted() | timex.Nth(weekday=None):
            return expression.unit
        case timex.Anaphoric():
            return expression.unit or Unit.QUARTER
        case timex.Which() | timex.Within():
            return granularity(expression.base)
        case timex.Part() if isinstance(expression.base, timex.Calendar):
            return granularity(expression.base)
        case timex.WeekOf():
            return Unit.WEEKEND if expression.weekend else Unit.WEEK
        case timex.Offset(base=None):
            unit = expression.amounts[-1].unit
            return unit if unit in {Unit.MONTH, Unit.YEAR, Unit.QUARTER, Unit.DECADE} else Unit.DAY
        case timex.Offset() if isinstance(expression.base, timex.Calendar | timex.Anaphoric):
            return granularity(expression.base)
        case _:
            return Unit.DAY


def _calendar_unit(x: timex.Calendar) -> Unit:
    for value, unit in (
        (x.day or x.holiday, Unit.DAY),
        (x.month, Unit.MONTH),
        (x.weekday, Unit.DAY),
        (x.quarter, Unit.QUARTER),
        (x.season, Unit.SEASON),
        (x.week, Unit.WEEK),
        (x.decade, Unit.DECADE),
        (x.century, Unit.CENTURY),
    ):
        if value:
            return unit
    return x.year_unit


def written(day: dt.date, unit: Unit) -> str:
    """The unit that ``day`` lies in, as TIMEX3 writes it."""
    week = day.isocalendar()
    match unit:
        case Unit.DAY | Unit.WORKDAY:
            return day.isoformat()
        case Unit.WEEK | Unit.FORTNIGHT:
            return f"{week.year}-W{week.week:02}"
        case Unit.WEEKEND:
            return f"{week.year}-W{week.week:02}-WE"
        case Unit.MONTH:
            return f"{day:%Y-%m}"
        case Unit.QUARTER:
            return f"{day.year}-Q{(day.month + 2) // 3}"
        case Unit.SEASON:
            season = {12: "WI", 3: "SP", 6: "SU", 9: "FA"}[unit_around(unit, day).earliest.month]
            return f"{day.year}-{season}"
        case Unit.DECADE:
            return str(day.year // 10)
        case Unit.CENTURY:
            return str((day.year - 1) // 100)
        case _:
            return str(day.year)
