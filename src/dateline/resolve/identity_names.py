"""How alike the names of two entities are, in words a person can check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import DamerauLevenshtein

from dateline.resolve.actor_similarity import REVIEW, WordPair, compare, pair_words, skeleton
from dateline.vocab.fold import key


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLikeness:
    """The best likeness of any name of one entity with any of another.

    Attributes:
        score: As :func:`dateline.resolve.actor_similarity.compare` gives it.
        reason: The two names and how each word fits.
        same: Both folded names are equal.
        contained: All words of one name are words of the other, which has more.
        longer: One of the names has words of more than a letter that the other has not.
        short_form: One of the names is a single word and the other is longer.
        initial: Only an initial stands for one of the words.
    """

    score: float
    reason: str
    same: bool
    contained: bool
    longer: bool
    short_form: bool
    initial: bool


def like_names(left: Sequence[str], right: Sequence[str]) -> NameLikeness:
    """Compare all names of two entities and explain the best pair; of equals the first."""
    pairs = [(one, other) for one in left for other in right]
    one, other = max(pairs, key=lambda pair: _score(*pair))
    folded = key(one), key(other)
    pairs_of_words, left_over = pair_words(*folded)
    same = folded[0] == folded[1]
    told = ["the same words"] if same else [*map(_how, pairs_of_words), *_over(left_over)]
    return NameLikeness(
        score=_score(one, other),
        reason=f"{one!r} and {other!r}: {', '.join(told)}",
        same=same,
        contained=not same and bool(left_over) and all(pair.short == pair.long for pair in pairs_of_words),
        longer=not same and _has_word(left_over),
        short_form=len(pairs_of_words) == 1 and bool(left_over),
        initial=any(map(_is_initial, pairs_of_words)),
    )


def _score(one: str, other: str) -> float:
    """The score of two names; an initial may not stand for a word while another word is left over."""
    left, right = key(one), key(other)
    if left == right:
        return 1.0
    score, _ = compare(left, right)
    if score < REVIEW:
        return score
    pairs, left_over = pair_words(left, right)
    crossed = _has_word(left_over) and any(map(_is_initial, pairs))
    return min(score, REVIEW - 0.01) if crossed else score


def _is_initial(pair: WordPair) -> bool:
    return len(pair.short) != len(pair.long) and 1 in (len(pair.short), len(pair.long))


def _has_word(words: Sequence[str]) -> bool:
    return any(len(word) > 1 for word in words)


def _how(pair: WordPair) -> str:
    short, long = pair.short, pair.long
    if short == long:
        return f"{short!r} in both"
    if _is_initial(pair):
        initial, word = sorted((short, long), key=len)
        return f"{initial!r} may be the initial of {word!r}" if word.startswith(initial) else _unlike(pair)
    if skeleton(short) == skeleton(long):
        return f"{short!r} and {long!r} may transcribe one spelling"
    if pair.score >= 0.7:
        errors = DamerauLevenshtein.distance(short, long)
        return f"{short!r} is {errors} typing error{'s' if errors > 1 else ''} from {long!r}"
    return _unlike(pair)


def _unlike(pair: WordPair) -> str:
    return f"{pair.short!r} is unlike {pair.long!r}"


def _over(words: Sequence[str]) -> Iterator[str]:
    if words:
        yield f"only one has {', '.join(map(repr, words))}"
