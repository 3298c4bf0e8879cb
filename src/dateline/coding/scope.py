"""Scope: what is the content of another act, and so no mention of its own ("urged them to withdraw")."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate

_CONTENT = frozenset({"xcomp", "ccomp", "dobj", "acl", "pcomp", "oprd", "attr", "acomp"})
_CONTENT_PREPOSITIONS = frozenset({"for", "to", "of", "against", "on", "from", "with", "into", "in", "about"})
_TELLING = 1.5
"""Specificity from which a noun's own reading outweighs that of its light verb."""
_OUTSIDE = frozenset({"relcl", "advcl", "appos", "parataxis"})


def uncovered(
    tree: Tree, found: Iterable[Candidate], light: frozenset[str]
) -> list[tuple[Candidate, Candidate | None]]:
    """Candidates that are no words of another's trigger, each with the act whose content it is, if any.

    Args:
        tree: The document's tree.
        found: All candidates, in text order.
        light: Verbs that add nothing to their object.
    """
    ordered = _without_light_verbs(tree, list(found), light)
    taken = {i for held in ordered for i in held.best.matched if i != held.head}
    free = [held for held in ordered if held.head not in taken]
    governor: dict[int, Candidate] = {}
    for held in free:
        if held.best.trigger.governs:
            for i in content_of(tree, held):
                known = governor.get(i)
                if known is None or known.best.trigger.prior < held.best.trigger.prior:
                    governor[i] = held
    return [(held, governor.get(held.head)) for held in free]


def _without_light_verbs(tree: Tree, found: list[Candidate], light: frozenset[str]) -> list[Candidate]:
    """A light verb gives way to an object that says more of another type: "held joint drills", "launched a
    scathing attack".
    """
    at = {held.head: held for held in found}
    kept: list[Candidate] = []
    for held in found:
        objects = [at[i] for i in held.best.matched if i in at and i != held.head]
        gives_way = tree.tokens[held.head].lemma in light and any(
            noun.best.event_type != held.best.event_type and noun.best.trigger.specificity >= _TELLING
            for noun in objects
        )
        if not gives_way:
            kept.append(held)
    return kept


def content_of(tree: Tree, candidate: Candidate) -> set[int]:
    """Tokens of the clauses and objects that tell what is asked, promised, refused or threatened."""
    tokens = tree.tokens
    head = tokens[candidate.head]
    queue: list[int] = [head.head] if head.dep == "aux" else []
    for c in tree.children[candidate.head]:
        dep = tokens[c].dep
        if dep in _CONTENT or (dep == "prep" and tokens[c].lemma in _CONTENT_PREPOSITIONS and c > candidate.head):
            queue.append(c)
    found: set[int] = set()
    while queue:
        at = queue.pop()
        found.add(at)
        queue.extend(c for c in tree.children[at] if tokens[c].dep not in _OUTSIDE)
    return found
