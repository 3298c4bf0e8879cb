"""Feasts of the Islamic and the Hebrew calendar, computed."""

from __future__ import annotations

import datetime as dt

from dateline.model import DatePrecision, ImpreciseDate
from dateline.resolve.date_arithmetic import DAY, interval

#: Month and day of the Islamic calendar, and how many days the feast lasts.
_ISLAMIC = {
    "eid al-fitr": (10, 1, 1),
    "eid al-adha": (12, 10, 1),
    "ramadan": (9, 1, 30),
    "ashura": (1, 10, 1),
}
#: Days from Rosh Hashanah. Passover of a year lies 163 days before the next one.
_HEBREW = {"rosh hashanah": 0, "yom kippur": 9, "passover": -163}
#: Days before the first of the civil Islamic calendar (19 July 622 of the Gregorian calendar is 1 Muharram 1).
_ISLAMIC_EPOCH = 227014
_HEBREW_EPOCH = -1373427


def feast(name: str, year: int) -> ImpreciseDate | None:
    """The days of a feast in a Gregorian year; None for other names.

    Islamic feasts depend on the sighting of the moon and so get a day on either side (civil tabular calendar,
    Dershowitz and Reingold, "Calendrical Calculations"); Hebrew ones are exact.
    """
    if name in _ISLAMIC:
        month, day, length = _ISLAMIC[name]
        around = round((year - 622) * 365.2425 / 354.367)
        for hijri in range(around - 1, around + 3):
            first = _from_islamic(hijri, month, day)
            if first.year == year:
                return interval(first - DAY, first + length * DAY, DatePrecision.DAYS)
        return None
    if name in _HEBREW:
        found = _rosh_hashanah(year) + _HEBREW[name] * DAY
        return interval(found, found)
    return None


def israels_independence_day(year: int) -> dt.date:
    """5 Iyar, moved away from the Sabbath (the law of 2004)."""
    day = _rosh_hashanah(year) - 163 * DAY + 20 * DAY
    return day + {5: -1, 6: -2, 1: 1}.get(day.isoweekday(), 0) * DAY


def _from_islamic(year: int, month: int, day: int) -> dt.date:
    days = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2 + day
    return dt.date.fromordinal(_ISLAMIC_EPOCH + days)


def _rosh_hashanah(year: int) -> dt.date:
    """1 Tishri that falls in a Gregorian year."""
    hebrew = year + 3761
    before, this, after = (_elapsed(hebrew + n) for n in (-1, 0, 1))
    shift = 2 if after - this == 356 else 1 if this - before == 382 else 0
    return dt.date.fromordinal(_HEBREW_EPOCH + this + shift)


def _elapsed(year: int) -> int:
    """Days from the epoch to the mean new moon of Tishri, Sunday, Wednesday and Friday being passed over."""
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = 29 * months + parts // 25920
    return days + ((3 * (days + 1)) % 7 < 3)
