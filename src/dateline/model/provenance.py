"""Where a reference record is from, and what its reader says about the file beside the records."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateline.model.ids import content_id


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a reference row is from: every row keeps this.

    Attributes:
        source: Data set and publisher.
        vintage: The edition the publisher names, or None.
        retrieved: Day the file was retrieved.
        licence: Short licence note.
        sha256: Hash of the file.
        line: 1-based line or record number in it.
    """

    source: str
    vintage: str | None
    retrieved: dt.date | None
    licence: str
    sha256: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One file of one data set, as it was when it was retrieved.

    Attributes:
        kind: What the file is, a key of the registry of readers ("sipri-register").
        source: Data set and publisher, for people.
        vintage: The edition the publisher or the user names, or None.
        retrieved: Day the file was retrieved, or None when nobody said.
        licence: Short licence note.
        sha256: Hash of the file's bytes.
    """

    kind: str
    source: str
    vintage: str | None
    retrieved: dt.date | None
    licence: str
    sha256: str

    @property
    def id(self) -> str:
        """The same for the same kind, bytes and vintage: importing them again changes nothing."""
        return content_id("edition", self.kind, self.sha256, self.vintage)

    def row_id(self, key: object) -> str:
        """The id of a row that the publisher calls ``key``: ``sipri-register:63476@2026-02-12-1a2b3c``."""
        return f"{self.kind}:{key}@{self.vintage or 'undated'}-{self.id[-6:]}"

    def at(self, line: int, *, vintage: str | None = None) -> Provenance:
        """The provenance of the record at a 1-based line or record number.

        Args:
            line: Where it stands.
            vintage: The edition of this row, where one file holds several.
        """
        return Provenance(
            source=self.source,
            vintage=vintage or self.vintage,
            retrieved=self.retrieved,
            licence=self.licence,
            sha256=self.sha256,
            line=line,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class BadRow:
    """A row that was not read: where it stands, why, and what it says (cut to 500 characters)."""

    line: int
    reason: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something about the file that its reader should know: years promised and not there, rows merged, quirks met."""

    text: str
    line: int | None = None
