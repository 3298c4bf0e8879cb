"""How similar two names are: word by word, with an explained score.

One clearly different word ("Soe Win" and "Soe Htut", "Nikolai" and "Dmitry Patrushev") outweighs the words that agree.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import DamerauLevenshtein

#: From here on two names are taken for one.
ACCEPT = 0.85
#: From here on a candidate is worth showing.
REVIEW = 0.65

_SKELETON = (
    (re.compile(r"(.)\1+"), r"\1"),
    (re.compile(r"^h(?=[klmnpt])|(?<=in)e$"), ""),
    (re.compile(r"kh|gh|q|ck|c(?=[aoukrl])"), "k"),
    (re.compile(r"sch|sh|tch|ch|dj|zh|j"), "j"),
    (re.compile(r"ph|v|w"), "f"),
    (re.compile(r"ou|oo|u"), "u"),
    (re.compile(r"eo|eu(?=n)|yu"), "u"),
    (re.compile(r"[iy]+e?|ee|ei|ey|ai(?=$)"), "i"),
    (re.compile(r"dh|th"), "t"),
    (re.compile(r"[ae]h?"), "e"),
    (re.compile(r"z"), "s"),
    (re.compile(r"h(?=$)"), ""),
)
_PARTICLES = frozenset(
    {"al", "el", "ul", "ad", "as", "an", "bin", "ibn", "ben", "abu", "de", "da", "van", "von", "the", "of"}
)
_GENERIC = frozenset({"party", "army", "front", "group", "national", "union", "council", "ministry", "people", "s"})


@dataclass(frozen=True, slots=True)
class WordPair:
    """A word of the shorter name and the most similar one of the longer; ``score`` as :func:`word_score`."""

    short: str
    long: str
    score: float


def pair_words(left: str, right: str) -> tuple[list[WordPair], list[str]]:
    """The words of two folded names matched one to one, and those of the longer name that are left over."""
    short, long = sorted((name_words(left), name_words(right)), key=len)
    free = list(long)
    pairs = []
    for word in short:
        best = max(free, key=lambda other: word_score(word, other))
        free.remove(best)
        pairs.append(WordPair(word, best, word_score(word, best)))
    return pairs, free


def compare(left: str, right: str) -> tuple[float, str]:
    """Score two folded names word by word, 1 = the same; with the reason.

    Each word of the shorter name is matched to its most similar word in the longer one. The result is the mean,
    less a share for words left over; a first or last word left over caps it below :data:`ACCEPT` ("Abdul Hamid" is
    not "Abdul Hamid Dbeibah"), a word that fits nothing below :data:`REVIEW`.
    """
    pairs, free = pair_words(left, right)
    if not pairs:
        return 0.0, "nothing to compare"
    if len(pairs) == 1 and len(pairs[0].short) < 8:
        return 0.0, "one short word is not compared"
    scores = [pair.score for pair in pairs]
    total = sum(scores) / len(scores) - 0.12 * len([word for word in free if len(word) > 1])
    if min(scores) < 0.7:
        total = min(total, REVIEW - 0.01)
    if free and (len(pairs) == 1 or _misses_end(left, right, free)):
        total = min(total, ACCEPT - 0.05)
    told = ", ".join(f"{pair.short}~{pair.long} {pair.score:.2f}" for pair in pairs)
    left_over = f"; left over: {', '.join(free)}" if free else ""
    return max(0.0, total), told + left_over


def _misses_end(left: str, right: str, left_over: list[str]) -> bool:
    """Whether the first or the last word of the longer name is left over."""
    longer = max(name_words(left), name_words(right), key=len)
    return any(len(word) > 1 and word in (longer[0], longer[-1]) for word in left_over)


def word_score(left: str, right: str) -> float:
    """Similarity of two folded words: equal, initial, same skeleton after transcription, or few typing errors."""
    if left == right:
        return 1.0
    if 1 in (len(left), len(right)):
        return 0.92 if left[0] == right[0] else 0.0
    same = skeleton(left) == skeleton(right)
    if min(len(left), len(right)) <= 3:
        return 0.9 if same else 0.0
    if same:
        return 0.97
    likeness = DamerauLevenshtein.normalized_similarity(left, right)
    errors = DamerauLevenshtein.distance(left, right)
    allowed = 1 if max(len(left), len(right)) < 8 else 2
    if left in _GENERIC or right in _GENERIC or errors > allowed or left[0] != right[0]:
        return min(likeness, 0.69)
    return likeness


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """What is left of a word when the choices of transcription are taken away ("hussein", "husayn")."""
    for pattern, plain in _SKELETON:
        word = pattern.sub(plain, word)
    return word


def name_words(folded: str) -> list[str]:
    """The words of a folded name, without particles where there are others."""
    return [word for word in folded.split(" ") if word not in _PARTICLES] or folded.split(" ")
