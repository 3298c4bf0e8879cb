"""Slots of nouns that name an act: "poss", "mod", "doer", "undergoer", "subject", or the name of a preposition."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dateline.coding.holders import Holders
from dateline.model import NameKind

_GOVERNOR = "governor_"


def noun_slot(holders: Holders, head: int, slot: str, light: int | None) -> Iterator[int]:
    """Nouns in a slot of a noun.

    Args:
        holders: The document's holders.
        head: The noun.
        slot: Name of the slot; ``governor_to`` looks for "to" at the verb above.
        light: The light verb that the noun completes ("launched an attack"), or None.
    """
    if slot == "subject":
        undergoes = light is not None and holders.tree.tokens[light].lemma in holders.cues["undergoing"]
        return holders.actor_of(light) if light is not None and not undergoes else iter(())
    reader = _NOUN_SLOTS.get(slot)
    return reader(holders, head) if reader is not None else _after_preposition(holders, head, slot, light)


def _after_preposition(holders: Holders, head: int, slot: str, light: int | None) -> Iterator[int]:
    tree = holders.tree
    word = slot.removeprefix(_GOVERNOR)
    if word == slot:
        yield from tree.prepositional(head, word)
    verb = light if light is not None else tree.governor(head) if word != slot else None
    if verb is not None:
        yield from tree.prepositional(verb, word)


def _poss(holders: Holders, head: int) -> Iterator[int]:
    yield from holders.tree.having(head, "poss")


def _of_country(holders: Holders, head: int) -> Iterator[int]:
    names = holders.gate.names
    return (noun for noun in holders.tree.prepositional(head, "of") if names.get(noun) is NameKind.PLACE)


def _governor_object(holders: Holders, head: int) -> Iterator[int]:
    verb = holders.tree.governor(head)
    if verb is not None and holders.tree.tokens[head].dep == "pobj":
        yield from holders.tree.objects(verb)


def _clause_subject(holders: Holders, head: int) -> Iterator[int]:
    for clause in holders.tree.having(head, "acl", "ccomp"):
        yield from holders.tree.having(clause, "nsubj", "nsubjpass")


def _of_owner(holders: Holders, head: int) -> Iterator[int]:
    for noun in holders.tree.prepositional(head, "of"):
        yield from holders.near_owners(noun)


def _for_party(holders: Holders, head: int) -> Iterator[int]:
    return holders.tree.prepositional(head, "for")


_NOUN_SLOTS: Mapping[str, Callable[[Holders, int], Iterator[int]]] = {
    "poss": _poss,
    "mod": Holders.modifiers,
    "doer": Holders.doers,
    "undergoer": Holders.undergoers,
    "clause": Holders.clause_actor,
    "governor_subject": Holders.undergoer_of,
    "governor_object": _governor_object,
    "clause_subject": _clause_subject,
    "of_country": _of_country,
    "of_owner": _of_owner,
    "for_party": _for_party,
}
