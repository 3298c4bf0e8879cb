"""Editions that hold transfers or values: one for each data set and vintage, with the years that its files reach."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.reference import Provenance
from dateline.query.reference import EditionRow, ReferenceReader

#: Vintage or "", source, and the file's hash where there is no vintage.
EditionKey = tuple[str, str, str]

_HOLD = ("ArmsTransfer", "TivCell")


@dataclass(frozen=True, slots=True, kw_only=True)
class TradeEdition:
    """One data set in one vintage.

    Attributes:
        source, vintage: As its rows name them.
        kind: Key of its reader.
        first, last: First and last year of any row in its files, of whatever state.
        retrieved: Newest day of retrieval of its files.
        deals: Whether it holds deals; else it holds values by year only.
        ids: Ids of its files.
        notes: What the readers of its files remarked.
        sha256: Hash of the file where it has no vintage, and is an edition of its own; else "".
    """

    source: str
    vintage: str | None
    kind: str
    first: int
    last: int
    retrieved: dt.date | None
    deals: bool
    ids: tuple[str, ...]
    notes: tuple[str, ...]
    sha256: str = ""

    @property
    def key(self) -> EditionKey:
        """What its rows are grouped by."""
        return self.vintage or "", self.source, self.sha256

    @property
    def name(self) -> str:
        """Source and vintage in one line."""
        return f"{self.source}, {f'vintage {self.vintage}' if self.vintage else 'no vintage'}"


def trade_editions(reader: ReferenceReader, vintage: str | None = None) -> tuple[TradeEdition, ...]:
    """What is loaded, the newest vintage first, registers before value tables."""
    files: dict[EditionKey, list[EditionRow]] = {}
    for row in reader.editions():
        if any(row.rows.get(name) for name in _HOLD):
            for name in row.vintages or (row.edition.vintage,):
                if vintage is None or name == vintage:
                    sha256 = "" if name else row.edition.sha256
                    files.setdefault((name or "", row.edition.source, sha256), []).append(row)
    held = [each for key, rows in files.items() for each in _one(reader, key, rows)]
    held.sort(key=lambda each: (each.vintage or "", each.deals), reverse=True)
    return tuple(held)


def edition_key(row: Provenance) -> EditionKey:
    """The edition of a row; files without a vintage are editions of their own, and never added up."""
    return row.vintage or "", row.source, "" if row.vintage else row.sha256


def _one(reader: ReferenceReader, key: EditionKey, rows: list[EditionRow]) -> Iterator[TradeEdition]:
    vintage, source, sha256 = key[0] or None, key[1], key[2]
    years = [year for row in rows for year in _years(reader, row, vintage)]
    if years:
        yield TradeEdition(
            source=source,
            vintage=vintage,
            kind=rows[-1].edition.kind,
            first=min(years),
            last=max(years),
            retrieved=max((row.edition.retrieved for row in rows if row.edition.retrieved), default=None),
            deals=any(row.rows.get("ArmsTransfer") for row in rows),
            ids=tuple(row.id for row in rows),
            notes=tuple(dict.fromkeys(note.text for row in rows for note in row.notes)),
            sha256=sha256,
        )


def _years(reader: ReferenceReader, row: EditionRow, vintage: str | None) -> tuple[int, ...]:
    """First and last year of a file; where it holds several vintages, those of the rows of this one."""
    if len(row.vintages) > 1:
        years = [cell.year for cell in reader.tiv(vintage=vintage) if cell.provenance.sha256 == row.edition.sha256]
        return (min(years), max(years)) if years else ()
    return () if row.first_year is None or row.last_year is None else (row.first_year, row.last_year)
