"""When sanctions programmes began: public facts that the files of programmes and lists do not tell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from dateline.errors import VocabularyError
from dateline.vocab.loading import csv_entries

_FILE = "reference/programme_dates.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeDates:
    """First and last day of a programme's measures, by the instrument that set them.

    Attributes:
        key: The programme as its publisher calls it ("EU-MMR", "BURMA-EO14014").
        start: Day of the first instrument; no party can have been listed under the programme before.
        end: Last day, or None while no end is known.
        source: The instrument.
    """

    key: str
    start: dt.date
    end: dt.date | None
    source: str


@cache
def programme_dates() -> Mapping[str, ProgrammeDates]:
    """The programmes whose first day is known to us, by key.

    Raises:
        VocabularyError: a row without a day or a source.
    """
    found = {}
    for row in csv_entries(_FILE):
        key, end = row.text("key"), row.text("end", "")
        try:
            start = dt.date.fromisoformat(row.text("start"))
            last = dt.date.fromisoformat(end) if end else None
        except ValueError as error:
            raise VocabularyError(f"{_FILE}: {key}", str(error), "write days as YYYY-MM-DD") from error
        found[key] = ProgrammeDates(key=key, start=start, end=last, source=row.text("source"))
        row.done()
    return found


def first_possible(programmes: Iterable[str]) -> ProgrammeDates | None:
    """The programme that began first among these; None where the beginning of any is not known, or there are none."""
    dated = [programme_dates().get(programme) for programme in programmes]
    known = [each for each in dated if each is not None]
    return min(known, key=lambda each: each.start) if known and len(known) == len(dated) else None
