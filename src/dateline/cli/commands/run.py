"""``dateline run``: code what waits and fuse mentions into events."""

from __future__ import annotations

from typing import Any

import click

from dateline.cli.coders import coder_options, say_spent, settings_of
from dateline.cli.exits import of_counts
from dateline.cli.recording import opened, record_option
from dateline.cli.talk import progress, say
from dateline.pipeline.running import Progress


@click.command(
    "run",
    epilog="""\b
Examples:
  dateline run --record myanmar.db
  dateline run --min-certainty 0.5
""",
)
@coder_options
@record_option
def command(record: str | None, **options: Any) -> int:
    """Code what the record has not coded yet, then fuse mentions into events. An interrupted run goes on."""
    settings = settings_of(options)
    with opened(record, create=False) as held:
        with progress("coding") as tick:

            def moved(step: Progress) -> None:
                tick(step.done, step.total)

            report = held.run(settings, moved)
        say_spent(report.spent)
        if report.run is None:
            say(f"nothing to do: {held.overview().counts}")
            return of_counts(1, 0)
        if report.resumed:
            say("took up an interrupted run")
        say(f"{report.coded} documents coded · {report.failed} failed · {report.claims} claims")
        say(str(held.overview().counts))
        if report.failed:
            say("`dateline rejects` lists the failed ones with the reason.")
    return of_counts(report.coded, report.failed)
