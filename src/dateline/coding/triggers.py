"""Candidates: where in a document words stand that can express an act, and which acts."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from dateline.coding.matching import fit, part_of
from dateline.coding.tree import Tree
from dateline.model import Annotations, Token
from dateline.vocab.triggers import NONE, Lexicon, Trigger, lexicon

_LONGEST_TRIGGER = 7
_PRIOR_WEIGHT = 0.5
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
    begins = {first for first, *_ in words.phrases}
    for index, sentence in enumerate(tree.annotations.sentences):
        if sentence.boilerplate:
            continue
        readings = _readings(tree, sentence.first, sentence.last, words, begins)
        for head in sorted(readings):
            candidate = _candidate(tree, index, head, readings[head])
            if candidate is not None:
                found.append(candidate)
    return found


def _readings(tree: Tree, first: int, last: int, words: Lexicon, begins: Set[str]) -> dict[int, list[Option]]:
    """Head token → readings, over one sentence; ``begins`` are the first words of all phrases."""
    by_head: dict[int, list[Option]] = {}
    for i in range(first, last):
        token = tree.tokens[i]
        if token.lemma in words.heads:
            for option in _head_options(tree, i, words.heads[token.lemma]):
                by_head.setdefault(i, []).append(option)
        if i + 1 < last and (token.lemma in begins or token.text.lower() in begins):
            for pair in _pairs(token, tree.tokens[i + 1]):
                for head, option in _phrase_options(tree, i, last, words.phrases.get(pair, ())):
                    by_head.setdefault(head, []).append(option)
    return by_head


def _pairs(one: Token, other: Token) -> Iterable[tuple[str, str]]:
    """Two tokens as lemmas and as written, in every combination, lemmas first."""
    return dict.fromkeys((a, b) for a in (one.lemma, one.text.lower()) for b in (other.lemma, other.text.lower()))


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
    part = part_of(tree, tree.tokens[i])
    for entry in entries if part is not None else ():
        if entry.part is part:
            matched = fit(tree, i, part, entry.constraints)
            if matched is not None:
                yield Option(trigger=entry, matched=matched)


def _phrase_options(tree: Tree, i: int, stop: int, entries: Iterable[Trigger]) -> Iterator[tuple[int, Option]]:
    tokens = tree.tokens
    for entry in entries:
        end = i + len(entry.words)
        if end > stop:
            continue
        if all(word == tokens[i + k].lemma or word == tokens[i + k].text.lower() for k, word in enumerate(entry.words)):
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
