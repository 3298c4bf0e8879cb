"""What stands around a verb of transfer: its objects, purposes, and those it arms."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.coding.arms.deals import Deal
from dateline.coding.arms.grammar import Grammar
from dateline.coding.arms.items import Item
from dateline.coding.arms.lexicon import words
from dateline.model import NameKind

_DROPPED = frozenset({"ammunition", "unspecified", "missile"})
"""Classes of what air strikes "deliver"."""
_POINTING = frozenset({"them", "they", "which", "that"})


class VerbParts:
    """Answers questions about the verbs of one sentence.

    Args:
        grammar: The sentence.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._at = grammar
        self._tree = grammar.tree
        self._tokens = grammar.tokens
        self._sides = grammar.sides

    def _deal(
        self,
        verb: int,
        name: str,
        suppliers: tuple[int, ...],
        recipients: tuple[int, ...],
        item: Item | None,
        certainty: float = 0.65,
    ) -> Deal:
        particle = self._tree.child(verb, "prt")
        last = verb + 2 if particle == verb + 1 else verb + 1
        suppliers = tuple(i for i in suppliers if i not in recipients)
        return Deal(
            head=verb,
            first=verb,
            last=last,
            kind=name,
            suppliers=suppliers,
            recipients=recipients,
            item=item,
            certainty=certainty,
        )

    def _objects(self, verb: int) -> list[int]:
        return [each for noun in self._tree.object_like(verb) for each in self._tree.conjuncts(noun)]

    def _antecedent(self, verb: int) -> list[int]:
        """The noun that a relative clause describes ("support that it would provide the rebels")."""
        token = self._tokens[verb]
        at = token.head
        for _ in range(2):
            if token.dep == "relcl":
                return [at]
            token, at = self._tokens[at], self._tokens[at].head
        return []

    def _just_before(self, verb: int) -> list[int]:
        """The noun right before "being sent", wherever the parser has hung the participle."""
        if not (self._tree.is_passive(verb) and self._tokens[verb].dep == "acl"):
            return []
        at = verb - 1
        while at >= 0 and self._tokens[at].dep in {"auxpass", "aux", "advmod"}:
            at -= 1
        return [at] if at >= 0 else []

    def _purpose(self, verb: int, objects: list[int]) -> Iterator[int]:
        """Recipients of purpose clauses: "sent arms to help the rebels"."""
        for i in (verb, *objects):
            for clause in self._tree.having(i, "advcl", "xcomp", "acl", "relcl"):
                if self._tokens[clause].lemma in words("purposes") | words("trainable"):
                    yield from self._tree.having(clause, "dobj")

    def _kept_from(self, verb: int) -> Iterator[int]:
        """Whom arms are kept from reaching: "stop arms from going to the rebels"."""
        for c in self._tree.having(verb, "prep"):
            for clause in self._tree.having(c, "pcomp"):
                yield from self._at.behind(clause, "to", "into")
                yield from self._tree.having(clause, "dobj")

    def _in_conjunction(self, verb: int) -> Iterator[int]:
        for noun in self._tree.prepositional(verb, "in"):
            if self._tokens[noun].lemma in {"conjunction", "cooperation", "partnership", "collaboration", "concert"}:
                yield from self._at.behind(noun, "with")

    def _bombs(self, verb: int, item: Item) -> bool:
        """Whether munitions are "delivered" by an air strike."""
        if item.item_class not in _DROPPED:
            return False
        sentence = self._at.view.annotations.sentences[self._tokens[verb].sentence]
        near = self._tokens[max(sentence.first, verb - 12) : min(sentence.last, verb + 12)]
        return self._tokens[verb].lemma == "deliver" and any(token.lemma in words("air_strikes") for token in near)

    def _armed(self, noun: int) -> tuple[int, ...]:
        """Those joined at a noun who can be armed or trained: forces, police, rebels, a people, somebody named."""
        gate = self._at.view.gate
        if any(self._tokens[c].lemma in words("idle") for c in self._tree.having(noun, "amod", "compound")):
            return ()
        return tuple(
            i
            for i in self._tree.conjuncts(noun)
            if self._tokens[i].lemma in words("trainable")
            or self._tokens[i].text.lower().removesuffix("s") in words("trainable")
            or gate.names.get(i) not in {None, NameKind.PERSON}
            or (i in gate.references and self._tokens[i].text.lower() in _POINTING)
        )

    def _askers(self, verb: int, item: Item, suppliers: tuple[int, ...]) -> tuple[int, ...]:
        """Who asks: "led the militia to plead" has the militia ask."""
        above = self._tokens[self._tokens[verb].head]
        if self._tokens[verb].dep == "advcl" and above.lemma in {"lead", "force", "prompt", "push", "drive", "allow"}:
            moved = self._sides.first(self._tree.having(above.i, "dobj"), suppliers)
            if moved:
                return moved
        return tuple(i for i in self._at.doers(verb, item) if i not in suppliers)
