"""Reports on the web: a page, a document, or a feed with the pages that it announces."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace

from dateline.errors import EmptySource, SourceError
from dateline.model import Document
from dateline.sources.addresses import is_address
from dateline.sources.feed import FeedItem, feed_items, item_report, looks_like_feed, looks_like_json_feed
from dateline.sources.fetch import Fetcher
from dateline.sources.reading import read_bytes
from dateline.sources.records import Hints, Input, Unread

__all__ = ["announced", "read_url"]


def read_url(url: str, fetcher: Fetcher, hints: Hints | None = None) -> Iterator[Document | Unread]:
    """Fetch and read an address. For a feed, its items; one that only announces a report is fetched too.

    Args:
        url: An http or https address.
        fetcher: How to fetch.
        hints: What the caller knows of the reports.
    """
    known = hints or Hints()
    try:
        answer = fetcher.fetch(url)
        data = answer.body or b""
        page = Input(url, io.BytesIO(data), known)
        if known.format is None and (looks_like_feed(page) or looks_like_json_feed(page)):
            yield from _items(data, url, fetcher, known)
        else:
            yield from read_bytes(data, url, replace(known, url=known.url or answer.url))
    except SourceError as error:
        yield Unread(name=url, error=error)


def _items(data: bytes, url: str, fetcher: Fetcher, hints: Hints) -> Iterator[Document | Unread]:
    items = feed_items(data, url)
    if not items:
        raise EmptySource(f"cannot read {url}", "the feed has no item", "try it later")
    for number, item in enumerate(items, start=1):
        try:
            yield item_report(item, f"{url} item {number}", hints)
        except EmptySource as error:
            if is_address(item.url or ""):
                yield from announced(item, fetcher, hints)
            else:
                yield Unread(name=url, error=error, position=number)
        except SourceError as error:
            yield Unread(name=url, error=error, position=number)


def announced(item: FeedItem, fetcher: Fetcher, hints: Hints) -> Iterator[Document | Unread]:
    """The report on the page that a feed's item announces, with what the item says of it."""
    url = item.url or ""
    try:
        answer = fetcher.fetch(url)
        told = replace(
            hints,
            url=hints.url or answer.url,
            title=hints.title or item.title,
            publisher=hints.publisher or item.publisher,
            published=hints.published or item.published,
        )
        yield from read_bytes(answer.body or b"", url, told)
    except SourceError as error:
        yield Unread(name=url, error=error)
