"""The half of the store that watching needs: feeds and their items, the log of changes, alerts and their delivery.

``tests/store/test_watching.py`` says what each method promises.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from dateline.model import Event
from dateline.store.happenings import ValueChange
from dateline.store.rows import DocumentHead
from dateline.store.selection import Selection


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """What is known of a feed; moments are seconds since 1970.

    Attributes:
        etag, modified: For the next conditional request.
        due: When it is asked again.
        failures: Polls that failed, in a row.
        error: Of the last poll, or None.
    """

    url: str
    etag: str | None = None
    modified: str | None = None
    polled: float = 0.0
    due: float = 0.0
    failures: int = 0
    error: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedItem:
    """An item as a feed lists it.

    Attributes:
        item: The feed's id of it.
        document_id: Of the report that it is.
        digest: Hash over all that the feed says of it.
        record: The item as JSON.
        age: Day of publication or of the last update, or None.
    """

    item: str
    document_id: str
    digest: str
    record: str
    age: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DueItem:
    """An item to be read, or one whose page is asked whether it is still there.

    Attributes:
        waits: It was not read since the feed last said something of it.
        tries: How often its page gave no report, in a row.
        etag, modified: Of its page.
    """

    feed: str
    item: str
    document_id: str
    digest: str
    record: str
    waits: bool
    tries: int
    etag: str | None
    modified: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """What a poll of a feed changed: numbers of items, and ids of reports."""

    new: int = 0
    changed: int = 0
    withdrawn: tuple[str, ...] = ()
    restored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """A report that its publisher took back."""

    document_id: str
    withdrawn: dt.datetime
    reason: str
    restored: dt.datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """An event that is news to a saved query.

    Attributes:
        seq, happening: Number and id of what keeps its id when the event is coded anew.
        known: The query told of it before.
        documents: Reports that are new to the query.
        told: It is to be told: a new event, or one with more sources than when it was last told.
    """

    seq: int
    happening: str
    event: Event
    known: bool
    documents: tuple[str, ...]
    told: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A message in the outbox; ``key`` is the same however often it is sent, ``record`` is JSON."""

    key: str
    alert: str
    record: str
    made: dt.datetime
    seq: int = 0
    tries: int = 0


class What(StrEnum):
    """What became of an event."""

    EVENT = "event"
    SOURCE = "source"
    VALUE = "value"
    GONE = "gone"


class Cause(StrEnum):
    """Why: a report that is new, one that was revised, another coder, or none of these (judgements, fusion)."""

    REPORT = "report"
    REVISION = "revision"
    CODER = "coder"
    REGROUPED = "regrouped"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedChange:
    """One row of the log.

    Attributes:
        happening: Id under which the event was first written.
        event_id: Its id now; None when it is gone.
        held: The reports that caused it (``documents``), and by ``what``: ``sources`` before and after; ``field``,
            ``before`` and ``after``; the event that ``was``.
    """

    seq: int
    at: dt.datetime
    what: What
    cause: Cause
    happening: str
    event_id: str | None
    held: Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChange:
    """What became of a report: added, revised (with the ``fields``), withdrawn or restored (with the ``reason``)."""

    at: dt.datetime
    what: str
    head: DocumentHead
    fields: tuple[ValueChange, ...] = ()
    reason: str = ""


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

    def logged(self, since: dt.datetime) -> tuple[LoggedChange, ...]:
        """What became of events, oldest first."""

    def document_changes(self, since: dt.datetime) -> tuple[DocumentChange, ...]:
        """What became of reports, oldest first."""
