"""A table of one recipient's imports: ``year``, ``supplier``, and one column of TIV for each vintage.

The columns of values are called ``tiv_m_vintage_2022-07-28``; their cells are in millions of TIV, and an empty cell
says that this vintage has no such row. The recipient stands in a column ``recipient``, or else in the name of the file:
``myanmar_imports_….csv``. One file so holds several vintages side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.errors import MalformedSource
from dateline.model.reference import TivCell, Trader
from dateline.reference.edition import BadRow, Edition, Item, Note
from dateline.reference.sipri_common import number, odd_traders, trader
from dateline.reference.tabular import open_table
from dateline.vocab.states import state_code

__all__ = ["read"]

_HEADER = ("year", "supplier")
_VALUES = re.compile(r"tiv\w*_vintage_(?P<vintage>.+)")


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Cells row by row, each with the vintage of its column.

    Raises:
        MalformedSource: no such table, or nobody says whose imports they are.
    """
    table = open_table(path, _HEADER)
    vintages = {name: held["vintage"] for name in table.columns if (held := _VALUES.fullmatch(name))}
    if not vintages:
        raise MalformedSource(f"cannot read {path.name}", "no column is called tiv_…_vintage_YYYY-MM-DD")
    named = None if "recipient" in table.columns else _recipient(path)
    traders: set[Trader] = set()
    for found in table:
        if isinstance(found, BadRow | Note):
            yield found
            continue
        row, cells = found
        try:
            new = list(_cells(row.line, cells, vintages, named or trader(cells["recipient"]), edition))
        except ValueError as error:
            yield row.bad(str(error))
            continue
        traders.update(cell.supplier for cell in new if cell.supplier)
        yield from new
    yield from odd_traders(traders)


def _cells(
    line: int, row: Mapping[str, str], vintages: Mapping[str, str], recipient: Trader, edition: Edition
) -> Iterator[TivCell]:
    if not re.fullmatch(r"\d{4}", row["year"]):
        raise ValueError(f"year {row['year']!r} is no year")
    if not row["supplier"]:
        raise ValueError("no supplier")
    year, supplier = int(row["year"]), trader(row["supplier"])
    for column, vintage in vintages.items():
        tiv = number(row[column])
        if tiv is not None:
            yield TivCell(
                id=edition.row_id(f"{supplier.key}>{recipient.key}/{year}/{vintage}"),
                supplier=supplier,
                recipient=recipient,
                year=year,
                tiv=tiv,
                provenance=edition.at(line, vintage=vintage),
            )


def _recipient(path: Path) -> Trader:
    name = path.name.partition("_imports")[0].replace("_", " ").replace("-", " ")
    if state_code(name) is None:
        raise MalformedSource(
            f"cannot read {path.name}",
            "neither a column nor the name of the file says whose imports they are",
            "call it COUNTRY_imports_….csv, or add a column recipient",
        )
    return trader(name.title())
