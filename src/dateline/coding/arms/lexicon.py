"""The words of the arms coder (``vocab/data/coding/en/arms.toml``), by what they tell."""

from __future__ import annotations

from functools import cache

from dateline.vocab.cues import cue_lists
from dateline.vocab.item_classes import item_cues

VERBS = ("give", "take", "ask", "arm", "teach", "withhold", "make", "strengthened")
NOUNS = ("handing", "helping", "getting", "settling", "supplier", "customer", "embargo", "asking", "licence")


def words(name: str) -> frozenset[str]:
    """One word list."""
    return cue_lists("arms")[name]


@cache
def triggers() -> frozenset[str]:
    """All lemmas that can express a transfer."""
    return frozenset().union(*(words(name) for name in (*VERBS, *NOUNS)))


@cache
def openers() -> frozenset[str]:
    """Lemmas of which a sentence holds one if it speaks of arms: first words of items, and words of war."""
    firsts = {phrase.split()[0] for phrase in item_cues() if phrase}
    singular = {word.removesuffix("s") for word in firsts if len(word) > len("gas")}
    return frozenset(firsts | singular).union(*(words(name) for name in ("warlike", "arm", "teach", "martial")))


@cache
def itemless() -> frozenset[str]:
    """Lemmas that can tell a transfer although no item is named."""
    return words("arm") | words("teach") | words("martial") | words("embargo")
