"""What readers ask of a record. Everything comes as typed rows; what is not there is an error with a next step."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.errors import UsageError
from dateline.model import Annotations, Claim, Coding, Document, Event
from dateline.query.filter import EventFilter
from dateline.store import Counts, DocumentHead, EventRow, MentionRow, Overview, Page, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class EventList:
    """One page of events, and the numbers over all pages.

    Attributes:
        filter: The filter in the record's own codes.
        next: The filter of the next page, or None on the last.
    """

    filter: EventFilter
    counts: Counts
    rows: tuple[EventRow, ...]
    next: EventFilter | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One event with every mention that tells it, each with its sentence and document."""

    event: Event
    mentions: tuple[MentionRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """One document with all that was found in it; annotations and coding are None before the first run."""

    document: Document
    head: DocumentHead
    annotations: Annotations | None
    coding: Coding | None
    mentions: tuple[MentionRow, ...]
    claims: tuple[Claim, ...]


def events(store: Reader, wanted: EventFilter) -> EventList:
    """Events of a filter, newest first.

    Raises:
        UsageError: a value that is not in the vocabulary.
    """
    chosen = wanted.checked()
    page = store.events(chosen)
    return EventList(
        filter=chosen,
        counts=store.count(chosen),
        rows=page.rows,
        next=replace(chosen, cursor=page.next) if page.next else None,
    )


def event(store: Reader, event_id: str) -> EventView:
    """One event.

    Raises:
        UsageError: there is none of that id.
    """
    found = store.event(event_id)
    if found is None:
        raise _missing("event", event_id, "dateline events")
    return EventView(event=found, mentions=store.event_mentions(event_id))


def document(store: Reader, document_id: str) -> DocumentView:
    """One document.

    Raises:
        UsageError: there is none of that id.
    """
    found, head = store.document(document_id), store.head(document_id)
    if found is None or head is None:
        raise _missing("document", document_id, "dateline events -f jsonl")
    return DocumentView(
        document=found,
        head=head,
        annotations=store.annotations(document_id),
        coding=store.coding(document_id),
        mentions=store.document_mentions(document_id),
        claims=store.claims(document_id),
    )


def documents(
    store: Reader, *, text: str | None = None, limit: int = 50, cursor: str | None = None
) -> Page[DocumentHead]:
    """Documents in order of arrival; with ``text`` those that contain the words."""
    return store.documents(text=text, limit=limit, cursor=cursor)


def mention(store: Reader, mention_id: str) -> MentionRow:
    """One mention.

    Raises:
        UsageError: there is none of that id.
    """
    found = store.mention(mention_id)
    if found is None:
        raise _missing("mention", mention_id, "dateline show EVENT")
    return found


def overview(store: Reader) -> Overview:
    """What the record holds."""
    return store.overview()


def _missing(what: str, key: str, where: str) -> UsageError:
    return UsageError(f"no {what} {key!r}", "the record has none of that id", f"{where} lists those that are there")
