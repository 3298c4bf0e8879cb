"""``dateline vocab``: print a vocabulary."""

from __future__ import annotations

import click

from dateline.cli.output import emit, format_option


@click.command(
    "vocab",
    epilog="""\b
Examples:
  dateline vocab                        the vocabularies there are
  dateline vocab event_types            the 16 PLOVER types
  dateline vocab item_classes -f csv    arms item classes, for a spreadsheet
""",
)
@click.argument("name", required=False)
@format_option
def command(name: str | None, form: str | None) -> None:
    """Print a vocabulary (NAME), or without a name the list of vocabularies."""
    from dateline.vocab import listing

    if name is None:
        held = [listing.table(each) for each in listing.names()]
        rows = [
            {"name": each, "entries": len(table.rows), "about": table.title}
            for each, table in zip(listing.names(), held, strict=True)
        ]
        emit(rows, ["name", "entries", "about"], form)
        return
    table = listing.table(name)
    emit(
        [dict(zip(table.columns, row, strict=True)) for row in table.rows],
        table.columns,
        form,
        title=table.title,
    )
