"""Found: a quantity that a rule takes for a claim, before it becomes a record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.model import ClaimKind
from dateline.vocab.cues import cue_lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A claim as a rule sees it.

    Attributes:
        kind: Its kind.
        start, end: Code points of the words.
        value, unit: As in ``Claim``.
        anchor: Token whose governors tell subject and predicate: the counted noun, or a verb.
        rule: Name of the rule.
        certainty: Between 0 and 1.
        subject, predicate, object: Where the rule itself tells them.
    """

    kind: ClaimKind
    start: int
    end: int
    value: str
    unit: str | None
    anchor: int
    rule: str
    certainty: float
    subject: str | None = None
    predicate: str | None = None
    object: str | None = None


@cache
def words(name: str) -> frozenset[str]:
    """A word list of ``vocab/data/coding/en/claims.toml``."""
    lists: Mapping[str, frozenset[str]] = cue_lists("claims")
    return lists[name]
