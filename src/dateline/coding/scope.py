"""Scope: what is the content of another act, and so no mention of its own ("urged them to withdraw")."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate

_CONTENT = frozenset({"xcomp", "ccomp", "dobj", "acl", "pcomp", "oprd", "attr", "acomp"})
_CONTENT_PREPOSITIONS = frozenset({"for", "to", "of", "against", "on", "from", "with", "into", "in", "about"})
_OUTSIDE = frozenset({"relcl", "advcl", "appos", "parataxis"})


def uncovered(tree: Tree, found: Iterable[Candidate]) -> list[tuple[Candidate, Candidate | None]]:
    """Candidates that are no words of another's trigger, each with the act whose content it is, if any."""
    ordered = list(found)
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


def content_of(tree: Tree, candidate: Candidate) -> set[int]:
    """Tokens of the clauses and objects that tell what is asked, promised, refused or threatened."""
    tokens = tree.tokens
    queue: list[int] = []
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
