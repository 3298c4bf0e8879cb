"""What the watching half of a store hands out and takes: feeds and items, news and alerts, rows of the log."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dateline.model import Event
from dateline.store.happenings import ValueChange
from dateline.store.rows import DocumentHead


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
