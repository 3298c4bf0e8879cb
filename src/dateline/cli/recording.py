"""The record a command works on: ``--record PATH``, else ``DATELINE_RECORD``, else the working folder."""

from __future__ import annotations

import click

from dateline.cli.talk import say
from dateline.record import DEFAULT, ENVIRONMENT, Record, open_record, record_path

record_option = click.option(
    "--record",
    type=click.Path(dir_okay=False),
    default=None,
    help=f"The database; by default what {ENVIRONMENT} names, else {DEFAULT} in the working folder.",
)


def opened(path: str | None, *, create: bool) -> Record:
    """Open the record and say where it lies when the user did not name it."""
    record = open_record(path, create=create)
    if path is None:
        say(f"record: {record_path(path)}")
    return record
