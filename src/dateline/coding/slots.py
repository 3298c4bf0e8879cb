"""Slots: the places around a trigger where a party can stand ("subject", "object", "against", "poss" …)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.coding.gate import Gate
from dateline.coding.holders import Holders
from dateline.coding.noun_slots import noun_slot
from dateline.coding.tree import Tree
from dateline.coding.verb_slots import adjective_slot, verb_slot
from dateline.vocab.triggers import Lexicon, Part

PARTICLE = "particle"
"""The slot behind the preposition that belongs to the trigger ("stand behind", "vote against")."""
SPEAKER = "speaker"
"""The slot of whoever is quoted; no word of the trigger's clause stands in it."""
_ACTS = 0.8
"""Strength from which a word of the trigger may be a party too ("fired the minister", "strikes by the army")."""


class Slots:
    """Finds the nouns in the slots of one document's triggers.

    Args:
        tree: The document's tree.
        gate: Says which nouns can act.
        lexicon: Its class ``light`` lists verbs that add nothing to their object ("hold talks").
    """

    def __init__(self, tree: Tree, gate: Gate, lexicon: Lexicon) -> None:
        self._tree = tree
        self._gate = gate
        self._light = lexicon.of_class("light")
        self.holders = Holders(tree, gate, lexicon)

    def find(self, head: int, part: Part, slot: str, used: Iterable[int] = ()) -> Iterator[int]:
        """Head nouns in a slot of the trigger at ``head``; ``used`` tokens belong to the trigger itself."""
        taken = set(used)
        for noun in self._find(head, part, slot, taken):
            if noun != head and (noun not in taken or self._gate.strength(noun) >= _ACTS):
                yield noun

    def _find(self, head: int, part: Part, slot: str, used: set[int]) -> Iterator[int]:
        if slot == PARTICLE:
            return self._behind(used)
        if slot == SPEAKER:
            return iter(())
        if part is Part.VERB:
            return verb_slot(self.holders, head, slot)
        if part is Part.NOUN:
            return noun_slot(self.holders, head, slot, self.light_verb(head))
        return adjective_slot(self.holders, head, slot)

    def _behind(self, used: set[int]) -> Iterator[int]:
        for i in sorted(used):
            if self._tree.tokens[i].dep in {"prep", "prt", "agent", "mark"}:
                yield from self._tree.having(i, "pobj")

    def light_verb(self, head: int) -> int | None:
        """The light verb whose object (or passive subject) the noun is."""
        token = self._tree.tokens[head]
        at = token.head if token.dep in {"dobj", "nsubjpass"} else head
        above = self._tree.tokens[token.head]
        if token.dep == "conj" and above.dep in {"dobj", "nsubjpass"}:
            at = above.head
        relative = next((c for c in self._tree.having(head, "relcl", "acl") if self._is_light(c)), None)
        if at == head and relative is not None:
            at = relative
        return at if at != head and self._tree.tokens[at].lemma in self._light else None

    def _is_light(self, verb: int) -> bool:
        """Whether a clause behind a noun only says that somebody did it ("the attack launched by …")."""
        light = self._tree.tokens[verb].lemma in self._light
        return light and (self._tree.is_passive(verb) or self._tree.child(verb, "dobj") is None)
