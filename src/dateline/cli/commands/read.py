"""``dateline read``: one report in, records out, no database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import click

from dateline.cli import cards
from dateline.cli.coders import coder_options, say_spent, settings_of
from dateline.cli.exits import of_counts
from dateline.cli.output import Row, chosen, dumps, emit, format_option
from dateline.cli.reports import hint_options, hints_of, read_reports
from dateline.cli.talk import say
from dateline.export.contract import arms_row, claim_row, mention_row
from dateline.model import Document
from dateline.pipeline import Failed, Processed, make_pipeline
from dateline.pipeline.inferring import inferred_date
from dateline.sources import Unread

CSV_COLUMNS = [
    "record",
    "document_id",
    "event_type",
    "mode",
    "modality",
    "actor_names",
    "recipient_names",
    "earliest",
    "latest",
    "place",
    "attributed_to",
    "certainty",
    "quote",
]


@click.command(
    "read",
    epilog="""\b
Examples:
  dateline read report.txt --published 2021-06-22
  dateline read page.html -f jsonl | jq 'select(.record == "mention") | .event_type'
  cat page.html | dateline read - --publisher "The Example"
""",
)
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@hint_options
@coder_options
@format_option
def command(reports: tuple[str, ...], form: str | None, **options: Any) -> int:
    """Code REPORTs (files, folders, web addresses, or - for standard input) and print what they say happened."""
    pipeline = make_pipeline(settings_of(options))
    failed = 0

    def documents() -> Iterator[Document]:
        nonlocal failed
        for item in read_reports(reports, hints_of(options), private=options["allow_private"]):
            if isinstance(item, Unread):
                failed += 1
                say(f"Error: {item.error}")
            else:
                yield item

    coded: list[Processed] = []
    try:
        for outcome in pipeline.process(documents()):
            if isinstance(outcome, Failed):
                failed += 1
                say(f"Error: {outcome.document.source or outcome.document.id}: {outcome.error}")
            else:
                coded.append(outcome)
    finally:
        say_spent(pipeline.spent)
    _write(coded, form)
    return of_counts(len(coded), failed)


def _write(coded: list[Processed], form: str | None) -> None:
    match chosen(form):
        case "table":
            for each in coded:
                click.echo(_text(each))
        case "json":
            click.echo(dumps([_document(each) for each in coded], indent=1))
        case _:
            emit((row for each in coded for row in _rows(each)), CSV_COLUMNS, form)


def _sentence(processed: Processed, index: int) -> str:
    sentence = processed.annotations.sentences[index]
    return processed.document.text[sentence.start : sentence.end]


def _rows(processed: Processed) -> Iterator[Row]:
    document_id = processed.document.id
    for mention in processed.coding.mentions:
        yield _mention(processed, mention_row(mention)) | {"quote": _sentence(processed, mention.sentence)}
    for frame in processed.coding.arms:
        yield {"record": "arms", "document_id": document_id, **arms_row(frame, offsets=True)}
    for claim in processed.coding.claims:
        yield {"record": "claim", "document_id": document_id, **claim_row(claim)}
    if (inferred := inferred_date(processed.document, processed.coding)) is not None:
        day, because = inferred
        dated = {"earliest": day.earliest.isoformat(), "latest": day.latest.isoformat(), "reason": because.reason}
        yield {"record": "inferred_date", "document_id": document_id, **dated}


def _mention(processed: Processed, row: dict[str, Any]) -> dict[str, Any]:
    """The contract's row with the columns a spreadsheet wants beside it."""
    when = row["when"] or {}
    return (
        {"record": "mention", "document_id": processed.document.id}
        | row
        | {
            "actor_names": [party["name"] for party in row["actors"]],
            "recipient_names": [party["name"] for party in row["recipients"]],
            "earliest": when.get("earliest"),
            "latest": when.get("latest"),
            "place": (row["where"] or {}).get("name"),
        }
    )


def _document(processed: Processed) -> Row:
    rows = list(_rows(processed))
    document = processed.document
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": _day(document.published),
        "source": document.source,
        "inferred_date": next((row for row in rows if row["record"] == "inferred_date"), None),
        **{name: [row for row in rows if row["record"] == kind] for name, kind in _LISTS.items()},
    }


_LISTS = {"mentions": "mention", "arms": "arms", "claims": "claim"}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None


def _text(processed: Processed) -> str:
    coding, document = processed.coding, processed.document
    happenings = len({mention.event_key for mention in coding.mentions})
    parts = [
        cards.document_head(document),
        f"{happenings} events · {len(coding.mentions)} mentions · "
        f"{len(coding.arms)} arms frames · {len(coding.claims)} claims",
    ]
    if document.published is None:
        parts.append("No publication date: relative dates stay unresolved; give --published YYYY-MM-DD.")
        if (inferred := inferred_date(document, coding)) is not None:
            parts.append(f"Inferred, and not used: {inferred[0]} — {inferred[1].reason}.")
    parts += [
        cards.mention_card(mention, _sentence(processed, mention.sentence), number=number)
        for number, mention in enumerate(coding.mentions, start=1)
    ]
    parts += [
        f"ARMS {frame.status}\n{cards.quote(frame.trigger.text)}\n    {cards.arms_line(frame)}" for frame in coding.arms
    ]
    parts += [cards.claim_card(claim) for claim in coding.claims]
    return "\n\n".join(parts) + "\n"
