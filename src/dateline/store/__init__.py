"""The database: one interface (:class:`Store`), SQLite behind it. Only the pipeline writes to it."""

from __future__ import annotations

from dateline.store.interface import Store
from dateline.store.opening import open_store
from dateline.store.reading import Reader
from dateline.store.reference import EditionRow, ReferenceReader, ReferenceWriter
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
    State,
    Wording,
)
from dateline.store.run_rows import Added, CodedDocument, Coder, Reject, RunRow
from dateline.store.selection import Selection
from dateline.store.working import Work, Writer

__all__ = [
    "Added",
    "CodedDocument",
    "Coder",
    "Counts",
    "DocumentHead",
    "EditionRow",
    "EntityRow",
    "EventRow",
    "Facets",
    "JudgementRow",
    "MentionRow",
    "Overview",
    "Page",
    "Reader",
    "ReferenceReader",
    "ReferenceWriter",
    "Reject",
    "RunRow",
    "Selection",
    "State",
    "Store",
    "Wording",
    "Work",
    "Writer",
    "open_store",
]
