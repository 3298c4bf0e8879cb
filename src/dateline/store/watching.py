"""The half of the store that watching needs: feeds and their items, the log of changes, alerts and their delivery.

``tests/store/test_watching.py`` says what each method promises.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from dateline.store.rows import DocumentHead
from dateline.store.selection import Selection
from dateline.store.watch_rows import (
    Alert,
    Cause,
    DocumentChange,
    DueItem,
    FeedState,
    ListedItem,
    Listing,
    LoggedChange,
    News,
    What,
    Withdrawal,
)

__all__ = [
    "Alert",
    "Cause",
    "DocumentChange",
    "DueItem",
    "FeedState",
    "ListedItem",
    "Listing",
    "LoggedChange",
    "News",
    "WatchStore",
    "What",
    "Withdrawal",
]


class WatchStore(Protocol):
    """What watching reads and writes. Each writing call is one transaction: done as a whole or not at all."""

    def alone(self) -> AbstractContextManager[None]:
        """Hold the record's right to watch, which one process has at a time and loses when it ends.

        Raises:
            StoreError: another process watches this record.
        """

    def feed(self, url: str) -> FeedState | None:
        """What is known of a feed; None when it was never asked."""

    def save_poll(self, state: FeedState, listed: Sequence[ListedItem] | None) -> Listing:
        """Keep a poll. Items that are new or changed wait to be read; those that were pulled are marked withdrawn.

        Pulled is an item that two polls in a row did not list though they listed one that is older.

        Args:
            state: The feed from now on.
            listed: Its items; None where it failed or nothing changed since the last poll.
        """

    def due_items(self, urls: Collection[str], at: float, limit: int = 100) -> tuple[DueItem, ...]:
        """Items of these feeds to be read or asked, those that wait longest first."""

    def next_item(self, urls: Collection[str]) -> float | None:
        """When the next item of these feeds is due; None when none is."""

    def save_item(self, item: DueItem, due: float | None) -> None:
        """Keep how an item was read and when its page is asked again; no effect where the feed changed it since."""

    def withdraw(self, document_id: str, reason: str) -> bool:
        """Mark a report as withdrawn; False when it is already, or is not there."""

    def restore(self, document_id: str) -> bool:
        """It is back; False when it was not withdrawn."""

    def withdrawal(self, document_id: str) -> Withdrawal | None:
        """That a report is withdrawn; None when it is not."""

    def start_alert(self, name: str) -> None:
        """Hold changes from now on against a query of this name; one that is known goes on where it was."""

    def news(self, alert: str, selection: Selection) -> tuple[int, tuple[News, ...]]:
        """The last change, and events of the selection that reports since the last time are news of."""

    def save_alerts(
        self, alert: str, seen: int, found: Iterable[tuple[News, Alert | None]], targets: Collection[str]
    ) -> int:
        """Put messages into the outbox and remember what was told, up to the change ``seen``; how many are new."""

    def outbox(self, target: str, at: float, limit: int = 100) -> tuple[Alert, ...]:
        """Messages that wait for this target and are due, oldest first."""

    def next_delivery(self, targets: Collection[str]) -> float | None:
        """When the next message to these targets is due; None when none waits."""

    def batch(self, target: str, at: float, limit: int) -> tuple[str, tuple[Alert, ...]]:
        """Messages that go in one piece, with its key; the same ones until they are delivered."""

    def delivered(self, target: str, alerts: Iterable[Alert]) -> None:
        """These have arrived."""

    def not_delivered(self, target: str, alerts: Iterable[Alert], error: str, due: float | None) -> None:
        """These have not; they are tried again when due, or never."""

    def sent(self, target: str, limit: int) -> tuple[Alert, ...]:
        """The latest messages for a target, delivered or not, newest first."""

    def matching(self, selection: Selection, events: Iterable[str]) -> frozenset[str]:
        """Which of these events the selection has."""

    def told_by(self, event_id: str) -> tuple[DocumentHead, ...]:
        """The reports that tell an event, by day."""

    def quote(self, event_id: str, documents: Collection[str] = ()) -> str:
        """The sentence of an event's first mention in one of these reports, else of its first; "" where it is gone."""

    def logged(self, since: dt.datetime) -> tuple[LoggedChange, ...]:
        """What became of events, oldest first."""

    def document_changes(self, since: dt.datetime) -> tuple[DocumentChange, ...]:
        """What became of reports, oldest first."""
