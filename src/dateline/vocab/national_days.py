"""Days that differ from state to state: national holidays, and when financial years begin."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dateline.errors import VocabularyError
from dateline.vocab.loading import Entry, csv_entries

_DAYS, _FISCAL, _LUNAR = "dates/national_days.csv", "dates/fiscal_years.csv", "dates/lunar_new_year.csv"


class NamedBy(StrEnum):
    """The calendar year that gives a financial year its name."""

    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True, kw_only=True)
class YearlyDay:
    """A month and day that holds for some years.

    Attributes:
        month, day: As written; the year's own.
        first, last: Years of the rule, both included; None where it has no end there.
    """

    month: int
    day: int
    first: int | None
    last: int | None

    def in_year(self, year: int) -> dt.date | None:
        """The day in a year, None outside the rule's years."""
        if (self.first is not None and year < self.first) or (self.last is not None and year > self.last):
            return None
        return dt.date(year, self.month, self.day)


@cache
def national_days() -> Mapping[str, Mapping[str, tuple[YearlyDay, ...]]]:
    """Name of the holiday → country (ISO3) → its days.

    Raises:
        VocabularyError: a row that is no day.
    """
    found: dict[str, dict[str, tuple[YearlyDay, ...]]] = defaultdict(dict)
    for row in csv_entries(_DAYS):
        name, country = row.text("name"), row.text("country")
        found[name][country] = (*found[name].get(country, ()), _yearly(row))
        row.done()
    return found


def national_day(name: str, country: str, year: int) -> dt.date | None:
    """The day of a national holiday in a year; None where no row tells it."""
    days = national_days().get(name, {}).get(country, ())
    return next((day for each in days if (day := each.in_year(year)) is not None), None)


@cache
def _fiscal_years() -> Mapping[str, tuple[tuple[YearlyDay, NamedBy], ...]]:
    found: dict[str, tuple[tuple[YearlyDay, NamedBy], ...]] = {}
    for row in csv_entries(_FISCAL):
        country, named_by = row.text("country"), row.choice("named_by", NamedBy)
        found[country] = (*found.get(country, ()), (_yearly(row), named_by))
        row.done()
    return found


def fiscal_year(country: str, name: int) -> tuple[dt.date, dt.date] | None:
    """First and last day of the financial year that a state calls ``name``; None where it is the calendar year."""
    for rule, named_by in _fiscal_years().get(country, ()):
        start = rule.in_year(name - (named_by is NamedBy.END))
        if start is not None:
            return start, start.replace(year=start.year + 1) - dt.timedelta(days=1)
    return None


@cache
def lunar_new_years() -> Mapping[int, dt.date]:
    """Year → day of the Chinese lunar new year."""
    days = [dt.date.fromisoformat(row.text("day")) for row in csv_entries(_LUNAR)]
    return {day.year: day for day in days}


def _yearly(row: Entry) -> YearlyDay:
    try:
        month, day = int(row.text("month")), int(row.text("day"))
        dt.date(2001, month, day)
        first, last = (int(text) if (text := row.text(key, "")) else None for key in ("first", "last"))
    except ValueError as error:
        raise VocabularyError(f"{row.file}: {row.name}", str(error), "write month, day and years as numbers") from error
    return YearlyDay(month=month, day=day, first=first, last=last)
