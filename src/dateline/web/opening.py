"""A record for each request: a store belongs to the thread that opened it, so handlers open their own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from starlette.requests import Request

from dateline.record import Record, open_record


@contextmanager
def opened(request: Request) -> Iterator[Record]:
    """The record that the server serves."""
    with open_record(request.app.state.settings.record, create=False) as record:
        yield record
