"""Reports into the record, and what could not be read into its rejects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dateline.errors import DatelineError, RecordError
from dateline.model import Document
from dateline.sources import Unread
from dateline.store import Added, Reject, Writer

OnAdded = Callable[[Document | Unread, Added | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddReport:
    """What adding did.

    Attributes:
        added: Documents that are new.
        revised: Documents of which another version was there.
        known: Documents that were there already; nothing was changed.
        rejected: Items that could not be read; they are in the rejects with the reason.
    """

    added: int
    revised: int
    known: int
    rejected: int


def add(store: Writer, items: Iterable[Document | Unread], on_added: OnAdded | None = None) -> AddReport:
    """Add what was read, one transaction each, so that an interruption loses nothing.

    Args:
        store: The record.
        items: What ``dateline.sources`` yields.
        on_added: Called after each item with what was done (None: rejected).
    """
    counts: Counter[Added | None] = Counter()
    for item in items:
        outcome = _add_one(store, item)
        counts[outcome] += 1
        if on_added is not None:
            on_added(item, outcome)
    return AddReport(
        added=counts[Added.NEW], revised=counts[Added.REVISED], known=counts[Added.KNOWN], rejected=counts[None]
    )


def _add_one(store: Writer, item: Document | Unread) -> Added | None:
    if isinstance(item, Document):
        try:
            return store.add_document(item)
        except RecordError as error:
            reject = _reject(item.source or "unnamed", None, error)
    else:
        reject = _reject(item.name, item.position, item.error)
    store.add_reject(reject)
    return None


def _reject(source: str, position: int | None, error: DatelineError) -> Reject:
    return Reject(source=source, position=position, reason=type(error).__name__, message=str(error))
