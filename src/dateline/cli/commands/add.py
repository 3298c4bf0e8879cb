"""``dateline add``: reports into the record."""

from __future__ import annotations

from typing import Any

import click

from dateline.cli.exits import of_counts
from dateline.cli.recording import opened, record_option
from dateline.cli.reports import hint_options, hints_of, read_reports
from dateline.cli.talk import progress, say
from dateline.model import Document
from dateline.sources import Unread


@click.command(
    "add",
    epilog="""\b
Examples:
  dateline add reports/ --record myanmar.db
  dateline add page.html --publisher "The Example" --published 2021-06-22
  dateline add crawl.warc.gz articles.jsonl.zst
  dateline add https://www.example.org/feed.xml
""",
)
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@hint_options
@record_option
def command(reports: tuple[str, ...], record: str | None, **options: Any) -> int:
    """Add REPORTs: files, folders, archives, feeds, web addresses, or - for standard input.

    The same report twice changes nothing.
    """
    with opened(record, create=True) as held, progress("adding") as tick:
        done = 0

        def seen(item: Document | Unread, _outcome: object) -> None:
            nonlocal done
            done += 1
            tick(done, None)
            if isinstance(item, Unread):
                say(f"Error: {item.error}")

        report = held.add(read_reports(reports, hints_of(options), private=options["allow_private"]), on_added=seen)
        say(
            f"{report.added} added · {report.revised} revised · {report.known} known already · "
            f"{report.rejected} rejected"
        )
        if report.rejected:
            say("`dateline rejects` lists the rejected ones with the reason.")
        if report.added or report.revised:
            say("`dateline run` codes them.")
    return of_counts(report.added + report.revised + report.known, report.rejected)
