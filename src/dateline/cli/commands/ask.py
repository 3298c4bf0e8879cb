"""``dateline ask``: the analyst's questions."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Iterable
from typing import Any

import click

from dateline.cli import asking_cards
from dateline.cli.output import emit, format_option
from dateline.cli.periods import FIRST_DAY, LAST_DAY, supply_options, supply_terms
from dateline.cli.recording import opened, record_option
from dateline.cli.reports import DAY
from dateline.cli.talk import say
from dateline.export import asking_rows as rows
from dateline.export import measure_rows
from dateline.query.asking import SupplyAnswer, recipients_of, suppliers_of
from dateline.query.asking.moments import MomentKind
from dateline.record import ENVIRONMENT, Record, open_record, record_path

_KINDS = [each.value for each in MomentKind]


@click.group("ask")
def command() -> None:
    """Ask who arms whom, who met whom, who voted how, what was forbidden on a day, and in what order it came.

    States are given by name or ISO 3166 code. Every answer names its sources and says what they cannot tell.
    """


@command.command(
    "suppliers",
    epilog="""\b
Examples:
  dateline ask suppliers Myanmar --from 2015 --to 2019
  dateline ask suppliers MMR --from 2015 --to 2019 --by order -f json
  dateline ask suppliers "United Wa State" --from 1995
""",
)
@click.argument("recipient")
@supply_options
@record_option
@format_option
def suppliers(recipient: str, record: str | None, form: str | None, **options: Any) -> None:
    """Who arms RECIPIENT: shares, ranks and TIV of its suppliers in every edition loaded.

    The window is five years to the end of the newest edition unless you name it. Armed groups in the state stand apart.
    """
    with opened(record, create=False) as held:
        answer = suppliers_of(held.reference(), recipient, supply_terms(options))
    _supply(answer, [*rows.SUPPLIER_COLUMNS, *rows.SUPPLY_COLUMNS], form)


@command.command("recipients", epilog="\b\nExample:\n  dateline ask recipients Russia --from 2015 --to 2019")
@click.argument("supplier")
@supply_options
@record_option
@format_option
def recipients(supplier: str, record: str | None, form: str | None, **options: Any) -> None:
    """Whom SUPPLIER arms, in every edition loaded."""
    with opened(record, create=False) as held:
        answer = recipients_of(held.reference(), supplier, supply_terms(options))
    _supply(answer, [*rows.RECIPIENT_COLUMNS, *rows.SUPPLY_COLUMNS], form)


def _supply(answer: SupplyAnswer, columns: list[str], form: str | None) -> None:
    emit(rows.supply_rows(answer), columns, form, cards=lambda _rows: asking_cards.supply_card(answer))
    for text in answer.left_out:
        say(f"left out: {text}")
    for note in dict.fromkeys(note for each in answer.editions for note in each.notes):
        say(f"note: {note}")


@command.command(
    "contacts",
    epilog="""\b
Examples:
  dateline ask contacts Russia Myanmar
  dateline ask contacts RUS MMR --meetings --from 2021 -f jsonl
""",
)
@click.argument("state")
@click.argument("other", required=False)
@click.option("--from", "first", type=FIRST_DAY, help="First day, or year.")
@click.option("--to", "last", type=LAST_DAY, help="Last day, or year.")
@click.option("--meetings", is_flag=True, help="Meetings, visits and calls only, no other cooperation.")
@click.option("--min-certainty", type=click.FloatRange(0, 1), default=0.0, help="Leave out what is less sure.")
@click.option("--limit", type=click.IntRange(1, 10_000), default=200, show_default=True, help="Events shown.")
@record_option
@format_option
def contacts(
    state: str, other: str | None, meetings: bool, record: str | None, form: str | None, **options: Any
) -> None:
    """Meetings, visits, calls and other cooperation of STATE with OTHER, newest first, each with its quotes."""
    with opened(record, create=False) as held:
        found = held.ask.contacts(state, other, meetings_only=meetings, **options)
    flat = [rows.contact_row(each) for each in found.rows]
    emit(flat, rows.CONTACT_COLUMNS, form, cards=lambda _rows: asking_cards.contacts_card(found.rows))
    more = f" (first {len(found.rows)} shown; --limit shows more)" if len(found.rows) < found.counts.events else ""
    say(f"{found.counts}{more}")


@command.command(
    "votes",
    epilog="""\b
Examples:
  dateline ask votes Myanmar --on myanmar
  dateline ask votes MMR --on myanmar --with Russia --from 2015 -f csv
  dateline ask votes Russia --on syria --body UNSC
