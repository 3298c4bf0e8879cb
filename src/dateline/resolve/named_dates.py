"""Days of named and counted times: "June 21", "the 1990s", "last week", "next Friday", "that year"."""

from __future__ import annotations

import datetime as dt

from dateline.model import DatePrecision, ImpreciseDate
from dateline.resolve import holidays
from dateline.resolve.date_arithmetic import (
    DAY,
    LOOK_BACK,
    add,
    choose_year,
    interval,
    month_interval,
    season_interval,
    unit_around,
    week_interval,
)
from dateline.resolve.date_context import Context, Undatable, no_such
from dateline.text import timex
from dateline.text.timex import Unit
from dateline.vocab.national_days import fiscal_year


def calendar(x: timex.Calendar, context: Context) -> ImpreciseDate:
    """A named stretch; a year left unsaid is the one the clause's tense asks for."""
    if x.century is not None:
        first = (x.century - 1) * 100 + 1
        return interval(dt.date(first, 1, 1), dt.date(first + 99, 12, 31))
    if x.decade is not None:
        return interval(dt.date(x.decade, 1, 1), dt.date(x.decade + 9, 12, 31), DatePrecision.DECADE)
    if x.year is not None:
        found = _in_year(x, x.year, context.country)
        if found is None:
            raise Undatable(f"no table gives the day of {x.holiday} in {x.year}" if x.holiday else "no such day")
        return found
    anchor = context.need_anchor()
    if x.month is None and x.weekday is not None:
        return _weekday(x, anchor, context.tense)
    if x.month is None and x.day is not None:
        return _day_of_some_month(x.day, anchor, context.tense)
    look_back = 365 if x.quarter or x.half else LOOK_BACK
    chosen = choose_year(lambda year: _in_year(x, year, context.country), anchor, context.tense, look_back)
    if chosen is None:
        raise Undatable(f"no table gives the day of {x.holiday}" if x.holiday else "no such day")
    return chosen


def _in_year(x: timex.Calendar, year: int, country: str | None) -> ImpreciseDate | None:
    if x.holiday is not None:
        return holidays.holiday_interval(x.holiday, year, country)
    if x.month is not None and x.day is not None:
        try:
            day = dt.date(year, x.month, x.day)
        except ValueError:
            return None
        return interval(day, day)
    if x.month is not None:
        return interval(*month_interval(year, x.month), DatePrecision.MONTH)
    if x.quarter is not None:
        return interval(*month_interval(year, 3 * x.quarter - 2, 3))
    if x.half is not None:
        return interval(*month_interval(year, 6 * x.half - 5, 6))
    if x.season is not None:
        return interval(*season_interval(x.season, year), DatePrecision.SEASON)
    if x.week is not None:
        return interval(*week_interval(year, x.week), DatePrecision.WEEK)
    return _year(x.year_unit, year, country)


def _year(unit: Unit, year: int, country: str | None) -> ImpreciseDate:
    """A calendar year, or the fiscal year of that name where the country has one of its own."""
    fiscal = fiscal_year(country, year) if unit is Unit.FISCAL_YEAR and country is not None else None
    return interval(*(fiscal or month_interval(year, 1, 12)), DatePrecision.YEAR)


def _fiscal_year_around(day: dt.date, by: int, country: str) -> ImpreciseDate:
    """The fiscal year that a day lies in, or one counted from it."""
    names = [year for year in range(day.year - 1, day.year + 2) if _covers(_year(Unit.FISCAL_YEAR, year, country), day)]
    return _year(Unit.FISCAL_YEAR, (names or [day.year])[0] + by, country)


def _covers(span: ImpreciseDate, day: dt.date) -> bool:
    return span.earliest <= day <= span.latest


def _weekday(x: timex.Calendar, anchor: dt.date, tense: str | None) -> ImpreciseDate:
    """The last such weekday, the report's own day included; in the future tense the next one.

    News of six days ago is told by its date. The name of tomorrow's weekday is therefore tomorrow's in any tense: the
    report is dated in another time zone, or was first published earlier.
    """
    ahead = ((x.weekday or 1) - anchor.isoweekday()) % 7
    day = anchor + (ahead if tense == "future" or ahead == 1 else ahead - 7 if ahead else 0) * DAY
    if x.day is not None:
        near = sorted((day + 7 * n * DAY for n in range(-6, 7)), key=lambda each: abs(each - anchor))
        day = next((each for each in near if each.day == x.day), None) or no_such("weekday with that number")
    return interval(day, day)


