"""Records of arms transfers: deals of a register with their deliveries, and cells of value tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.provenance import Provenance


class TraderKind(StrEnum):
    """What a register's supplier or recipient is."""

    STATE = "state"
    NON_STATE = "non_state"
    ORGANISATION = "organisation"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trader:
    """A supplier or recipient as a register prints it.

    Attributes:
        name: As printed, without the marks behind it ("United Wa State (Myanmar)").
        kind: A state, an armed group, an organisation of states, or unknown.
        code: ISO 3166 alpha-3 of the state; of a state that is no more the code it had ("SUN", "YUG"). None for
            everybody else, so that nothing that goes to a group is counted for the state it lives in.
        within: Code of the state in which a group is, where the register says so.
    """

    name: str
    kind: TraderKind
    code: str | None = None
    within: str | None = None

    @property
    def key(self) -> str:
        """What to group by: the code, else the name."""
        return self.code or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What a register says was delivered under a deal in one year.

    Attributes:
        id: Id of the row, unique among all editions.
        year: Calendar year.
        year_estimated, quantity_estimated: The register's own flags; None where it leaves them empty.
        quantity: Items, or None.
        tiv: Volume in millions of TIV (trend-indicator values, not money); 0 is below half a million, None unsaid.
        spread: The register gives one number for several years, and this is an even part of it.
        line: 1-based line in the file.
    """

    id: str
    year: int
    year_estimated: bool | None
    quantity: float | None
    quantity_estimated: bool | None
    tiv: float | None
    spread: bool = False
    line: int = 0

    @property
    def estimated(self) -> bool:
        """Whether the register flags year or quantity as an estimate."""
        return bool(self.year_estimated or self.quantity_estimated)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmsTransfer:
    """One deal of an arms-transfer register; values in millions of TIV, which are not money.

    Attributes:
        id: Unique among all editions.
        deal: The register's own number, the same in every vintage.
        supplier, recipient: As printed and as resolved.
        designation, description, category: "Su-30MK", "FGA aircraft", "Aircraft".
        order_year, order_estimated: Year of the order and its flag; None where the register leaves it empty.
        quantity_ordered: None where the export does not say.
        status: Condition of the goods ("New", "Second hand").
        tiv_per_unit: TIV of one item when new.
        tiv_per_unit_deal: TIV of one item as delivered under this deal.
        local_production: Built by the recipient under licence.
        comments: The register's remarks.
        deliveries: By year; none that the file does not have.
    """

    id: str
    deal: str
    supplier: Trader
    recipient: Trader
    designation: str
    description: str
    category: str
    order_year: int | None
    order_estimated: bool | None
    quantity_ordered: float | None
    status: str
    tiv_per_unit: float | None
    tiv_per_unit_deal: float | None
    local_production: bool | None
    deliveries: tuple[Delivery, ...]
    provenance: Provenance
    comments: str = ""

    @property
    def tiv_delivered(self) -> float:
        """TIV over all deliveries of the file, in millions."""
        return sum(each.tiv or 0.0 for each in self.deliveries)

    @property
    def delivery_years(self) -> tuple[int, ...]:
        """The years with deliveries, in order."""
        return tuple(sorted({each.year for each in self.deliveries}))


@dataclass(frozen=True, slots=True, kw_only=True)
class TivCell:
    """TIV delivered in one year, in millions; a cell of a value table.

    Attributes:
        supplier, recipient: None stands for all of them: the table's total.
    """

    id: str
    supplier: Trader | None
    recipient: Trader | None
    year: int
    tiv: float
    provenance: Provenance
