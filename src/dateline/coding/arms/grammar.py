"""Grammar that verbs and nouns of transfer share: doers, prepositional objects, control."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.coding.arms.items import Item, Items
from dateline.coding.arms.lexicon import words
from dateline.coding.arms.sides import Sides
from dateline.coding.view import View

ANYBODY = frozenset({"anyone", "anybody", "whoever", "nobody", "everyone", "those", "someone", "somebody"})


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
        if self._is_opposed(verb):
            return None
        found = self.tree.subject(verb)
        return found if found is not None or self.tree.is_passive(verb) else next(self._subjects_above(verb), None)

    def _is_opposed(self, verb: int) -> bool:
        """Whether the act is what somebody works against ("target any effort to smuggle"): he is not its doer."""
        token = self.tokens[verb]
        if token.dep != "acl" or token.tag != "VB" or self.tree.having(token.head, "poss"):
            return False
        above = self.tree.governor(token.head)
        return above is not None and self.tokens[above].lemma in words("opposing")

    def _subjects_above(self, verb: int) -> Iterator[int]:
        """Subjects of the verbs above an infinitive or gerund, nearest first."""
        if self.tokens[verb].tag not in {"VB", "VBG"} or self._is_opposed(verb):
            return
        for above in self.tree.ancestors(verb):
            if self.tokens[above].pos in {"VERB", "AUX"} and not self.tree.is_passive(above):
                found = self.tree.subject(above)
                if found is not None:
                    yield found

    def acting_subject(self, verb: int, used: Iterable[int] = ()) -> tuple[int, ...]:
        """Who does what a verb tells: its subject if it can act, its owner, or whoever stands above a mere thing.

        In "Congress passed a law allowing the sale" it is Congress.
        """
        taken = set(used)
        subject = self.subject(verb)
        if subject is None or subject in taken:
            return ()
        inner = (
            next(self.tree.prepositional(subject, "of"), None) if self.tokens[subject].pos in {"NUM", "DET"} else None
        )
        found = self.sides.first((subject,), taken) or self.sides.owners(subject if inner is None else inner)
        return found or self.sides.first(self._subjects_above(verb), taken)

    def doers(self, verb: int, item: Item | None = None) -> tuple[int, ...]:
        """Who acts: the subject or its owner, in the passive the agent."""
        used = self.inside(item)
        if self.tree.is_passive(verb):
            joined = (self.tokens[c].i for c in self.tree.having(verb, "conj"))
            return self.sides.first(
                (*self.tree.agents(verb), *(agent for c in joined for agent in self.tree.agents(c))), used
            )
        return self.acting_subject(verb, used)

    def inside(self, item: Item | None) -> range:
        """The tokens of an item's phrase."""
        return range(*self.tree.phrase(item.head)) if item is not None else range(0)

    def behind(self, i: int, *prepositions: str) -> Iterator[int]:
        """Nouns behind a preposition, with those joined to them."""
        for noun in self.tree.prepositional(i, *prepositions):
            yield from self.tree.conjuncts(noun)
        token = self.tokens[i]
        if token.dep == "conj" and token.pos == "NOUN":
            yield from (noun for noun in self.tree.prepositional(token.head, *prepositions) if noun > i)

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
