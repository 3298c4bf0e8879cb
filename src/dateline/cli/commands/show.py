"""``dateline show``: one event, mention or document with its quotes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click

from dateline.cli import cards
from dateline.cli.output import chosen, dumps, format_option
from dateline.cli.recording import opened, record_option
from dateline.errors import UsageError
from dateline.export.contract import coding_row
from dateline.export.rows import event_object, told_row
from dateline.model import to_json
from dateline.query import DocumentView, EventView
from dateline.query.conflicts import Difference
from dateline.query.remarks import Remarks
from dateline.record import Record
from dateline.store import MentionRow

#: Remarks by document.
Notes = Mapping[str, Remarks]


@click.command(
    "show",
    epilog="""\b
Examples:
  dateline show event-0123456789abcdef
  dateline show doc-0123456789abcdef -f json
""",
)
@click.argument("key", metavar="ID")
@record_option
@format_option
def command(key: str, record: str | None, form: str | None) -> None:
    """Show the event, mention or document with this ID, quotes first."""
    with opened(record, create=False) as held:
        found = lookup(held, key)
        notes = held.remarks(_documents(found))
        differing = held.conflicts(key) if isinstance(found, EventView) else ()
    if chosen(form) == "table":
        click.echo(_text(found, notes, differing))
    else:
        click.echo(dumps(_object(found, notes, differing), indent=1 if form == "json" else None))


def lookup(record: Record, key: str) -> EventView | MentionRow | DocumentView:
    """Whatever has this id.

    Raises:
        UsageError: nothing has.
    """
    for ask in (record.event, record.mention, record.document):
        try:
            return ask(key)
        except UsageError:
            continue
    raise UsageError(
        f"no id {key!r}", "no event, mention or document of the record has it", "dateline events lists ids"
    )


def _documents(found: EventView | MentionRow | DocumentView) -> list[str]:
    if isinstance(found, EventView):
        return [row.document.id for row in found.mentions]
    return [found.document.id]


def _object(
    found: EventView | MentionRow | DocumentView, notes: Notes, differing: Sequence[Difference]
) -> dict[str, object]:
    if isinstance(found, EventView):
        told = [_told_object(row, notes) for row in found.mentions]
        return event_object(found.event) | {"differences": [to_json(each) for each in differing], "told": told}
    if isinstance(found, MentionRow):
        return _told_object(found, notes)
    document = dict(to_json(found.document)) | _remarked(notes[found.document.id])
    return document | (coding_row(found.document.id, found.coding) if found.coding else {})


def _told_object(row: MentionRow, notes: Notes) -> dict[str, object]:
    return told_row(row) | _remarked(notes[row.document.id])


def _remarked(held: Remarks) -> dict[str, object]:
    """Copies and withdrawal, where there are any."""
    withdrawn = held.withdrawal
    return {
        **({"copy_of": [to_json(copy) for copy in held.copies]} if held.copies else {}),
        **({"withdrawn": withdrawn.withdrawn.isoformat(), "reason": withdrawn.reason} if withdrawn else {}),
    }


def _text(found: EventView | MentionRow | DocumentView, notes: Notes, differing: Sequence[Difference]) -> str:
    if isinstance(found, EventView):
        first = found.mentions[0]
        parts = [cards.event_card(found.event, first.quote, first.document.publisher)]
        parts += ["\n".join(map(str, differing))] if differing else []
        return "\n\n".join([*parts, *(_told(row, notes) for row in found.mentions)])
    if isinstance(found, MentionRow):
        return _told(found, notes)
    head = "\n".join([cards.document_head(found.document), *notes[found.document.id].lines])
    parts = [head, found.document.text]
    parts += [cards.mention_card(row.mention, row.quote) for row in found.mentions]
    parts += [cards.claim_card(claim) for claim in found.claims]
    return "\n\n".join(parts)


def _told(row: MentionRow, notes: Notes) -> str:
    head = " · ".join(
        part
        for part in (
            row.document.publisher or "unknown publisher",
            row.document.published.isoformat() if row.document.published else None,
            row.document.title,
            row.mention.id,
        )
        if part
    )
    remarked = "".join(f"\n{line}" for line in notes[row.document.id].lines)
    return f"{head}{remarked}\n{cards.mention_card(row.mention, row.quote)}"
