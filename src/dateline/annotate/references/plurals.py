"""Plural references: they, "both sides", "the two countries", "the protesters"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.referents import Referent
from dateline.model import NameKind
from dateline.text.languages import en_names
from dateline.vocab.agents import agent_of

_FAR = 2_000
_PLURAL_KINDS = frozenset({NameKind.GROUP, NameKind.ORGANISATION})


def resolve_they(context: Context, i: int) -> list[Link]:
    """They: the nearest plural subject around, else the nearest plural group of people."""
    verb = context.clause(i)
    own = context.subject(verb)
    token = context.tree.tokens[i]
    object_of_verb = token.dep not in {"nsubj", "nsubjpass", "poss"}
    subjects = context.subjects_above(i) if token.dep in {"nsubj", "nsubjpass", "poss"} else ()
    for step, head in enumerate((*subjects, *_groups_before(context, i))):
        if (object_of_verb and head == own) or head == token.head or head >= i:
            continue
        found = _parties(context, head)
        if found:
            certainty = round(max(0.4, 0.65 - 0.08 * step), 2)
            return [
                _link(context, i, (i, i + 1), name, referent, head, "the nearest plural party", certainty)
                for name, referent in found
            ]
    return []


def _parties(context: Context, head: int) -> list[tuple[str, Referent | None]]:
    """The names that a plural phrase stands for; nothing when it is singular or no party."""
    tree = context.tree
    token = tree.tokens[head]
    members = [head, *_conjuncts(context, head)]
    named = [(each.name, each) for k in members if (each := context.referent_at(k)) is not None]
    if len(named) > 1:
        return list(named)
    links = context.resolved.get(head, [])
    if len(links) > 1:
        return [(link.name, link.referent) for link in links]
    referent = named[0][1] if named else None
    if referent is not None and (referent.kind in _PLURAL_KINDS or referent.state):
        return [(referent.name, referent)]
    if token.tag == "NNS" and is_people(token.lemma):
        first, last = tree.phrase(head)
        first += tree.tokens[first].dep == "det" and first < head
        return [(tree.evidence(first, last).text, None)]
    return []


def is_people(noun: str) -> bool:
    """Whether a noun stands for people or bodies that act."""
    return agent_of(noun) is not None or noun in en_names.OFFICES or noun in en_names.PERSON_NOUNS


def _conjuncts(context: Context, head: int) -> Iterator[int]:
    for child in context.tree.children[head]:
        if context.tree.tokens[child].dep == "conj":
            yield child
            yield from _conjuncts(context, child)


def _groups_before(context: Context, i: int) -> Iterator[int]:
    """Heads of plural phrases before token ``i`` in its sentence and the one before, the nearest first."""
    tokens = context.tree.tokens
    first = context.sentences[max(0, tokens[i].sentence - 1)].first
    for k in range(i - 1, first - 1, -1):
        if tokens[k].tag in {"NNS", "NNPS"} and tokens[k].dep not in {"compound", "nmod"}:
            yield k


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
    return [_link(context, i, (first, last), each.name, each, None, reason, 0.6) for each in chosen]


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
                return _link(context, i, (first, last), name, None, k, "the same noun, told more fully before", 0.7)
    return None


def _link(
    context: Context,
    i: int,
    span: tuple[int, int],
    name: str,
    referent: Referent | None,
    head: int | None,
    reason: str,
    certainty: float,
) -> Link:
    antecedent = None
    if head is not None:
        antecedent = context.tree.evidence(*context.tree.phrase(head))
    elif referent is not None and referent.main is not None:
        antecedent = referent.main.evidence
    return Link(
        first=span[0],
        last=span[1],
        head=i,
        name=name,
        referent=referent,
        antecedent=antecedent,
        reason=reason,
        certainty=certainty,
    )
