"""Chunks: a report in pieces of whole sentences, each with the sentences before it as context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.coding.view import View


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """One piece, as indexes into ``Annotations.sentences``.

    Attributes:
        context: Sentences sent along for understanding.
        own: Sentences to be coded here, and nowhere else.
    """

    context: tuple[int, ...]
    own: tuple[int, ...]

    def halves(self, overlap: int) -> tuple[Chunk, Chunk]:
        """The same sentences in two pieces; call it for two sentences or more."""
        middle = len(self.own) // 2
        before = (*self.context, *self.own[:middle])
        return (
            Chunk(context=self.context, own=self.own[:middle]),
            Chunk(context=before[len(before) - min(overlap, len(before)) :], own=self.own[middle:]),
        )


def chunks_of(view: View, *, characters: int, overlap: int) -> tuple[Chunk, ...]:
    """Cut a report into pieces of about ``characters``; boilerplate and the title line are left out.

    Args:
        view: The document.
        characters: Length from which on a piece takes no further sentence; a longer sentence stands alone.
        overlap: How many sentences of context go with a piece.
    """
    coded = [i for i, held in enumerate(view.annotations.sentences) if view.codes(held) and _told(view, i)]
    pieces: list[list[int]] = []
    length = 0
    for i in coded:
        size = _size(view, i)
        if not pieces or length + size > characters:
            pieces.append([])
            length = 0
        pieces[-1].append(i)
        length += size
    return tuple(_with_context(coded, piece, overlap) for piece in pieces)


def _with_context(coded: Sequence[int], piece: Sequence[int], overlap: int) -> Chunk:
    at = coded.index(piece[0])
    return Chunk(context=tuple(coded[max(0, at - overlap) : at]), own=tuple(piece))


def _size(view: View, i: int) -> int:
    sentence = view.annotations.sentences[i]
    return sentence.end - sentence.start


def _told(view: View, i: int) -> bool:
    """Whether the sentence has a word."""
    sentence = view.annotations.sentences[i]
    return any(char.isalnum() for char in view.text[sentence.start : sentence.end])
