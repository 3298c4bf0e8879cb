"""Landmarks: the years of coups, wars and annexations from which reports count ("since the coup")."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from dateline.errors import VocabularyError

_FILE = "landmarks.csv"
#: Words of reports → the kind in the data.
_KINDS: Mapping[str, str] = {
    "coup": "coup",
    "putsch": "coup",
    "takeover": "coup",
    "invasion": "invasion",
    "war": "war",
    "annexation": "annexation",
    "revolution": "revolution",
}


def landmark_year(word: str, country: str | None, *, before: dt.date | None = None) -> int | None:
    """The year of the latest landmark of that word in a state (alpha-3), before a day where one is given.

    Raises:
        VocabularyError: ``landmarks.csv`` does not hold together.
    """
    kind = _KINDS.get(word.lower())
    days = [
        day
        for where, what, day in _landmarks()
        if where == country and what == kind and (before is None or day <= before)
    ]
    return max(days).year if days else None


@cache
def _landmarks() -> tuple[tuple[str, str, dt.date], ...]:
    text = files("dateline.vocab").joinpath("data", _FILE).read_text("utf-8")
    found = []
    for line, row in enumerate(csv.DictReader(text.splitlines()), start=2):
        try:
            found.append((row["country"], row["what"], dt.date.fromisoformat(row["day"])))
        except (KeyError, ValueError) as error:
            raise VocabularyError(
                f"{_FILE}: line {line}", f"is no landmark: {error}", "write country,what,day"
            ) from error
    return tuple(found)
