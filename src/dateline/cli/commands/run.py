"""``dateline run``: code what waits and fuse mentions into events."""

from __future__ import annotations

import click

from dateline.cli.exits import of_counts
from dateline.cli.recording import opened, record_option
from dateline.cli.talk import progress, say
from dateline.pipeline import Settings
from dateline.pipeline.running import Progress


@click.command(
    "run",
    epilog="""\b
Examples:
  dateline run --record myanmar.db
  dateline run --min-certainty 0.5
""",
)
@click.option("--min-certainty", type=click.FloatRange(0, 1), default=None, help="Leave out mentions below this.")
@record_option
def command(record: str | None, min_certainty: float | None) -> int:
    """Code what the record has not coded yet, then fuse mentions into events. An interrupted run goes on."""
    settings = Settings() if min_certainty is None else Settings(min_certainty=min_certainty)
    with opened(record, create=False) as held:
        with progress("coding") as tick:

            def moved(step: Progress) -> None:
                tick(step.done, step.total)

            report = held.run(settings, moved)
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