def _day_of_some_month(number: int, anchor: dt.date, tense: str | None) -> ImpreciseDate:
    step = 1 if tense == "future" else -1
    for months in range(12):
        first = add(anchor.replace(day=1), step * months, Unit.MONTH)
        if number <= add(first, 1, Unit.MONTH).toordinal() - first.toordinal():
            day = first.replace(day=number)
            if (day >= anchor) if tense == "future" else (day <= anchor or tense is None):
                return interval(day, day)
    return no_such("day")


def shifted(x: timex.Shifted, context: Context) -> ImpreciseDate:
    """A unit counted from the report's own."""
    anchor = context.need_anchor()
    if x.unit is Unit.FISCAL_YEAR and context.country is not None:
        return _fiscal_year_around(anchor, x.by, context.country)
    if x.unit is Unit.WEEKEND and x.by == -1 and anchor.isoweekday() >= 6:
        return unit_around(Unit.WEEKEND, anchor - 7 * DAY)
    base = (
        anchor.replace(day=1)
        if x.unit not in {Unit.DAY, Unit.WORKDAY, Unit.WEEK, Unit.WEEKEND, Unit.FORTNIGHT}
        else anchor
    )
    return unit_around(x.unit, add(base, x.by, x.unit))


def anaphoric(x: timex.Anaphoric, context: Context) -> ImpreciseDate:
    """The unit the text told last; a week or more may also be the report's own."""
    unit = x.unit
    if unit is None:
        if context.previous is None:
            raise Undatable("the words refer to a time that the text does not tell")
        return context.previous
    told = context.previous
    if told is not None and (x.pointing or told == unit_around(unit, told.earliest)):
        around = unit_around(unit, told.earliest)
    elif x.latest or unit is Unit.QUARTER:
        around = unit_around(unit, add(context.need_anchor().replace(day=1), -1, unit))
    elif unit is Unit.WEEKEND:
        around = _weekend(context)
    elif unit in {Unit.DAY, Unit.WORKDAY}:
        raise Undatable("the words refer to a day that the text does not tell")
    elif unit is Unit.FISCAL_YEAR and context.country is not None:
        return _fiscal_year_around(context.need_anchor(), x.by, context.country)
    else:
        around = unit_around(unit, context.need_anchor())
    return unit_around(unit, add(around.earliest, x.by, Unit.YEAR)) if x.by else around


def _weekend(context: Context) -> ImpreciseDate:
    anchor = context.need_anchor()
    if context.tense == "future":
        return unit_around(Unit.WEEKEND, anchor)
    return unit_around(Unit.WEEKEND, anchor - (anchor.isoweekday() % 7 if anchor.isoweekday() < 6 else 0) * DAY)


def which(x: timex.Which, context: Context) -> ImpreciseDate:
    """The last, this or the next one of several equal names."""
    anchor = context.need_anchor()
    if x.base.weekday is not None and x.base.month is None:
        return _which_weekday(x.base.weekday, x.word, anchor)
    if x.word == "this":
        found = _in_year(x.base, anchor.year, context.country)
    elif x.word in {"last", "past"}:
        found = choose_year(lambda year: _before(_in_year(x.base, year, context.country), anchor), anchor, "past")
    else:
        found = choose_year(lambda year: _after(_in_year(x.base, year, context.country), anchor), anchor, "future")
    return found or no_such("day")


def within(x: timex.Within, context: Context) -> ImpreciseDate:
    """A yearly name in a year counted from the report's own."""
    year = shifted(x.year, context).earliest.year
    return _in_year(x.base, year, context.country) or no_such("day")


def _before(date: ImpreciseDate | None, anchor: dt.date) -> ImpreciseDate | None:
    return date if date is not None and date.latest < anchor else None


def _after(date: ImpreciseDate | None, anchor: dt.date) -> ImpreciseDate | None:
    return date if date is not None and date.earliest > anchor else None


def _which_weekday(weekday: int, word: str, anchor: dt.date) -> ImpreciseDate:
    """The weekday of last week ("last Friday"), of next week ("next Friday") or of this one ("this Friday")."""
    if word == "past":
        day = anchor - ((anchor.isoweekday() - weekday - 1) % 7 + 1) * DAY
    elif word == "coming":
        day = anchor + ((weekday - anchor.isoweekday() - 1) % 7 + 1) * DAY
    else:
        week = {"last": -7, "next": 7}.get(word, 0)
        day = anchor + (weekday - anchor.isoweekday() + week) * DAY
    return interval(day, day)
