"""Hints: which rules of the claim coder a sentence is worth; set tests on its tokens, far cheaper than the rules."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.coding.claims.found import words
from dateline.coding.view import View
from dateline.model import Sentence

_DIGIT = re.compile(r"[0-9]")


@dataclass(frozen=True, slots=True)
class Hints:
    """What a sentence may hold.

    Attributes:
        numbers: A figure.
        votes: A vote tally.
        fractions: A share in words, or a majority.
        ranks: A superlative or ordinal.
        suppliers: A rank among suppliers or buyers.
    """

    numbers: bool
    votes: bool
    fractions: bool
    ranks: bool
    suppliers: bool


def hints(view: View, sentence: Sentence) -> Hints:
    """The hints of a sentence."""
    tokens = view.sentence_tokens(sentence)
    lemmas = {token.lemma for token in tokens}
    tags = {token.tag for token in tokens}
    numbers = "CD" in tags or not lemmas.isdisjoint(words("number_words"))
    numbers = numbers or _DIGIT.search(view.text, sentence.start, sentence.end) is not None
    superlative = not tags.isdisjoint(("JJS", "RBS"))
    return Hints(
        numbers=numbers,
        votes=not lemmas.isdisjoint(words("vote_words")) and (numbers or not lemmas.isdisjoint(words("vote_alone"))),
        fractions=not lemmas.isdisjoint(words("fraction_words")),
        ranks=superlative or not lemmas.isdisjoint(words("rank_words")),
        suppliers=not lemmas.isdisjoint(words("suppliers")),
    )
