"""``dateline entities``: who the record speaks of."""

from __future__ import annotations

import click

from dateline.cli.output import emit, format_option
from dateline.cli.recording import opened, record_option
from dateline.cli.talk import say
from dateline.export.rows import entity_row

COLUMNS = ["id", "name", "country", "sector", "known", "events", "mentions", "documents", "names"]


@click.command(
    "entities",
    epilog="""\b
Examples:
  dateline entities --country Myanmar --sector MIL
  dateline entities "min aung" -f jsonl
  dateline entities --unknown --limit 200 -f csv > unknown.csv
""",
)
@click.argument("text", required=False)
@click.option("--country", multiple=True, help="Of this country, by name or code; repeatable.")
@click.option("--sector", multiple=True, help="Of this sector, such as MIL; repeatable.")
@click.option("--unknown", is_flag=True, help="Only those that no data know; `dateline judge` says who they may be.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Entities shown.")
@record_option
@format_option
def command(
    text: str | None,
    country: tuple[str, ...],
    sector: tuple[str, ...],
    unknown: bool,
    limit: int,
    record: str | None,
    form: str | None,
) -> None:
    """List persons, bodies and states by number of events, with the words under which they were printed.

    TEXT is part of a name, a whole id such as person/min-aung-hlaing, or a country code.
    """
    with opened(record, create=False) as held:
        rows = held.entities(text=text, country=country, sector=sector, unknown=unknown, limit=limit)
        emit([entity_row(row) for row in rows], COLUMNS, form)
        new = sum(not row.known for row in rows)
        full = f" (first {limit} shown; --limit shows more)" if len(rows) == limit else ""
        say(f"{len(rows):,} entities · {new:,} unknown{full}")
