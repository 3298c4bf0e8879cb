"""Grammar that verbs and nouns of transfer share: doers, prepositional objects, control."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.coding.arms.items import Item, Items
from dateline.coding.arms.lexicon import words
from dateline.coding.arms.sides import Sides
from dateline.coding.view import View


class Grammar:
    """What stands where around the words of one sentence.

    Args:
        view: The document.
        items: The sentence's items.
        sides: The document's sides.
    """

    def __init__(self, view: View, items: Items, sides: Sides) -> None:
        self.view = view
        self.tree = view.tree
        self.tokens = view.tokens
        self.items = items
        self.sides = sides

    def subject(self, verb: int) -> int | None:
        """The subject; for "blame X for selling" X."""
        token = self.tokens[verb]
        if token.dep == "pcomp" and self.tree.child(verb, "nsubj") is None:
            above = self.tokens[self.tokens[token.head].head]
            if above.lemma in words("blaming") and above.pos == "VERB":
                blamed = next(iter(self.tree.objects(above.i)), None)
                if blamed is not None:
                    return blamed
        found = self.tree.subject(verb)
        return found if found is not None or self.tree.is_passive(verb) else self._subject_above(verb)

    def _subject_above(self, verb: int) -> int | None:
        """The subject of the nearest verb above an infinitive or gerund that has none of its own."""
        if self.tokens[verb].tag not in {"VB", "VBG"}:
            return None
        for above in self.tree.ancestors(verb):
            if self.tokens[above].pos in {"VERB", "AUX"} and not self.tree.is_passive(above):
                found = self.tree.subject(above)
                if found is not None:
                    return found
        return None

    def doers(self, verb: int, item: Item | None = None) -> tuple[int, ...]:
        """Who acts: the subject or its owner, in the passive the agent."""
        used = self.inside(item)
        if self.tree.is_passive(verb):
            joined = (self.tokens[c].i for c in self.tree.having(verb, "conj"))
            return self.sides.first(
                (*self.tree.agents(verb), *(agent for c in joined for agent in self.tree.agents(c))), used
            )
        subject = self.subject(verb)
        if subject is None:
            return ()
        return self.sides.first((subject,), used) or (self.sides.owners(subject) if subject not in used else ())

    def inside(self, item: Item | None) -> range:
        """The tokens of an item's phrase."""
        return range(*self.tree.phrase(item.head)) if item is not None else range(0)

    def behind(self, i: int, *prepositions: str) -> Iterator[int]:
        """Nouns behind a preposition, with those joined to them."""
        for noun in self.tree.prepositional(i, *prepositions):
            yield from self.tree.conjuncts(noun)

    def behind_any(self, nouns: Iterable[int], *prepositions: str) -> list[int]:
        """The same for several nouns."""
        return [each for noun in nouns for each in self.behind(noun, *prepositions)]

    def datives(self, verb: int) -> list[int]:
        """Indirect objects ("sold Cairo tanks")."""
        return [c for c in self.tree.having(verb, "dative") if self.tokens[c].pos != "ADP"]

    def item_at(self, nouns: Iterable[int]) -> Item | None:
        """The first item among nouns."""
        return next((item for noun in nouns if (item := self.items.at(noun)) is not None), None)

    def not_items(self, nouns: Iterable[int]) -> list[int]:
        """The nouns that name no item."""
        return [noun for noun in nouns if self.items.at(noun) is None]

    def placed(self, verb: int) -> tuple[int, ...]:
        """A state named by a place of training: "at Russian academies", "in Russia"."""
        for noun in self.behind(verb, "at", "in"):
            if self.sides.state_of(noun):
                return (noun,)
            found = self.sides.nationality(noun)
            if found:
                return found
        return ()

    def user(self, noun: int) -> int | None:
        """The subject of the verb that has the noun as its object ("fired missiles supplied by Iran")."""
        token = self.tokens[noun]
        verb = self.tree.governor(noun) if token.dep in {"dobj", "pobj"} else None
        return self.subject(verb) if verb is not None and not self.tree.is_passive(verb) else None
