"""Sides: which nouns of a sentence can supply or receive arms, and the party that each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.coding.view import View
from dateline.model import Because, NameKind, Party
from dateline.vocab.territories import lookup_territory

_ACTS = 0.5
_NATIONAL = frozenset({NameKind.GROUP, NameKind.PLACE})
_COMBINED = re.compile(r"(.+)-(?:supplied|provided|made|built|donated|delivered|funded|backed|led)$")
_UNNAMED = frozenset({"it", "its", "they", "their", "them"})
_MODIFIERS = ("poss", "amod", "compound", "nmod")


class Sides:
    """Finds sides by token.

    Args:
        view: The document.
    """

    def __init__(self, view: View) -> None:
        self._view = view

    def acting(self, i: int | None, used: Iterable[int] = ()) -> tuple[int, ...]:
        """The noun at ``i`` and those joined to it, as far as they can act; never an item."""
        if i is None:
            return ()
        taken = set(used)
        found = tuple(each for each in self._view.tree.conjuncts(i) if each not in taken and self._acts(each))
        return tuple(named for each in found for named in (self._included(each) or (each,)))

    def _included(self, i: int) -> tuple[int, ...]:
        """Those named behind "its allies, including"."""
        tree = self._view.tree
        for c in tree.having(i, "prep"):
            if self._view.tokens[c].lemma in {"include", "including"}:
                named = (each for noun in tree.having(c, "pobj") for each in tree.conjuncts(noun))
                return tuple(each for each in named if self.state_of(each) is not None)
        return ()

    def _acts(self, i: int) -> bool:
        token = self._view.tokens[i]
        if token.lemma in {"it", "they"} or token.tag == "PRP":
            return self._view.gate.strength(i) >= _ACTS or token.lemma == "it"
        return self._view.gate.strength(i) >= _ACTS

    def first(self, nouns: Iterable[int | None], used: Iterable[int] = ()) -> tuple[int, ...]:
        """The sides at the first noun that has any."""
        taken = set(used)
        for noun in nouns:
            found = self.acting(noun, taken)
            if found:
                return found
        return ()

    def nationality(self, noun: int) -> tuple[int, ...]:
        """The state that modifies a noun: "Russian" in "Russian missiles", "U.S." in "U.S. arms"."""
        tree = self._view.tree
        for c in self._modifiers(noun):
            if self.state_of(c) is not None:
                return (c, *(i for i in tree.conjuncts(c) if i != c and self.state_of(i) is not None))
        return ()

    def _modifiers(self, noun: int) -> Iterator[int]:
        tree = self._view.tree
        for c in tree.having(noun, *_MODIFIERS):
            if c < noun:
                yield c
                yield from (d for d in tree.having(c, *_MODIFIERS) if d < c)

    def owners(self, noun: int) -> tuple[int, ...]:
        """Owners of a noun: possessors, then nationalities and bodies before it ("Pentagon arms sales")."""
        tree, gate = self._view.tree, self._view.gate
        for c in tree.having(noun, "poss"):
            found = self.acting(c)
            if found:
                return found
        found = self.nationality(noun)
        if found:
            return found
        for c in tree.having(noun, "compound", "nmod", "amod"):
            if gate.names.get(c) in {NameKind.ORGANISATION, NameKind.PERSON} and c < noun:
                return (c,)
        return ()

    def state_of(self, i: int) -> str | None:
        """Name of the state that a single token names by name, adjective or capital."""
        token = self._view.tokens[i]
        if not token.text[0].isupper():
            return None
        stem = _COMBINED.match(token.text)
        territory = lookup_territory(stem[1] if stem else token.text)
        return territory.name if territory is not None and territory.iso3 else None

    def party(self, i: int, head: int) -> Party:
        """The party at a token, as told from the trigger at ``head``; an adjective stands for its state."""
        token = self._view.tokens[i]
        state = self.state_of(i)
        if state is not None and (token.tag.startswith("JJ") or token.dep in {"amod", "compound", "nmod", "npadvmod"}):
            reason = f"“{token.text}” is the adjective of {state}"
            evidence = self._view.evidence(i, i + 1)
            return Party(evidence=evidence, name=state, because=(Because(step="coding.party", reason=reason),))
        if token.text.lower() in _UNNAMED and i not in self._view.gate.references:
            named = self._named_before(i)
            if named is not None:
                return self._view.parties.party(named, head)
        return self._view.parties.party(i, head)

    def _named_before(self, i: int) -> int | None:
        """The nearest state before a pronoun that no reference resolves, in its sentence."""
        sentence = self._view.annotations.sentences[self._view.tokens[i].sentence]
        return next((k for k in range(i - 1, sentence.first - 1, -1) if self.state_of(k) is not None), None)
