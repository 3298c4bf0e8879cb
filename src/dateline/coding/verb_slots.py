"""Slots of verbs and adjectives: "subject", "object", "clause_subject", or the name of a preposition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dateline.coding.holders import Holders

_DEEPEST = 4
"""How many nouns may stand between a verb and the preposition that belongs to it."""
_OF_ADJECTIVE = frozenset({"acomp", "conj", "ROOT", "xcomp", "ccomp", "oprd", "attr", "amod"})


def verb_slot(holders: Holders, head: int, slot: str) -> Iterator[int]:
    """Nouns in a slot of a verb."""
    reader = _VERB_SLOTS.get(slot)
    return reader(holders, head) if reader is not None else after_preposition(holders, head, slot)


def adjective_slot(holders: Holders, head: int, slot: str) -> Iterator[int]:
    """Nouns in a slot of an adjective: its copula has the subject."""
    tree = holders.tree
    token = tree.tokens[head]
    if slot == "subject":
        if token.dep in _OF_ADJECTIVE and token.head != head:
            yield from holders.actor_of(token.head)
        yield from tree.having(head, "nsubj")
    elif slot in {"infinitive_object", "clause_subject"}:
        yield from _clause_subject(holders, head)
    else:
        yield from tree.prepositional(head, slot.removesuffix("_party"))


def after_preposition(holders: Holders, verb: int, word: str) -> Iterator[int]:
    """Nouns after a preposition at the verb or at a noun that completes it ("took responsibility for … on")."""
    tree = holders.tree
    queue = [verb]
    for _ in range(_DEEPEST):
        below: list[int] = []
        for at in queue:
            yield from tree.prepositional(at, word)
            below.extend(tree.object_like(at) if at == verb else ())
            for c in tree.having(at, "prep"):
                below.extend(tree.having(c, "pobj"))
        queue = below


def _subject(holders: Holders, head: int) -> Iterator[int]:
    tokens = holders.tree.tokens
    if tokens[head].dep == "aux":
        obliged = holders.tree.subject(tokens[head].head)
        return iter(() if obliged is None else (obliged,))
    return holders.actor_of(head)


def _object(holders: Holders, head: int) -> Iterator[int]:
    yield from holders.tree.having(head, "dative")
    yield from holders.tree.objects(head)


def _object_owner(holders: Holders, head: int) -> Iterator[int]:
    for noun in holders.tree.objects(head):
        yield from holders.near_owners(noun)
        yield from holders.tree.prepositional(noun, "of", "by", "from")


def _clause_subject(holders: Holders, head: int) -> Iterator[int]:
    """The subject of what is said, asked or ordered; also of "for X to …"."""
    tree = holders.tree
    for clause in tree.having(head, "xcomp", "ccomp", "advcl"):
        marked = any(tree.tokens[c].lemma == "for" for c in tree.having(clause, "mark"))
        if marked or tree.tokens[clause].dep != "advcl":
            yield from tree.having(clause, "nsubj", "nsubjpass")


def _dative(holders: Holders, head: int) -> Iterator[int]:
    yield from holders.tree.having(head, "dative")


def _for_party(holders: Holders, head: int) -> Iterator[int]:
    return holders.tree.prepositional(head, "for")


_VERB_SLOTS: Mapping[str, Callable[[Holders, int], Iterator[int]]] = {
    "subject": _subject,
    "object": _object,
    "object_party": _object,
    "object_owner": _object_owner,
    "infinitive_object": _clause_subject,
    "clause_subject": _clause_subject,
    "dative": _dative,
    "for_party": _for_party,
}
