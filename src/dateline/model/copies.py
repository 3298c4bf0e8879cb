"""Reports that share a text: reprints of wire reports, and versions of one report."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CopyKind(StrEnum):
    """How a later report is like an earlier one."""

    SAME = "same"
    COPY = "copy"
    VERSION = "version"


_WORDS = {
    CopyKind.SAME: "the same words as",
    CopyKind.COPY: "a copy, by another publisher, of",
    CopyKind.VERSION: "another version, by the same publisher, of",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A report that is a copy or version of an earlier one.

    Attributes:
        document, of: Ids of the later and the earlier; of one day or undated, by id.
        kind: ``same`` words, a ``copy`` by another publisher, or a ``version`` by the same one.
        likeness: Estimated share of runs of five words in common, between 0 and 1.
    """

    document: str
    of: str
    kind: CopyKind
    likeness: float

    @property
    def reason(self) -> str:
        """One sentence for people."""
        return f"{_WORDS[self.kind]} {self.of}: about {self.likeness:.0%} of their runs of five words are the same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """What is kept of a text to compare it: its number of words, and numbers made of its runs of words."""

    words: int
    numbers: tuple[int, ...]
