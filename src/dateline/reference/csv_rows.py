"""Rows of delimited text with the line they begin on, in the memory of one row."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import MalformedSource
from dateline.reference.edition import BadRow, Note

_LONGEST_CELL = 1_000_000
_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row, without blanks around them, and its first 1-based line."""

    line: int
    cells: tuple[str, ...]

    def bad(self, reason: str) -> BadRow:
        """This row as one that was not read."""
        return BadRow(line=self.line, reason=reason, text=clipped(",".join(self.cells)))


def clipped(text: str) -> str:
    """At most 500 characters of a text."""
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def csv_rows(path: Path, *, delimiter: str = ",") -> Iterator[Row | BadRow | Note]:
    """Rows that are not empty; a byte order mark, NUL bytes and a closing Ctrl-Z are left out.

    A byte that is no UTF-8 is read as Windows-1252, and the first such line is noted.
    """
    csv.field_size_limit(_LONGEST_CELL)
    other: list[int] = []
    with path.open(encoding="utf-8-sig", errors="surrogateescape", newline="") as file:
        reader = csv.reader(_lines(file, other), delimiter=delimiter)
        line = 1
        while True:
            try:
                cells = next(reader, None)
            except csv.Error as error:
                yield BadRow(line=line, reason=f"no row of delimited text: {error}", text="")
            else:
                if cells is None:
                    break
                if any(cell.strip() for cell in cells):
                    yield Row(line, tuple(cell.strip() for cell in cells))
            line = reader.line_num + 1
    if other:
        yield Note(text="bytes that are no UTF-8 were read as Windows-1252, first on this line", line=other[0])


def columns(path: Path, header: Sequence[str], needed: Sequence[str]) -> dict[str, int]:
    """The place of each column of a header by its name.

    Raises:
        MalformedSource: a needed column is missing: this is another file.
    """
    places = {name.strip(): place for place, name in enumerate(header)}
    missing = [name for name in needed if name not in places]
    if missing:
        raise MalformedSource(
            f"cannot read {path.name}",
            f"it has no column {', '.join(map(repr, missing))}",
            "check the kind of the file",
        )
    return places


def _lines(file: Iterator[str], other: list[int]) -> Iterator[str]:
    for number, text in enumerate(file, start=1):
        line = text
        if not line.isascii() and any("\udc80" <= char <= "\udcff" for char in line):
            other[:] = other or [number]
            line = "".join(_windows(char) for char in line)
        line = line.replace("\0", "")
        if line.strip() != "\x1a":
            yield line
        else:
            yield "\n"


def _windows(char: str) -> str:
    if "\udc80" <= char <= "\udcff":
        return bytes([ord(char) - 0xDC00]).decode("cp1252", "replace")
    return char
