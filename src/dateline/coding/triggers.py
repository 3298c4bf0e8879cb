"""Candidates: where in a document words stand that can express an act, and which acts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.coding.tree import CLAUSES, PREPOSITIONS, Tree
from dateline.model import Annotations, Token
from dateline.vocab.triggers import NONE, Constraint, Lexicon, Need, Part, Trigger, lexicon

_LONGEST_TRIGGER = 7
_PRIOR_WEIGHT = 0.5
_WORDS_OF_TRIGGER = frozenset({Need.PARTICLE, Need.OBJECT, Need.MODIFIER, Need.PREPOSITION})
_NOUN_TAGS = frozenset({"NOUN", "PROPN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One reading of a candidate: the lexicon entry that fits, and the tokens that made it fit."""

    trigger: Trigger
    matched: tuple[int, ...]

    @property
    def event_type(self) -> str:
        """PLOVER type of the reading."""
        return self.trigger.event_type


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Words that can express an act.

    Attributes:
        sentence: Index of the sentence.
        head: Index of the token that heads the trigger.
        first, last: Half-open token range of the trigger.
        start, end: The same in code points of the document.
        options: Readings, the best one first; at most one per event type; never empty.
    """

    sentence: int
    head: int
    first: int
    last: int
    start: int
    end: int
    options: tuple[Option, ...]

    @property
    def best(self) -> Option:
        """The reading whose entry says most about its surroundings."""
        return self.options[0]


def candidates(annotations: Annotations, words: Lexicon | None = None) -> list[Candidate]:
    """All candidates outside boilerplate, in text order.

    Args:
        annotations: Tokens with a dependency parse.
        words: Another lexicon than the shipped English one.
    """
    return find_candidates(Tree(annotations), words or lexicon())


def find_candidates(tree: Tree, words: Lexicon) -> list[Candidate]:
    """All candidates of a tree, in text order; a decoy that fits best removes its candidate."""
    found: list[Candidate] = []
    for index, sentence in enumerate(tree.annotations.sentences):
        if sentence.boilerplate:
            continue
        readings = _readings(tree, sentence.first, sentence.last, words)
        for head in sorted(readings):
            candidate = _candidate(tree, index, head, readings[head])
            if candidate is not None:
                found.append(candidate)
    return found


def _readings(tree: Tree, first: int, last: int, words: Lexicon) -> dict[int, list[Option]]:
    """Head token → readings, over one sentence."""
    by_head: dict[int, list[Option]] = {}
    for i in range(first, last):
        token = tree.tokens[i]
        if token.lemma in words.heads:
            for option in _head_options(tree, i, words.heads[token.lemma]):
                by_head.setdefault(i, []).append(option)
        for key in {token.lemma, token.text.lower()} & words.phrases.keys():
            for head, option in _phrase_options(tree, i, last, words.phrases[key]):
                by_head.setdefault(head, []).append(option)
    return by_head


def _candidate(tree: Tree, sentence: int, head: int, options: list[Option]) -> Candidate | None:
    ranked = sorted(options, key=_rank, reverse=True)
    if ranked[0].event_type == NONE:
        return None
    kept: dict[str, Option] = {}
    for option in ranked:
        if option.event_type == NONE:
            break
        kept.setdefault(option.event_type, option)
    first, last = _span(head, next(iter(kept.values())).matched)
    return Candidate(
        sentence=sentence,
        head=head,
        first=first,
        last=last,
        start=tree.tokens[first].start,
        end=tree.tokens[last - 1].end,
        options=tuple(kept.values()),
    )


def _rank(option: Option) -> float:
    """Entries that ask for more companions come first; among like ones the more reliable."""
    prior = option.trigger.prior
    return option.trigger.specificity + _PRIOR_WEIGHT * math.log(prior / (1.0 - prior))


def _span(head: int, matched: tuple[int, ...]) -> tuple[int, int]:
    """The token range over head and matched words, unless that is long: then the head alone."""
    first, last = min((head, *matched)), max((head, *matched)) + 1
    return (first, last) if last - first <= _LONGEST_TRIGGER else (head, head + 1)


def _head_options(tree: Tree, i: int, entries: Iterable[Trigger]) -> Iterator[Option]:
    token = tree.tokens[i]
    part = _part(tree, token)
    if part is None:
        return
    for entry in entries:
        if entry.part is part:
            matched = _fit(tree, i, part, entry.constraints)
            if matched is not None:
                yield Option(trigger=entry, matched=matched)


def _part(tree: Tree, token: Token) -> Part | None:
    """Which kind of head the token can be; modifiers of other nouns are none."""
    if token.pos in {"VERB", "AUX"}:
        return None if token.dep in {"amod", "compound", "aux", "auxpass"} else Part.VERB
    if token.pos in _NOUN_TAGS:
        if token.dep in CLAUSES and tree.child(token.i, "nsubj", "nsubjpass", "aux") is not None:
            if tree.child(token.i, "ccomp", "dobj") is not None or tree.child(token.i, "det", "amod", "poss") is None:
                return Part.VERB
        return None if token.dep in {"compound", "nmod"} else Part.NOUN
    if token.pos == "ADJ":
        return None if token.dep == "amod" else Part.ADJECTIVE
    return None


def _fit(tree: Tree, i: int, part: Part, constraints: tuple[Constraint, ...]) -> tuple[int, ...] | None:
    """The tokens that meet the constraints, or None when one of them is not met."""
    matched: list[int] = []
    for constraint in constraints:
        hits = list(_meets(tree, i, part, constraint))
        if bool(hits) is constraint.refused:
            return None
        if (
            hits
            and constraint.need in _WORDS_OF_TRIGGER
            and not (constraint.need is Need.MODIFIER and tree.tokens[hits[0]].text[:1].isupper())
        ):
            matched.extend(hits[:1])
    return tuple(matched)


def _meets(tree: Tree, i: int, part: Part, constraint: Constraint) -> Iterator[int]:
    """Tokens that meet one constraint, the nearest first."""
    tokens = tree.tokens
    match constraint.need:
        case Need.PARTICLE:
            yield from _particles(tree, i, part, constraint.lemmas)
        case Need.OBJECT:
            for noun in tree.object_like(i) if part is not Part.NOUN else ():
                yield from _in_phrase(tree, noun, constraint.lemmas)
        case Need.PREPOSITION:
            heads = (i, *tree.having(i, "dobj", "nsubjpass")) if part is Part.VERB else (i,)
            for head in heads:
                for noun in tree.prepositional(head, constraint.word):
                    yield from _in_phrase(tree, noun, constraint.lemmas)
        case Need.INFINITIVE:
            for c in tree.children[i]:
                token = tokens[c]
                deps = {"xcomp", "acl"} if part is not Part.VERB else {"xcomp", "ccomp", "advcl"}
                if token.dep in deps and _is_infinitive(tree, token):
                    if not constraint.lemmas or token.lemma in constraint.lemmas:
                        yield c
        case Need.CLAUSE:
            deps = {"ccomp", "acl"} if part is Part.NOUN else {"ccomp"}
            yield from (c for c in tree.children[i] if tokens[c].dep in deps)
        case Need.SUBJECT:
            subject = _acting(tree, i, part)
            if subject is not None and not constraint.lemmas.isdisjoint(_words(tree, subject)):
                yield subject
        case Need.MODIFIER:
            for c in tree.children[i]:
                if tokens[c].dep in {"amod", "compound", "nmod", "poss", "nummod"}:
                    if tokens[c].lemma in constraint.lemmas or tokens[c].text.lower() in constraint.lemmas:
                        yield c


def _is_infinitive(tree: Tree, token: Token) -> bool:
    if token.tag == "VBG":
        return token.dep != "advcl"
    return any(tree.tokens[c].tag == "TO" for c in tree.children[token.i])


def _particles(tree: Tree, i: int, part: Part, words: frozenset[str]) -> Iterator[int]:
    tokens = tree.tokens
    for c in tree.children[i]:
        if (
            c > i
            and tokens[c].lemma in words
            and (
                tokens[c].dep in PREPOSITIONS
                or tokens[c].dep in {"advmod", "acomp", "oprd", "mark", "amod", "npadvmod"}
            )
        ):
            yield c
    if part is Part.VERB:
        for noun in tree.having(i, "dobj"):
            yield from (
                c for c in tree.children[noun] if tokens[c].dep == "prep" and tokens[c].lemma in words and c > i
            )
    if i + 1 < len(tokens) and tokens[i + 1].lemma in words and tokens[i + 1].pos in {"ADP", "PART", "ADV", "SCONJ"}:
        yield i + 1


def _in_phrase(tree: Tree, noun: int, lemmas: frozenset[str]) -> Iterator[int]:
    """The noun itself, its conjuncts, what "of" adds to it, or a compound modifier, when among the lemmas."""
    for head in tree.conjuncts(noun):
        token = tree.tokens[head]
        if token.lemma in lemmas or token.text.lower() in lemmas:
            yield head
            continue
        for c in tree.children[head]:
            if tree.tokens[c].dep == "compound" and tree.tokens[c].lemma in lemmas:
                yield head
                break
        else:
            if any(tree.tokens[inner].lemma in lemmas for inner in tree.prepositional(head, "of")):
                yield head


def _words(tree: Tree, noun: int) -> set[str]:
    words = {tree.tokens[noun].lemma, tree.tokens[noun].text.lower()}
    words.update(tree.tokens[inner].lemma for inner in tree.prepositional(noun, "of"))
    for c in tree.children[noun]:
        if tree.tokens[c].dep in {"compound", "conj"}:
            words.add(tree.tokens[c].lemma)
    return words


def _acting(tree: Tree, i: int, part: Part) -> int | None:
    """The noun that acts: subject of a verb (in the passive its agent), owner of a noun."""
    if part is Part.NOUN:
        owner = tree.child(i, "poss", "compound")
        return owner if owner is not None else next(tree.prepositional(i, "by", "of"), None)
    if tree.is_passive(i):
        return next(iter(tree.agents(i)), None)
    return tree.subject(i)


def _phrase_options(tree: Tree, i: int, stop: int, entries: Iterable[Trigger]) -> Iterator[tuple[int, Option]]:
    tokens = tree.tokens
    for entry in entries:
        end = i + len(entry.words)
        if end > stop:
            continue
        if all(word in (tokens[i + k].lemma, tokens[i + k].text.lower()) for k, word in enumerate(entry.words)):
            head = _phrase_head(tree, i, end)
            matched = tuple(range(i, end))
            yield head, Option(trigger=entry, matched=matched)


def _phrase_head(tree: Tree, first: int, last: int) -> int:
    """The token of a range that is governed from outside of it, a verb or noun if there is one."""
    outside = [i for i in range(first, last) if not first <= tree.tokens[i].head < last or tree.tokens[i].head == i]
    for wanted in ({"VERB", "AUX"}, _NOUN_TAGS, {"ADJ"}):
        for i in outside:
            if tree.tokens[i].pos in wanted:
                return i
    return outside[0] if outside else last - 1
