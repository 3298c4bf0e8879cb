"""The words of the arms coder (``vocab/data/coding/en/arms.toml``), by what they tell."""

from __future__ import annotations

from functools import cache

from dateline.vocab.cues import cue_lists

VERBS = ("give", "take", "ask", "arm", "teach", "withhold", "make", "strengthened")
NOUNS = ("handing", "helping", "getting", "settling", "supplier", "customer", "embargo", "asking", "licence")


def words(name: str) -> frozenset[str]:
    """One word list."""
    return cue_lists("arms")[name]


@cache
def triggers() -> frozenset[str]:
    """All lemmas that can express a transfer."""
    return frozenset().union(*(words(name) for name in (*VERBS, *NOUNS)))
