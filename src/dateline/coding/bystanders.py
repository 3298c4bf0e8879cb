"""Bystanders: the likeliest party named in the sentence for a role that the words of the trigger leave open."""

from __future__ import annotations

from dateline.coding.gate import Gate
from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate
from dateline.model import NameKind

BYSTANDER = "bystander"
"""Name of the slot: no words tie the party to the act."""

_AT_PLACE = frozenset({"in", "at", "near", "from", "outside", "across", "around", "inside"})
_PLACED = frozenset({"ASSAULT", "COERCE", "PROTEST", "AID", "MOBILIZE"})
"""Types for which the place of the act tells whom it meets."""

_OWN_CLAUSE = frozenset({"advcl", "relcl", "ccomp", "acl", "parataxis"})
_GRAVE = frozenset({"ASSAULT", "COERCE", "SANCTION", "RETREAT"})


class Bystanders:
    """Ranks the named parties of a sentence around a trigger."""

    def __init__(self, tree: Tree, gate: Gate) -> None:
        self._tree = tree
        self._gate = gate
        self._found: dict[int, list[int]] = {}

    def nearest(self, candidate: Candidate, known: frozenset[str], event_type: str, *, actor: bool) -> int | None:
        """The head of the named party that stands nearest, for the actor or the recipient.

        Args:
            candidate: The trigger.
            known: Identities (see :meth:`identity`) that hold another role already.
            event_type: The act's type.
            actor: Whether an actor is wanted: then parties before the trigger come first.
        """
        best: tuple[float, int] | None = None
        for i in self._parties(candidate.sentence):
            if candidate.first <= i < candidate.last or self.identity(i) in known:
                continue
            if actor and (self._is_below(i, candidate.head) or not self._may_do(i, event_type)):
                continue
            rank = (self._distance(i, candidate, event_type, actor=actor), i)
            if best is None or rank < best:
                best = rank
        return None if best is None else best[1]

    def _parties(self, index: int) -> list[int]:
        """Heads of the named parties of a sentence, found once."""
        if index not in self._found:
            sentence = self._tree.annotations.sentences[index]
            self._found[index] = [i for i in range(sentence.first, sentence.last) if self._is_party(i)]
        return self._found[index]

    def _is_below(self, i: int, head: int) -> bool:
        """Whether a noun stands in a clause of its own under the trigger: "was arrested after X was stabbed"."""
        for at in (i, *self._tree.ancestors(i)):
            if at == head:
                return False
            token = self._tree.tokens[at]
            if token.dep in _OWN_CLAUSE:
                return head in self._tree.ancestors(at)
        return False

    def _may_do(self, i: int, event_type: str) -> bool:
        """Whether a party may be put down as doer of such an act without words that say so: no person as attacker."""
        return event_type not in _GRAVE or self._gate.names.get(i) is not NameKind.PERSON

    def _is_party(self, i: int) -> bool:
        token = self._tree.tokens[i]
        if token.dep in {"compound", "case", "det"} or token.pos in {"DET", "PART", "PUNCT"}:
            return False
        return self._gate.strength(i) >= 0.9

    def _distance(self, i: int, candidate: Candidate, event_type: str, *, actor: bool) -> float:
        tree = self._tree
        token = tree.tokens[i]
        steps = float(abs(i - candidate.head))
        wrong_side = (i > candidate.head) if actor else (i < candidate.head)
        placed = token.dep == "pobj" and tree.tokens[token.head].lemma in _AT_PLACE
        if placed and self._gate.names.get(i) is NameKind.PLACE and (actor or event_type not in _PLACED):
            steps += 12
        return steps + 4 * wrong_side

    def identity(self, i: int) -> str:
        """A key under which two mentions of one party meet: the last word of its name."""
        gate = self._gate
        if i in gate.references:
            name = self._tree.annotations.references[gate.references[i]].name
            if name.strip():
                return name.lower().split()[-1]
        beside = (c for c in self._tree.having(i, "appos") if gate.names.get(c) is NameKind.PERSON)
        named = i if i in gate.names else next(beside, i)
        return self._tree.tokens[named].text.lower()
