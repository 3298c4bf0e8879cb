"""The terms by which articles are told apart: words, names counted more than other words, and pairs of names."""

from __future__ import annotations

import re
from collections import Counter

from dateline.vocab.fold import fold

_WORD = re.compile(r"[^\W\d_][\w'’-]*|\d[\d.,]*\d|\d", re.UNICODE)

#: How often a capitalised word or a number counts. Who, where and how many tell stories apart better than what.
NAME_WEIGHT = 4


def terms(text: str) -> Counter[str]:
    """Terms of a text with their counts.

    Words are folded (case, accents) and lose a possessive and a plural "s"; a capitalised word or a
    number counts :data:`NAME_WEIGHT` times; two of these in a row count as one more term.
    """
    counts: Counter[str] = Counter()
    before: str | None = None
    end = 0
    for match in _WORD.finditer(text):
        printed = match.group()
        word = _stem(printed)
        named = printed[0].isupper() or printed[0].isdigit()
        counts[word] += NAME_WEIGHT if named else 1
        if named and before is not None and text[end : match.start()].isspace():
            counts[f"{before} {word}"] += 1
        before, end = (word if named else None), match.end()
    return counts


def _stem(printed: str) -> str:
    word = fold(printed)
    for ending in ("'s", "’s"):
        word = word.removesuffix(ending)
    return word[:-1] if len(word) > 4 and word.endswith("s") else word  # "his" and "was" stay
