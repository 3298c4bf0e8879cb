"""What is asked of transfers of arms, and the answer edition by edition."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.query.asking.trade_editions import TradeEdition
from dateline.query.shares import ShareTable
from dateline.query.traded import Asked, By, Measure


class Recorded(StrEnum):
    """What an edition says of a window."""

    RECORDED = "recorded"
    NONE = "no_deliveries_recorded"
    NOT_IN_VINTAGE = "not_in_this_vintage"
    NO_ROW = "no_row_of_this_state"


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyTerms:
    """How the question is meant.

    Attributes:
        first, last: The window; by default five years that end where the newest edition ends.
        by: Whether years are of delivery or of order.
        measure: TIV, which are not money, or the number of deals.
        estimated: False leaves out rows that the register flags as estimates.
        without: Ids of rows to leave out.
        vintage: Only this edition.
    """

    first: int | None = None
    last: int | None = None
    by: By = By.DELIVERY
    measure: Measure = Measure.TIV
    estimated: bool = True
    without: tuple[str, ...] = ()
    vintage: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionSupply:
    """What one edition says.

    Attributes:
        edition: The edition, with the years that its files reach.
        table: Shares and ranks; None where ``recorded`` is NO_ROW.
        recorded: Whether there are deliveries in the window, and if not, why not.
        years_without: Years of the window that it reaches, and in which it has no delivery.
        years_not_in_vintage: Years of the window that it does not reach.
        notes: What limits the answer.
    """

    edition: TradeEdition
    table: ShareTable | None
    recorded: Recorded
    years_without: tuple[int, ...] = ()
    years_not_in_vintage: tuple[int, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SupplyAnswer:
    """Partners of a state in one window, edition by edition.

    Attributes:
        of, name: Code and name of the state; the printed name twice for a group.
        suppliers: True: who supplied it; False: whom it supplied.
        asked: The window, and what is added up.
        editions: The newest first, registers before value tables.
        apart: The same for armed groups in the state; they never count for the state.
        left_out: Editions that cannot answer the question, with the reason.
    """

    of: str
    name: str
    suppliers: bool
    asked: Asked
    editions: tuple[EditionSupply, ...]
    apart: tuple[SupplyAnswer, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def freshest(self) -> EditionSupply | None:
        """What the newest edition that has rows of the state says."""
        return next((each for each in self.editions if each.table is not None), None)
