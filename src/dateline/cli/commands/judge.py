"""``dateline judge``: which entities may be one, and who decided what about them and about events."""

from __future__ import annotations

from typing import Any

import click

from dateline.cli.judging import COLUMNS, JUDGEMENT_COLUMNS, judgement_list, listing, suggestion_row
from dateline.cli.output import emit, format_option
from dateline.cli.recording import opened, record_option
from dateline.cli.talk import say
from dateline.export.rows import judgement_row
from dateline.model import JudgementKind
from dateline.model.judged import MENTION

_WHO = click.option("--who", metavar="NAME", help="Who decides; by default the login name.")


@click.group(
    "judge",
    invoke_without_command=True,
    epilog="""\b
Examples:
  dateline judge --limit 10
  dateline judge -f csv > pairs.csv
  dateline judge same unknown/l-austin person/lloyd-austin --why "named in full in the next paragraph"
  dateline judge same event-0123456789abcdef event-fedcba9876543210 --why "one call, two time zones"
  dateline judge list
""",
)
@click.option("--text", help="Only pairs of which an id or a name contains this.")
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="Pairs shown.")
@record_option
@format_option
@click.pass_context
def command(context: click.Context, text: str | None, limit: int, record: str | None, form: str | None) -> None:
    """List pairs of entities that may be one, best first, with score, reasons and quotes.

    Nothing is merged until somebody says so with `dateline judge same`; `dateline judge undo` takes it back. Events are
    merged and split alike: A and B may be ids of two events, or of two mentions of one event that should be two.
    """
    if context.invoked_subcommand is not None:
        return
    with opened(record, create=False) as held:
        found = [each for each in held.suggest() if text is None or each.mentions_name(text)]
        rows = [suggestion_row(held, each) for each in found[:limit]]
        emit(rows, COLUMNS, form, cards=listing)
        more = f" (first {limit} shown; --limit shows more)" if len(found) > limit else ""
        say(f"{len(found):,} pairs that nobody judged yet{more}")


def _given(name: str, value: str | None) -> str | None:
    """An option's value, which may also stand before the subcommand."""
    group = click.get_current_context().parent
    before: str | None = group.params.get(name) if group is not None else None
    return value or before


def _decision(kind: JudgementKind, about: str, example: str) -> None:
    """Add the subcommand of one kind of judgement."""

    @command.command(str(kind), help=about, epilog=f"\b\nExample:\n  dateline judge {kind} {example}")
    @click.argument("left", metavar="A")
    @click.argument("right", metavar="B")
    @click.option("--why", required=kind is JudgementKind.SAME, help="The reason, in words.")
    @_WHO
    @click.option("--force", is_flag=True, help="Let two known entities be one.", hidden=kind is not JudgementKind.SAME)
    @record_option
    def decide(left: str, right: str, why: str | None, who: str | None, force: bool, record: str | None) -> None:
        with opened(_given("record", record), create=False) as held:
            made = held.judge(kind, left, right, why=why or "", who=who, force=force)
        click.echo(made.id)
        say(f"{made.left} and {made.right}: {made.kind}, by {made.who}; to take it back: dateline judge undo {made.id}")
        if kind is not JudgementKind.UNSURE:
            first = "" if made.left.startswith(MENTION) else "Lists follow at once; "
            say(f"{first}`dateline run` decides anew which mentions are one event.")


_decision(
    JudgementKind.SAME,
    "Decide that A and B are one entity or one event. A known entity keeps its id, of two unknown ones the first in "
    "the alphabet.",
    'unknown/l-austin person/lloyd-austin --why "same post, same day"',
)
_decision(
    JudgementKind.DIFFERENT,
    "Decide that A and B are two entities or two events; while this stands, no chain makes them one.",
    "unknown/li unknown/ly",
)
_decision(JudgementKind.UNSURE, "Put A and B aside: they are suggested no more, and stay two.", "unknown/li unknown/ly")


@command.command("undo", epilog="\b\nExample:\n  dateline judge undo judgement-0123456789abcdef")
@click.argument("judgement", metavar="JUDGEMENT")
@_WHO
@record_option
def undo(judgement: str, who: str | None, record: str | None) -> None:
    """Take the judgement with this id back; it stays in the list, with who undid it."""
    with opened(_given("record", record), create=False) as held:
        row = held.undo(judgement, who=who)
    held_pair = row.judgement
    say(f"undone: {held_pair.left} and {held_pair.right} {held_pair.kind}; `dateline run` fuses events anew")


@command.command(
    "list", epilog="\b\nExamples:\n  dateline judge list\n  dateline judge list person/lloyd-austin -f jsonl"
)
@click.argument("entity", metavar="[ID]", required=False)
@record_option
@format_option
def history(entity: str | None, record: str | None, form: str | None) -> None:
    """List all judgements, or those on an entity, event or mention, oldest first; undone ones too."""
    with opened(_given("record", record), create=False) as held:
        rows: list[dict[str, Any]] = [judgement_row(row) for row in held.judgements(entity)]
    emit(rows, JUDGEMENT_COLUMNS, _given("form", form), cards=judgement_list)
