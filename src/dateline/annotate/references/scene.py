"""The scene: who is in the reader's mind at a place in the text, and how strongly.

After Lappin and Leass (1994), "An algorithm for pronominal anaphora resolution": each mention adds weight by
its grammatical role, and weights halve with every sentence.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.annotate.references.referents import Referent
from dateline.annotate.tree import Tree

_WEIGHTS = {"nsubj": 3.0, "nsubjpass": 2.5, "dobj": 1.6, "dative": 1.6, "poss": 1.3, "agent": 1.6, "appos": 1.0}
_PLAIN = 1.0
_MODIFIER = 0.5
_LOCATIVE = frozenset({"in", "at", "near", "from", "into", "across", "inside", "outside"})
_MODIFIERS = frozenset({"amod", "compound", "nmod"})
_SPAN = 4


@dataclass(frozen=True, slots=True)
class Sighting:
    """A place where a referent is mentioned: the token that the sentence governs, and its weight there."""

    token: int
    sentence: int
    referent: Referent
    weight: float


class Scene:
    """The sightings so far, in text order."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._seen: list[Sighting] = []
        self._counts: Counter[Referent] = Counter()

    def add(self, token: int, referent: Referent) -> None:
        """Note that ``referent`` is mentioned by the phrase with head ``token``."""
        sentence = self._tree.tokens[token].sentence
        self._seen.append(Sighting(token, sentence, referent, self._weight(token)))
        self._counts[referent] += 1

    def _is_place(self, token: int) -> bool:
        """Whether the phrase says where something is."""
        above = self._tree.tokens[self._tree.tokens[token].head]
        return self._tree.tokens[token].dep == "pobj" and above.text.lower() in _LOCATIVE

    def _weight(self, token: int) -> float:
        dep = self._tree.tokens[token].dep
        if self._is_place(token):
            return _MODIFIER
        if dep == "conj":
            return self._weight(self._tree.tokens[token].head)
        return _MODIFIER if dep in _MODIFIERS else _WEIGHTS.get(dep, _PLAIN)

    def recent(self, token: int) -> Iterator[Sighting]:
        """The sightings of this sentence and the few before it, the nearest first."""
        sentence = self._tree.tokens[token].sentence
        for each in reversed(self._seen):
            if sentence - each.sentence > _SPAN:
                return
            yield each

    def saliences(self, token: int, *, located: bool = True) -> dict[Referent, float]:
        """Salience of each referent near ``token``.

        Args:
            token: Where in the text.
            located: Whether a mere place of something ("in Minsk") counts.
        """
        sentence = self._tree.tokens[token].sentence
        scores: dict[Referent, float] = {}
        for each in self.recent(token):
            if not located and self._is_place(each.token):
                continue
            fresh = each.weight * 0.5 ** (sentence - each.sentence)
            scores[each.referent] = scores.get(each.referent, 0.0) + fresh
        return scores

    def count(self, referent: Referent) -> int:
        """How often the referent was seen so far."""
        return self._counts[referent]

    def all(self) -> list[Sighting]:
        """Every sighting so far."""
        return self._seen
