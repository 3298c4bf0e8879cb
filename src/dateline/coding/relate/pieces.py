"""The network's reading of a dyad: word pieces of the text, with the two parties between signs of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

Place = tuple[int, int]

LONGEST = 190
"""Most pieces of a text that are read; of a longer text those around the parties."""
CLS, SEP = 101, 102
SIGNS = {1: 1030, 2: 1001}
"""The piece that stands before and after the actor ("@") and the recipient ("#")."""


class Mark(IntEnum):
    """What a piece belongs to."""

    NOTHING = 0
    ACTOR = 1
    RECIPIENT = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedPieces:
    """A text as the network reads it.

    Attributes:
        ids: Word pieces with signs, and with ``CLS`` and ``SEP`` at the ends.
        marks: A ``Mark`` for each.
        origin: For each the number of the text's piece that it is, -1 for what was added.
    """

    ids: list[int]
    marks: list[int]
    origin: list[int]


def marked(
    ids: Sequence[int], offsets: Sequence[Place], actor: Place | None, recipient: Place | None
) -> MarkedPieces | None:
    """Mark the parties in a text's pieces.

    Args:
        ids: The text's pieces.
        offsets: Their code points.
        actor: Code points of the words of who acts; None where the text does not name it.
        recipient: The same of who is acted upon.

    Returns:
        None if a party's words hold no piece.
    """
    owners = {Mark.ACTOR: within(offsets, actor), Mark.RECIPIENT: within(offsets, recipient)}
    if (actor and not owners[Mark.ACTOR]) or (recipient and not owners[Mark.RECIPIENT]):
        return None
    first = {pieces[0]: mark for mark, pieces in owners.items() if pieces}
    last = {pieces[-1]: mark for mark, pieces in owners.items() if pieces}
    mark_of = {piece: mark for mark, pieces in owners.items() for piece in pieces}
    made = MarkedPieces(ids=[CLS], marks=[0], origin=[-1])
    for piece in _window(len(ids), [pieces for pieces in owners.values() if pieces]):
        mark = mark_of.get(piece, Mark.NOTHING)
        if piece in first:
            _add(made, SIGNS[first[piece]], first[piece], -1)
        _add(made, ids[piece], mark, piece)
        if piece in last:
            _add(made, SIGNS[last[piece]], last[piece], -1)
    _add(made, SEP, Mark.NOTHING, -1)
    return made


def _add(made: MarkedPieces, identifier: int, mark: Mark, origin: int) -> None:
    made.ids.append(identifier)
    made.marks.append(int(mark))
    made.origin.append(origin)


def within(offsets: Sequence[Place], place: Place | None) -> list[int]:
    """Numbers of the pieces that share code points with ``place``."""
    if place is None:
        return []
    return [number for number, (start, end) in enumerate(offsets) if start < place[1] and end > place[0]]


def _window(count: int, parties: Sequence[Sequence[int]]) -> Iterable[int]:
    """The pieces that are read, in order: all, else those around both parties, else those around each."""
    if count <= LONGEST:
        return range(count)
    first = min((pieces[0] for pieces in parties), default=0)
    last = max((pieces[-1] for pieces in parties), default=0)
    if last - first < LONGEST:
        return _around(first, last, count, LONGEST)
    half = LONGEST // len(parties)
    return sorted({piece for pieces in parties for piece in _around(pieces[0], pieces[0], count, half)})


def _around(first: int, last: int, count: int, width: int) -> range:
    start = max(0, min(first - (width - (last - first + 1)) // 2, count - width))
    return range(start, start + width)
