"""What a record answers of its reports, mentions, events and entities, and of what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dateline import query
from dateline.query import DocumentView, EntityView, EventFilter, EventList, EventView, Reason
from dateline.query.conflicts import Difference, conflicts
from dateline.record.held import Held
from dateline.store import DocumentHead, EntityRow, MentionRow, Overview, Page, Reject, RunRow

if TYPE_CHECKING:
    from dateline.pipeline.stories import StoryRow
    from dateline.query.changes import Change
    from dateline.query.remarks import Remarks


class Reading(Held):
    """The questions to what was coded and fused."""

    def events(self, wanted: EventFilter | None = None) -> EventList:
        """Events, newest first, with counts over all pages.

        Raises:
            UsageError: a value that is not in the vocabulary.
        """
        return query.events(self.store, wanted or EventFilter())

    def event(self, event_id: str) -> EventView:
        """One event with its mentions and their sentences.

        Raises:
            UsageError: there is none of that id; so for the other single records.
        """
        return query.event(self.store, event_id)

    def document(self, document_id: str) -> DocumentView:
        """One document with all that was found in it."""
        return query.document(self.store, document_id)

    def documents(self, *, text: str | None = None, limit: int = 50, cursor: str | None = None) -> Page[DocumentHead]:
        """Documents in order of arrival; with ``text`` those that contain the words."""
        return query.documents(self.store, text=text, limit=limit, cursor=cursor)

    def mention(self, mention_id: str) -> MentionRow:
        """One mention with its sentence and document."""
        return query.mention(self.store, mention_id)

    def entities(
        self,
        *,
        text: str | None = None,
        country: Iterable[str] = (),
        sector: Iterable[str] = (),
        unknown: bool = False,
        limit: int = 50,
    ) -> tuple[EntityRow, ...]:
        """Persons, bodies and states by number of events, as judged; see :func:`dateline.query.entities`."""
        return query.entities(self.store, text=text, country=country, sector=sector, unknown=unknown, limit=limit)

    def entity(self, entity_id: str, *, limit: int = 50) -> EntityView:
        """One entity with its names, judgements and first mentions, by any id that is taken for it."""
        return query.entity(self.store, entity_id, limit=limit)

    def mentions_of(self, entity_id: str, *, limit: int | None = None) -> tuple[MentionRow, ...]:
        """Mentions in which an entity acts or is acted upon, under any id that is taken for it."""
        return self.store.entity_mentions(entity_id, limit=limit)

    def stories(self, *, least: int = 1) -> list[StoryRow]:
        """Reports grouped by what they report, of at least ``least`` documents, those with most sources first."""
        from dateline.pipeline.stories import record_stories  # numpy takes time to load

        return record_stories(self.store, least=least)

    def remarks(self, documents: Iterable[str]) -> dict[str, Remarks]:
        """Of each of these reports: what it is a copy of, and whether its publisher withdrew it."""
        from dateline.query.remarks import remarks

        return remarks(self.store, documents)

    def changes(self, since: dt.datetime, filters: Sequence[EventFilter] = ()) -> tuple[Change, ...]:
        """What changed since a moment, oldest first; see :func:`dateline.query.changes.changes`."""
        from dateline.query.changes import changes

        return changes(self.store, since, filters)

    def conflicts(self, event_id: str) -> tuple[Difference, ...]:
        """What the reports of an event tell differently; see :func:`dateline.query.conflicts.conflicts`."""
        return conflicts(self.store, event_id)

    def why(self, key: str) -> tuple[Reason, ...]:
        """Every decision behind an event, a mention or an entity, with the words it rests on."""
        return query.why(self.store, key)

    def overview(self) -> Overview:
        """What the record holds."""
        return query.overview(self.store)

    def rejects(self) -> tuple[Reject, ...]:
        """What could not be read or coded, with the reason."""
        return self.store.rejects()

    def runs(self) -> tuple[RunRow, ...]:
        """All runs with their versions, oldest first."""
        return self.store.runs()
