"""Data on standard output: table, JSON lines, JSON or CSV.

A table on a terminal, JSON lines in a pipe, unless ``-f`` says otherwise.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import click

from dateline.export.tables import cell, dumps, write_csv

__all__ = ["FORMATS", "Row", "cell", "chosen", "dumps", "emit", "format_option"]

FORMATS = ("table", "jsonl", "json", "csv")
#: Width of a table where no terminal tells one.
PIPE_WIDTH = 120

Row = Mapping[str, Any]

format_option = click.option(
    "-f",
    "--format",
    "form",
    type=click.Choice(FORMATS),
    default=None,
    help="Output format; a table on a terminal, JSON lines in a pipe.",
)


def chosen(form: str | None) -> str:
    """The format asked for, or the one that fits standard output."""
    return form or ("table" if sys.stdout.isatty() else "jsonl")


def emit(
    rows: Iterable[Row],
    columns: Sequence[str],
    form: str | None,
    *,
    title: str = "",
    cards: Callable[[Sequence[Row]], str] | None = None,
) -> None:
    """Write rows in one of the formats.

    Args:
        rows: The data; JSON forms write whole rows.
        columns: Keys shown in table and CSV, in order.
        form: One of FORMATS, or None to choose by where the output goes.
        title: Heading of the table.
        cards: Draws the rows for ``table`` in a form of its own, in place of columns.
    """
    match chosen(form):
        case "jsonl":
            for row in rows:
                click.echo(dumps(row))
        case "json":
            click.echo(dumps(list(rows), indent=1))
        case "csv":
            write_csv(sys.stdout, rows, columns)
        case _ if cards is not None:
            click.echo(cards(list(rows)))
        case _:
            _table(rows, columns, title)


def _table(rows: Iterable[Row], columns: Sequence[str], title: str) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    drawn = Table(title=title or None, title_justify="left")
    for column in columns:
        drawn.add_column(column.replace("_", " "), overflow="fold")
    for row in rows:
        drawn.add_row(*[Text(cell(row.get(column))) for column in columns])
    Console(width=None if sys.stdout.isatty() else PIPE_WIDTH).print(drawn)
