"""Rows as the cells of a table: for terminals, spreadsheets and pages alike."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO


def dumps(value: object, *, indent: int | None = None) -> str:
    """JSON with the text's own characters; lone surrogates are escaped so that any stream can carry them."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def cell(value: object) -> str:
    """A value as one cell: lists joined, None empty, objects as JSON."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ", ".join(cell(item) for item in value)
    if isinstance(value, Mapping):
        return dumps(value)
    return str(value)


def write_csv(stream: TextIO, rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> None:
    """Write rows as CSV; a cell that a spreadsheet would run as a formula is marked as text."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_inert(cell(row.get(column))) for column in columns])


def csv_text(rows: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> str:
    """The same as text."""
    stream = io.StringIO()
    write_csv(stream, rows, columns)
    return stream.getvalue()


def _inert(text: str) -> str:
    """Keep a spreadsheet from running a cell as a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "@", "\t", "\r") else text
