"""What can be added to a record, and how each kind is read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from dateline.model import Document
from dateline.sources import Hints, Unread, read_path
from dateline.sources.addresses import is_address

#: What can be added: a path of a file or folder, a web address, a document, or what a reader of ``sources`` yields.
Addable = str | os.PathLike[str] | Document | Unread


def read_reports(reports: Iterable[Addable], hints: Hints) -> Iterator[Document | Unread]:
    """Every report of files, folders and addresses, one by one; what is read already passes through."""
    for report in reports:
        if isinstance(report, Document | Unread):
            yield report
        elif isinstance(report, str) and is_address(report):
            yield from _fetched(report, hints)
        else:
            yield from read_path(report, hints)


def _fetched(url: str, hints: Hints) -> Iterator[Document | Unread]:
    from dateline.sources.fetch import Fetcher  # httpx takes time to load
    from dateline.sources.web import read_url

    with Fetcher() as fetcher:
        yield from read_url(url, fetcher, hints)
