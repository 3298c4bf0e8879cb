"""What any reader of a dependency parse needs: children, subtrees and their edges, by token index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from dateline.model import Token


class Dependencies:
    """The dependencies between the tokens of one document.

    Args:
        tokens: Its tokens; heads are indices into them.
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens

    @cached_property
    def children(self) -> list[list[int]]:
        """For each token, the tokens that depend on it, in text order."""
        children: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.i:
                children[token.head].append(token.i)
        return children

    def child(self, i: int, *deps: str) -> int | None:
        """The first child of ``i`` with one of the labels, or None."""
        return next((c for c in self.children[i] if self.tokens[c].dep in deps), None)
