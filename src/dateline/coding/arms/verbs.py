"""Transfers told by verbs: "sold Cairo tanks", "was supplied with rifles by", "armed the rebels", "asked for jets"."""

from __future__ import annotations

import re
from collections.abc import Callable

from dateline.coding.arms.deals import Deal
from dateline.coding.arms.grammar import ANYBODY, Grammar
from dateline.coding.arms.lexicon import words
from dateline.coding.arms.verb_parts import VerbParts

_TO = ("to", "for", "into")
_HYPHENED = re.compile(r"^.*-")


def _forms(name: str) -> frozenset[str]:
    """Lemmas and participles of a list ("supply", "supplied")."""
    lemmas = words(name)
    return lemmas | {f"{lemma.removesuffix('e')}ed" for lemma in lemmas} | {"supplied", "built", "made", "sold"}


class VerbReader(VerbParts):
    """Reads the transfers that one sentence's verbs tell.

    Args:
        grammar: The sentence.
    """

    def __init__(self, grammar: Grammar) -> None:
        super().__init__(grammar)
        self._readers: tuple[tuple[str, Callable[[int, str], Deal | None]], ...] = (
            ("give", self._give),
            ("arm", self._arm),
            ("teach", self._arm),
            ("take", self._take),
            ("ask", self._ask),
            ("withhold", self._withhold),
            ("make", self._make),
            ("strengthened", self._strengthened),
        )

    def read(self, i: int) -> Deal | None:
        """The transfer that the verb at ``i`` tells, if any."""
        token = self._tokens[i]
        subject = self._tree.subject(i)
        if subject is not None and self._tokens[subject].lemma in ANYBODY:
            return None
        if token.dep == "amod" or (token.dep == "compound" and token.tag in {"VBN", "VBD"}):
            return self._participle(i)
        for name, reader in self._readers:
            if token.lemma in words(name):
                deal = reader(i, name)
                if deal is not None:
                    return deal
        return None

    # ---- patterns -----------------------------------------------------------------------------------------------

    def _give(self, verb: int, name: str) -> Deal | None:
        at, tree = self._at, self._tree
        away = any(self._tokens[c].lemma in words("upwards") for c in tree.having(verb, "prt"))
        if away or next(at.behind(verb, "against"), None) is not None:
            return None
        objects = self._objects(verb)
        item = at.item_at(objects)
        with_item = None if item is not None else at.item_at(at.behind(verb, "with"))
        item = (
            item or with_item or at.item_at((*self._antecedent(verb), *at.behind(verb, "in"), *self._just_before(verb)))
        )
        if item is None or self._bombs(verb, item):
            return None
        free = at.not_items(objects) if at.item_at(objects) is None else []
        targets = (*at.datives(verb), *free, *at.behind(verb, *_TO), *at.behind(item.head, *_TO))
        recipients = self._sides.first(
            (*targets, *at.behind_any(objects, *_TO), *self._purpose(verb, objects)), at.inside(item)
        )
        suppliers = at.doers(verb, item) or self._sides.first(at.behind(verb, "from"))
        if not recipients and self._tokens[verb].dep == "acl" and tree.is_passive(verb):
            recipients = self._sides.first((at.user(item.head),), suppliers)
        return self._deal(verb, name, suppliers or self._sides.nationality(item.head), recipients, item)

    def _arm(self, verb: int, name: str) -> Deal | None:
        at, tree = self._at, self._tree
        item = at.item_at(at.behind(verb, "with"))
        passive = tree.is_passive(verb)
        suppliers = at.doers(verb, item) or (self._sides.nationality(item.head) if item is not None else ())
        if passive and not suppliers and name == "arm":
            return None
        recipients: tuple[int, ...] = ()
        for noun in tree.object_like(verb):
            if at.items.at(noun) is None and not recipients:
                recipients = self._armed(noun)
        if not recipients or recipients == suppliers:
            return None
        return self._deal(verb, name, suppliers, recipients, item, 0.6)

    def _take(self, verb: int, name: str) -> Deal | None:
        at = self._at
        objects = self._objects(verb)
        item = at.item_at((*objects, *self._antecedent(verb), *at.behind_any(objects, "of")))
        if item is None or any(self._tokens[noun].lemma in words("hits") for noun in objects):
            return None
        sources = (*at.behind(verb, "from"), *at.behind(item.head, "from"), *at.behind_any(objects, "from"))
        suppliers = self._sides.first(sources, at.inside(item)) or self._sides.nationality(item.head)
        suppliers = suppliers or at.placed(verb) or at.placed(item.head)
        if self._tokens[verb].lemma in words("vague_taking") and not suppliers:
            return None
        recipients = tuple(i for i in at.doers(verb, item) if i not in suppliers)
        return self._deal(verb, name, suppliers, recipients, item)

    def _ask(self, verb: int, name: str) -> Deal | None:
        at = self._at
        objects = self._objects(verb)
        wanted = list(at.behind(verb, "for"))
        item = at.item_at(wanted) or at.item_at(at.behind_any(wanted, "for", "of"))
        if item is None and self._tokens[verb].lemma not in words("naming"):
            item = at.item_at(objects)
        if item is None:
            return None
        lone = self._tokens[item.head].tag == "NN" and self._tokens[verb].lemma in {"seek", "want", "need"}
        asked = (*at.not_items(objects), *at.behind(verb, "to", "with", "from"), *at.behind(item.head, "from"))
        suppliers = self._sides.first(asked, at.inside(item)) or self._sides.nationality(item.head)
        if lone and not suppliers:
            return None
        return self._deal(verb, name, suppliers, self._askers(verb, item, suppliers), item)

    def _withhold(self, verb: int, name: str) -> Deal | None:
        at = self._at
        objects = self._objects(verb)
        item = at.item_at(objects)
        if item is None:
            return None
        targets = (
            *at.datives(verb),
            *at.not_items(objects),
            *at.behind(verb, "from", "to", "for"),
            *at.behind(item.head, "to", "for"),
            *self._kept_from(verb),
        )
        recipients = self._sides.first(targets, at.inside(item))
        suppliers = at.doers(verb, item)
        return self._deal(verb, name, suppliers, recipients, item) if recipients and suppliers else None

    def _make(self, verb: int, name: str) -> Deal | None:
        """Joint development: the doer supplies, the partner receives."""
        at = self._at
        item = at.item_at(self._objects(verb))
        if item is None:
            return None
        partners = self._sides.first((*at.behind(verb, "with"), *self._in_conjunction(verb)))
        doers = at.doers(verb, item)
        jointly = any(self._tokens[c].lemma in {"jointly", "together"} for c in self._tree.children[verb])
        if not partners and jointly and len(doers) > 1:
            doers, partners = doers[:1], doers[1:]
        return self._deal(verb, name, doers, partners, item) if partners and doers else None

    def _strengthened(self, verb: int, name: str) -> Deal | None:
        """The subject has arms of a nationality: "buoyed by US weapons"."""
        nouns = [*self._tree.agents(verb), *self._at.behind(verb, "with", "by")]
        item = self._at.item_at(nouns)
        suppliers = self._sides.nationality(item.head) if item is not None else ()
        undergoer = next(iter(self._tree.objects(verb)), None) if self._tree.is_passive(verb) else None
        recipients = self._sides.first((undergoer,))
        return self._deal(verb, name, suppliers, recipients, item, 0.5) if suppliers and recipients else None

    def _participle(self, verb: int) -> Deal | None:
        """The state before the hyphen supplies: "U.S.-supplied artillery"."""
        tokens, tree = self._tokens, self._tree
        lemma = _HYPHENED.sub("", tokens[verb].lemma)
        told = words("given") if lemma in _forms("given") else words("made") if lemma in _forms("made") else None
        noun = tokens[verb].head
        item = self._at.items.at(noun)
        if told is None or item is None:
            return None
        near = (*tree.children[verb], verb, verb - 1, verb - 2)
        state = next((c for c in near if 0 <= c <= verb and self._sides.state_of(c)), None)
        owners = tree.having(noun, "poss")
        if state is None or (told is words("made") and not owners):
            return None
        holders = (*owners, *self._at.behind(noun, "in", "of", "for", "to"), self._at.user(noun))
        return self._deal(verb, "given", (state,), self._sides.first(holders, (state,)), item, 0.5)
