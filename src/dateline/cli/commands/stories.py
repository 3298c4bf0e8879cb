"""``dateline stories``: the reports of the record grouped by what they report."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from dateline.cli import cards
from dateline.cli.output import emit, format_option
from dateline.cli.recording import opened, record_option
from dateline.cli.talk import say
from dateline.pipeline.stories import StoryRow

COLUMNS = ["documents", "sources", "events", "first", "last", "title", "event", "event_type", "quote", "words", "ids"]


@click.command(
    "stories",
    epilog="""\b
Examples:
  dateline stories
  dateline stories --least 3 -f csv > stories.csv
""",
)
@click.option("--least", type=click.IntRange(min=1), default=2, show_default=True, help="Documents a story must have.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Stories shown.")
@record_option
@format_option
def command(least: int, limit: int, record: str | None, form: str | None) -> None:
    """List stories, those with most sources first, each with the event that most of its reports tell."""
    with opened(record, create=False) as held:
        found = held.stories(least=least)
        shown = found[:limit]
        emit([_flat(row) for row in shown], COLUMNS, form, cards=lambda _rows: _listing(shown))
        documents = sum(len(row.heads) for row in found)
        more = f" (first {limit} shown; --limit shows more)" if len(found) > limit else ""
        say(f"{len(found):,} stories · {documents:,} documents{more}")


def _flat(row: StoryRow) -> dict[str, Any]:
    days = sorted(head.published.isoformat() for head in row.heads if head.published)
    return {
        "documents": len(row.heads),
        "sources": row.sources,
        "events": row.events,
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "title": _title(row),
        "event": row.headline.id if row.headline else None,
        "event_type": row.headline.event_type if row.headline else None,
        "quote": row.quote,
        "words": list(row.story.words),
        "ids": list(row.story.documents),
    }


def _title(row: StoryRow) -> str | None:
    return next((head.title for head in row.heads if head.title), None)


def _listing(rows: Sequence[StoryRow]) -> str:
    return "\n\n".join(map(_card, rows)) or "no stories of so many documents"


def _card(row: StoryRow) -> str:
    flat = _flat(row)
    days = " to ".join(dict.fromkeys(day for day in (flat["first"], flat["last"]) if day)) or "no date"
    lines = [
        f"{_title(row) or row.heads[0].id}",
        f"{cards.INDENT}{len(row.heads)} documents · {row.sources} sources · {row.events} events · {days}",
    ]
    if row.quote is not None and row.headline is not None:
        lines.append(f"{cards.INDENT}most told: {row.headline.event_type} {row.headline.id}")
        lines.append(cards.quote(row.quote))
    if row.story.words:
        lines.append(f"{cards.INDENT}in common: {', '.join(row.story.words)}")
    lines += [f"{cards.INDENT}{head.published or 'no date'}  {head.publisher or '–'}  {head.id}" for head in row.heads]
    return "\n".join(lines)
