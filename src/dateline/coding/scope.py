"""Scope: what is the content of another act, and so no mention of its own ("urged them to withdraw")."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate

_CONTENT = frozenset({"xcomp", "ccomp", "dobj", "acl", "pcomp", "oprd", "attr", "acomp"})
_CONTENT_PREPOSITIONS = frozenset({"for", "to", "of", "against", "on", "from", "with", "into", "in", "about"})
_OUTSIDE = frozenset({"relcl", "advcl", "appos", "parataxis"})


def uncovered(tree: Tree, found: Iterable[Candidate]) -> list[Candidate]:
    """Candidates that are neither words of another's trigger nor the content of one that governs."""
    kept: list[Candidate] = []
    taken: set[int] = set()
    ordered = list(found)
    for candidate in ordered:
        taken.update(i for i in candidate.best.matched if i != candidate.head)
    governed: set[int] = set()
    for candidate in ordered:
        if candidate.head not in taken and candidate.best.trigger.governs:
            governed |= content_of(tree, candidate)
    for candidate in ordered:
        if candidate.head not in taken and candidate.head not in governed:
            kept.append(candidate)
    return kept


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
