"""Stated: a statement as a finder sees it, before it becomes a claim."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import ClaimKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """A statement at ``[start, end)`` of a sentence; the other fields as in ``Claim``."""

    kind: ClaimKind
    start: int
    end: int
    value: str
    unit: str | None = None
    subject: str | None = None
    predicate: str | None = None
    object: str | None = None
