"""SIPRI's importer/exporter TIV tables, CSV export: one row for each partner, one column for each year.

"TIV of arms exports from Russia, 1950-2021" has the recipients in its rows, "TIV of arms imports to …" the suppliers; a
table of the largest exporters or importers has only totals. Whole millions; 0 is below half a million.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from dateline.errors import MalformedSource
from dateline.model.reference import TivCell, Trader
from dateline.reference.csv_rows import Row, csv_rows
from dateline.reference.edition import BadRow, Edition, Item, Note
from dateline.reference.sipri_common import generated, number, odd_traders, trader

__all__ = ["read", "vintage"]

_TITLE = re.compile(r"TIV of arms (?P<way>exports from|imports (?:to|from|by)) (?P<who>.+?),? \d{4}", re.IGNORECASE)
_MANY = re.compile(r"(the )?(top|all|largest)\b", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
#: How many rows may stand above the header.
_PREAMBLE = 100


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the rows and columns of one table stand for.

    Attributes:
        exports: Whether the rows are recipients of ``of``, or else suppliers of it.
        of: The state whose trade it is; None where each row is an exporter or importer itself.
        years: Year of each column, None for the label and the total.
    """

    exports: bool
    of: Trader | None
    years: tuple[int | None, ...]

    def cell(self, partner: Trader | None, year: int, tiv: float, line: int, edition: Edition) -> TivCell:
        """One cell; ``partner`` None is the row of totals."""
        own, other = (self.of, partner) if self.of else (partner, None)
        supplier, recipient = (own, other) if self.exports else (other, own)
        sides = ">".join(side.key if side else "all" for side in (supplier, recipient))
        return TivCell(
            id=edition.row_id(f"{sides}/{year}"),
            supplier=supplier,
            recipient=recipient,
            year=year,
            tiv=tiv,
            provenance=edition.at(line),
        )


def vintage(path: Path) -> str | None:
    """The day on which the export was made."""
    return generated(path)


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Cells row by row; the row of totals as cells of all partners.

    Raises:
        MalformedSource: no table of TIV.
    """
    rows = csv_rows(path)
    layout = _layout(rows, path)
    sums: dict[int, float] = {}
    totals: dict[int, float] = {}
    traders: list[Trader] = []
    for row in rows:
        if isinstance(row, BadRow | Note):
            yield row
            continue
        try:
            partner, values = _values(row, layout)
        except ValueError as error:
            yield row.bad(str(error))
            continue
        traders.extend([partner] if partner else [])
        for year, tiv in values:
            held = sums if partner else totals
            held[year] = held.get(year, 0.0) + tiv
            if partner or layout.of:
                yield layout.cell(partner, year, tiv, row.line, edition)
    yield from odd_traders(traders)
    yield from _differences(sums, totals, len(traders))


def _layout(rows: Iterator[Row | BadRow | Note], path: Path) -> _Layout:
    title = None
    for row in islice(rows, _PREAMBLE):
        if not isinstance(row, Row):
            continue
        title = title or _TITLE.search(" ".join(row.cells))
        years = [int(cell) if _YEAR.fullmatch(cell) else None for cell in row.cells]
        if title and len(years) > 1 and not row.cells[0] and years[1] is not None:
            of = None if _MANY.match(title["who"]) else trader(title["who"].strip())
            return _Layout(title["way"].lower().startswith("exports"), of, tuple(years))
    raise MalformedSource(
        f"cannot read {path.name}",
        'there is no title such as "TIV of arms exports from Russia, 1950-2021" with a row of years below',
        "`dateline reference kinds` says which files each kind reads",
    )


def _values(row: Row, layout: _Layout) -> tuple[Trader | None, list[tuple[int, float]]]:
    """The partner, None in the row of totals, and the years that have a value.

    Raises:
        ValueError: no partner, or a cell that is no number.
    """
    if not row.cells[0]:
        raise ValueError("no name in the first cell")
    if len(row.cells) != len(layout.years):
        raise ValueError(f"has {len(row.cells)} cells, the header {len(layout.years)}")
    partner = None if row.cells[0].casefold() == "total" else trader(row.cells[0])
    values = [
        (year, tiv)
        for year, cell in zip(layout.years, row.cells, strict=True)
        if year is not None and (tiv := number(cell)) is not None
    ]
    return partner, values


def _differences(sums: dict[int, float], totals: dict[int, float], partners: int) -> Iterator[Note]:
    """Years in which the partners listed come to less or more than the total, beyond what rounding explains."""
    rounding = partners / 2 + 1
    years = [year for year, total in sorted(totals.items()) if abs(total - sums.get(year, 0.0)) > rounding]
    if years:
        yield Note(
            text=f"in {len(years)} years ({years[0]}–{years[-1]}) the rows do not come to the row of totals: "
            "partners are missing from the file, and only the totals are of all of them"
        )
