"""What stands around a noun of transfer: its item, owners, receivers, and the verb that carries it."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.arms.deals import Deal
from dateline.coding.arms.grammar import Grammar
from dateline.coding.arms.items import Item
from dateline.coding.arms.lexicon import triggers, words

_RECEIVING = ("to", "for", "towards", "into")
_CARRYING = ("carrying", "agreed", "offered", "considered", "planned", "refused", "suspended", "embargoed")


class NounParts:
    """Answers questions about the nouns of one sentence.

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
        noun: int,
        name: str,
        suppliers: tuple[int, ...],
        recipients: tuple[int, ...],
        item: Item,
        certainty: float = 0.6,
    ) -> Deal | None:
        suppliers = tuple(i for i in suppliers if i not in recipients)
        first, last = noun, noun + 1
        if item.last <= noun and noun - item.first <= 5:
            first = item.first
        elif item.first > noun and item.first - noun <= 3 and self._tokens[noun + 1].text.lower() == "of":
            last = item.last
        return Deal(
            head=noun,
            first=first,
            last=last,
            kind=name,
            suppliers=suppliers,
            recipients=recipients,
            item=item,
            certainty=certainty,
        )

    def _item_of(self, noun: int) -> Item | None:
        """The item that a transfer noun speaks of: before it, behind "of" or "for", or in itself."""
        first, _ = self._tree.phrase(noun)
        inside = {self._tokens[i].lemma for i in range(first, noun)}
        if inside & words("disarming") and not inside & {"export"}:
            return None
        if self._tokens[noun].lemma == "control" and "export" not in inside:
            return None
        for each in self._at.items.found:
            if first <= each.first <= noun and (each.head == noun or self._modifies(each, noun)):
                return each
        verb = self._tokens[noun].head
        apart = self._at.behind(verb, "for") if self._tokens[noun].dep == "dobj" else ()
        behind = self._at.item_at((*self._at.behind(noun, "of", "for", "on"), *self._in_partner(noun), *apart))
        if behind is not None:
            return behind
        martial = words("martial") if self._tokens[noun].lemma not in words("settling") else frozenset[str]()
        if self._tokens[noun].lemma in words("helping"):
            making = self._making(noun)
            if making is not None:
                return making
        for c in self._tree.having(noun, "amod", "compound", "nmod"):
            if self._tokens[c].lemma in martial and c < noun:
                return Item(first=c, last=noun + 1, head=noun, item_class="unspecified")
        return None

    def _making(self, noun: int) -> Item | None:
        """What help is given to make: "Chinese help in building missiles"."""
        for c in (*self._tree.having(noun, "prep"), noun + 1):
            if c < len(self._tokens) and self._tokens[c].lemma in {"in", "with", "for"}:
                for clause in self._tree.having(c, "pcomp"):
                    if self._tokens[clause].lemma in words("make"):
                        return self._at.item_at(self._tree.having(clause, "dobj"))
        return None

    def _in_partner(self, noun: int) -> list[int]:
        """Nouns behind "for" that the parser has hung on the partner ("a contract with Italy for jets")."""
        return self._at.behind_any(self._at.behind(noun, "with"), "for")

    def _modifies(self, item: Item, noun: int) -> bool:
        at = item.head
        for _ in range(4):
            if at == noun:
                return True
            if self._tokens[at].dep not in {"compound", "amod", "nmod", "conj", "nummod"}:
                return False
            at = self._tokens[at].head
        return False

    def _owners(self, noun: int, item: Item) -> tuple[int, ...]:
        """Owners of a noun; the item itself is none ("an S-400 deal")."""
        return tuple(i for i in self._sides.owners(noun) if not item.first <= i < item.last or self._sides.state_of(i))

    def _receivers(self, noun: int, item: Item, *more: str) -> tuple[int, ...]:
        """Recipients behind "to" and the like; "its allies, including Japan" are those named."""
        nouns = (*self._at.behind(noun, *_RECEIVING, *more), *self._at.behind(item.head, *_RECEIVING))
        return self._first(nouns, item)

    def _first(self, nouns: Iterable[int], item: Item) -> tuple[int, ...]:
        return self._sides.first(self._at.not_items(nouns), range(item.first, item.last))

    def _verb(self, noun: int) -> int | None:
        """The verb that has the noun as its object or passive subject, or governs it otherwise."""
        token = self._tokens[noun]
        if token.dep == "nsubj":
            return None
        return token.head if token.dep == "nsubjpass" else self._tree.governor(noun)

    def _doer(self, verb: int | None, noun: int, *, every: bool = False) -> tuple[int, ...]:
        """The subject of a verb that carries out, settles or stops what the noun tells.

        In "imposed sanctions on Ankara over the purchase" it is Ankara, on whom the purchase is blamed.
        """
        if verb is None:
            return ()
        why = self._tokens[self._tokens[noun].head]
        if why.lemma in words("reasons") and self._tokens[noun].dep == "pobj":
            blamed = (*self._at.behind(verb, "on", "against"), *self._on_object(verb), *self._tree.objects(verb))
            return self._sides.first(blamed)
        lemma = self._tokens[verb].lemma
        if not every and not any(lemma in words(each) for each in _CARRYING):
            return ()
        if self._tree.is_passive(verb) and lemma not in {"involve", "engage"}:
            return self._sides.first(self._tree.agents(verb))
        return self._at.acting_subject(verb, (noun,))

    def _on_object(self, verb: int) -> list[int]:
        return self._at.behind_any(self._tree.having(verb, "dobj"), "on", "against")

    def _getter(self, verb: int, noun: int) -> tuple[int, ...]:
        """The subject of "received", "asked for" and the like."""
        if self._tokens[verb].lemma not in words("getting_verbs") or self._tree.is_passive(verb):
            return ()
        if self._tokens[noun].head != verb and self._tokens[self._tokens[noun].head].head != verb:
            return ()
        subject = self._at.subject(verb)
        return self._sides.first((subject,)) if subject != noun else ()

    def _who_is(self, noun: int) -> tuple[int, ...]:
        """Who is called the supplier or customer: subject of the copula, neighbour in apposition."""
        tokens, tree = self._tokens, self._tree
        token = tokens[noun]
        above = tokens[token.head]
        if token.dep in {"attr", "oprd", "dobj"} or (token.dep == "pobj" and above.lemma == "as"):
            verb = token.head if token.dep != "pobj" else above.head
            return self._sides.first((tree.subject(verb),))
        if token.dep == "appos":
            return self._sides.acting(token.head)
        if token.dep == "conj":
            return self._who_is(token.head)
        return self._sides.first(tree.having(noun, "appos"))

    def _later(self, noun: int) -> tuple[int, ...]:
        """The party behind "to" later in the sentence ("… 16 percent of weapons sales to the country")."""
        sentence = self._at.view.annotations.sentences[self._tokens[noun].sentence]
        for i in range(noun + 1, sentence.last):
            if self._tokens[i].dep == "pobj" and self._tokens[self._tokens[i].head].text.lower() == "to":
                found = self._sides.acting(i)
                if found:
                    return found
        return ()

    def _same(self, a: tuple[int, ...], b: tuple[int, ...]) -> bool:
        states = {self._sides.state_of(i) for i in a}
        return any(self._sides.state_of(i) in states for i in b)

    def _ranked_before(self, noun: int, suppliers: tuple[int, ...]) -> tuple[int, ...]:
        """Who supplies more: "After China, Russia is the second-largest supplier"."""
        sentence = self._at.view.annotations.sentences[self._tokens[noun].sentence]
        first, _ = self._tree.phrase(noun)
        if not any(self._tokens[i].lemma in {"second", "third", "fourth", "fifth"} for i in range(first, noun)):
            return ()
        for i in range(sentence.first, sentence.last):
            if self._tokens[i].lemma in {"after", "behind"} and self._tokens[i].dep == "prep":
                found = self._sides.first(self._tree.having(i, "pobj"), suppliers)
                if found:
                    return found
        return ()

    def _names_another(self, i: int) -> bool:
        """Whether the noun only modifies one that is no transfer ("a procurement agency", "export controls")."""
        token = self._tokens[i]
        above = self._tokens[token.head]
        return token.dep == "compound" and above.i > i and above.lemma not in words("item_heads") | triggers()
