"""Negation: the words by which an act did not happen."""

from __future__ import annotations

from dateline.coding.tree import Tree

_REFUSING = frozenset({"fail", "refuse", "decline", "unable"})
_NOBODY = frozenset({"nobody", "none", "nothing"})


def negation_of(tree: Tree, head: int, verb: int | None, words: frozenset[int] = frozenset()) -> str:
    """The word that denies an act, or "".

    Args:
        tree: The document's tree.
        head: Head of the trigger.
        verb: The verb that carries its tense, if any.
        words: The trigger's tokens: a "not" among them belongs to what the words say.
    """
    for i in dict.fromkeys((head, verb if verb is not None else head)):
        for c in tree.having(i, "neg"):
            if c not in words:
                return tree.tokens[c].text
    for c in tree.having(head, "det", "preconj", "advmod"):
        if tree.tokens[c].lemma in {"no", "never", "neither", "hardly"}:
            return tree.tokens[c].text
    return _nobody(tree, verb) or _prevented(tree, head)


def _nobody(tree: Tree, verb: int | None) -> str:
    """The word by which nobody does it, or to nothing: "no envoy has visited", "no deal was reached"."""
    for noun in tree.having(verb, "nsubj", "nsubjpass", "dobj") if verb is not None else ():
        if tree.tokens[noun].lemma in _NOBODY:
            return tree.tokens[noun].text
        for c in tree.having(noun, "det", "nummod", "preconj"):
            before = tree.tokens[c - 1].lemma if c else ""
            if tree.tokens[c].lemma in {"no", "neither"} or (tree.tokens[c].lemma == "one" and before == "not"):
                return tree.tokens[c].text
    return ""


def _prevented(tree: Tree, head: int) -> str:
    """The word above that keeps the act from happening: "stopped short of", "has yet to", "without"."""
    token = tree.tokens[head]
    above = tree.tokens[token.head]
    if token.dep in {"pcomp", "pobj"} and above.lemma == "without":
        return above.text
    if token.dep == "pcomp" and above.lemma == "of" and tree.tokens[above.head].lemma == "short":
        return tree.tokens[above.head].text
    if token.dep == "xcomp" and above.lemma == "have":
        return next((tree.tokens[c].text for c in tree.having(above.i, "advmod") if tree.tokens[c].lemma == "yet"), "")
    return above.text if token.dep == "xcomp" and above.lemma in _REFUSING else ""
