"""Transfers told by nouns: "arms sales to", "a $3 billion S-400 deal", "Moscow's second-largest customer"."""

from __future__ import annotations

from collections.abc import Callable

from dateline.coding.arms.deals import Deal
from dateline.coding.arms.grammar import Grammar
from dateline.coding.arms.items import Item
from dateline.coding.arms.lexicon import words
from dateline.coding.arms.noun_parts import NounParts


class NounReader(NounParts):
    """Reads the transfers that one sentence's nouns tell.

    Args:
        grammar: The sentence.
    """

    def __init__(self, grammar: Grammar) -> None:
        super().__init__(grammar)
        self._readers: tuple[tuple[str, Callable[[int, str, Item], Deal | None]], ...] = (
            ("supplier", self._supplier),
            ("customer", self._customer),
            ("embargo", self._embargo),
            ("getting", self._getting),
            ("handing", self._handing),
            ("settling", self._settling),
            ("licence", self._handing),
            ("helping", self._helping),
            ("asking", self._asking),
        )

    def read(self, i: int, used: set[int]) -> Deal | None:
        """The transfer that the noun at ``i`` tells; items whose head is ``used`` belong to a verb."""
        lemma = self._tokens[i].lemma
        if self._names_another(i):
            return None
        for name, reader in self._readers:
            if lemma in words(name):
                item = self._item_of(i)
                if item is None and name == "embargo":
                    return self._mentioned_ban(i)
                if item is not None and item.head not in used:
                    return reader(i, name, item)
        return None

    def _mentioned_ban(self, i: int) -> Deal | None:
        """A ban told before, where “the ban” names neither goods nor sides."""
        token = self._tokens[i]
        definite = any(self._tokens[c].text.lower() in {"the", "this", "that"} for c in self._tree.having(i, "det"))
        alone = not self._tree.having(i, "compound", "amod", "prep", "poss")
        if token.lemma not in {"embargo", "ban"} or not definite or not alone or token.dep == "nsubj":
            return None
        return Deal(head=i, first=i, last=i + 1, kind="embargo", certainty=0.5)

    # ---- patterns -----------------------------------------------------------------------------------------------

    def _handing(self, noun: int, name: str, item: Item) -> Deal | None:
        verb = self._verb(noun)
        suppliers = (
            self._owners(noun, item)
            or self._first(self._at.behind(noun, "by", "from"), item)
            or self._sides.nationality(item.head)
            or self._doer(verb, noun)
        )
        recipients = self._receivers(noun, item)
        if not recipients and verb is not None:
            recipients = self._first((*self._at.datives(verb), *self._at.behind(verb, "to", "for")), item)
            recipients = recipients or self._getter(verb, noun)
        if not recipients and self._tokens[noun].dep == "nsubj":
            recipients = self._first(self._tree.having(self._tokens[noun].head, "dobj"), item)
        return self._deal(noun, name, suppliers, tuple(i for i in recipients if i not in suppliers), item)

    def _helping(self, noun: int, name: str, item: Item) -> Deal | None:
        verb = self._verb(noun)
        recipients = self._receivers(noun, item, "of")
        getter = self._getter(verb, noun) if verb is not None else ()
        if not recipients and verb is not None:
            recipients = getter or self._first((*self._at.datives(verb), *self._at.behind(verb, "to", "for")), item)
        suppliers = self._owners(noun, item) or self._first(self._at.behind(noun, "by", "from"), item)
        if verb is not None and not suppliers:
            suppliers = self._doer(verb, noun)
            if getter:
                suppliers = self._first(self._at.behind(verb, "from", "with"), item) or self._at.placed(verb)
        if not recipients and item.head > noun:
            recipients = self._first(self._tree.having(item.head, "poss"), item)
        return self._deal(noun, name, tuple(i for i in suppliers if i not in recipients), recipients, item)

    def _getting(self, noun: int, name: str, item: Item) -> Deal | None:
        verb = self._verb(noun)
        if verb is not None and self._tokens[verb].lemma in words("winning"):
            return self._won(noun, name, item, verb)
        suppliers = self._first((*self._at.behind(noun, "from"), *self._at.behind(item.head, "from")), item)
        if item.head != noun:
            suppliers = suppliers or self._sides.nationality(item.head)
        owners = tuple(i for i in self._owners(noun, item) if i not in suppliers)
        recipients = owners or self._first(
            (*self._at.behind(noun, "by", "for"), *self._at.behind(item.head, "for")), item
        )
        return self._deal(noun, name, suppliers, recipients or self._doer(verb, noun, every=True), item)

    def _settling(self, noun: int, name: str, item: Item) -> Deal | None:
        verb = self._verb(noun)
        if verb is not None and self._tokens[verb].lemma in words("winning"):
            return self._won(noun, name, item, verb)
        between = [each for each in self._at.behind(noun, "between") if self._sides.acting(each)]
        if len(between) > 1:
            return self._deal(noun, name, (between[0],), (between[1],), item, 0.5)
        partners = self._first(
            (*self._at.behind(noun, "with"), *(self._at.behind(verb, "with") if verb is not None else ())), item
        )
        doers = self._owners(noun, item) or self._doer(verb, noun, every=True)
        if not partners and len(doers) == 2:
            return self._deal(noun, name, doers[:1], doers[1:], item, 0.45)
        maker = self._sides.nationality(item.head) if item.head != noun else ()
        if maker and doers and self._same(maker, doers):
            return self._deal(noun, name, doers, partners, item)
        suppliers = partners or maker or self._first(self._at.behind(noun, "from"), item)
        receiving = self._first(self._at.behind(noun, "to"), item)
        if receiving:
            return self._deal(noun, name, doers or suppliers, receiving, item, 0.5)
        return self._deal(noun, name, suppliers, tuple(i for i in doers if i not in suppliers), item, 0.5)

    def _won(self, noun: int, name: str, item: Item, verb: int) -> Deal | None:
        """Who wins an order supplies: "Seoul won a contract from Warsaw"."""
        recipients = self._first((*self._at.behind(noun, "from", "with"), *self._at.behind(verb, "from", "with")), item)
        return self._deal(noun, name, self._at.doers(verb, item), recipients, item)

    def _supplier(self, noun: int, name: str, item: Item) -> Deal | None:
        suppliers = self._who_is(noun)
        owners = tuple(i for i in self._first(self._tree.having(noun, "poss"), item) if i not in suppliers)
        recipients = owners or self._first(
            (*self._at.behind(noun, "to", "of"), *self._at.behind(item.head, "to")), item
        )
        before = self._ranked_before(noun, suppliers)
        return self._deal(noun, name, (*suppliers, *before), recipients or self._later(noun), item)

    def _customer(self, noun: int, name: str, item: Item) -> Deal | None:
        recipients = self._who_is(noun)
        suppliers = self._first(self._tree.having(noun, "poss"), item) or self._sides.nationality(item.head)
        suppliers = suppliers or self._first(self._at.behind(noun, "of", "for", "from"), item)
        return self._deal(noun, name, tuple(i for i in suppliers if i not in recipients), recipients, item)

    def _embargo(self, noun: int, name: str, item: Item) -> Deal | None:
        verb = self._verb(noun)
        places = [*self._at.behind(noun, "on", "against", "to", "for"), *self._at.behind(item.head, "to", "on")]
        if verb is not None:
            places.extend(self._at.behind(verb, "on", "against"))
        recipients = self._first(places, item)
        suppliers = tuple(i for i in self._owners(noun, item) if i not in recipients)
        suppliers = suppliers or self._doer(verb, noun, every=True)
        return self._deal(noun, name, tuple(i for i in suppliers if i not in recipients), recipients, item)

    def _asking(self, noun: int, name: str, item: Item) -> Deal | None:
        recipients = self._owners(noun, item) or self._first(self._at.behind(noun, "from", "by"), item)
        suppliers = self._first(self._at.behind(noun, "to"), item)
        doers = self._doer(self._verb(noun), noun, every=True)
        if not recipients:
            recipients = doers
        elif not suppliers:
            suppliers = doers
        return self._deal(noun, name, suppliers, recipients, item)
