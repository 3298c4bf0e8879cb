"""Reports named on the command line: files, folders and standard input, with what the user says of them."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import click

from dateline.model import Document
from dateline.sources import Hints, Unread, read_path, read_stream
from dateline.sources.addresses import is_address

F = TypeVar("F", bound=Callable[..., Any])


class _Day(click.ParamType[dt.date, Any]):
    """A day written YYYY-MM-DD."""

    name = "YYYY-MM-DD"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no day; write it as 2021-06-22", param, ctx)


DAY = _Day()


def hint_options(command: F) -> F:
    """Options that say of reports what their bytes do not."""
    for option in (
        click.option("--allow-private", is_flag=True, help="Fetch addresses of private networks and this machine too."),
        click.option("--language", help="ISO 639-1 code; spares the detection."),
        click.option("--title", help="Headline of the report."),
        click.option("--url", help="Address of the report."),
        click.option("--publisher", help="Who published it."),
        click.option("--published", type=DAY, help="Day of publication, the anchor of 'on Monday'."),
    ):
        command = option(command)
    return command


def hints_of(options: Mapping[str, Any]) -> Hints:
    """The hints that :func:`hint_options` collected."""
    return Hints(**{name: options[name] for name in ("published", "publisher", "url", "title", "language")})


def read_reports(names: Iterable[str], hints: Hints, *, private: bool = False) -> Iterator[Document | Unread]:
    """Read each name (a path, a web address, or ``-`` for standard input); what cannot be read comes as Unread.

    Args:
        names: As typed.
        hints: What the user says of them.
        private: Fetch addresses of private networks and of this machine too.
    """
    for name in names:
        if name == "-":
            yield from read_stream(sys.stdin.buffer, hints=hints)
        elif is_address(name):
            yield from _fetched(name, hints, private=private)
        else:
            yield from read_path(name, hints)


def _fetched(url: str, hints: Hints, *, private: bool) -> Iterator[Document | Unread]:
    from dateline.sources.fetch import Fetcher, Politeness  # as below: httpx takes time to load
    from dateline.sources.web import read_url

    with Fetcher(Politeness(private=private)) as fetcher:
        yield from read_url(url, fetcher, hints)
