"""Descriptions of people: "the foreign minister", "the junta leader", "the commander-in-chief of the Tatmadaw"."""

from __future__ import annotations

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.referents import FEMALE, MALE, Referent
from dateline.annotate.titles import head_word
from dateline.text.languages import en_names

_DEFINITE = frozenset({"the", "this", "that", "his", "her", "its", "their"})
_HEADS = en_names.OFFICES | en_names.RANKS | frozenset(en_names.ROLE_SYNONYMS)
#: Titles so general that any office may stand beside them.
_GENERIC = frozenset({"leader", "chief", "head", "strongman", "ruler", "official", "officer", "boss"})
_PAST = frozenset({"former", "ex", "then", "late", "previous", "predecessor"})


def resolve_person_description(context: Context, i: int) -> Link | None:
    """The person that a definite description of an office means.

    By rank: the one whose title it is; the one who may bear such a title and is most salient; and for a
    description that begins a sentence as its subject, the subject of the sentence before.
    """
    if not is_person_description(context, i):
        return None
    tree = context.tree
    first, last = _span(context, i)
    head = _head(context, i)
    modifiers = frozenset(tree.tokens[k].text.lower() for k in range(first, last) if k != i)
    countries = _countries_in(context, first, last)
    people = [each for each in context.referents if each.is_person and _agrees(each, head, countries)]
    past = not _PAST.isdisjoint(modifiers)
    fitting = [
        each
        for each in people
        if _fits(each, head, modifiers, past=past) and (not countries or head in each.roles.heads or each.countries)
    ]
    best = _best(context, i, fitting, head, countries)
    if best is not None:
        exact = head in best.roles.heads
        reason = f'the document calls {best.name} "{head}"' if exact else f"{best.name} holds an office that fits"
        return _link(context, i, best, reason, 0.85 if exact else 0.7)
    subject = None if past else _subject_before(context, i)
    if subject in people and subject.roles.heads <= en_names.ROLE_SYNONYMS.get(head, frozenset()) | _GENERIC | {head}:
        return _link(context, i, subject, "it goes on with the subject of the sentence before", 0.6)
    return None


def is_person_description(context: Context, i: int) -> bool:
    """Whether token ``i`` heads a definite, singular description of a person that no name is tied to."""
    tree = context.tree
    token = tree.tokens[i]
    if token.tag not in {"NN", "NNP"} or head_word(token.text) not in _HEADS or i in context.named:
        return False
    if token.dep in {"compound", "nmod", "amod", "attr"} or tree.child(i, "appos") is not None:
        return False
    children = [tree.tokens[c] for c in tree.children[i]]
    owned = any(child.dep == "poss" and child.i in context.named for child in children)
    definite = any(child.text.lower() in _DEFINITE and child.i < i for child in children)
    return (definite or owned) and i not in context.titled


def _fits(person: Referent, head: str, modifiers: frozenset[str], *, past: bool) -> bool:
    """Whether the description can mean the person; "the former …" wants somebody who is or was called so."""
    roles = person.roles
    if not past:
        return roles.fits(head, modifiers)
    return roles.fitted(head, modifiers) or (not _PAST.isdisjoint(roles.words) and roles.fits(head, modifiers))


def _span(context: Context, i: int) -> tuple[int, int]:
    """The tokens of a description without the place and time behind it ("the leader at the White House")."""
    tree = context.tree
    first, last = tree.phrase(i)
    while first < i and tree.tokens[first].dep == "det":
        first += 1
    if last < len(tree.tokens) and tree.tokens[last].text == "to" and tree.tokens[last].head == i:
        last = tree.role_phrase(i)[1]
    return first, last


def _head(context: Context, i: int) -> str:
    """The head noun as roles have it ("director-general")."""
    head = head_word(context.tree.tokens[i].text)
    before = head_word(context.tree.tokens[i - 1].text) if i > 0 else ""
    return f"{before}-general" if head == "general" and before in en_names.OFFICES - en_names.RANKS else head


def _countries_in(context: Context, first: int, last: int) -> frozenset[str]:
    """The states named in the words of a description."""
    found = {context.named[k] for k in range(first, last) if k in context.named}
    return frozenset(country for each in found for country in each.countries)


def _agrees(person: Referent, head: str, countries: frozenset[str]) -> bool:
    if countries and person.countries and countries.isdisjoint(person.countries):
        return False
    if head in en_names.FEMALE_TITLES:
        return person.gender != MALE
    if head in en_names.MALE_TITLES:
        return person.gender != FEMALE
    return True


def _best(context: Context, i: int, fitting: list[Referent], head: str, countries: frozenset[str]) -> Referent | None:
    """The best of those whose title fits: same head first, then a state in common, then salience."""
    saliences = context.scene.saliences(i)

    def rank(each: Referent) -> tuple[bool, bool, bool, float, int]:
        before = any(mention.head < i for mention in each.mentions)
        shared = bool(countries & each.countries)
        return shared, head in each.roles.heads, before, saliences.get(each, 0.0), len(each.mentions)

    return max(fitting, key=rank, default=None)


def _subject_before(context: Context, i: int) -> Referent | None:
    """The person who is subject of the sentence before, when the description is subject of this one."""
    token = context.tree.tokens[i]
    if token.dep not in {"nsubj", "nsubjpass"} or token.sentence == 0:
        return None
    subject = context.main_subject(token.sentence - 1)
    return None if subject is None else context.referent_at(subject)


def _link(context: Context, i: int, referent: Referent, reason: str, certainty: float) -> Link:
    first, last = _span(context, i)
    first = context.tree.with_article(first)
    return Link(
        first=first,
        last=last,
        head=i,
        name=referent.name,
        referent=referent,
        antecedent=referent.main.evidence if referent.main is not None else None,
        reason=reason,
        certainty=certainty,
    )
