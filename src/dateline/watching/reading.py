"""Items that wait: each becomes a report of the record, by its own text or by the page that it announces.

A report's id is made of the feed and the item, so a changed item is a new version of the same report.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.errors import EmptySource, FetchError, FetchFailed, RecordError, SourceError
from dateline.model import Document, to_json
from dateline.pipeline.adding import add
from dateline.sources import Hints, Unread
from dateline.sources.addresses import is_address
from dateline.sources.feed import FeedItem, item_report
from dateline.sources.fetch import Fetched, Fetcher
from dateline.sources.reading import read_bytes
from dateline.store import Store
from dateline.store.watching import DueItem
from dateline.watching.config import Feed
from dateline.watching.polling import item_of
from dateline.watching.timing import Timing, wait_after

__all__ = ["ItemReader", "ReadItem"]

_GONE = (404, 410)
#: After so many failures in a row a page is given up; within some days, as the waits grow.
_MOST_TRIES = 8
_FIRST_WAIT = 300.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadItem:
    """What became of an item.

    Attributes:
        outcome: added, revised, known, rejected, withdrawn, restored, or later where it is tried again.
        error: Why it was rejected or has to be tried again.
    """

    item: DueItem
    outcome: str
    error: SourceError | RecordError | None = None


class ItemReader:
    """Reads what waits.

    Args:
        store: The record.
        feeds: The feeds by address.
        fetchers: By whether private addresses are allowed.
        timing: The clocks.
    """

    def __init__(
        self, store: Store, feeds: Mapping[str, Feed], fetchers: Mapping[bool, Fetcher], timing: Timing
    ) -> None:
        self._store = store
        self._feeds = feeds
        self._fetchers = fetchers
        self._timing = timing

    def read_due(self, limit: int) -> Iterator[ReadItem]:
        """Read items that are due now, at most so many."""
        for item in self._store.due_items(tuple(self._feeds), self._timing.now(), limit):
            yield self._read(item)

    def _read(self, due: DueItem) -> ReadItem:
        feed = self._feeds[due.feed]
        item = item_of(due.record)
        hints = Hints(publisher=feed.publisher, language=feed.language)
        if due.waits and item.markup:
            try:
                document = item_report(item, f"{feed.url} item {item.id}", hints)
            except EmptySource as error:
                if not is_address(item.url or ""):
                    return self._reject(due, error)
            except SourceError as error:
                return self._reject(due, error)
            else:
                return self._keep(due, replace(document, id=due.document_id), _without_text(due, item), None)
        if not is_address(item.url or ""):
            why = "it holds no text and says of no page that does"
            return self._reject(due, EmptySource(f"cannot read {feed.url} item {item.id}", why, "nothing can be done"))
        return self._page(due, feed, item, hints)

    def _page(self, due: DueItem, feed: Feed, item: FeedItem, hints: Hints) -> ReadItem:
        """The report on the page that an item announces; asked for again now and then while the feed lists it."""
        asked = {} if due.waits else {"etag": due.etag, "modified": due.modified}
        try:
            answer = self._fetchers[feed.private].fetch(item.url or "", **asked)
        except FetchError as error:
            return self._no_page(due, feed, error)
        except SourceError as error:
            return self._reject(due, error)
        again = self._timing.now() + wait_after(0, feed.recheck, self._timing)
        done = replace(due, tries=0, etag=answer.etag or due.etag, modified=answer.modified or due.modified)
        if answer.body is None:
            return self._known(done, again)
        try:
            document = _report(answer, item, hints)
        except SourceError as error:
            return self._reject(due, error)
        return self._keep(done, replace(document, id=due.document_id), due.record, again)

    def _known(self, due: DueItem, again: float) -> ReadItem:
        back = self._store.restore(due.document_id)
        self._store.save_item(replace(due, waits=False), again)
        return ReadItem(item=due, outcome="restored" if back else "known")

    def _no_page(self, due: DueItem, feed: Feed, error: FetchError) -> ReadItem:
        """There is none: it was taken back where it was there before, else it is tried again for a while."""
        if isinstance(error, FetchFailed) and error.status in _GONE:
            reason = f"the server of its page answers {error.status}"
            if self._store.head(due.document_id) is None:
                return self._reject(due, error)
            taken = self._store.withdraw(due.document_id, reason)
            self._store.save_item(replace(due, waits=False, tries=0), self._timing.now() + feed.recheck)
            return ReadItem(item=due, outcome="withdrawn" if taken else "known", error=error)
        if due.waits and due.tries + 1 >= _MOST_TRIES:
            return self._reject(due, error)
        asked = error.retry_after if isinstance(error, FetchFailed) else None
        base = _FIRST_WAIT if due.waits else feed.recheck
        again = self._timing.now() + wait_after(due.tries, base, self._timing, asked=asked)
        self._store.save_item(replace(due, tries=due.tries + 1), again)
        return ReadItem(item=due, outcome="later", error=error)

    def _keep(self, due: DueItem, document: Document, record: str, again: float | None) -> ReadItem:
        report = add(self._store, [document])
        if report.rejected:
            self._store.save_item(replace(due, waits=False), None)
            return ReadItem(item=due, outcome="rejected")
        back = again is not None and self._store.restore(due.document_id)
        self._store.save_item(replace(due, waits=False, tries=0, record=record), again)
        outcome = "added" if report.added else "revised" if report.revised else "restored" if back else "known"
        return ReadItem(item=due, outcome=outcome)

    def _reject(self, due: DueItem, error: SourceError) -> ReadItem:
        """Keep why an item is no report; it is read again when its feed says something else of it."""
        add(self._store, [Unread(name=due.feed, error=error, id=due.document_id)])
        self._store.save_item(replace(due, waits=False, tries=0), None)
        return ReadItem(item=due, outcome="rejected", error=error)


def _report(answer: Fetched, item: FeedItem, hints: Hints) -> Document:
    """The report on a page, with what the item says of it.

    Raises:
        SourceError: there is none.
    """
    told = replace(
        hints,
        url=answer.url,
        title=item.title,
        publisher=hints.publisher or item.publisher,
        published=item.published,
    )
    for found in read_bytes(answer.body or b"", item.url or answer.url, told):
        if isinstance(found, Unread):
            raise found.error
        return replace(found, notes=(*found.notes, *((item.note,) if item.note else ())))
    raise EmptySource(f"cannot read {item.url}", "there is no report on the page", "look at it in a browser")


def _without_text(due: DueItem, item: FeedItem) -> str:
    """The item's record when its text is a document already."""
    return (
        json.dumps(to_json(replace(item, markup="")), ensure_ascii=True, sort_keys=True) if item.markup else due.record
    )
