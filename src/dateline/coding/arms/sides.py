"""Sides: which nouns of a sentence can supply or receive arms, and the party that each stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dateline.coding.arms.lexicon import words
from dateline.coding.view import View
from dateline.model import Because, NameKind, Party
from dateline.vocab.territories import lookup_territory

_ACTS = 0.5
_NATIONAL = frozenset({NameKind.GROUP, NameKind.PLACE})
_COMBINED = re.compile(r"(.+)-(?:supplied|provided|made|built|donated|delivered|funded|backed|led)$")
_UNNAMED = frozenset({"it", "its", "they", "their", "them"})
_ADJECTIVAL = frozenset({"amod", "compound", "nmod", "npadvmod"})
_PLURAL = frozenset(
    {"ally", "country", "nation", "state", "partner", "neighbour", "neighbor", "customer", "member", "client", "buyer"}
)
_PLACING = frozenset({"in", "at", "near", "outside", "around"})
_NOUN = 0.8
_BACK = 2
"""Sentences before a pronoun in which a state that it can stand for is looked for."""
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
        group = [each for each in self._view.tree.conjuncts(i) if each not in taken and self._acts(each)]
        found = [each for each in group if each == group[0] or not self._is_rest(each)]
        return tuple(named for each in found for named in (self._included(each) or (each,)))

    def _is_rest(self, i: int) -> bool:
        """Whether a joined noun only rounds off a list ("Hezbollah or other groups")."""
        tree = self._view.tree
        return any(self._view.tokens[c].lemma in {"other", "others"} for c in tree.having(i, "amod", "det")) or (
            self._view.tokens[i].lemma in {"other", "others"}
        )

    def _included(self, i: int) -> tuple[int, ...]:
        """Those named behind "its allies, including"."""
        tokens = self._view.tokens
        if tokens[i].lemma not in _PLURAL:
            return ()
        end = self._view.annotations.sentences[tokens[i].sentence].last
        start = next((c + 1 for c in range(i + 1, end) if tokens[c].lemma in {"include", "including"}), end)
        named: list[int] = []
        for c in range(start, end):
            if self.state_of(c) is not None:
                named.append(c)
            elif tokens[c].pos not in {"PUNCT", "CCONJ", "DET", "PROPN"} or tokens[c].text in {".", ";", ":"}:
                break
        return tuple(named)

    def _acts(self, i: int) -> bool:
        token = self._view.tokens[i]
        if token.tag in {"WP$", "WDT", "WP"} or any(
            self._view.tokens[c].tag in {"WDT", "WP"} for c in self._view.tree.having(i, "det")
        ):
            return False
        strength = self._view.gate.strength(i)
        if token.pos in {"NOUN", "PROPN"}:
            return strength > _ACTS or (strength == _ACTS and token.lemma in words("trainable"))
        return strength >= _ACTS

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
        """The state, or group of states ("Western"), that one token names by name, adjective or capital."""
        token = self._view.tokens[i]
        if not token.text[0].isupper():
            return None
        stem = _COMBINED.match(token.text)
        territory = lookup_territory(stem[1] if stem else token.text)
        return territory.name if territory is not None else None

    def party(self, i: int, head: int, other: Iterable[int] = ()) -> Party:
        """The party at a token, as told from the trigger at ``head``; an adjective stands for its state.

        Args:
            i: The token.
            head: The trigger.
            other: Tokens of the other side, for whom a pronoun cannot stand.
        """
        view, token = self._view, self._view.tokens[i]
        state = self.state_of(i)
        if state is not None and (token.tag.startswith("JJ") or token.dep in _ADJECTIVAL):
            reason = f"“{token.text}” is the adjective of {state}"
            because = (Because(step="coding.party", reason=reason),)
            return Party(evidence=view.evidence(i, i + 1), name=state, because=because)
        if state is not None and i not in view.gate.references:
            phrase = view.phrase(i)
            return Party(evidence=phrase, name=" ".join(phrase.text.split()))
        if token.text.lower() in _UNNAMED:
            meant = self._meant(i, tuple(other))
            if meant is not None:
                why = Because(step="coding.party", reason=f"“{token.text}” stands for {view.tokens[meant].text}")
                named = self.party(meant, head)
                return Party(evidence=view.evidence(i, i + 1), name=named.name, because=(*named.because, why))
        return view.parties.party(i, head)

    def _meant(self, i: int, other: tuple[int, ...]) -> int | None:
        """Whom a pronoun means where the sentence decides it; None leaves it to the references.

        "criticised Russia for its plan" is Russia's plan; nobody sells "it" to himself; else, where no reference
        is known, the state named last.
        """
        view = self._view
        blamed = self._blamed(i)
        if blamed is not None:
            return blamed
        known = view.gate.references.get(i)
        if known is not None and not self._is_one_of(view.annotations.references[known].name, other):
            return None
        sentence = view.annotations.sentences[view.tokens[i].sentence]
        away = {self.state_of(k) for k in other}
        before = range(i - 1, sentence.first - 1, -1)
        if view.tokens[i].tag == "PRP$":
            owners = (k for k in before if view.tokens[k].dep == "poss" and self.state_of(k) is not None)
            owner = next((k for k in owners if self.state_of(k) not in away), None)
            if owner is not None:
                return owner
        for k in before:
            if k in other or view.tokens[k].tag in {"PRP", "PRP$"} or view.tokens[k].dep in _ADJECTIVAL:
                continue
            if view.tokens[k].dep == "pobj" and view.tokens[view.tokens[k].head].lemma in _PLACING:
                continue
            state = self.state_of(k)
            if (state is not None and state not in away) or (
                (known is not None or other) and view.gate.strength(k) >= _NOUN
            ):
                return k
        return self._before(sentence.first, away) if known is not None else None

    def _is_one_of(self, name: str, other: tuple[int, ...]) -> bool:
        """Whether a name is that of the other side: the same words, or the same state."""
        territory = lookup_territory(name)
        states = {self.state_of(k) for k in other}
        told = {self._view.phrase(k).text for k in other}
        return name in told | states or (territory is not None and territory.name in states)

    def _before(self, first: int, away: set[str | None]) -> int | None:
        """The state named last in the sentences just before token ``first``, other than those in ``away``."""
        index = self._view.tokens[first].sentence
        start = self._view.annotations.sentences[max(0, index - _BACK)].first
        near = (k for k in range(first - 1, start - 1, -1) if self._view.tokens[k].dep not in _ADJECTIVAL)
        return next((k for k in near if self.state_of(k) is not None and self.state_of(k) not in away), None)

    def _blamed(self, i: int) -> int | None:
        """The object of praise or blame for whose deed a possessive stands."""
        tree, tokens = self._view.tree, self._view.tokens
        if tokens[i].tag != "PRP$":
            return None
        preposition = tokens[tokens[i].head].head
        verb = tokens[preposition].head
        if tokens[preposition].lemma not in {"for", "over"} or tokens[verb].lemma not in words("blaming"):
            return None
        return next((noun for noun in tree.objects(verb) if self._acts(noun)), None)
