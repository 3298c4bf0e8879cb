"""Says to which class of arms the words for an item belong."""

from __future__ import annotations

import re

from dateline.vocab.item_classes import ItemKind, item_classes
from dateline.vocab.item_matching import ItemEvidence, ItemMatch, find_items

#: What parts an item from what it is for, and one item from the next.
_PURPOSE = re.compile(r" (?:for|to|with) ", re.IGNORECASE)
_NEXT = re.compile(r"[,;]\s*| (?:and|or|plus|including|as well as) ", re.IGNORECASE)


def classify_item(words: str) -> ItemMatch | None:
    """The class of an item, given the words for it ("two MiG-29 fighter jets", "spare parts for tanks").

    Of several items the first that says what it is decides; within one, a part ("engines") behind a system
    ("MiG-29") decides over it, a designation over a cue, and the last word over earlier ones.
    """
    generic: ItemMatch | None = None
    for start, end in _items_within(words):
        match = _decisive(find_items(words, weak=True, start=start, end=end))
        if match is not None and item_classes()[match.item_class].kind is not ItemKind.GENERIC:
            return match
        generic = generic or match
    return generic


def _items_within(words: str) -> list[tuple[int, int]]:
    """The stretches that each name one item, heads before purposes ("engines" before "for helicopters")."""
    stretches: list[tuple[int, int]] = []
    tails: list[tuple[int, int]] = []
    start = 0
    for end, following in [*((cut.start(), cut.end()) for cut in _NEXT.finditer(words)), (len(words), len(words))]:
        purpose = _PURPOSE.search(words, start, end)
        stretches.append((start, purpose.start() if purpose else end))
        if purpose:
            tails.append((purpose.end(), end))
        start = following
    return stretches + tails


def _decisive(matches: tuple[ItemMatch, ...]) -> ItemMatch | None:
    """The match that says what one item is."""
    kinds = item_classes()
    systems = [match for match in matches if kinds[match.item_class].kind is ItemKind.SYSTEM]
    parts = [match for match in matches if kinds[match.item_class].kind is ItemKind.PART]
    if parts and (not systems or parts[-1].start > systems[-1].start):
        return parts[-1]
    named = [match for match in systems if match.by is not ItemEvidence.CUE]
    candidates = named or systems or list(matches)
    return candidates[-1] if candidates else None
