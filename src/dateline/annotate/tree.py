"""The dependency tree as the annotator reads it: subtrees and phrases, by token index."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from dateline.model import Evidence, Token
from dateline.text.dependencies import Dependencies

_PREMODIFIERS = frozenset(
    {"det", "amod", "compound", "poss", "nummod", "nmod", "quantmod", "advmod", "predet", "case", "punct"}
)
_PARTITIVE = frozenset({"of", "for", "from"})


class Tree(Dependencies):
    """A view of the tokens of one document that answers structural questions.

    Args:
        text: The document's text.
        tokens: Its tokens; heads are indices into them.
    """

    def __init__(self, text: str, tokens: Sequence[Token]) -> None:
        super().__init__(tokens)
        self.text = text

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """For each token, the first and the last token of its subtree."""
        left, right = list(range(len(self.tokens))), list(range(len(self.tokens)))
        for token in self.tokens:
            above = token.head
            while left[above] > token.i or right[above] < token.i:
                left[above] = min(left[above], token.i)
                right[above] = max(right[above], token.i)
                above = self.tokens[above].head
        return left, right

    def subtree(self, i: int) -> tuple[int, int]:
        """The half-open token range of the subtree of ``i``."""
        return self.edges[0][i], self.edges[1][i] + 1

    def phrase(self, i: int) -> tuple[int, int]:
        """The half-open token range of the noun phrase headed by ``i``.

        It has the words before the noun, complements with "of", "for" and "from", and conjuncts, but no
        relative clause and no apposition.
        """
        first, last = i, i + 1
        for child in self.children[i]:
            token = self.tokens[child]
            if child < i and token.dep in _PREMODIFIERS:
                first = min(first, self.edges[0][child])
            elif child > i and (token.dep == "conj" or (token.dep == "prep" and token.text in _PARTITIVE)):
                last = max(last, self._complement_end(child))
        while first < i and self.tokens[first].pos == "PUNCT":
            first += 1
        return first, last

    def role_phrase(self, i: int) -> tuple[int, int]:
        """Like :meth:`phrase`, with every prepositional complement and without an article before it."""
        first, last = self.phrase(i)
        for child in self.children[i]:
            if child > i and self.tokens[child].dep == "prep":
                last = max(last, self._complement_end(child))
        while first < i and self.tokens[first].dep == "det":
            first += 1
        return first, last

    def with_article(self, first: int) -> int:
        """``first``, or the token before it where that is a determiner."""
        return first - 1 if first > 0 and self.tokens[first - 1].dep == "det" else first

    def _complement_end(self, i: int) -> int:
        if self.tokens[i].dep == "conj":
            return self.phrase(i)[1]
        inner = self.child(i, "pobj")
        return i + 1 if inner is None else self.phrase(inner)[1]

    def head_of(self, first: int, last: int) -> int:
        """The last token of a range that is governed from outside of it."""
        for i in range(last - 1, first - 1, -1):
            if not first <= self.tokens[i].head < last or self.tokens[i].head == i:
                return i
        return last - 1

    def evidence(self, first: int, last: int) -> Evidence:
        """The words of the half-open token range."""
        return Evidence.of(self.text, self.tokens[first].start, self.tokens[last - 1].end)
