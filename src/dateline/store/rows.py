"""What a store hands out beside the records of :mod:`dateline.model`: rows with counts, runs, rejects."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, Protocol, TypeVar

from dateline.model import Annotations, Coding, Document, Event, EventMention, Judgement
from dateline.model.judged import is_known

T = TypeVar("T")


class Added(StrEnum):
    """What adding a document did."""

    NEW = "new"
    KNOWN = "known"
    REVISED = "revised"


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
class Reject:
    """Something that could not be read or coded, with the reason.

    Attributes:
        source: The file, address or document.
        position: 1-based line or item in it, or None for the whole.
        reason: Class of the error ("EncodingError").
        message: The whole message, with the next step.
        document_id: The document, when it was read but not coded.
        run: Number of the run that failed on it, or None for reading.
    """

    source: str
    position: int | None
    reason: str
    message: str
    document_id: str | None = None
    run: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coder:
    """Everything that decides how a document is coded; equal fingerprints give equal codings.

    Attributes:
        coder, annotator, resolver: Names and versions.
        vocabulary: Hash of the vocabulary's data files.
        settings: Options that change codings.
        version: Version of Dateline, for the reader; not part of the fingerprint's promise.
        fingerprint: Hash over all but ``version``.
    """

    coder: str
    annotator: str
    resolver: str
    vocabulary: str
    settings: Mapping[str, object]
    version: str
    fingerprint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RunRow:
    """One run over the documents; ``finished`` is None while it runs or after it was killed."""

    id: int
    fingerprint: str
    version: str
    coder: str
    annotator: str
    resolver: str
    vocabulary: str
    settings: str
    started: str
    finished: str | None
    documents: int
    failed: int
    mentions: int
    claims: int
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedDocument:
    """A document ready to be stored with all that was found in it."""

    document: Document
    annotations: Annotations
    coding: Coding


class FiledTelling(Protocol):
    """What one document says of one happening, by the keys under which other tellings find it."""

    @property
    def id(self) -> str: ...

    @property
    def document_id(self) -> str: ...

    @property
    def mentions(self) -> tuple[str, ...]: ...

    @property
    def keys(self) -> tuple[str, ...]: ...


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
