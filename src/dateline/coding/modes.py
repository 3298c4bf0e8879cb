"""Modes: how the act was done, from the lexicon entry or from cue words around the trigger."""

from __future__ import annotations

from functools import cache

from dateline.coding.tree import Tree
from dateline.coding.triggers import Option
from dateline.model import NameKind
from dateline.vocab.cues import cue_lists

_KILLING = frozenset(
    {
        "kill",
        "murder",
        "assassinate",
        "poison",
        "killing",
        "death",
        "slay",
        "execute",
        "dismember",
        "poisoning",
        "slaying",
    }
)
_MANY = 3
"""Parties from which on a meeting is multilateral."""
_BY_CONTENT = frozenset({"REQUEST", "REJECT", "THREATEN"})
_OPEN = {"ASSAULT": None, "CONSULT": None, "REQUEST": "change", "MOBILIZE": "troops"}


@cache
def _cues() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    """Type → (mode, cue words), in the order of the file."""
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for key, words in cue_lists("modes").items():
        event_type, mode = key.split("/")
        found.setdefault(event_type, []).append((mode, words))
    return {event_type: tuple(pairs) for event_type, pairs in found.items()}


def mode_of(tree: Tree, head: int, option: Option, event_type: str) -> tuple[str | None, str]:
    """The mode of an act and why.

    Args:
        tree: The document's tree.
        head: The trigger's head token.
        option: The reading chosen; its entry may fix the mode.
        event_type: The type after modality was read, which may differ from the entry's.
    """
    trigger = option.trigger
    if event_type == trigger.event_type and trigger.mode is not None and event_type not in _OPEN:
        return trigger.mode, f"the entry “{trigger.id}” says so"
    if event_type == trigger.event_type and trigger.mode not in (None, _OPEN.get(event_type)):
        return trigger.mode, f"the entry “{trigger.id}” says so"
    words = _content(tree, head) if event_type in _BY_CONTENT else _around(tree, head)
    for mode, cues in _cues().get(event_type, ()):
        cue = next((word for word in words if word in cues), None)
        if cue is not None:
            return mode, f"“{cue}” stands with it"
    fallback = _OPEN.get(event_type)
    return fallback, "nothing nearer says how" if fallback else ""


def mode_by_parties(
    tree: Tree, head: int, event_type: str, actors: int, victim: NameKind | None
) -> tuple[str | None, str]:
    """A mode that the parties tell where words do not: many meet, or one named person is killed.

    Args:
        tree: The document's tree.
        head: The trigger's head token.
        event_type: The act's type.
        actors: Number of actors.
        victim: Kind of the first recipient's name, or None where it is no name.
    """
    if event_type == "CONSULT" and actors >= _MANY:
        return "multilateral", f"{actors} parties meet"
    if event_type == "ASSAULT" and victim is NameKind.PERSON and tree.tokens[head].lemma in _KILLING:
        return "targeted", "one named person is the victim"
    return None, ""


def _around(tree: Tree, head: int) -> list[str]:
    """Lemmas of the trigger, of what depends on it outside of clauses, and of the light verb above."""
    found: list[int] = []
    token = tree.tokens[head]
    queue = [head]
    if token.dep in {"dobj", "nsubjpass", "nsubj"}:
        queue.extend(c for c in tree.having(token.head, "nsubj", "prep", "agent", "dobj"))
    while queue:
        at = queue.pop(0)
        found.append(at)
        queue.extend(
            c
            for c in tree.children[at]
            if tree.tokens[c].dep not in {"ccomp", "relcl", "advcl", "conj", "parataxis", "acl"}
        )
    return [tree.tokens[i].lemma for i in found]


def _content(tree: Tree, head: int) -> list[str]:
    """Lemmas of what is requested, refused or threatened: the heads of complements first, then all below."""
    heads: list[int] = []
    below: list[int] = []
    queue = [
        c
        for c in tree.children[head]
        if tree.tokens[c].dep not in {"nsubj", "nsubjpass", "poss", "aux", "mark", "agent"}
    ]
    heads.extend(queue)
    while queue:
        at = queue.pop(0)
        below.append(at)
        queue.extend(tree.children[at])
    order = dict.fromkeys((head, *heads, *below))
    return [tree.tokens[i].lemma for i in order]
