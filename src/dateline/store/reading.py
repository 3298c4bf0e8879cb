"""What questions ask of the database."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from dateline.model import Annotations, Claim, Coding, Document, Event
from dateline.model.copies import Copy
from dateline.model.judged import Judged
from dateline.store.rows import (
    Counts,
    DocumentHead,
    EntityRow,
    EventRow,
    Facets,
    JudgementRow,
    MentionRow,
    Overview,
    Page,
)
from dateline.store.run_rows import Reject, RunRow
from dateline.store.selection import Selection


class Reader(Protocol):
    """What :mod:`dateline.query` asks."""

    def document(self, document_id: str) -> Document | None:
        """The current version of a document."""

    def versions(self, document_id: str) -> tuple[Document, ...]:
        """Earlier versions of a document, oldest first."""

    def raw(self, document_id: str) -> bytes | None:
        """The bytes a document was read from, where they were kept."""

    def documents(self, *, text: str | None = None, limit: int = 50, cursor: str | None = None) -> Page[DocumentHead]:
        """Documents in order of arrival; with ``text`` those that contain the words."""

    def head(self, document_id: str) -> DocumentHead | None:
        """A document without its text."""

    def annotations(self, document_id: str) -> Annotations | None:
        """What was seen in a document, without tokens and names, which a second look gives again."""

    def copies(self, documents: Iterable[str] | None = None) -> tuple[Copy, ...]:
        """All copies, or those that hold together with some documents, by document and original."""

    def coding(self, document_id: str) -> Coding | None:
        """All that was coded in a document, as the coder left it; None while it is not coded."""

    def claims(self, document_id: str | None = None) -> tuple[Claim, ...]:
        """Claims of one document, or all of them, in text order."""

    def events(self, selection: Selection) -> Page[EventRow]:
        """Events, newest first, undated ones last."""

    def count(self, selection: Selection) -> Counts:
        """How many events the selection has on all its pages, in how many mentions, documents and sources."""

    def facets(self, selection: Selection) -> Facets:
        """How the events of the selection, on all its pages, spread over values."""

    def event(self, event_id: str) -> Event | None:
        """One event."""

    def event_mentions(self, event_id: str) -> tuple[MentionRow, ...]:
        """An event's mentions in its own order."""

    def document_mentions(self, document_id: str) -> tuple[MentionRow, ...]:
        """A document's mentions in text order."""

    def entity_mentions(self, entity_id: str, *, limit: int | None = None) -> tuple[MentionRow, ...]:
        """Mentions in which an entity acts or is acted upon, under any id of its group, by document and text."""

    def mention(self, mention_id: str) -> MentionRow | None:
        """One mention."""

    def entities(
        self,
        *,
        text: str | None = None,
        country: tuple[str, ...] = (),
        sector: tuple[str, ...] = (),
        unknown: bool = False,
        limit: int = 50,
    ) -> tuple[EntityRow, ...]:
        """Entities as judged, by number of events.

        Args:
            text: A whole id, a country code, or part of a name.
            country: Only of these countries (alpha-3), where there are any.
            sector: Only of these sectors, where there are any.
            unknown: Only those that no data know.
            limit: How many at most.
        """

    def entity(self, entity_id: str) -> EntityRow | None:
        """One entity, under any id of its group; None when no mention is of it."""

    def judgements(self, entity_id: str | None = None) -> tuple[JudgementRow, ...]:
        """All judgements, or those on an entity and all that it is taken for; oldest first, undone ones too."""

    def judged(self) -> Judged:
        """What the judgements that stand come to; everything else that is read here is as judged already."""

    def overview(self) -> Overview:
        """What the record holds."""

    def rejects(self) -> tuple[Reject, ...]:
        """All that could not be read or coded, in order of arrival."""

    def runs(self) -> tuple[RunRow, ...]:
        """All runs, oldest first."""
