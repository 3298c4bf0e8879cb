"""The reading half of the SQLite store; the SQL is in the modules beside."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from dateline.model import Annotations, Claim, Coding, Document, Event, EventMention
from dateline.model.copies import Copy, Signature
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
    Wording,
)
from dateline.store.run_rows import Reject, RunRow
from dateline.store.selection import Selection
from dateline.store.sqlite import codings, documents, entities, events, facets, fusing, judgements, runs, views
from dateline.store.sqlite import copies as copying
from dateline.store.sqlite.connection import BUSY_SECONDS, connect
from dateline.store.sqlite.errors import explained
from dateline.store.sqlite.reference.reader import SqliteReference


class SqliteReader:
    """All that can be asked of one SQLite file; :class:`~dateline.store.interface.Store` says what each gives."""

    def __init__(self, path: str | Path, *, create: bool = True, busy_seconds: float = BUSY_SECONDS) -> None:
        self.location = str(path)
        self._connection = connect(self.location, create=create, busy_seconds=busy_seconds)

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with explained(self.location, "read"):
            yield self._connection

    @property
    def reference(self) -> SqliteReference:
        return SqliteReference(self._reading)

    def pending(self, fingerprint: str) -> tuple[str, ...]:
        with self._reading() as connection:
            return runs.pending(connection, fingerprint)

    def unfinished_run(self, fingerprint: str) -> bool:
        with self._reading() as connection:
            return runs.unfinished(connection, fingerprint) is not None

    def stamp(self) -> int:
        with self._reading() as connection:
            return events.stamp(connection)

    def stale(self, fuser: str) -> bool:
        with self._reading() as connection:
            return events.stale(connection, fuser)

    def unfused(self, fuser: str) -> tuple[str, ...] | None:
        with self._reading() as connection:
            return fusing.waiting(connection, fuser)

    def mentions_of(self, documents: Iterable[str]) -> Iterator[EventMention]:
        with self._reading() as connection:
            yield from fusing.mentions_of(connection, documents)

    def fellows(self, keys: Iterable[str]) -> Iterator[tuple[EventMention, ...]]:
        with self._reading() as connection:
            yield from fusing.fellows(connection, keys)

    def unsigned(self, made_by: str) -> tuple[str, ...]:
        with self._reading() as connection:
            return copying.unsigned(connection, made_by)

    def signed(self, bands: Iterable[str]) -> Iterator[tuple[DocumentHead, Signature]]:
        with self._reading() as connection:
            yield from copying.signed(connection, bands)

    def copies(self, documents: Iterable[str] | None = None) -> tuple[Copy, ...]:
        with self._reading() as connection:
            return copying.together(connection, documents)

    def all_mentions(self) -> Iterator[EventMention]:
        with self._reading() as connection:
            yield from codings.all_mentions(connection)

    def wordings(self, entities: Iterable[str] | None = None) -> Iterator[Wording]:
        with self._reading() as connection:
            yield from codings.wordings(connection, entities)

    def heads(self) -> Iterator[DocumentHead]:
        with self._reading() as connection:
            yield from documents.heads(connection)

    def document(self, document_id: str) -> Document | None:
        with self._reading() as connection:
            return documents.get(connection, document_id)

    def versions(self, document_id: str) -> tuple[Document, ...]:
        with self._reading() as connection:
            return documents.versions(connection, document_id)

    def raw(self, document_id: str) -> bytes | None:
        with self._reading() as connection:
            return documents.raw(connection, document_id)

    def documents(self, *, text: str | None = None, limit: int = 50, cursor: str | None = None) -> Page[DocumentHead]:
        with self._reading() as connection:
            return documents.page(connection, text, limit, cursor)

    def head(self, document_id: str) -> DocumentHead | None:
        with self._reading() as connection:
            return documents.head(connection, document_id)

    def annotations(self, document_id: str) -> Annotations | None:
        with self._reading() as connection:
            return codings.get_annotations(connection, document_id)

    def coding(self, document_id: str) -> Coding | None:
        with self._reading() as connection:
            return codings.get_coding(connection, document_id)

    def claims(self, document_id: str | None = None) -> tuple[Claim, ...]:
        with self._reading() as connection:
            return codings.get_claims(connection, document_id)

    def events(self, selection: Selection) -> Page[EventRow]:
        with self._reading() as connection:
            return events.page(connection, selection)

    def count(self, selection: Selection) -> Counts:
        with self._reading() as connection:
            return events.count(connection, selection)

    def facets(self, selection: Selection) -> Facets:
        with self._reading() as connection:
            return facets.facets(connection, selection)

    def event(self, event_id: str) -> Event | None:
        with self._reading() as connection:
            return events.get(connection, event_id)

    def event_mentions(self, event_id: str) -> tuple[MentionRow, ...]:
        with self._reading() as connection:
            return views.event_mentions(connection, event_id)

    def document_mentions(self, document_id: str) -> tuple[MentionRow, ...]:
        with self._reading() as connection:
            return views.document_mentions(connection, document_id)

    def entity_mentions(self, entity_id: str, *, limit: int | None = None) -> tuple[MentionRow, ...]:
        with self._reading() as connection:
            return views.entity_mentions(connection, entity_id, limit)

    def mention(self, mention_id: str) -> MentionRow | None:
        with self._reading() as connection:
            return views.mention(connection, mention_id)

    def entities(
        self,
        *,
        text: str | None = None,
        country: tuple[str, ...] = (),
        sector: tuple[str, ...] = (),
        unknown: bool = False,
        limit: int = 50,
    ) -> tuple[EntityRow, ...]:
        with self._reading() as connection:
            return entities.find(connection, text, country, sector, unknown, limit)

    def entity(self, entity_id: str) -> EntityRow | None:
        with self._reading() as connection:
            return entities.get(connection, judgements.canonical(connection, entity_id))

    def judgements(self, entity_id: str | None = None) -> tuple[JudgementRow, ...]:
        with self._reading() as connection:
            return judgements.every(connection, entity_id)

    def judged(self) -> Judged:
        with self._reading() as connection:
            return judgements.judged(connection)

    def overview(self) -> Overview:
        with self._reading() as connection:
            return views.overview(connection)

    def rejects(self) -> tuple[Reject, ...]:
        with self._reading() as connection:
            return runs.rejects(connection)

    def runs(self) -> tuple[RunRow, ...]:
        with self._reading() as connection:
            return runs.every(connection)
