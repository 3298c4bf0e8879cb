"""It, and its other forms: the state or body that the clause is about."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.links import link_to
from dateline.annotate.references.pronouns import excluded, governs
from dateline.annotate.references.referents import Referent
from dateline.model import NameKind
from dateline.text.languages import en, en_names

_BODIES = frozenset({NameKind.PLACE, NameKind.ORGANISATION, NameKind.GROUP, NameKind.OTHER})


def resolve_neuter(context: Context, i: int) -> Link | None:
    """It: whom the clause blames, else the nearest body that is a subject around, else one that follows.

    A common noun that stands for a body ("the police") is an antecedent too; any other nearer subject in the
    singular leaves the pronoun open.
    """
    if is_empty_it(context, i):
        return None
    barred = set(excluded(context, i))
    blamed = blamed_before(context, i)
    if (
        blamed is not None
        and (link := _to(context, i, blamed, barred, "the party that its clause blames", 0.7)) is not None
    ):
        return link
    main = context.main_subject(context.tree.tokens[i].sentence)
    if main is not None and _announces(context, i, main):
        link = _to(context, i, main, barred, "the subject that follows", 0.65)
        if link is not None:
            return link
    for step, subject in enumerate(context.subjects_above(i)):
        certainty = round(max(0.5, 0.85 - 0.12 * step), 2)
        link = _to(context, i, subject, barred, "the subject of the clause around", certainty)
        if link is not None:
            return link
        if context.referent_at(subject) is None and context.tree.tokens[subject].tag == "NN":
            return None
    near = next((each for each in nearest_before(context, i) if each not in barred), None)
    if near is None:
        return None
    word = context.tree.tokens[i].text
    return link_to(context, i, (i, i + 1), near.name, near, None, f'"{word}" means the nearest body before', 0.5)


def _to(context: Context, i: int, head: int, barred: set[Referent], why: str, certainty: float) -> Link | None:
    """The link to the phrase at ``head`` where that is a body; ``why`` says what the phrase is."""
    reason = f'"{context.tree.tokens[i].text}" means {why}'
    referent = context.referent_at(head)
    if referent is not None:
        if referent.kind not in _BODIES or referent in barred:
            return None
        return link_to(context, i, (i, i + 1), referent.name, referent, None, reason, certainty)
    own = context.subject(context.clause(i)) if context.tree.tokens[i].dep != "poss" else None
    if head == own or not _is_body(context, head):
        return None
    links = context.resolved.get(head)
    first, last = context.tree.phrase(head)
    first += context.tree.tokens[first].dep == "det" and first < head
    name = links[0].name if links else context.tree.evidence(first, last).text
    return link_to(context, i, (i, i + 1), name, None, head, reason, round(certainty - 0.1, 2))


def _is_body(context: Context, head: int) -> bool:
    """Whether a common noun stands for a body that acts, one that a pronoun can mean."""
    token = context.tree.tokens[head]
    words = en_names.BODY_NOUNS | en_names.REGIME_NOUNS | en_names.STATE_NOUNS
    return (token.tag in {"NN", "NNP"} and token.lemma in words) or token.lemma == "police"


def blamed_before(context: Context, i: int) -> int | None:
    """Whom a verb of blame or praise above has as object: "condemned Norway for its …", "accused her of …"."""
    tree, at = context.tree, i
    for _ in range(6):
        above = tree.tokens[at].head
        if above == at:
            return None
        if tree.tokens[above].lemma in en.JUDGING and tree.tokens[at].dep in {"prep", "pcomp", "advcl"}:
            blamed = tree.child(above, "dobj", "nsubjpass")
            return blamed if blamed is not None and blamed < i else None
        at = above
    return None


def _announces(context: Context, i: int, main: int) -> bool:
    """Whether the pronoun stands in an adjunct before the main subject ("In its letter, Norway …")."""
    tree = context.tree
    first = context.sentences[tree.tokens[i].sentence].first
    before = any(k in context.named for k in range(first, i))
    return main > i and not before and not governs(context, i, main)


def is_empty_it(context: Context, i: int) -> bool:
    """Whether "it" stands for nothing ("it is clear that", "it took three months")."""
    tokens = context.tree.tokens
    token = tokens[i]
    verb = tokens[token.head]
    if token.text.lower() != "it":
        return False
    if token.dep == "expl":
        return True
    children = [tokens[c] for c in context.tree.children[verb.i]]
    clause = any(child.dep in {"ccomp", "xcomp", "csubj", "advcl"} and child.i > i for child in children)
    described = any(child.dep in {"acomp", "attr", "oprd"} for child in children)
    return token.dep == "nsubj" and ((verb.lemma == "be" and clause and described) or verb.lemma in en.EMPTY_IT)


def nearest_before(context: Context, i: int) -> Iterator[Referent]:
    """The bodies named before token ``i`` in its sentence, the nearest first."""
    first = context.sentences[context.tree.tokens[i].sentence].first
    for k in range(i - 1, first - 1, -1):
        referent = context.named.get(k)
        if referent is not None and referent.kind in _BODIES:
            yield referent
