"""The part of the SQLite store that watching needs; the SQL is in the modules beside."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager

from dateline.errors import StoreError
from dateline.store.rows import DocumentHead
from dateline.store.selection import Selection
from dateline.store.sqlite import changelog, feeds, outbox
from dateline.store.sqlite.connection import transaction
from dateline.store.sqlite.errors import explained
from dateline.store.sqlite.reader import SqliteReader
from dateline.store.watching import (
    Alert,
    DocumentChange,
    DueItem,
    FeedState,
    ListedItem,
    Listing,
    LoggedChange,
    News,
    Withdrawal,
)


class SqliteWatching(SqliteReader):
    """Feeds, changes and alerts; :class:`~dateline.store.watching.WatchStore` says what each method gives."""

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with explained(self.location, "write to"), transaction(self._connection) as connection:
            yield connection

    @contextmanager
    def alone(self) -> Iterator[None]:
        """A lock on a file beside the record, which the system releases when the process ends in whatever way."""
        if self.location == ":memory:":
            yield
            return
        lock = sqlite3.connect(f"{self.location}-watch", timeout=0, isolation_level=None)
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            lock.close()
            why = "another process watches it"
            raise StoreError(f"cannot watch into {self.location}", why, "end that one first") from error
        try:
            yield
        finally:
            lock.close()

    def feed(self, url: str) -> FeedState | None:
        with self._reading() as connection:
            return feeds.state(connection, url)

    def save_poll(self, state: FeedState, listed: Sequence[ListedItem] | None) -> Listing:
        with self._writing() as connection:
            return feeds.save_poll(connection, state, listed, now())

    def due_items(self, urls: Collection[str], at: float, limit: int = 100) -> tuple[DueItem, ...]:
        with self._reading() as connection:
            return feeds.due_items(connection, urls, at, limit)

    def next_item(self, urls: Collection[str]) -> float | None:
        with self._reading() as connection:
            return feeds.next_item(connection, urls)

    def save_item(self, item: DueItem, due: float | None) -> None:
        with self._writing() as connection:
            feeds.save_item(connection, item, due)

    def withdraw(self, document_id: str, reason: str) -> bool:
        with self._writing() as connection:
            return feeds.withdraw(connection, document_id, reason, now())

    def restore(self, document_id: str) -> bool:
        with self._writing() as connection:
            return feeds.restore(connection, document_id, now())

    def withdrawal(self, document_id: str) -> Withdrawal | None:
        with self._reading() as connection:
            return feeds.withdrawal(connection, document_id)

    def start_alert(self, name: str) -> None:
        with self._writing() as connection:
            outbox.start(connection, name)

    def news(self, alert: str, selection: Selection) -> tuple[int, tuple[News, ...]]:
        with self._reading() as connection:
            connection.execute("BEGIN")  # all is read as it is at one moment, whatever others write meanwhile
            try:
                return outbox.news(connection, alert, selection)
            finally:
                connection.execute("COMMIT")

    def save_alerts(
        self, alert: str, seen: int, found: Iterable[tuple[News, Alert | None]], targets: Collection[str]
    ) -> int:
        with self._writing() as connection:
            return outbox.save_alerts(connection, alert, seen, found, targets)

    def outbox(self, target: str, at: float, limit: int = 100) -> tuple[Alert, ...]:
        with self._reading() as connection:
            return outbox.waiting(connection, target, at, limit)

    def next_delivery(self, targets: Collection[str]) -> float | None:
        with self._reading() as connection:
            return outbox.next_delivery(connection, targets)

    def batch(self, target: str, at: float, limit: int) -> tuple[str, tuple[Alert, ...]]:
        with self._writing() as connection:
            return outbox.batch(connection, target, at, limit)

    def delivered(self, target: str, alerts: Iterable[Alert]) -> None:
        with self._writing() as connection:
            outbox.delivered(connection, target, alerts, now())

    def not_delivered(self, target: str, alerts: Iterable[Alert], error: str, due: float | None) -> None:
        with self._writing() as connection:
            outbox.not_delivered(connection, target, alerts, error, due)

    def sent(self, target: str, limit: int) -> tuple[Alert, ...]:
        with self._reading() as connection:
            return outbox.sent(connection, target, limit)

    def matching(self, selection: Selection, events: Iterable[str]) -> frozenset[str]:
        with self._reading() as connection:
            return outbox.matching(connection, selection, events)

    def told_by(self, event_id: str) -> tuple[DocumentHead, ...]:
        with self._reading() as connection:
            return changelog.told_by(connection, event_id)

    def quote(self, event_id: str, documents: Collection[str] = ()) -> str:
        with self._reading() as connection:
            return changelog.quote(connection, event_id, documents)

    def logged(self, since: dt.datetime) -> tuple[LoggedChange, ...]:
        with self._reading() as connection:
            return changelog.logged(connection, since)

    def document_changes(self, since: dt.datetime) -> tuple[DocumentChange, ...]:
        with self._reading() as connection:
            return changelog.document_changes(connection, since)


def now() -> str:
    """The moment, as it is stored."""
    return dt.datetime.now(dt.UTC).isoformat(timespec="seconds")
