"""Matching: whether what a lexicon entry asks for stands with a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from dateline.coding.tree import CLAUSES, PREPOSITIONS, Tree
from dateline.model import Token
from dateline.vocab.trigger_patterns import Constraint, Need
from dateline.vocab.triggers import Part

_NOUNS = frozenset({"NOUN", "PROPN"})
_MODIFIERS = ("amod", "compound", "nmod", "poss", "nummod")
_PARTICLES = PREPOSITIONS | {"advmod", "acomp", "oprd", "mark", "amod", "npadvmod"}
_OBLIGING = frozenset({"should", "must", "ought"})
_WORDS_OF_TRIGGER = frozenset({Need.PARTICLE, Need.OBJECT, Need.MODIFIER, Need.PREPOSITION})


def part_of(tree: Tree, token: Token) -> Part | None:
    """Which kind of head a token can be; modifiers of other nouns are none.

    A word tagged as a noun that has a subject and heads a clause is a verb that was tagged wrongly. An auxiliary that
    obliges ("must") can be one beside its verb.
    """
    if token.tag == "MD" and token.lemma in _OBLIGING:
        return Part.VERB
    if token.pos in {"VERB", "AUX"}:
        return None if token.dep in {"amod", "compound", "aux", "auxpass"} else Part.VERB
    if token.pos in _NOUNS:
        if token.dep in CLAUSES and tree.child(token.i, "nsubj", "nsubjpass", "aux") is not None:
            complete = tree.child(token.i, "ccomp", "dobj") is not None
            if complete or tree.child(token.i, "det", "amod", "poss") is None:
                return Part.VERB
        return None if token.dep in {"compound", "nmod"} else Part.NOUN
    if token.pos == "ADJ":
        return None if token.dep == "amod" else Part.ADJECTIVE
    return None


def fit(tree: Tree, i: int, part: Part, constraints: tuple[Constraint, ...]) -> tuple[int, ...] | None:
    """The tokens that belong to the trigger at ``i`` if all constraints are met, else None.

    Whoever takes part is no word of the trigger: a capitalised modifier ("U.S. airstrikes"), a name, or people that are
    met ("officials").
    """
    matched: list[int] = []
    for constraint in constraints:
        hit = next(_READERS[constraint.need](tree, i, part, constraint), None)
        if (hit is not None) is constraint.refused:
            return None
        if hit is not None and constraint.need in _WORDS_OF_TRIGGER:
            matched.extend(() if _takes_part(tree.tokens[hit], constraint) else (hit,))
    return tuple(matched)


def _takes_part(token: Token, constraint: Constraint) -> bool:
    if constraint.need is Need.MODIFIER:
        return token.text[:1].isupper()
    return bool(constraint.parties) and (token.pos == "PROPN" or token.lemma in constraint.parties)


def _particle(tree: Tree, i: int, part: Part, constraint: Constraint) -> Iterator[int]:
    tokens, words = tree.tokens, constraint.lemmas
    for c in tree.children[i]:
        if c > i and tokens[c].lemma in words and tokens[c].dep in _PARTICLES:
            yield c
    for noun in tree.having(i, "dobj") if part is Part.VERB else ():
        for c in tree.having(noun, "prep"):
            if c > i and tokens[c].lemma in words:
                yield c
    behind = i + 1
    if behind < len(tokens) and tokens[behind].lemma in words and tokens[behind].pos in {"ADP", "PART", "ADV", "SCONJ"}:
        yield behind


def _object(tree: Tree, i: int, part: Part, constraint: Constraint) -> Iterator[int]:
    for noun in tree.object_like(i) if part is not Part.NOUN else ():
        yield from _in_phrase(tree, noun, constraint.lemmas)


def _preposition(tree: Tree, i: int, part: Part, constraint: Constraint) -> Iterator[int]:
    heads = (i, *tree.having(i, "dobj", "nsubjpass")) if part is Part.VERB else (i,)
    for head in heads:
        for noun in tree.prepositional(head, constraint.word):
            yield from _in_phrase(tree, noun, constraint.lemmas)


def _infinitive(tree: Tree, i: int, part: Part, constraint: Constraint) -> Iterator[int]:
    deps = ("xcomp", "ccomp", "advcl") if part is Part.VERB else ("xcomp", "acl")
    for c in tree.having(i, *deps):
        token = tree.tokens[c]
        gerund = token.tag == "VBG" and token.dep != "advcl"
        infinitive = gerund or any(tree.tokens[below].tag == "TO" for below in tree.children[c])
        if infinitive and (not constraint.lemmas or token.lemma in constraint.lemmas):
            yield c


def _clause(tree: Tree, i: int, part: Part, _: Constraint) -> Iterator[int]:
    yield from tree.having(i, "ccomp", "acl") if part is Part.NOUN else tree.having(i, "ccomp")


def _subject(tree: Tree, i: int, part: Part, constraint: Constraint) -> Iterator[int]:
    subject = _acting(tree, i, part)
    if subject is not None and not constraint.lemmas.isdisjoint(_words(tree, subject)):
        yield subject


def _reported(tree: Tree, i: int, _: Part, __: Constraint) -> Iterator[int]:
    at = tree.tokens[i].start
    if any(held.start <= at < held.end and held.speaker is not None for held in tree.annotations.quotations):
        yield i


def _modifier(tree: Tree, i: int, _: Part, constraint: Constraint) -> Iterator[int]:
    for c in tree.having(i, *_MODIFIERS):
        if tree.tokens[c].lemma in constraint.lemmas or tree.tokens[c].text.lower() in constraint.lemmas:
            yield c


_READERS: Mapping[Need, Callable[[Tree, int, Part, Constraint], Iterator[int]]] = {
    Need.PARTICLE: _particle,
    Need.OBJECT: _object,
    Need.PREPOSITION: _preposition,
    Need.INFINITIVE: _infinitive,
    Need.CLAUSE: _clause,
    Need.SUBJECT: _subject,
    Need.MODIFIER: _modifier,
    Need.REPORTED: _reported,
}


def _in_phrase(tree: Tree, noun: int, lemmas: frozenset[str]) -> Iterator[int]:
    """The noun or a conjunct of it that is one of the lemmas, by itself, by a compound or by what follows "of"."""
    for head in tree.conjuncts(noun):
        token = tree.tokens[head]
        near = {token.lemma, token.text.lower()}
        near.update(tree.tokens[c].lemma for c in tree.having(head, "compound"))
        near.update(tree.tokens[inner].lemma for inner in tree.prepositional(head, "of"))
        if not lemmas.isdisjoint(near):
            yield head


def _words(tree: Tree, noun: int) -> set[str]:
    """The lemmas by which a subject is recognised."""
    words = {tree.tokens[noun].lemma, tree.tokens[noun].text.lower()}
    words.update(tree.tokens[inner].lemma for inner in tree.prepositional(noun, "of"))
    words.update(tree.tokens[c].lemma for c in tree.having(noun, "compound", "conj"))
    return words


def _acting(tree: Tree, i: int, part: Part) -> int | None:
    """The noun that acts: subject of a verb (in the passive its agent), owner of a noun."""
    if part is Part.NOUN:
        owner = tree.child(i, "poss", "compound")
        return owner if owner is not None else next(tree.prepositional(i, "by", "of"), None)
    if tree.tokens[i].dep == "aux":
        return tree.subject(tree.tokens[i].head)
    if tree.is_passive(i):
        return next(iter(tree.agents(i)), None)
    return tree.subject(i)
