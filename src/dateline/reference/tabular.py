"""Tables below lines of talk, as data bases export them: where the header is, and cells by column name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.errors import MalformedSource
from dateline.reference.csv_rows import Row, csv_rows
from dateline.reference.edition import BadRow, Note

__all__ = ["Table", "open_table"]

#: How many rows may stand above the header.
_PREAMBLE = 100


class Table:
    """The rows below a header, by column name.

    Attributes:
        above: The rows above the header.
        columns: Names of the columns in lower case.
        header: Line of the header.
    """

    def __init__(self, above: tuple[Row, ...], header: Row, rows: Iterator[Row | BadRow | Note]) -> None:
        self.above = above
        self.header = header.line
        self.columns = tuple(_plain(cell).casefold() for cell in header.cells)
        self._rows = rows

    def __iter__(self) -> Iterator[tuple[Row, Mapping[str, str]] | BadRow | Note]:
        """Each row with its cells by column; a semicolon glued to the last cell is cut off.

        Rows of nothing but separators are left out; one with more or fewer cells than the header is a BadRow.
        """
        for row in self._rows:
            if not isinstance(row, Row):
                yield row
            elif len(row.cells) == len(self.columns):
                yield row, dict(zip(self.columns, (*row.cells[:-1], _plain(row.cells[-1])), strict=True))
            elif any(map(_plain, row.cells)):
                yield row.bad(f"has {len(row.cells)} cells, the header {len(self.columns)}")


def open_table(path: Path, needed: tuple[str, ...]) -> Table:
    """The table whose header is the first row that has all the needed columns.

    Raises:
        MalformedSource: there is none among the first hundred rows: this is another file.
    """
    rows = csv_rows(path)
    above: list[Row] = []
    for row in rows:
        if isinstance(row, Row):
            found = {_plain(cell).casefold() for cell in row.cells}
            if all(name.casefold() in found for name in needed):
                return Table(tuple(above), row, rows)
            above.append(row)
        if len(above) >= _PREAMBLE:
            break
    raise MalformedSource(
        f"cannot read {path.name}",
        f"none of its first {_PREAMBLE} rows has the columns {', '.join(needed)}",
        "`dateline reference kinds` says which files each kind reads",
    )


def _plain(cell: str) -> str:
    return cell.rstrip("; ")
