"""Dates as lists print them, whole or in part: "2021-06" stays a month, "1960" a year."""

from __future__ import annotations

import calendar
import datetime as dt
import re

from dateline.model import DatePrecision, ImpreciseDate

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_abbr) if name}
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:[T ]\d\d:\d\d.*|Z|[+-]\d\d:\d\d)?)?)?", re.ASCII)
_WORDED = re.compile(r"(?:(\d{1,2}) )?([A-Za-z]{3})[a-z]* (\d{4})", re.ASCII)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)


def partial_date(text: str | None, *, month_first: bool = False) -> ImpreciseDate | None:
    """The interval that a printed date spans; None where nothing is printed or it is no date.

    Args:
        text: "2021", "2021-06", "2021-06-22", "2021-06-22T10:00:00Z", "22 Jun 2021", "June 2021" or "22/06/2021".
        month_first: Whether a date with slashes begins with the month.
    """
    printed = " ".join((text or "").split())
    if found := _ISO.fullmatch(printed):
        return _interval(found[1], found[2], found[3])
    if (found := _WORDED.fullmatch(printed)) and found[2].lower() in _MONTHS:
        return _interval(found[3], str(_MONTHS[found[2].lower()]), found[1])
    if found := _SLASHED.fullmatch(printed):
        day, month = (found[2], found[1]) if month_first else (found[1], found[2])
        return _interval(found[3], month, day)
    return None


def whole_day(text: str | None, *, month_first: bool = False) -> dt.date | None:
    """The day of a date that is printed to the day; None for anything less."""
    found = partial_date(text, month_first=month_first)
    return found.earliest if found is not None and found.precision is DatePrecision.DAY else None


def _interval(year: str, month: str | None, day: str | None) -> ImpreciseDate | None:
    try:
        first = dt.date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    if day:
        return ImpreciseDate.day(first)
    if month:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        return ImpreciseDate(earliest=first, latest=last, precision=DatePrecision.MONTH)
    return ImpreciseDate(earliest=first, latest=first.replace(month=12, day=31), precision=DatePrecision.YEAR)
