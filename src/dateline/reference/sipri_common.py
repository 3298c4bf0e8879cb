"""What SIPRI's exports share: who trades, numbers with question marks, and the lines above the table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from dateline.model.reference import Note, Trader, TraderKind
from dateline.reference.csv_rows import Row, csv_rows
from dateline.reference.partial_dates import whole_day
from dateline.vocab.fold import fold
from dateline.vocab.states import state_code

__all__ = ["YearRange", "flag", "generated", "number", "odd_traders", "promised_years", "trader", "years_missing"]

_WITHIN = re.compile(r"^(?P<name>.*?)\s*\((?P<state>[^()]*)\)$")
_GENERATED = re.compile(r"generated:?\s*(\d{1,2}) ([A-Za-z]{3})[A-Za-z]* (\d{4})", re.IGNORECASE)
_QUOTED_RANGE = re.compile(r"'(\d{4})' to '(\d{4})'")
_DASHED_RANGE = re.compile(r"\b(\d{4})\s*[-–]\s*(\d{4})\b")

YearRange = tuple[int, int]


@cache
def trader(printed: str) -> Trader:
    """A supplier or recipient: ``*`` marks an armed group, ``**`` an organisation of states.

    A group never gets the code of the state that it is in: "Hill Army (Chile)*" has ``within`` "CHL", no ``code``.
    """
    name = printed.rstrip("* ")
    stars = printed.count("*", len(name))
    if stars == 1:
        found = _WITHIN.match(name)
        return Trader(name=name, kind=TraderKind.NON_STATE, within=state_code(found["state"]) if found else None)
    if stars:
        return Trader(name=name, kind=TraderKind.ORGANISATION)
    if fold(name).startswith("unknown"):
        return Trader(name=name.lower(), kind=TraderKind.UNKNOWN)
    return Trader(name=name, kind=TraderKind.STATE, code=state_code(name))


def flag(cell: str) -> bool | None:
    """Yes, No, or None where the register leaves it empty.

    Raises:
        ValueError: another word.
    """
    word = cell.casefold()
    if word in ("yes", "?"):
        return True
    if word == "no":
        return False
    if not word:
        return None
    raise ValueError(f"{cell!r} is neither Yes nor No")


def number(cell: str) -> float | None:
    """A number that is not negative, or None where nothing stands.

    Raises:
        ValueError: no number.
    """
    if not cell:
        return None
    if not re.fullmatch(r"\d+(\.\d+)?", cell):
        raise ValueError(f"{cell!r} is no number")
    return float(cell)


def generated(path: Path) -> str | None:
    """The day on which the export was made, as the lines above its table say: ``2026-02-12``."""
    for row in islice(csv_rows(path), 30):
        found = _GENERATED.search(" ".join(row.cells)) if isinstance(row, Row) else None
        day = whole_day(" ".join(found.groups())) if found else None
        if day is not None:
            return day.isoformat()
    return None


def odd_traders(traders: Iterable[Trader]) -> Iterator[Note]:
    """Remarks on those that are not plain states."""
    sides = set(traders)
    unknown = sorted(side.name for side in sides if side.kind is TraderKind.STATE and side.code is None)
    if unknown:
        yield Note(text=f"states without a known code, kept by name: {', '.join(unknown)}")
    apart = sorted(side.name for side in sides if side.kind in (TraderKind.NON_STATE, TraderKind.ORGANISATION))
    if apart:
        yield Note(text=f"kept apart from states: {', '.join(apart)}")


def promised_years(above: Iterable[Row]) -> YearRange | None:
    """First and last year that the lines above the table announce."""
    for row in above:
        text = " ".join(row.cells)
        found = _QUOTED_RANGE.search(text) or _DASHED_RANGE.search(text)
        if found:
            return int(found[1]), int(found[2])
    return None


def years_missing(promised: YearRange | None, seen: Iterable[int]) -> list[int]:
    """Years announced of which the file has no row."""
    if promised is None:
        return []
    return sorted(set(range(promised[0], promised[1] + 1)) - set(seen))
