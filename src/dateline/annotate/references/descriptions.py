"""Descriptions of states and bodies: "the country", "the regime", "the bloc", "the ministry", "the group"."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotate.references.context import Context, Link
from dateline.annotate.references.referents import Referent
from dateline.annotate.subjects import SUBJECTS
from dateline.model import NameKind
from dateline.text.languages import en_names

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OWNERS = frozenset({"poss", "amod", "compound", "nmod"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "conj", "agent"})


def resolve_description(context: Context, i: int) -> Link | None:
    """The state or body that a definite description without a name of its own means."""
    token = context.tree.tokens[i]
    word = token.lemma if token.lemma in en_names.BODY_DESCRIPTIONS else token.text.lower()
    if token.tag not in {"NN", "NNP", "NNS"} or i in context.named or not _is_bare(context, i):
        return None
    if word in en_names.STATE_NOUNS:
        return _state(context, i)
    if word in en_names.REGIME_NOUNS:
        return _regime(context, i, word)
    if word in en_names.BODY_DESCRIPTIONS and token.tag != "NNS":
        return _body(context, i, word)
    return None


def _is_bare(context: Context, i: int) -> bool:
    """Whether the phrase is definite and no name in it says which one is meant."""
    tree = context.tree
    children = [tree.tokens[c] for c in tree.children[i]]
    if tree.tokens[i].dep in {"compound", "nmod"} or not any(c.text.lower() in _DEFINITE and c.i < i for c in children):
        return False
    first, last = tree.role_phrase(i)
    if any(k in context.named for k in range(first, last)):
        return False
    return not any(child.dep in {"appos", "relcl", "acl"} for child in children)


def _state(context: Context, i: int) -> Link | None:
    best = salient_state(context, i, en_names.STATE_FORMS.get(context.tree.tokens[i].lemma))
    return None if best is None else _link(context, i, best, best.name, "the state that the passage is about", 0.7)


def salient_state(context: Context, i: int, among: frozenset[str] | None = None) -> Referent | None:
    """The state that "the country" at token ``i`` means.

    Salience near the place and frequency so far count; a state that is a party of the same clause is no
    candidate, unless the phrase is a possessor ("Ukraine said the country's army …").

    Args:
        context: The document.
        i: Head of the description.
        among: ISO 3166 alpha-3 codes of the states that can be called so; None leaves it open.
    """
    scores = context.scene.saliences(i)
    for each in context.referents:
        if each.state:
            seen = context.scene.count(each)
            scores[each] = (
                scores.get(each, 0.0) + 0.4 * min(seen, 8) + (seen > 0 and each.countries <= context.headlined)
            )
    barred = set() if context.tree.tokens[i].dep == "poss" else set(_parties(context, i))
    states = {
        each: score
        for each, score in scores.items()
        if each.state and score and each not in barred and (among is None or not among.isdisjoint(each.countries))
    }
    return max(states, key=lambda each: states[each], default=None)


def _parties(context: Context, i: int) -> Iterator[Referent]:
    """The states that are parties of the same clause, or of the clauses that share its subject."""
    sentence = context.sentences[context.tree.tokens[i].sentence]
    verb = context.clause(i)
    shared = {verb}
    while context.tree.child(verb, *SUBJECTS) is None and context.tree.tokens[verb].head != verb:
        verb = context.clause(context.tree.tokens[verb].head)
        shared.add(verb)
    above = i
    while above != verb and context.tree.tokens[above].head != above:
        owners = (context.named.get(c) for c in context.tree.children[above] if context.tree.tokens[c].dep in _OWNERS)
        yield from (owner for owner in owners if owner is not None)
        above = context.tree.tokens[above].head
    for k in range(sentence.first, sentence.last):
        referent = context.named.get(k)
        if referent is not None and context.clause(k) in shared and context.tree.tokens[k].dep in _ARGUMENTS:
            yield referent


def _regime(context: Context, i: int, word: str) -> Link | None:
    """The government or junta: the body of that name seen before, else that of the state in mind."""
    named = _by_head(context, i, frozenset({word}))
    if named is not None:
        return _link(context, i, named, named.name, f'the last name with "{word}"', 0.8)
    state = salient_state(context, i)
    if state is None:
        return None
    first, last = context.tree.phrase(i)
    first += context.tree.tokens[first].dep == "det" and first < i
    words = context.tree.evidence(first, i + 1).text if last == i + 1 else word
    return _link(context, i, state, f"{words} of {state.name}", "that of the state that the passage is about", 0.6)


def _body(context: Context, i: int, word: str) -> Link | None:
    """The bloc, the council, the group: the last body whose name has a fitting word, or the most salient one."""
    fitting = en_names.BODY_DESCRIPTIONS[word]
    if word in en_names.MEDIA_NOUNS:
        medium = _last_medium(context, i)
        return None if medium is None else _link(context, i, medium, medium.name, "the last of the media named", 0.75)
    if fitting:
        named = _by_head(context, i, fitting)
        return (
            None if named is None else _link(context, i, named, named.name, f'the last name that fits "{word}"', 0.75)
        )
    scores = {
        each: score
        for each, score in context.scene.saliences(i).items()
        if each.kind in {NameKind.ORGANISATION, NameKind.GROUP} and not each.state and _may_be(each, word)
    }
    best = max(scores, key=lambda each: scores[each], default=None)
    return None if best is None else _link(context, i, best, best.name, "the most prominent body here", 0.6)


def _last_medium(context: Context, i: int) -> Referent | None:
    seen = (each.referent for each in reversed(context.scene.all()) if each.token < i)
    return next((each for each in seen if each.sector == "MED" and not each.is_person), None)


def _may_be(referent: Referent, word: str) -> bool:
    """Whether a body can be called so: a company is no public body, as far as the gazetteer tells."""
    if word in {"company", "firm"}:
        return referent.sector in {None, "BUS", "MED"}
    return referent.sector != "MED"


def _by_head(context: Context, i: int, words: frozenset[str]) -> Referent | None:
    seen: set[Referent] = set()
    for sighting in reversed(context.scene.all()):
        referent = sighting.referent
        if referent in seen or referent.is_person or referent.state:
            continue
        seen.add(referent)
        known = {part for mention in referent.mentions for part in mention.evidence.text.lower().split()}
        if not words.isdisjoint({*referent.name.lower().split(), *known}) and sighting.token < i:
            return referent
    return None


def _link(context: Context, i: int, referent: Referent, name: str, reason: str, certainty: float) -> Link:
    first, last = context.tree.role_phrase(i)
    return Link(
        first=context.tree.with_article(first),
        last=last,
        head=i,
        name=name,
        referent=referent,
        antecedent=referent.main.evidence if referent.main is not None else None,
        reason=reason,
        certainty=certainty,
    )
