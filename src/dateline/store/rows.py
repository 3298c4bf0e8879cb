"""What a store hands out beside the records of :mod:`dateline.model`: rows with counts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from dateline.model import Event, EventMention, Judgement
from dateline.model.judged import is_known

T = TypeVar("T")


class State(StrEnum):
    """How far a document has come."""

    NEW = "new"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHead:
    """A document without its text.

    Attributes:
        state: Whether it is coded.
        versions: How many texts of it were seen, the current one included.
    """

    id: str
    title: str | None
    publisher: str | None
    url: str | None
    published: dt.date | None
    language: str | None
    state: State
    versions: int
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionRow:
    """A mention with the sentence that says it and the document it stands in."""

    mention: EventMention
    event_id: str | None
    quote: str
    quote_start: int
    document: DocumentHead


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """An event with the sentence of its first mention."""

    event: Event
    quote: str
    publisher: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """The three numbers that every count shows: "12 events · 87 mentions · 31 sources"."""

    events: int
    mentions: int
    documents: int
    sources: int

    def __str__(self) -> str:
        return f"{self.events:,} events · {self.mentions:,} mentions · {self.sources:,} sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """How many events of a selection have which value: name of the filter → value → events."""

    by: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[T]):
    """Some rows, and the cursor of the next page (None on the last)."""

    rows: tuple[T, ...]
    next: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """A person, body or state that acted or was acted upon in the record.

    Attributes:
        names: The words under which it was printed, most frequent first; pronouns and plain nouns are left out.
    """

    canonical_id: str
    name: str
    country: str | None
    sector: str | None
    events: int
    mentions: int
    documents: int
    names: tuple[str, ...] = ()

    @property
    def known(self) -> bool:
        """Whether the data know it; else its id is made of its name ("unknown/ivan-petrov")."""
        return is_known(self.canonical_id)

    @property
    def kind(self) -> str:
        """What its id says it is: person, body, state, group or unknown."""
        return self.canonical_id.partition("/")[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementRow:
    """A judgement and whether it stands; ``undone`` and ``undone_by`` are None while it does.

    ``gone`` are the mentions of a judgement on events that the record holds no more: it has no effect until a coding
    finds them again.
    """

    judgement: Judgement
    undone: dt.datetime | None = None
    undone_by: str | None = None
    gone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One way in which a document prints an entity, under the id that the coder's resolver gave it.

    Attributes:
        name: Name after resolution.
        text: The words, or None where the sentence leaves the party unsaid.
        mentions: How often the document does so.
    """

    entity: str
    name: str
    text: str | None
    country: str | None
    sector: str | None
    document_id: str
    mentions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the record holds.

    Attributes:
        stale: Codings changed since the events were last fused; ``dateline run`` brings them up to date.
        pending: Documents not coded yet.
        types: Number of events by type, most frequent first.
        earliest, latest: First and last day of any dated event.
    """

    counts: Counts
    documents: int
    pending: int
    failed: int
    claims: int
    arms: int
    entities: int
    rejects: int
    stale: bool
    earliest: dt.date | None
    latest: dt.date | None
    types: Mapping[str, int] = field(default_factory=dict)