""",
)
@click.argument("state")
@click.option("--on", metavar="TOPIC", help="Words of titles, agenda or subjects; a state stands for all its names.")
@click.option("--with", "partner", metavar="STATE", help="Compare with this state's ballots.")
@click.option("--from", "first", type=FIRST_DAY, help="First day, or year; earlier votes still count for changes.")
@click.option("--to", "last", type=LAST_DAY, help="Last day, or year.")
@click.option("--body", type=click.Choice(["UNGA", "UNSC"], case_sensitive=False), help="Only this body.")
@record_option
@format_option
def votes(state: str, record: str | None, form: str | None, **options: Any) -> None:
    """How STATE voted: each ballot, the change against its last one on the topic, agreement, vetoes.

    Where no roll call is loaded the tallies that ship are shown, and what to import.
    """
    with _opened_or_shipped(record) as held:
        found = held.ask.votes(state, **options)
    emit(
        measure_rows.vote_rows(found),
        measure_rows.VOTE_COLUMNS,
        form,
        cards=lambda _rows: asking_cards.votes_card(found),
    )
    _say_untold(found.untold)


@command.command(
    "sanctions",
    epilog="""\b
Examples:
  dateline ask sanctions "Min Aung Hlaing" --on 2021-06-22
  dateline ask sanctions body/rosoboronexport --on 2018-01-22 -f json
""",
)
@click.argument("entity", nargs=-1, required=True)
@click.option("--on", "day", type=DAY, help="The day; today unless you name it.")
@click.option("--similar", is_flag=True, help="Show listings with similar names for review too.")
@record_option
@format_option
def sanctions(
    entity: tuple[str, ...], day: dt.date | None, similar: bool, record: str | None, form: str | None
) -> None:
    """Was ENTITY (a name or an id) under sanctions on a day, as far as the lists that are loaded tell?"""
    with opened(record, create=False) as held:
        answer = held.ask.sanctions(" ".join(entity), day or _today(), similar=similar)
    emit(
        measure_rows.sanction_rows(answer),
        measure_rows.SANCTION_COLUMNS,
        form,
        cards=lambda _: asking_cards.sanctions_card(answer),
    )
    _say_untold(answer.untold)


@command.command("embargoes", epilog="\b\nExample:\n  dateline ask embargoes Myanmar --on 2021-06-22")
@click.argument("state")
@click.option("--on", "day", type=DAY, help="The day; today unless you name it.")
@click.option("--all-measures", is_flag=True, help="Also programmes that forbid no arms.")
@record_option
@format_option
def embargoes(state: str, day: dt.date | None, all_measures: bool, record: str | None, form: str | None) -> None:
    """Arms embargoes on STATE: authority, first and last day, coverage; what was imported and what ships."""
    with _opened_or_shipped(record) as held:
        found = held.ask.embargoes(state, day or _today(), all_measures=all_measures)
    flat = [measure_rows.embargo_row(found, each) for each in found.embargoes]
    emit(flat, measure_rows.EMBARGO_COLUMNS, form, cards=lambda _rows: asking_cards.embargoes_card(found))
    _say_untold(found.untold)


@command.command(
    "timeline",
    epilog="""\b
Examples:
  dateline ask timeline Myanmar Russia --from 2020
  dateline ask timeline MMR --kind transfer --kind vote -f csv
""",
)
@click.argument("state")
@click.argument("other", required=False)
@click.option("--from", "first", type=FIRST_DAY, help="First day, or year.")
@click.option("--to", "last", type=LAST_DAY, help="Last day, or year.")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(_KINDS), help="Only these; repeatable.")
@click.option("--min-certainty", type=click.FloatRange(0, 1), default=0.0, help="Leave out events that are less sure.")
@record_option
@format_option
def timeline(
    state: str, other: str | None, kinds: tuple[str, ...], record: str | None, form: str | None, **options: Any
) -> None:
    """Events, votes, transfers, embargoes, listings and changes of office of STATE (and OTHER) in one list in time."""
    with opened(record, create=False) as held:
        found = [each for each in held.ask.timeline(state, other, **options) if not kinds or each.kind in kinds]
    flat = [rows.moment_row(each) for each in found]
    emit(flat, rows.MOMENT_COLUMNS, form, cards=lambda _rows: asking_cards.timeline_card(found))
    say(f"{len(found)} entries")


def _opened_or_shipped(path: str | None) -> Record:
    """The record; where the user named none and there is none, an empty one, so that what ships answers."""
    if path is None and not record_path().exists() and ENVIRONMENT not in os.environ:
        say(f"no record at {record_path()}: only what ships with Dateline is asked")
        return open_record(":memory:")
    return opened(path, create=False)


def _say_untold(untold: Iterable[str]) -> None:
    for text in untold:
        say(f"untold: {text}")


def _today() -> dt.date:
    return dt.datetime.now(tz=dt.UTC).date()
