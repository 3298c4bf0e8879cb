"""Who says what: the quotations of a document, asked by position."""

from __future__ import annotations

from bisect import bisect_left

from dateline.coding.tree import Tree
from dateline.model import Evidence, Quotation


class Speakers:
    """Finds the quotation around a position and its speaker."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._heads: dict[int, int | None] = {}
        self._quotations = sorted(tree.annotations.quotations, key=lambda held: held.end - held.start)

    def quotation_at(self, position: int) -> Quotation | None:
        """The shortest quotation that covers a code point."""
        return next((held for held in self._quotations if held.start <= position < held.end), None)

    def speaker_at(self, position: int) -> Evidence | None:
        """The speaker of the shortest quotation around a code point that names one."""
        return next(
            (held.speaker for held in self._quotations if held.start <= position < held.end and held.speaker), None
        )

    def speaker_token(self, position: int) -> int | None:
        """The head token of that speaker's words."""
        speaker = self.speaker_at(position)
        if speaker is None:
            return None
        if speaker.start not in self._heads:
            self._heads[speaker.start] = self._head_of(speaker)
        return self._heads[speaker.start]

    def _head_of(self, words: Evidence) -> int | None:
        """The token of some words that is governed from outside of them."""
        tokens = self._tree.tokens
        i = bisect_left(tokens, words.start, key=lambda token: token.start)
        while i < len(tokens) and tokens[i].end <= words.end:
            if not words.start <= tokens[tokens[i].head].start < words.end or tokens[i].head == i:
                return i
            i += 1
        return None
