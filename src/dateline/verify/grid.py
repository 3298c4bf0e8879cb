"""Grid: windows × editions × year of delivery or order × with or without estimates, each a cut of the deliveries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.verify.deliveries import Delivered, Ledger, by_supplier
from dateline.verify.windows import Grid, Window

DELIVERED = "TIV by year of delivery"
ORDERED = "TIV by year of order"
_FIVE = 4
ALL = "all"
NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The deliveries of one reading.

    Attributes:
        ledger, window: Edition and years.
        measure: DELIVERED or ORDERED.
        estimates: ALL, NONE, or words for the one flagged delivery that is left out.
        rows: The deliveries that count.
        first_choice: By year of delivery, all rows, in the window that the words call for.
    """

    ledger: Ledger
    window: Window
    measure: str
    estimates: str
    rows: tuple[Delivered, ...]
    first_choice: bool

    def total(self) -> float:
        """TIV of all suppliers."""
        return sum(each.tiv for each in self.rows)

    def of(self, suppliers: tuple[str, ...]) -> tuple[Delivered, ...]:
        """The deliveries of some suppliers."""
        return tuple(each for each in self.rows if each.supplier in suppliers)

    def estimated_share(self, suppliers: tuple[str, ...]) -> float | None:
        """Part of the suppliers' TIV that rests on flagged rows; None where rows carry no flags."""
        held = self.of(suppliers)
        if not self.ledger.register or not held:
            return None
        total = sum(each.tiv for each in held)
        return sum(each.tiv for each in held if each.estimated) / total if total else None

    def rank(self, supplier: str) -> int | None:
        """Place among suppliers, unknown ones not ranked; None for one that delivered nothing."""
        ranked = by_supplier(each for each in self.rows if each.ranked)
        mine = ranked.get(supplier, 0.0)
        return 1 + sum(tiv > mine for tiv in ranked.values()) if mine > 0 else None


def cuts(ledgers: tuple[Ledger, ...], grid: Grid, suppliers: tuple[str, ...]) -> Iterator[Cut]:
    """Every reading of the grid that the editions can tell: none beyond their last year, none without deliveries."""
    for ledger in ledgers:
        for window in grid.windows:
            if window.last > ledger.latest:
                continue
            yield from _estimates(ledger, window, DELIVERED, suppliers)
            if ledger.register and _sums(window, grid):
                yield from _estimates(ledger, window, ORDERED, suppliers)


def _estimates(ledger: Ledger, window: Window, measure: str, suppliers: tuple[str, ...]) -> Iterator[Cut]:
    held = tuple(each for each in ledger.rows if _in(each, window, measure))
    if not sum(each.tiv for each in held):
        return
    first = window.first_choice and measure == DELIVERED
    yield Cut(ledger=ledger, window=window, measure=measure, estimates=ALL, rows=held, first_choice=first)
    flagged = [each for each in held if each.estimated]
    if not flagged or not ledger.register or measure == ORDERED or window.last - window.first > _FIVE:
        return
    sure = tuple(each for each in held if not each.estimated)
    if sum(each.tiv for each in sure):
        yield Cut(ledger=ledger, window=window, measure=measure, estimates=NONE, rows=sure, first_choice=False)
    theirs = [each for each in flagged if each.supplier in suppliers]
    if theirs:
        largest = max(theirs, key=lambda each: (each.tiv, each.year))
        rest = tuple(each for each in held if each is not largest)
        told = f"without one flagged delivery ({largest.row.says})"
        yield Cut(ledger=ledger, window=window, measure=measure, estimates=told, rows=rest, first_choice=False)


def _sums(window: Window, grid: Grid) -> bool:
    """Whether orders are summed over the window: five years, or what the report tells; single years have few orders."""
    return bool(grid.told) or window.last - window.first == _FIVE


def _in(row: Delivered, window: Window, measure: str) -> bool:
    year = row.year if measure == DELIVERED else row.ordered
    return year is not None and window.first <= year <= window.last
