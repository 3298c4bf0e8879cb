"""What passes between a run and the store: what was added, coded or could not be, by which coder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from dateline.model import Annotations, Coding, Document


class Added(StrEnum):
    """What adding a document did."""

    NEW = "new"
    KNOWN = "known"
    REVISED = "revised"


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
