"""The day of a holiday in a year."""

from __future__ import annotations

import datetime as dt

from dateline.model import DatePrecision, ImpreciseDate
from dateline.resolve.date_arithmetic import DAY, interval, nth_weekday
from dateline.resolve.feasts import feast, israels_independence_day
from dateline.vocab.national_days import lunar_new_years, national_day, national_days

_FIXED = {
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year": (1, 1),
    "independence day": (7, 4),
    "may day": (5, 1),
    "armistice day": (11, 11),
    "valentine": (2, 14),
    "halloween": (10, 31),
    "all saints": (11, 1),
    "saint patrick": (3, 17),
    "earth day": (4, 22),
    "groundhog day": (2, 2),
    "april fools": (4, 1),
    "juneteenth": (6, 19),
    "cinco de mayo": (5, 5),
    "bastille day": (7, 14),
    "anzac day": (4, 25),
    "guy fawkes": (11, 5),
    "victory day": (5, 9),
    "women's day": (3, 8),
    "human rights day": (12, 10),
    "inauguration day": (1, 20),
    "day of the sun": (4, 15),
}
#: Month, ISO weekday, which one; days after it.
WEEKDAY_RULES = {
    "thanksgiving": (11, 4, 4, 0),
    "black friday": (11, 4, 4, 1),
    "cyber monday": (11, 4, 4, 4),
    "memorial day": (5, 1, -1, 0),
    "labor day": (9, 1, 1, 0),
    "presidents day": (2, 1, 3, 0),
    "columbus day": (10, 1, 2, 0),
    "martin luther king day": (1, 1, 3, 0),
    "mother's day": (5, 7, 2, 0),
    "father's day": (6, 7, 3, 0),
}
_AFTER_EASTER = {
    "easter": 0,
    "easter monday": 1,
    "good friday": -2,
    "palm sunday": -7,
    "ash wednesday": -46,
    "ascension": 39,
    "pentecost": 49,
}


def easter(year: int) -> dt.date:
    """Western Easter Sunday (Gregorian computus of Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e, g = b // 4, b % 4, (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return dt.date(year, month, day + 1)


def orthodox_easter(year: int) -> dt.date:
    """Orthodox Easter Sunday in the Gregorian calendar (Meeus; valid 1900 to 2099)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return dt.date(year, month, day + 1) + 13 * DAY


def holiday(name: str, year: int) -> dt.date | None:
    """The day of a holiday (United States usage where countries differ), None for those of a lunar calendar."""
    if name in _FIXED:
        return dt.date(year, *_FIXED[name])
    if name in WEEKDAY_RULES:
        month, weekday, n, after = WEEKDAY_RULES[name]
        return nth_weekday(year, month, weekday, n) + after * DAY
    if name in _AFTER_EASTER:
        return easter(year) + _AFTER_EASTER[name] * DAY
    return orthodox_easter(year) if name == "orthodox easter" else None


def holiday_interval(name: str, year: int, country: str | None = None) -> ImpreciseDate | None:
    """The days of a holiday in a year; None where no table and no rule tells them.

    Args:
        name: Key of the holiday ("independence day").
        year: Of the Gregorian calendar.
        country: ISO3 of the state that keeps it, or None: then Independence Day is that of the United States and
            Victory Day that of 1945, and other national days are unknown.
    """
    if country is not None and name in national_days():
        if (country, name) == ("ISR", "independence day"):
            day: dt.date | None = israels_independence_day(year)
        else:
            day = national_day(name, country, year)
        return interval(day, day) if day is not None else None
    if name == "nowruz":
        return interval(dt.date(year, 3, 20), dt.date(year, 3, 21), DatePrecision.DAYS)
    if (found := feast(name, year)) is not None:
        return found
    day = lunar_new_years().get(year) if name == "lunar new year" else holiday(name, year)
    return interval(day, day) if day is not None else None
