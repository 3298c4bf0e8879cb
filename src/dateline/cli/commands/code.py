"""``dateline code``: a filter from Document JSON lines to codings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from dateline.cli.coders import coder_options, say_spent, settings_of
from dateline.cli.exits import of_counts
from dateline.cli.output import dumps
from dateline.cli.reports import read_reports
from dateline.cli.talk import say
from dateline.export.contract import coding_row, error_row
from dateline.model import Document
from dateline.pipeline import Failed, make_pipeline
from dateline.sources import Hints, Unread


@click.command(
    "code",
    epilog="""\b
Examples:
  dateline code - < documents.jsonl > codings.jsonl
  echo '{"id": "a", "text": "Freedonia sold tanks to Sylvania.", "published": "2020-01-05"}' | dateline code -

Each input line is {"id", "text", "published", "title", "source", "url", "language"}; only id and text are
required. A document that cannot be coded gives {"id", "error"}, and the exit code is 3.
""",
)
@click.argument("source", metavar="FILE|-")
@coder_options
def command(source: str, **options: Any) -> int:
    """Read Document JSON lines from FILE or standard input; write one JSON line of codings per document."""
    pipeline = make_pipeline(settings_of(options))
    done = failed = 0

    def documents() -> Iterator[Document]:
        nonlocal failed
        for item in read_reports([source], Hints(format="jsonl")):
            if isinstance(item, Unread):
                failed += 1
                say(f"Error: {item.error}")
                if item.id is not None:
                    click.echo(dumps(error_row(item.id, item.error)))
            else:
                yield item

    try:
        for outcome in pipeline.process(documents()):
            if isinstance(outcome, Failed):
                failed += 1
                say(f"Error: {outcome.error}")
                click.echo(dumps(error_row(outcome.document.id, outcome.error)))
            else:
                done += 1
                click.echo(dumps(coding_row(outcome.document.id, outcome.coding)))
    finally:
        say_spent(pipeline.spent)
    return of_counts(done, failed)
