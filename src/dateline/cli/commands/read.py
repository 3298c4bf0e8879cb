"""``dateline read``: one report in, records out, no database."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import click

from dateline.cli import cards
from dateline.cli.exits import of_counts
from dateline.cli.output import Row, chosen, dumps, emit, format_option
from dateline.cli.reports import HINT_OPTIONS, hints_of, read_reports
from dateline.cli.talk import say
from dateline.export.contract import arms_row, claim_row, mention_row
from dateline.pipeline.compose import Failed, Processed, make_pipeline
from dateline.pipeline.settings import Settings

CSV_COLUMNS = [
    "record",
    "document_id",
    "event_type",
    "mode",
    "modality",
    "actors",
    "recipients",
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
  curl -s ADDRESS | dateline read - --publisher "The Example"
""",
)
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@HINT_OPTIONS
@click.option("--min-certainty", type=click.FloatRange(0, 1), default=None, help="Leave out mentions below this.")
@format_option
def command(reports: tuple[str, ...], min_certainty: float | None, form: str | None, **options: Any) -> int:
    """Code REPORTs (files, folders or - for standard input) and print what they say happened."""
    settings = Settings() if min_certainty is None else Settings(min_certainty=min_certainty)
    pipeline = make_pipeline(settings)
    unread = 0
    coded: list[Processed] = []
    documents, failures = read_reports(reports, hints_of(options))
    for outcome in pipeline.process(documents):
        if isinstance(outcome, Failed):
            unread += 1
            say(f"Error: {outcome.document.source or outcome.document.id}: {outcome.error}")
        else:
            coded.append(outcome)
    for failure in failures:
        unread += 1
        say(f"Error: {failure.error}")
    if chosen(form) == "table":
        for each in coded:
            click.echo(_text(each))
    elif form == "json":
        click.echo(dumps([_document(each) for each in coded], indent=1))
    else:
        emit((row for each in coded for row in _rows(each)), CSV_COLUMNS, form)
    return of_counts(len(coded), unread)


def _sentence(processed: Processed, index: int) -> str:
    sentence = processed.annotations.sentences[index]
    return processed.document.text[sentence.start : sentence.end]


def _rows(processed: Processed) -> Iterator[Row]:
    document_id = processed.document.id
    for mention in processed.coding.mentions:
        row = mention_row(mention)
        row |= {
            "record": "mention",
            "document_id": document_id,
            "quote": _sentence(processed, mention.sentence),
        }
        yield row
    for frame in processed.coding.arms:
        yield {"record": "arms", "document_id": document_id, **arms_row(frame, offsets=True)}
    for claim in processed.coding.claims:
        yield {"record": "claim", "document_id": document_id, **claim_row(claim)}


def _document(processed: Processed) -> Row:
    rows = list(_rows(processed))
    document = processed.document
    return {
        "id": document.id,
        "title": document.title,
        "publisher": document.publisher,
        "published": _day(document.published),
        "source": document.source,
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
    parts += [
        cards.mention_card(mention, _sentence(processed, mention.sentence), number=number)
        for number, mention in enumerate(coding.mentions, start=1)
    ]
    parts += [
        f"ARMS {frame.status}\n{cards.quote(frame.trigger.text)}\n    {cards.arms_line(frame)}" for frame in coding.arms
    ]
    parts += [cards.claim_card(claim) for claim in coding.claims]
    return "\n\n".join(parts) + "\n"
