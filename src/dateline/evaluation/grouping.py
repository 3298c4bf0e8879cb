"""How well groups agree with gold groups: B-cubed, pairs, and groups that mix what belongs apart.

B-cubed: Bagga and Baldwin, "Entity-based cross-document coreferencing using the vector space model" (1998): for each
item the share of its group that belongs with it (precision) and the share of what belongs with it that is in its
group (recall), averaged over items.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """Figures of one grouping.

    Attributes:
        p, r: B-cubed precision and recall over the items that have a gold group.
        pairs_p, pairs_r: Precision and recall of pairs of items put together; None for no pair.
        items, distractors: Items with and without a gold group.
        gold, found: Gold groups, and groups found that hold an item of a gold group.
        mixed: Of those found, the ones that hold more than one gold group or a distractor.
        wrongly_joined: Items in mixed groups that are not of the group's commonest gold group.
    """

    p: float
    r: float
    pairs_p: float | None
    pairs_r: float | None
    items: int
    distractors: int
    gold: int
    found: int
    mixed: int
    wrongly_joined: int

    @property
    def f1(self) -> float:
        """Harmonic mean of B-cubed precision and recall."""
        return 2 * self.p * self.r / (self.p + self.r) if self.p + self.r else 0.0

    def to_json(self) -> dict[str, Any]:
        """Rounded figures with stable keys."""
        return {
            "b3": {"p": round(self.p, 3), "r": round(self.r, 3), "f1": round(self.f1, 3)},
            "pairs": {"p": _rounded(self.pairs_p), "r": _rounded(self.pairs_r)},
            "items": self.items,
            "distractors": self.distractors,
            "groups": {"gold": self.gold, "found": self.found, "mixed": self.mixed},
            "wrongly_joined": self.wrongly_joined,
        }

    def __str__(self) -> str:
        pairs = ", ".join("–" if each is None else f"{each:.3f}" for each in (self.pairs_p, self.pairs_r))
        return "\n".join(
            (
                f"items {self.items} in {self.gold} gold groups, {self.distractors} of no group",
                f"B³ P {self.p:.3f} R {self.r:.3f} F1 {self.f1:.3f}   pairs P, R {pairs}",
                f"groups found {self.found}, of these mixed {self.mixed} ({self.wrongly_joined} items joined wrongly)",
            )
        )


def score_groups(gold: Mapping[str, Hashable | None], found: Mapping[str, Hashable]) -> Grouping:
    """Score groups.

    Args:
        gold: Gold group of each item by its id; None for an item that belongs with no other.
        found: The group each of the same items was put into.

    Raises:
        ValueError: there is no item with a gold group.
    """
    groups: defaultdict[Hashable, list[str]] = defaultdict(list)
    for item, label in found.items():
        groups[label].append(item)
    sizes = Counter(label for label in gold.values() if label is not None)
    if not sizes:
        raise ValueError("no item has a gold group")
    parts = [(Counter(gold[item] for item in members), len(members)) for members in groups.values()]
    parts = [(part, size) for part, size in parts if any(label is not None for label in part)]
    squares = [(n, size, sizes[label]) for part, size in parts for label, n in part.items() if label is not None]
    items = sum(sizes.values())
    together = sum(n * (n - 1) for n, _, _ in squares)
    put, belonging = sum(size * (size - 1) for _, size in parts), sum(n * (n - 1) for n in sizes.values())
    return Grouping(
        p=sum(n * n / size for n, size, _ in squares) / items,
        r=sum(n * n / whole for n, _, whole in squares) / items,
        pairs_p=together / put if put else None,
        pairs_r=together / belonging if belonging else None,
        items=items,
        distractors=len(gold) - items,
        gold=len(sizes),
        found=len(parts),
        mixed=sum(len(part) > 1 or part[None] > 1 for part, _ in parts),
        wrongly_joined=sum(size - max(n for label, n in part.items() if label is not None) for part, size in parts),
    )


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)
