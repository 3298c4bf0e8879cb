"""Reasons: the features that decided a ranking, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

_SHOWN = 3
_WORDS = (
    ("rule actor", "the rules find it acting"),
    ("rule recipient", "the rules find it undergoing"),
    ("no actor", "the rules find nobody acting"),
    ("no recipient", "the rules find nobody undergoing"),
    ("other than actor", "another one acts by the rules"),
    ("other than recipient", "another one undergoes by the rules"),
    ("like actor", "the same party acts by the rules"),
    ("like recipient", "the same party undergoes by the rules"),
    ("down", "by how it hangs under or over the words of the act"),
    ("up", "by how it hangs under or over the words of the act"),
    ("child", "it belongs directly to the words of the act"),
    ("last", "by its own place in the clause"),
    ("dep", "by its own place in the clause"),
    ("clauses", "by the clauses between it and the act"),
    ("climb", "by the clauses between it and the act"),
    ("sink", "by the clauses between it and the act"),
    ("prep", "by the preposition before it"),
    ("side", "by standing before or after the act"),
    ("before", "by its distance before the act"),
    ("after", "by its distance after the act"),
    ("speaker", "the words are said by it"),
    ("in quote", "it stands inside the quoted words"),
    ("rank", "it is a state that the report speaks of much or little"),
    ("share", "by how often the report speaks of it"),
    ("in title", "the title names it"),
    ("sort", "by the kind of name or noun it is"),
    ("strength", "by the kind of name or noun it is"),
    ("pronoun", "by the kind of name or noun it is"),
    ("sector", "by its sector"),
    ("country", "by whether its country is known"),
    ("heard", "by how the network reads it beside the words of the act"),
    ("told", "by its part in other acts of the report"),
    ("far told", "by its part in other acts of the report"),
    ("noun", "by the kind of name or noun it is"),
    ("far", "another sentence names it"),
    ("gap", "another sentence names it"),
    ("acts", "by how likely it acts itself"),
    ("party acts", "by how likely it acts itself"),
    ("beside actor", "another party acts"),
    ("actor unknown", "nobody else is known to act"),
    ("actor", "it acts itself"),
    ("as actor", "it belongs to the party that acts"),
)


def reason(names: Sequence[str], weights: Mapping[str, float], share: float) -> str:
    """One sentence: how likely the choice is, and the features that speak for it most."""
    by_words: dict[str, float] = {}
    for name in names:
        weight = weights.get(name)
        if weight:
            words = _words(name)
            by_words[words] = by_words.get(words, 0.0) + weight
    by_words.pop("", None)
    best = sorted((words for words in by_words if by_words[words] > 0), key=lambda words: -by_words[words])[:_SHOWN]
    return f"likeliest by learned weights, {share:.2f}" + (f": {'; '.join(best)}" if best else "")


@cache
def _words(name: str) -> str:
    """What a feature says, or ""."""
    plain = name.split(": ", 1)[-1]
    return next((words for start, words in _WORDS if plain == start or plain.startswith(f"{start} ")), "")
