"""The arms frame: who supplies what to whom, which PLOVER itself does not have."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model.because import Because
from dateline.model.dates import ImpreciseDate
from dateline.model.parties import Party
from dateline.model.spans import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmsFrame:
    """One statement that a party supplies, sells, orders, offers or withholds arms.

    Attributes:
        trigger: The words that express the transfer ("sold", "an S-400 deal").
        supplier, recipient: The two sides; None when the text leaves one unsaid.
        item: The words naming what is transferred, or None.
        item_class: Class of the item (``dateline vocab item_classes``), or None.
        quantity, value: The words giving number and price, or None.
        amount: The price as a number of ``currency`` units (3e9 for "$3 billion"), or None.
        currency: ISO 4217 code, or None.
        status: One of ``dateline vocab arms_status``.
        when: Date of the transfer or order as far as it is told.
        when_words: The words that date it, or None when the date follows from something else.
        modality: As for mentions.
        attributed_to: Who claims it, or None.
        certainty: Between 0 and 1.
    """

    trigger: Evidence
    supplier: Party | None
    recipient: Party | None
    item: Evidence | None
    item_class: str | None
    quantity: Evidence | None
    value: Evidence | None
    amount: float | None
    currency: str | None
    status: str
    when: ImpreciseDate | None = None
    modality: str = "asserted"
    attributed_to: Evidence | None = None
    certainty: float = 0.5
    because: tuple[Because, ...] = ()
    when_words: Evidence | None = None

    def evidence(self) -> Iterator[tuple[str, Evidence]]:
        """Every quote of the frame with its role, prefixed ``arms.``."""
        yield "arms.trigger", self.trigger
        for role, party in (("arms.supplier", self.supplier), ("arms.recipient", self.recipient)):
            if party is not None and party.evidence is not None:
                yield role, party.evidence
        for role, words in (
            ("arms.item", self.item),
            ("arms.quantity", self.quantity),
            ("arms.value", self.value),
            ("arms.when", self.when_words),
        ):
            if words is not None:
                yield role, words
