"""Subjects: who does a verb, across shared, passive and relative clauses."""

from __future__ import annotations

from dateline.annotate.tree import Tree

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_RELATIVE = frozenset({"who", "which", "that", "whom", "what"})
_SHARED = frozenset({"conj", "xcomp", "advcl", "acl", "relcl", "pcomp", "ccomp", "prep"})
_FARTHEST = 6


def speaker_of(tree: Tree, verb: int) -> int | None:
    """The one who does ``verb``: its own subject, or the one it shares with the clause above.

    A relative pronoun gives the noun it stands for; a passive gives its "by" phrase; "quoted X as saying"
    and "citing X, said" give X.
    """
    cited = _cited(tree, verb)
    for _ in range(_FARTHEST):
        if cited is not None:
            return cited
        own = tree.child(verb, *SUBJECTS)
        if own is not None and tree.tokens[own].dep == "nsubjpass":
            return _passive_speaker(tree, verb, own)
        if own is not None:
            return _antecedent(tree, own, verb)
        token = tree.tokens[verb]
        if token.dep in {"acl", "relcl"} and tree.tokens[token.head].pos in {"NOUN", "PROPN", "PRON"}:
            return token.head
        if token.dep not in _SHARED or token.head == verb:
            return None
        verb = token.head
        if token.dep == "prep" and tree.tokens[verb].lemma in {"quote", "cite"}:
            cited = tree.child(verb, "dobj")
    return None


def _cited(tree: Tree, verb: int) -> int | None:
    """The source in "citing X, the agency said"."""
    for child in tree.children[verb]:
        if tree.tokens[child].text.lower() in {"citing", "quoting"}:
            return tree.child(child, "dobj")
    return None


def _passive_speaker(tree: Tree, verb: int, subject: int) -> int | None:
    if any(tree.tokens[c].dep == "prep" and tree.tokens[c].text == "as" for c in tree.children[verb]):
        return subject
    agent = tree.child(verb, "agent")
    return None if agent is None else tree.child(agent, "pobj")


def _antecedent(tree: Tree, subject: int, verb: int) -> int:
    token = tree.tokens[verb]
    if tree.tokens[subject].text.lower() in _RELATIVE and token.dep in {"relcl", "acl"}:
        return token.head
    return subject
