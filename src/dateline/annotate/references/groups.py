"""Definite plurals: "both sides", "the two countries", "the protesters"."""

from __future__ import annotations

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.links import link_to
from dateline.annotate.references.plurals import is_people
from dateline.text.languages import en_names

_FAR = 2_000


def resolve_pair(context: Context, i: int) -> list[Link]:
    """Both sides, the two countries, the two leaders: the two parties that are most in mind."""
    tree = context.tree
    token = tree.tokens[i]
    words = {tree.tokens[c].text.lower() for c in tree.children[i] if c < i}
    if token.lemma not in en_names.BOTH_SIDES or not _is_pairing(token.tag, words):
        return []
    if any(k in context.named for k in range(*tree.role_phrase(i))):
        return []
    people = token.lemma in {"leader", "president"}
    scores = {
        each: score for each, score in context.scene.saliences(i).items() if (each.is_person if people else each.state)
    }
    chosen = sorted(scores, key=lambda each: -scores[each])[:2]
    if len(chosen) < 2:
        return []
    first, last = tree.phrase(i)
    reason = "the two that are most in mind"
    return [link_to(context, i, (first, last), each.name, each, None, reason, 0.6) for each in chosen]


def _is_pairing(tag: str, words: set[str]) -> bool:
    if tag == "NNS":
        return "both" in words or {"the", "two"} <= words
    return tag == "NN" and not words.isdisjoint({"each", "either"})


def resolve_people_before(context: Context, i: int) -> Link | None:
    """The protesters, the official: an earlier phrase with the same noun that says which ("Hong Kong protesters")."""
    tree = context.tree
    token = tree.tokens[i]
    if token.tag not in {"NNS", "NN"} or not is_people(token.lemma) or token.dep in {"compound", "nmod"}:
        return None
    first, last = tree.phrase(i)
    if last - first != 2 or tree.tokens[first].text.lower() not in {"the", "these", "those"}:
        return None
    same = {token.lemma}.union(*(group for group in en_names.SAME_PEOPLE if token.lemma in group))
    for k in range(i - 1, max(-1, i - _FAR), -1):
        if tree.tokens[k].lemma in same and tree.tokens[k].tag == token.tag:
            start, end = tree.phrase(k)
            start += tree.tokens[start].dep == "det" and start < k
            if any(j in context.named for j in range(start, end)):
                name = tree.evidence(start, end).text
                return link_to(context, i, (first, last), name, None, k, "the same noun, told more fully before", 0.7)
    return None
