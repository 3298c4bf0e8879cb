"""Transfers told by verbs: "sold Cairo tanks", "was supplied with rifles by", "armed the rebels", "asked for jets"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from dateline.coding.arms.deals import Deal
from dateline.coding.arms.grammar import ANYBODY, Grammar
from dateline.coding.arms.items import Item
from dateline.coding.arms.lexicon import words
from dateline.model import NameKind

_TO = ("to", "for", "into")
_UPWARDS = frozenset({"up", "away", "off", "down", "in"})
_NAMING = frozenset({"call", "appeal", "plead", "press", "lobby", "beg", "urge", "ask"})
"""Verbs that ask only with "for": "called it a weapon" asks nothing."""
_VAGUE_TAKING = frozenset({"take", "get", "field", "operate", "source", "choose", "select", "accept", "secure"})
_IDLE = frozenset({"driving", "labour", "labor", "work", "market", "sales", "task"})
_DROPPED = frozenset({"ammunition", "unspecified", "missile"})
_STRIKES = frozenset({"strike", "airstrike", "bomber", "sortie", "target", "mission", "raid"})
_HITS = frozenset({"fire", "attack", "strike", "hit", "barrage"})
_PURPOSES = frozenset({"help", "support", "back", "aid", "assist", "arm"})


_HYPHENED = re.compile(r"^.*-")


def _forms(name: str) -> frozenset[str]:
    """Lemmas and participles of a list ("supply", "supplied")."""
    lemmas = words(name)
    return lemmas | {f"{lemma.removesuffix('e')}ed" for lemma in lemmas} | {"supplied", "built", "made", "sold"}


class VerbReader:
    """Reads the transfers that one sentence's verbs tell.

    Args:
        grammar: The sentence.
    """

    def __init__(self, grammar: Grammar) -> None:
        self._at = grammar
        self._tree = grammar.tree
        self._tokens = grammar.tokens
        self._sides = grammar.sides
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
        if any(self._tokens[c].lemma in _UPWARDS for c in tree.having(verb, "prt")) or next(
            at.behind(verb, "against"), None
        ):
            return None
        objects = self._objects(verb)
        item = at.item_at(objects)
        with_item = None if item is not None else at.item_at(at.behind(verb, "with"))
        item = (
            item or with_item or at.item_at((*self._antecedent(verb), *at.behind(verb, "in"), *self._just_before(verb)))
        )
        if item is None or (item.item_class in _DROPPED and self._bombs(verb)):
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

    def _bombs(self, verb: int) -> bool:
        """Whether munitions are "delivered" by an air strike."""
        sentence = self._at.view.annotations.sentences[self._tokens[verb].sentence]
        near = self._tokens[max(sentence.first, verb - 12) : min(sentence.last, verb + 12)]
        return self._tokens[verb].lemma == "deliver" and any(token.lemma in _STRIKES for token in near)

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

    def _armed(self, noun: int) -> tuple[int, ...]:
        """Those joined at a noun who can be armed or trained: forces, police, rebels, a people, somebody named."""
        gate = self._at.view.gate
        if any(self._tokens[c].lemma in _IDLE for c in self._tree.having(noun, "amod", "compound")):
            return ()
        return tuple(
            i
            for i in self._tree.conjuncts(noun)
            if self._tokens[i].lemma in words("trainable")
            or self._tokens[i].text.lower().removesuffix("s") in words("trainable")
            or gate.names.get(i) not in {None, NameKind.PERSON}
            or (i in gate.references and self._tokens[i].text.lower() in {"them", "they", "which", "that"})
        )

    def _take(self, verb: int, name: str) -> Deal | None:
        at = self._at
        objects = self._objects(verb)
        item = at.item_at((*objects, *self._antecedent(verb), *at.behind_any(objects, "of")))
        if item is None or any(self._tokens[noun].lemma in _HITS for noun in objects):
            return None
        sources = (*at.behind(verb, "from"), *at.behind(item.head, "from"), *at.behind_any(objects, "from"))
        suppliers = self._sides.first(sources, at.inside(item)) or self._sides.nationality(item.head)
        suppliers = suppliers or at.placed(verb) or at.placed(item.head)
        if self._tokens[verb].lemma in _VAGUE_TAKING and not suppliers:
            return None
        recipients = tuple(i for i in at.doers(verb, item) if i not in suppliers)
        return self._deal(verb, name, suppliers, recipients, item)

    def _ask(self, verb: int, name: str) -> Deal | None:
        at = self._at
        objects = self._objects(verb)
        wanted = list(at.behind(verb, "for"))
        item = at.item_at(wanted) or at.item_at(at.behind_any(wanted, "for", "of"))
        if item is None and self._tokens[verb].lemma not in _NAMING:
            item = at.item_at(objects)
        if item is None:
            return None
        lone = self._tokens[item.head].tag == "NN" and self._tokens[verb].lemma in {"seek", "want", "need"}
        asked = (*at.not_items(objects), *at.behind(verb, "to", "with", "from"), *at.behind(item.head, "from"))
        suppliers = self._sides.first(asked, at.inside(item)) or self._sides.nationality(item.head)
        if lone and not suppliers:
            return None
        return self._deal(verb, name, suppliers, self._askers(verb, item, suppliers), item)

    def _askers(self, verb: int, item: Item, suppliers: tuple[int, ...]) -> tuple[int, ...]:
        """Who asks: "led the militia to plead" has the militia ask."""
        above = self._tokens[self._tokens[verb].head]
        if self._tokens[verb].dep == "advcl" and above.lemma in {"lead", "force", "prompt", "push", "drive", "allow"}:
            moved = self._sides.first(self._tree.having(above.i, "dobj"), suppliers)
            if moved:
                return moved
        return tuple(i for i in self._at.doers(verb, item) if i not in suppliers)

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

    # ---- parts --------------------------------------------------------------------------------------------------

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
                if self._tokens[clause].lemma in _PURPOSES | words("trainable"):
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
