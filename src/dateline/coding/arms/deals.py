"""Deals: what a verb or noun says about a transfer, as token indices, before it becomes a frame."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.arms.items import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Deal:
    """A transfer as one trigger tells it.

    Attributes:
        head: The trigger's main word.
        first, last: Half-open token range of the trigger's words.
        kind: Word list the trigger came from ("give", "handing" …).
        suppliers, recipients: Head nouns of the two sides.
        item: What is transferred, or None.
        certainty: How much the pattern alone is worth.
        above: Verbs and nouns above the trigger that tell how far the transfer has got, nearest first.
    """

    head: int
    first: int
    last: int
    kind: str
    suppliers: tuple[int, ...] = ()
    recipients: tuple[int, ...] = ()
    item: Item | None = None
    certainty: float = 0.6
    above: tuple[int, ...] = ()
