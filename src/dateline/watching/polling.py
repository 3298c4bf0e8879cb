"""One poll of a feed: ask it, and keep what it lists. Nothing is read here; items wait in the record for that."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dateline.errors import EmptySource, FetchFailed, SourceError
from dateline.model import content_id, from_json, to_json
from dateline.sources.feed import FeedItem, feed_items
from dateline.sources.fetch import Fetched, Fetcher
from dateline.store import Store
from dateline.store.watching import FeedState, ListedItem, Listing
from dateline.watching.config import Feed
from dateline.watching.timing import Timing, wait_after

__all__ = ["Polled", "item_of", "listed", "poll"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What a poll gave.

    Attributes:
        listing: What changed; all zero where the feed says that nothing did.
        error: Why it failed, or None.
        due: When the feed is asked again.
    """

    feed: Feed
    listing: Listing
    error: SourceError | None
    due: float


def poll(store: Store, feed: Feed, fetcher: Fetcher, timing: Timing) -> Polled:
    """Ask a feed for what changed since the last time, and keep its items."""
    before = store.feed(feed.url) or FeedState(url=feed.url)
    try:
        answer = fetcher.fetch(feed.url, etag=before.etag, modified=before.modified)
        items = None if answer.body is None else _items(answer.body, feed.url)
    except SourceError as error:
        return _failed(store, feed, before, error, timing)
    now = timing.now()
    state = FeedState(
        url=feed.url,
        etag=_kept(answer, before)[0],
        modified=_kept(answer, before)[1],
        polled=now,
        due=now + wait_after(0, feed.every, timing),
    )
    return Polled(feed=feed, listing=store.save_poll(state, items), error=None, due=state.due)


def _kept(answer: Fetched, before: FeedState) -> tuple[str | None, str | None]:
    """Headers for the next time; an answer without a body may leave them out."""
    if answer.body is not None:
        return answer.etag, answer.modified
    return answer.etag or before.etag, answer.modified or before.modified


def _failed(store: Store, feed: Feed, before: FeedState, error: SourceError, timing: Timing) -> Polled:
    now = timing.now()
    asked = error.retry_after if isinstance(error, FetchFailed) else None
    failures = before.failures + 1
    due = now + wait_after(failures, feed.every, timing, asked=asked)
    listing = store.save_poll(replace(before, polled=now, due=due, failures=failures, error=str(error)), None)
    return Polled(feed=feed, listing=listing, error=error, due=due)


def _items(data: bytes, url: str) -> list[ListedItem]:
    items = feed_items(data, url)
    if not items:
        raise EmptySource(f"cannot read {url}", "the feed has no item", "try it later")
    return listed(url, items)


def listed(url: str, items: Sequence[FeedItem]) -> list[ListedItem]:
    """Items by the feed's own ids; one id for several addresses is told apart by them, one address counts once."""
    found: dict[str, ListedItem] = {}
    addresses: dict[str, set[str | None]] = {}
    ids = Counter(item.id for item in items)
    for item in items:
        held = addresses.setdefault(item.id, set())
        if item.url in held:
            continue
        key = item.id if ids[item.id] == 1 or not held else f"{item.id} {item.url}"
        held.add(item.url)
        found.setdefault(key, _listed(url, key, item))
    return list(found.values())


def _listed(url: str, key: str, item: FeedItem) -> ListedItem:
    record = json.dumps(to_json(item), ensure_ascii=True, sort_keys=True)
    days = [day for day in (item.published, item.updated) if day is not None]
    return ListedItem(
        item=key,
        document_id=content_id("item", url, key),
        digest=content_id("digest", record),
        record=record,
        age=max(days) if days else None,
    )


def item_of(record: str) -> FeedItem:
    """The item that :func:`listed` kept."""
    return from_json(FeedItem, json.loads(record))
