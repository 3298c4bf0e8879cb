"""Whole-day arithmetic on the calendar: units, seasons, yearly names. Weeks begin on Monday (ISO 8601)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from dateline.model import DatePrecision, ImpreciseDate
from dateline.text.timex import Unit

DAY = dt.timedelta(days=1)
#: First month of each season of the northern hemisphere (meteorological); winter begins the year before.
SEASON_MONTHS = {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}
#: What an interval of one unit is called.
PRECISION = {
    Unit.DAY: DatePrecision.DAY,
    Unit.WORKDAY: DatePrecision.DAY,
    Unit.WEEK: DatePrecision.WEEK,
    Unit.WEEKEND: DatePrecision.DAYS,
    Unit.MONTH: DatePrecision.MONTH,
    Unit.SEASON: DatePrecision.SEASON,
    Unit.YEAR: DatePrecision.YEAR,
    Unit.FISCAL_YEAR: DatePrecision.YEAR,
    Unit.SCHOOL_YEAR: DatePrecision.YEAR,
    Unit.DECADE: DatePrecision.DECADE,
}
_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.SEASON: 3, Unit.YEAR: 12, Unit.DECADE: 120, Unit.CENTURY: 1200}
_DAYS_IN = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7, Unit.FORTNIGHT: 14, Unit.MINUTE: 0, Unit.HOUR: 0}


def interval(first: dt.date, last: dt.date, precision: DatePrecision = DatePrecision.RANGE) -> ImpreciseDate:
    """An interval of days; one of a single day has the precision of a day."""
    return ImpreciseDate(earliest=first, latest=last, precision=DatePrecision.DAY if first == last else precision)


def month_interval(year: int, month: int, months: int = 1) -> tuple[dt.date, dt.date]:
    """First and last day of ``months`` months from ``month`` on."""
    first = dt.date(year, month, 1)
    return first, add(first, months, Unit.MONTH) - DAY


def add(day: dt.date, n: float, unit: Unit) -> dt.date:
    """``day`` moved by ``n`` units; a day that the month does not have becomes its last.

    Raises:
        OverflowError, ValueError: the result lies outside the years 1 to 9999.
    """
    if unit is Unit.WORKDAY:
        return _add_workdays(day, round(n))
    if unit in _DAYS_IN:
        return day + round(n * _DAYS_IN[unit]) * DAY
    base = _MONTHS_IN.get(unit, _MONTHS_IN[Unit.YEAR])
    whole = int(n * base)
    month = day.month - 1 + whole
    year, month = day.year + month // 12, month % 12 + 1
    moved = dt.date(year, month, min(day.day, days_in_month(year, month)))
    return moved + round((n * base - whole) * 30) * DAY


def _add_workdays(day: dt.date, n: int) -> dt.date:
    step = DAY if n >= 0 else -DAY
    for _ in range(abs(n)):
        day += step
        while day.isoweekday() > 5:
            day += step
    return day


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return (dt.date(year + month // 12, month % 12 + 1, 1) - DAY).day


def unit_around(unit: Unit, day: dt.date) -> ImpreciseDate:
    """The unit that ``day`` lies in. A fiscal or school year is taken as the calendar year."""
    first, last = day, day
    if unit is Unit.WEEK or unit is Unit.FORTNIGHT:
        first = day - (day.isoweekday() - 1) * DAY
        last = first + (6 if unit is Unit.WEEK else 13) * DAY
    elif unit is Unit.WEEKEND:
        first = day + (6 - day.isoweekday()) * DAY
        last = first + DAY
    elif unit is Unit.MONTH:
        first, last = month_interval(day.year, day.month)
    elif unit is Unit.QUARTER:
        first, last = month_interval(day.year, (day.month - 1) // 3 * 3 + 1, 3)
    elif unit is Unit.SEASON:
        start = day.month // 3 * 3 or 12
        first, last = month_interval(day.year - (day.month < 3), start, 3)
    elif unit is Unit.DECADE:
        first, last = month_interval(day.year // 10 * 10, 1, 120)
    elif unit is Unit.CENTURY:
        first, last = month_interval((day.year - 1) // 100 * 100 + 1, 1, 1200)
    elif unit not in {Unit.DAY, Unit.WORKDAY, Unit.HOUR, Unit.MINUTE}:
        first, last = month_interval(day.year, 1, 12)
    return interval(first, last, PRECISION.get(unit, DatePrecision.RANGE))


def season_interval(season: str, year: int) -> tuple[dt.date, dt.date]:
    """A season of a year; winter is the one that ends in it."""
    return month_interval(year - (season == "winter"), SEASON_MONTHS[season], 3)


def week_interval(year: int, week: int) -> tuple[dt.date, dt.date]:
    """Monday and Sunday of an ISO week.

    Raises:
        ValueError: the year has no such week.
    """
    first = dt.date.fromisocalendar(year, week, 1)
    return first, first + 6 * DAY


def nth_weekday(year: int, month: int, weekday: int, n: int) -> dt.date:
    """The ``n``-th weekday of a month (-1 is the last)."""
    first, last = month_interval(year, month)
    if n < 0:
        return last - ((last.isoweekday() - weekday) % 7) * DAY
    return first + ((weekday - first.isoweekday()) % 7 + 7 * (n - 1)) * DAY


#: How far back a name without a year may lie when no tense tells: a month that began longer ago is the coming one.
#: Measured on the timenorm pairs, where 250 days fit best.
LOOK_BACK = 250
#: Even in the past tense a name that last came up longer ago than LONG_AGO days and comes up again within SOON days
#: is the coming one: "the election scheduled for May 25" in a report of May 12.
LONG_AGO = 300
SOON = 65


def choose_year(
    make: Callable[[int], ImpreciseDate | None], anchor: dt.date, tense: str | None, look_back: int = LOOK_BACK
) -> ImpreciseDate | None:
    """The occurrence of something yearly that is meant in a report of ``anchor``.

    Args:
        make: Gives the occurrence of one year, None when that year has none (29 February).
        anchor: Day of the report.
        look_back: See LOOK_BACK.
        tense: "past" takes the last one begun, "future" the next one not over; otherwise the last one begun if
            that is at most ``look_back`` days ago, else the next.
    """
    found = [date for year in range(anchor.year - 4, anchor.year + 5) if (date := make(year)) is not None]
    begun = [date for date in found if date.earliest <= anchor]
    if tense == "future":
        return next((date for date in found if date.latest >= anchor), None)
    following = next((date for date in found if date.earliest > anchor), None)
    if not begun:
        return following
    back = (anchor - begun[-1].earliest).days
    soon = following is not None and (following.earliest - anchor).days <= SOON
    if back <= look_back or (tense == "past" and not (back > LONG_AGO and soon)):
        return begun[-1]
    return following
