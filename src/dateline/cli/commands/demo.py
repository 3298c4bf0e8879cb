"""``dateline demo``: the bundled reports through the whole program."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence

import click

from dateline.cli import cards
from dateline.cli.recording import record_option
from dateline.cli.talk import progress, say
from dateline.model import Event
from dateline.pipeline.running import Progress
from dateline.query import EventFilter
from dateline.record import ENVIRONMENT, Record, open_record
from dateline.store import EventRow

DEFAULT = "demo.db"
#: How many events are shown.
SHOWN = 8
#: An event of any type is shown before the same type comes again this often.
PER_TYPE = 2
#: Least certainty of an event that is shown.
LEAST = 0.5


@click.command("demo", epilog="\b\nExample:\n  dateline demo --record tour.db")
@record_option
def command(record: str | None) -> None:
    """Code the bundled reports into a record (default: demo.db) and show the most telling events."""
    from dateline import demo

    path = record or os.environ.get(ENVIRONMENT) or DEFAULT
    with open_record(path) as held:
        added = held.add(demo.reports())
        with progress("coding") as tick:

            def moved(step: Progress) -> None:
                tick(step.done, step.total)

            held.run(progress=moved)
        overview = held.overview()
        click.echo(
            f"{overview.documents} reports that we wrote about {len(demo.stories())} real stories "
            f"({added.added} new in {path}): {overview.counts}\n"
        )
        shown = telling(held)
        click.echo("\n\n".join(cards.event_card(row.event, row.quote, row.publisher) for row in shown))
        click.echo(f"\n{_disagreement(held)}{_next_steps(path, shown)}")
    say(f"record: {path}")


def telling(record: Record) -> list[EventRow]:
    """Sure, asserted events between parties that are known: those about arms and those told by most sources first."""
    rows = [row for row in record.events(EventFilter(modality=("asserted",), limit=1000)).rows if _clear(row.event)]
    ranked = sorted(
        rows,
        key=lambda row: (-row.event.sources - (row.event.arms is not None), -row.event.certainty, row.event.id),
    )
    chosen: list[EventRow] = []
    for row in ranked:
        of_type = sum(each.event.event_type == row.event.event_type for each in chosen)
        if of_type < PER_TYPE and len(chosen) < SHOWN:
            chosen.append(row)
    return chosen


def _clear(event: Event) -> bool:
    """Whether both sides are told and known."""
    sides = (event.actors, event.recipients)
    known = all(party.country or party.sector == "IGO" for side in sides for party in side)
    return known and all(sides) and event.when is not None and event.certainty >= LEAST


def _disagreement(record: Record) -> str:
    """Claims of one kind that differ between reports of the same story."""
    from dateline import demo

    lines: list[str] = []
    for story in demo.stories():
        tallies = [
            (claim.value, report.publisher, claim.evidence.text)
            for report in story.reports
            for claim in record.document(report.id).claims
            if claim.kind == "vote_tally" and claim.value.count("-") == 2 and "?" not in claim.value
        ]
        if len({value for value, _, _ in tallies}) > 1:
            lines.append(f"Sources disagree on a tally ({story.about}):")
            lines += [f"  {value:<10} {publisher}: “{words}”" for value, publisher, words in tallies]
    return "\n".join([*lines, "", ""]) if lines else ""


def _next_steps(path: str, shown: Sequence[EventRow]) -> str:
    first = shown[0].event.id if shown else "ID"
    dateline = "dateline" if shutil.which("dateline") else os.path.relpath(sys.argv[0])
    steps: Sequence[tuple[str, str]] = [
        (f"{dateline} events --record {path} --country Myanmar", "all events that touch Myanmar"),
        (f"{dateline} events --record {path} --pair Russia Myanmar", "what passed between two countries"),
        (f"{dateline} show --record {path} {first}", "one event with every report that tells it"),
        (f"{dateline} why --record {path} {first}", "why each decision was taken"),
        (f"{dateline} read REPORT --published YYYY-MM-DD", "code a report of your own, no database"),
    ]
    width = max(len(step) for step, _ in steps)
    return "Where to look next:\n" + "\n".join(f"  {step:<{width}}  {what}" for step, what in steps)
