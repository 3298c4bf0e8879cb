"""``dateline relate``: the event type that holds between two given parties."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

import click

from dateline.cli.exits import of_counts
from dateline.cli.output import dumps
from dateline.cli.talk import say
from dateline.errors import RecordError

_AT_ONCE = 64
_STDIN = "-"


@click.command(
    "relate",
    epilog="""\b
Examples:
  dateline relate - < dyads.jsonl > types.jsonl
  echo '{"id": 1, "text": "Freedonia sold tanks to Sylvania.", "actor": {"start": 0, "end": 9},
    "recipient": {"start": 24, "end": 32}}' | tr -d '\\n' | dateline relate -

Each input line is {"id", "text", "actor": {"start", "end"}, "recipient": {"start", "end"} or null}; offsets are
code points. Each answer is {"id", "event_type", "certainty"}. A line that cannot be read gives {"id", "error"},
and the exit code is 3.
""",
)
@click.argument("source", metavar="FILE|-")
@click.option("--all", "every", is_flag=True, help="Also the certainty of each of the 16 types.")
def command(source: str, every: bool) -> int:
    """Say which of the 16 types holds between two parties whose words are known."""
    try:
        stream: IO[bytes] = sys.stdin.buffer if source == _STDIN else Path(source).open("rb")  # noqa: SIM115 — closed below
    except OSError as error:
        raise click.UsageError(f"cannot read {source}: {error.strerror}") from error
    done = failed = 0
    with stream:
        for row in answers(stream, every=every):
            click.echo(dumps(row))
            if "error" in row:
                failed += 1
                say(f"Error: {row['error']}")
            else:
                done += 1
    return of_counts(done, failed)


def answers(lines: Iterable[bytes], *, every: bool = False) -> Iterator[dict[str, Any]]:
    """An answer or an error for each line that is not blank, in order; read a few lines at once for speed."""
    held = filter(bytes.strip, lines)
    while chunk := list(itertools.islice(held, _AT_ONCE)):
        yield from _answers(chunk, every)


def _answers(lines: list[bytes], every: bool) -> Iterator[dict[str, Any]]:
    from dateline.coding import relate
    from dateline.pipeline.relating import relate as related

    relater = relate.shipped()
    requests: list[relate.Request | RecordError] = []
    for line in lines:
        try:
            request = relate.read(line)
            relater.check(request)
            requests.append(request)
        except RecordError as error:
            requests.append(error)
    found = iter(related([each for each in requests if isinstance(each, relate.Request)]))
    for line, each in zip(lines, requests, strict=True):
        if isinstance(each, RecordError):
            yield {"id": relate.id_of(line), "error": str(each)}
            continue
        relation = next(found)
        row = {"id": each.id, "event_type": relation.event_type, "certainty": relation.certainty}
        yield row | ({"types": relation.scores} if every else {})
