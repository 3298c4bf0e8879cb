"""``dateline watch``: poll feeds, code, fuse, and tell what is new."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from dateline.cli.coders import coder_options, settings_of
from dateline.cli.exits import Exit
from dateline.cli.recording import opened, record_option
from dateline.cli.talk import say
from dateline.watching import Round, read_config


@click.command(
    "watch",
    epilog="""\b
Examples:
  dateline watch feeds.toml --record myanmar.db
  dateline watch feeds.toml --once
  dateline watch feeds.toml | jq .quote
""",
)
@click.argument("feeds", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FEEDS.toml")
@click.option("--once", is_flag=True, help="One round, then end; for cron.")
@click.option("--polls", type=click.IntRange(min=1), metavar="N", help="End after N polls of feeds.")
@coder_options
@record_option
def command(feeds: Path, once: bool, polls: int | None, record: str | None, **options: Any) -> int:
    """Poll the feeds of FEEDS.toml, code and fuse what is new, and send alerts on saved queries.

    Ended in whatever way, the next watch goes on where it stopped: nothing is lost, and nothing is alerted twice.
    """
    config, settings = read_config(feeds), settings_of(options)
    failed = polled = 0
    with opened(record, create=True) as held:
        for done in held.watch(config, settings=settings, once=once, polls=polls):
            polled += len(done.polled)
            failed += sum(each.error is not None for each in done.polled)
            _tell(done)
    if not failed:
        return Exit.DONE
    return Exit.PARTIAL if failed < polled else Exit.FAILED


def _tell(done: Round) -> None:
    """What a round did, where it did anything."""
    for poll in done.polled:
        if poll.error is not None:
            say(f"Error: {poll.error}; asked again {_moment(poll.due)}")
    for item in done.items:
        if item.error is not None:
            say(f"{item.outcome}: {item.error}")
    counts = [f"{number} {outcome}" for outcome, number in sorted(done.outcomes.items()) if outcome != "known"]
    if done.run is not None:
        counts.append(f"{done.run.coded} coded")
    if done.withdrawn:
        counts.append(f"{done.withdrawn} withdrawn by their publishers")
    if done.alerts:
        counts.append(f"{done.alerts} alerts")
    if counts:
        say(f"{dt.datetime.now(dt.UTC).astimezone():%H:%M:%S} {' · '.join(counts)}")
    for delivery in done.delivered:
        if delivery.error is not None:
            say(f"Error: delivery {delivery.name!r}: {delivery.error}; it is tried again")


def _moment(seconds: float) -> str:
    return f"{dt.datetime.fromtimestamp(seconds, dt.UTC).astimezone():%Y-%m-%d %H:%M}"
