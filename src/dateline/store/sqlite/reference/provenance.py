"""Where a stored row is from: the edition's particulars joined to the row's own line."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable

from dateline.model.reference import Edition, Provenance
from dateline.vocab.fold import key

#: Columns of the edition that a provenance needs; the table is called ``e``.
COLUMNS = "e.kind, e.source, e.licence, e.sha256, e.retrieved, e.vintage AS edition_vintage"


def provenance(row: sqlite3.Row, vintage: str | None) -> Provenance:
    """Of a row with :data:`COLUMNS` and its own ``line``."""
    return Provenance(
        source=row["source"],
        vintage=vintage,
        retrieved=day(row["retrieved"]),
        licence=row["licence"],
        sha256=row["sha256"],
        line=row["line"],
    )


def edition(row: sqlite3.Row) -> Edition:
    """Of a row of ``editions``."""
    return Edition(
        kind=row["kind"],
        source=row["source"],
        vintage=row["vintage"],
        retrieved=day(row["retrieved"]),
        licence=row["licence"],
        sha256=row["sha256"],
    )


def day(text: str | None) -> dt.date | None:
    """A stored day."""
    return dt.date.fromisoformat(text) if text else None


def iso(held: dt.date | None) -> str | None:
    """A day as it is stored."""
    return held.isoformat() if held else None


def words_of(*texts: str) -> str:
    """Folded words, each between spaces, for :func:`all_words`."""
    return f" {key(' '.join(texts))} "


def all_words(column: str, wanted: str, *, whole: bool = False) -> tuple[str, list[object]]:
    """The condition that all the words stand in a column of :func:`words_of`, by their beginnings or ``whole``."""
    found = key(wanted).split()
    end = " %" if whole else "%"
    clause = " AND ".join(f"{column} LIKE ?" for _ in found) or "0"
    return f"({clause})", [f"% {word}{end}" for word in found]


def conditions(parts: Iterable[tuple[str, list[object]]]) -> tuple[str, list[object]]:
    """All of them, joined by AND."""
    held = list(parts)
    values = [value for _, bound in held for value in bound]
    return " AND ".join(clause for clause, _ in held) or "1", values
