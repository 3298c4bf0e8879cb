"""What all readers of reference files share: the edition they read, and rows they cannot use."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.model.reference import Provenance


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

    def at(self, line: int) -> Provenance:
        """The provenance of the record at a 1-based line or record number."""
        return Provenance(
            source=self.source,
            vintage=self.vintage,
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


Reader = Callable[[Path, Edition], Iterator[object]]
"""Streams records of `dateline.model.reference`, `BadRow`s and `Note`s from a file, in bounded memory."""
