"""``dateline changes``: what is new in the record since a moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from dateline.cli import cards
from dateline.cli.output import emit, format_option
from dateline.cli.recording import opened, record_option
from dateline.cli.talk import say
from dateline.export.change_rows import CHANGE_COLUMNS, change_row
from dateline.query import EventFilter
from dateline.query.changes import Change, Kind, moment
from dateline.watching.config import read_config


@click.command(
    "changes",
    epilog="""\b
Examples:
  dateline changes --since yesterday
  dateline changes --since 2026-11-01 --filter "country=MMR&type=AID"
  dateline changes --since 2026-11-25T06:00+00:00 --watch feeds.toml -f jsonl
""",
)
@click.option("--since", required=True, metavar="MOMENT", help="yesterday, today, a day, or an ISO time.")
@click.option("--filter", "query", metavar="QUERY", help="Only events of this filter, such as 'country=MMR&type=AID'.")
@click.option(
    "--watch",
    "watched",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Only events that an alert of this file asks for.",
)
@click.option("--all", "everything", is_flag=True, help="Also what a new version of the coder or of fusion reads anew.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=500, show_default=True, help="Changes shown.")
@record_option
@format_option
def command(
    since: str,
    query: str | None,
    watched: Path | None,
    everything: bool,
    limit: int,
    record: str | None,
    form: str | None,
) -> None:
    """List what changed: new facts, new reports of known facts, changed values, revised and withdrawn reports.

    Editions of reference files that were imported, and the records that they revise, are told apart from these.
    """
    filters = [EventFilter.from_query(query)] if query is not None else []
    filters += [alert.filter for alert in read_config(watched).alerts] if watched is not None else []
    with opened(record, create=False) as held:
        found = held.changes(moment(since), filters)
    kept = [each for each in found if everything or each.news]
    shown = kept[:limit]
    emit([change_row(each) for each in shown], CHANGE_COLUMNS, form, cards=lambda _rows: _listing(shown))
    say(_summary(kept, len(found) - len(kept), len(shown)))


def _summary(kept: Sequence[Change], left_out: int, shown: int) -> str:
    counts = Counter(str(each.kind) for each in kept)
    parts = [f"{counts[kind]:,} {kind}" for kind in map(str, Kind) if counts[kind]] or ["nothing new"]
    if left_out:
        parts.append(f"{left_out:,} new readings of known reports left out (--all shows them)")
    return " · ".join(parts) + (f" (first {shown:,} shown; --limit shows more)" if shown < len(kept) else "")


def _listing(found: Sequence[Change]) -> str:
    """By kind, facts first."""
    parts = []
    for kind in Kind:
        these = [each for each in found if each.kind is kind]
        if these:
            parts.append("\n\n".join([f"{str(kind).upper()} ({len(these)})", *map(_card, these)]))
    return "\n\n\n".join(parts) or "nothing new"


def _card(change: Change) -> str:
    lines = [_head(change)]
    if change.event is not None and change.about:
        lines.append(cards.quote(change.about))
    elif change.about:
        lines.append(f"{cards.INDENT}{change.about}")
    lines += [f"{cards.INDENT}{each.field}: {each.before or '–'} → {each.after or '–'}" for each in change.fields]
    if change.sources is not None:
        lines.append(f"{cards.INDENT}sources: {change.sources[0]} → {change.sources[1]}")
    lines += [f"{cards.INDENT}{change.reason}"] if change.reason else []
    for head in change.documents[:5]:
        told = filter(None, (str(head.published or "no date"), head.publisher, head.title, head.id))
        lines.append(f"{cards.INDENT}{' · '.join(told)}")
    if len(change.documents) > 5:
        lines.append(f"{cards.INDENT}and {len(change.documents) - 5} more reports")
    return "\n".join(lines)


def _head(change: Change) -> str:
    at = f"{change.at.astimezone():%Y-%m-%d %H:%M}"
    cause = "" if change.cause in ("report", "reference") else f" · {_CAUSES[change.cause]}"
    event = change.event
    if event is None:
        return f"{at}{cause}"
    sides = [", ".join(party.name for party in side) for side in (event.actors, event.recipients)]
    parts = (cards.kind(event.event_type, event.mode), " → ".join(filter(None, sides)), str(event.when or "undated"))
    return f"{at} · {' · '.join(filter(None, parts))} · {event.id}{cause}"


_CAUSES = {
    "revision": "a revised report",
    "coder": "another version of the coder",
    "regrouped": "fused or judged otherwise",
}
