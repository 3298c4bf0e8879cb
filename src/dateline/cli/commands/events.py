"""``dateline events``: list events of the record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from dateline.cli import cards
from dateline.cli.filtering import filter_of, filter_options
from dateline.cli.output import emit, format_option
from dateline.cli.recording import opened, record_option
from dateline.cli.talk import say
from dateline.export.event_table import COLUMNS, event_cells
from dateline.store import EventRow


@click.command(
    "events",
    epilog="""\b
Examples:
  dateline events --country Myanmar --since 2021-01-01
  dateline events --pair Russia Myanmar --type CONSULT
  dateline events --item-class aircraft -f csv > aircraft.csv
""",
)
@filter_options
@record_option
@format_option
def command(record: str | None, form: str | None, **options: Any) -> None:
    """List events, newest first, each with the words that say it."""
    wanted = filter_of(options)
    with opened(record, create=False) as held:
        found = held.events(wanted)
        emit([event_cells(row) for row in found.rows], COLUMNS, form, cards=lambda _rows: listing(found.rows))
        say(str(found.counts) + (f" (first {len(found.rows)} shown; --limit shows more)" if found.next else ""))


def listing(rows: Sequence[EventRow]) -> str:
    """Events as a person reads them."""
    return "\n\n".join(cards.event_card(row.event, row.quote, row.publisher) for row in rows) or "no events"
