"""What the tagger says of a dyad's text: the highest score of each type in its sentences, and near its parties."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

import numpy as np

from dateline.coding.encoder.pieces import Array
from dateline.coding.relate.pieces import Place

BEFORE, AFTER = 25, 40
"""Code points before the first and behind the last party that still count as near."""
LEAST, MOST = -7.0, 5.0
"""Scores beyond these say nothing more."""
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+|\n+")


def stretches(text: str, actor: Place | None, recipient: Place | None) -> list[Place]:
    """The sentences of a text, roughly cut, from the first that holds a party to the last."""
    cuts = [0, *(found.end() for found in _SENTENCE_END.finditer(text)), len(text)]
    first, last = reach(actor, recipient, len(text))
    return [(a, b) for a, b in itertools.pairwise(cuts) if a < last and b > first]


def reach(actor: Place | None, recipient: Place | None, length: int) -> Place:
    """From the first party to the last; the whole text where none is named."""
    places = [place for place in (actor, recipient) if place]
    if not places:
        return 0, length
    return min(start for start, _ in places), max(end for _, end in places)


def hints(offsets: Sequence[Place], scores: Array, actor: Place | None, recipient: Place | None) -> tuple[Array, Array]:
    """Highest score of each type among all pieces, and among those near the parties.

    Args:
        offsets: Code points of each piece read.
        scores: Shape (pieces, types).
        actor: Code points of who acts.
        recipient: Code points of who is acted upon.
    """
    if not len(offsets):
        nothing = np.full(scores.shape[1], LEAST, dtype=np.float32)
        return nothing, nothing
    bounded = np.clip(scores, LEAST, MOST)
    first, last = reach(actor, recipient, offsets[-1][1])
    near = list(_near(offsets, first - BEFORE, last + AFTER))
    whole: Array = bounded.max(axis=0)
    return whole, bounded[near].max(axis=0) if near else whole


def _near(offsets: Sequence[Place], first: int, last: int) -> Iterator[int]:
    return (number for number, (start, end) in enumerate(offsets) if start >= first and end <= last)
