"""The gazetteer as annotation sees it: where known names stand, and what they stand for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import NameKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A stretch of text that is the name of a known actor.

    Attributes:
        start, end: Code points.
        name: The actor's canonical name.
        kind: What it is.
        countries: ISO 3166 alpha-3 codes of the states it is or belongs to.
        state: It names a state as such ("Russia", "Moscow" when it acts).
        adjective: It is an adjective or demonym ("Russian").
    """

    start: int
    end: int
    name: str
    kind: NameKind
    countries: frozenset[str] = frozenset()
    state: bool = False
    adjective: bool = False


def known_names(text: str) -> Sequence[Known]:
    """The known names in a text, in order, without overlaps."""
    return ()
