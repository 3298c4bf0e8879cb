"""Quantities and prices of a transfer."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.coding.arms.deals import Deal
from dateline.coding.arms.items import Item
from dateline.coding.view import View
from dateline.model import Evidence
from dateline.text.figures import Figure, find_figures

_CURRENCY_CODE = 3
_REACH = 16


def figures_of(view: View, deal: Deal) -> Sequence[Figure]:
    """The figures of the sentence of a transfer."""
    sentence = view.annotations.sentences[view.tokens[deal.head].sentence]
    return find_figures(view.text, sentence.start, sentence.end)


def price_of(view: View, deal: Deal, figures: Sequence[Figure]) -> Figure | None:
    """The sum of money that stands nearest to the trigger or its item."""
    anchors = [deal.head, *((deal.item.head,) if deal.item is not None else ())]
    best: tuple[int, Figure] | None = None
    for figure in figures:
        if len(figure.unit) != _CURRENCY_CODE:
            continue
        at = view.at(figure.number)
        distance = min(abs(at - anchor) for anchor in anchors)
        if distance <= _REACH and (best is None or distance < best[0]):
            best = (distance, figure)
    return best[1] if best is not None else None


def quantity_of(view: View, item: Item, figures: Sequence[Figure]) -> Evidence | None:
    """The number of items: the figure in their phrase, or "a large amount of"."""
    tokens, tree = view.tokens, view.tree
    first, _ = tree.phrase(item.head)
    for figure in figures:
        at = view.at(figure.number)
        if not figure.unit and first - 1 <= at <= item.first and not figure.joined:
            return Evidence.of(view.text, figure.start, figure.end)
    above = tokens[tokens[item.head].head]
    if tokens[item.head].dep == "pobj" and above.lemma == "of":
        amount = above.head
        if tokens[amount].lemma in {
            "amount",
            "number",
            "quantity",
            "batch",
            "consignment",
            "shipment",
            "ton",
            "tonne",
            "round",
        }:
            begin, _ = tree.phrase(amount)
            return view.evidence(begin, amount + 1)
    return None
