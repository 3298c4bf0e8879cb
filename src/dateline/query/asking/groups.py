"""Armed groups that a register keeps apart from the states they live in: their printed names, and those states."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.model.reference import ArmsTransfer, TraderKind
from dateline.query.asking.trade_editions import TradeEdition
from dateline.query.reference import ReferenceReader

#: How the readers of registers begin the remark that lists them.
_APART = "kept apart from states: "


def groups(reader: ReferenceReader, editions: Sequence[TradeEdition]) -> dict[str, str | None]:
    """Groups that received arms, by printed name, with the code of their state where the register says it.

    Remarks of the editions name them; where one of these names is not as printed (it holds a comma), all deals are
    read.
    """
    found: dict[str, str | None] = {}
    for name in dict.fromkeys(_named(editions)):
        deals = reader.transfers(recipient=name)
        if not deals and not reader.transfers(supplier=name):
            return dict(_groups(reader.transfers()))
        found.update(_groups(deals))
    return found


def _named(editions: Sequence[TradeEdition]) -> Iterator[str]:
    for note in dict.fromkeys(note for each in editions for note in each.notes):
        if note.startswith(_APART):
            yield from note.removeprefix(_APART).split(", ")


def _groups(deals: Sequence[ArmsTransfer]) -> Iterator[tuple[str, str | None]]:
    for deal in deals:
        if deal.recipient.kind is TraderKind.NON_STATE:
            yield deal.recipient.name, deal.recipient.within
