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
    from dateline.vocab.listing import names, table

    if name is None:
        held = [table(each) for each in names()]
        rows = [
            {"name": each, "entries": len(shown.rows), "about": shown.title}
            for each, shown in zip(names(), held, strict=True)
        ]
        emit(rows, ["name", "entries", "about"], form)
        return
    chosen = table(name)
    emit(
        [dict(zip(chosen.columns, row, strict=True)) for row in chosen.rows],
        chosen.columns,
        form,
        title=chosen.title,
    )
