"""Definite descriptions of people in common: "the protesters", "the official", "the militants"."""

from __future__ import annotations

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.links import link_to
from dateline.annotate.references.referents import Referent
from dateline.text.languages import en_names
from dateline.vocab.agents import agent_of

_FAR = 2_000
_MODIFIERS = frozenset({"compound", "nmod", "amod"})
_DEFINITE = frozenset({"the", "these", "those"})


def is_people(noun: str) -> bool:
    """Whether a noun stands for people or bodies that act."""
    return agent_of(noun) is not None or noun in en_names.OFFICES or noun in en_names.PERSON_NOUNS


def resolve_people_before(context: Context, i: int) -> Link | None:
    """The protesters, the official: an earlier phrase with the same noun that says which ("Hong Kong protesters").

    The militants, the extremists without such a phrase are the armed group that is most in mind.
    """
    tree = context.tree
    token = tree.tokens[i]
    sort = _sort(context, i)
    if token.tag not in {"NNS", "NN"} or not is_people(sort) or token.dep in _MODIFIERS:
        return None
    first, last = tree.phrase(i)
    if last != i + 1 or not _points_back(context, first, i):
        return None
    same = {sort}.union(*(group for group in en_names.SAME_PEOPLE if sort in group))
    for k in range(i - 1, max(-1, i - _FAR), -1):
        if tree.tokens[k].lemma in same and tree.tokens[k].tag == token.tag and tree.tokens[k].dep not in _MODIFIERS:
            start, end = tree.phrase(k)
            start += tree.tokens[start].dep == "det" and start < k
            if any(j in context.named for j in range(start, end)):
                name = tree.evidence(start, end).text
                return link_to(context, i, (first, last), name, None, k, "the same noun, told more fully before", 0.7)
    armed = _armed_group(context, i) if token.lemma in en_names.ARMED_PEOPLE and token.tag == "NNS" else None
    if armed is None:
        return None
    return link_to(context, i, (first, last), armed.name, armed, None, "the armed group that is most in mind", 0.6)


def _sort(context: Context, i: int) -> str:
    """The noun that tells the sort of people: "rebel" of "the rebel forces"."""
    tokens = context.tree.tokens
    before = tokens[i - 1] if i > 0 else tokens[i]
    bundled = tokens[i].lemma in en_names.BUNDLES and before.dep in _MODIFIERS and is_people(before.lemma)
    return before.lemma if bundled else tokens[i].lemma


def _points_back(context: Context, first: int, i: int) -> bool:
    """Whether the phrase is "the" and its noun, with nothing but an armed or unnamed sort between."""
    tokens = context.tree.tokens
    between = {token.text.lower() for token in tokens[first + 1 : i]} - {_sort(context, i)}
    return tokens[first].text.lower() in _DEFINITE and between <= en_names.EMPTY_SORTS


def _armed_group(context: Context, i: int) -> Referent | None:
    scores = {
        each: score for each, score in context.scene.saliences(i).items() if each.sector == "REB" and not each.is_person
    }
    return max(scores, key=lambda each: scores[each], default=None)
