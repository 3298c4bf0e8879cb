"""Rows of delimited text with the line they begin on, in the memory of one row."""

from __future__ import annotations

import csv
import gzip
import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

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
    with opened(path) as file:
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


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """A file as text, gzip or plain; bytes that are no UTF-8 come as lone surrogates.

    Raises:
        MalformedSource: it cannot be read, or is compressed and broken.
    """
    try:
        with path.open("rb") as plain:
            opener = gzip.open if plain.read(2) == b"\x1f\x8b" else open
        with opener(path, "rb") as raw:
            yield io.TextIOWrapper(raw, encoding="utf-8-sig", errors="surrogateescape", newline="")
    except (EOFError, OSError) as error:
        raise MalformedSource(f"cannot read {path.name}", str(error), "fetch the file again") from error


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
