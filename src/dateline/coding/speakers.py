"""Who says what: the quotations of a document, asked by position."""

from __future__ import annotations

from dateline.coding.tree import Tree
from dateline.model import Evidence, Quotation


class Speakers:
    """Finds the quotation around a position and its speaker."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
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
        inside = [t for t in self._tree.tokens if speaker.start <= t.start and t.end <= speaker.end]
        return next((t.i for t in inside if not speaker.start <= self._tree.tokens[t.head].start < speaker.end), None)
