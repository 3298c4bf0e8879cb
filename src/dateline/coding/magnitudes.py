"""Magnitudes: the counts that belong to an act ("killed 12 soldiers", "$3 billion in aid")."""

from __future__ import annotations

import re

from dateline.coding.tree import Tree
from dateline.model import Evidence, Magnitude

_WORDS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
    "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_CURRENCIES = {
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "us$": "USD",
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
}
_NUMBER = re.compile(r"^\d{1,3}(?:,\d{3})+(?:\.\d+)?$|^\d+(?:\.\d+)?$")
_TIME_NOUNS = frozenset(
    {"year", "month", "week", "day", "hour", "minute", "time", "monday", "p.m.", "a.m.", "am", "pm", "percent", "%"}
)


def magnitudes_of(text: str, tree: Tree, head: int) -> tuple[Magnitude, ...]:
    """Counts among the dependents of a trigger that stand in no clause of their own; dates are no counts."""
    found: list[Magnitude] = []
    queue = [head]
    while queue:
        at = queue.pop(0)
        for c in tree.children[at]:
            token = tree.tokens[c]
            if token.pos == "NUM" and token.dep in {"nummod", "dobj", "pobj", "nsubjpass", "nsubj", "npadvmod"}:
                magnitude = _magnitude(text, tree, c)
                if magnitude is not None:
                    found.append(magnitude)
            elif token.dep not in {"ccomp", "relcl", "advcl", "conj", "parataxis", "acl", "punct"}:
                queue.append(c)
    return tuple(found)


def _magnitude(text: str, tree: Tree, i: int) -> Magnitude | None:
    """The count at number token ``i`` with what it counts."""
    tokens = tree.tokens
    parts = [*(c for c in tree.children[i] if c < i and tokens[c].dep in {"compound", "nummod"}), i]
    quantity = _quantity([tokens[part].text for part in parts])
    if quantity is None:
        return None
    sign = next((tokens[c].text.lower() for c in tree.children[i] if tokens[c].text.lower() in _CURRENCIES), None)
    noun = tokens[i].head if tokens[i].dep == "nummod" else None
    if noun is not None and (tokens[noun].lemma in _TIME_NOUNS or tokens[noun].pos not in {"NOUN", "PROPN", "SYM"}):
        return None
    if noun is None and sign is None:
        return None
    if noun is None and 1500 <= quantity <= 2100 and len(parts) == 1:
        return None
    last = max(i, noun) if noun is not None and noun - i <= 4 else i
    first = min((*parts, *(c for c in tree.children[i] if tokens[c].text.lower() in _CURRENCIES)))
    unit = _CURRENCIES[sign] if sign else _CURRENCIES.get(tokens[noun].lemma) if noun is not None else None
    what = "money" if unit else (tokens[noun].text if noun is not None else "")
    evidence = Evidence.of(text, tokens[first].start, tokens[last].end)
    return Magnitude(evidence=evidence, quantity=quantity, what=what, unit=unit)


def _quantity(words: list[str]) -> float | None:
    """The number that words such as "3", "billion" or "twenty" make together."""
    total = 1.0
    seen = False
    for word in words:
        low = word.lower()
        if _NUMBER.match(low):
            total *= float(low.replace(",", ""))
        elif low in _SCALES:
            total *= _SCALES[low]
        elif low in _WORDS:
            total *= _WORDS[low]
        elif "-" in low and all(piece in _WORDS for piece in low.split("-")):
            total *= sum(_WORDS[piece] for piece in low.split("-"))
        else:
            return None
        seen = True
    return total if seen else None
