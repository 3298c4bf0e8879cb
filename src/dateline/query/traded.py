"""What was traded, row by row, and what each partner's rows come to: sums, shares, ranks, parts that are estimates."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.reference import ArmsTransfer, Provenance, TivCell, Trader, TraderKind

__all__ = ["Asked", "By", "Measure", "Share", "Traded", "estimated_part", "in_window", "parts", "traded"]


class By(StrEnum):
    """Which year of a deal must lie in the window."""

    DELIVERY = "delivery"
    ORDER = "order"


class Measure(StrEnum):
    """What is added up."""

    TIV = "tiv"
    DEALS = "deals"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which rows are added up.

    Attributes:
        first, last: The window, both years included.
        by: Whether years are of delivery or of order.
        measure: TIV, or the number of deals.
        estimated: False leaves out the rows that the register flags.
        without: Ids of rows to leave out.
    """

    first: int
    last: int
    by: By = By.DELIVERY
    measure: Measure = Measure.TIV
    estimated: bool = True
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Traded:
    """One row: what went from one side to the other in one year.

    Attributes:
        partner: The side that is ranked.
        order_year, deal: None in value tables.
        tiv: Millions of TIV.
        estimated: Whether the register flags it; None in value tables, which carry no flags.
        row: Id of the reference row.
    """

    partner: Trader | None
    year: int
    order_year: int | None
    deal: str | None
    tiv: float
    estimated: bool | None
    row: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """One partner's part.

    Attributes:
        partner: Code of the state, or printed name.
        tiv: Millions of TIV in the window.
        deals: Number of deals; None in value tables.
        share: Fraction of the total, between 0 and 1.
        rank: 1 is the largest, equals share a rank; None for unknown suppliers.
        estimated_share: Fraction of this partner's part that rests on flagged rows; None in value tables.
        rows: Ids of the reference rows, by year.
    """

    partner: str
    name: str
    tiv: float
    deals: int | None
    share: float
    rank: int | None
    estimated_share: float | None
    rows: tuple[str, ...]


def traded(deals: Iterable[ArmsTransfer], cells: Iterable[TivCell], *, recipients: bool = False) -> Iterator[Traded]:
    """Deliveries and cells as rows of one kind; the partner is the supplier, or the recipient."""
    for deal in deals:
        for each in deal.deliveries:
            yield Traded(
                partner=deal.recipient if recipients else deal.supplier,
                year=each.year,
                order_year=deal.order_year,
                deal=deal.deal,
                tiv=each.tiv or 0.0,
                estimated=each.estimated,
                row=each.id,
                provenance=deal.provenance,
            )
    for cell in cells:
        yield Traded(
            partner=cell.recipient if recipients else cell.supplier,
            year=cell.year,
            order_year=None,
            deal=None,
            tiv=cell.tiv,
            estimated=None,
            row=cell.id,
            provenance=cell.provenance,
        )


def in_window(row: Traded, asked: Asked) -> bool:
    """Whether the year that is asked for lies in the window."""
    year = row.year if asked.by is By.DELIVERY else row.order_year
    return year is not None and asked.first <= year <= asked.last


def parts(rows: Sequence[Traded], measure: Measure) -> tuple[tuple[Share, ...], float]:
    """Each partner's part, largest first, and the total: the table's own where it has one."""
    groups: dict[str, list[Traded]] = {}
    for row in rows:
        if row.partner is not None:
            groups.setdefault(row.partner.key, []).append(row)
    sums = {key: _sum(held, measure) for key, held in groups.items()}
    totals = [row for row in rows if row.partner is None]
    total = _sum(totals, measure) if totals else sum(sums.values())
    ranked = sorted((sums[key] for key, held in groups.items() if not _unknown(held[0])), reverse=True)
    shares = [
        Share(
            partner=key,
            name=held[0].partner.name if held[0].partner else key,
            tiv=_sum(held, Measure.TIV),
            deals=len({row.deal for row in held}) if held[0].deal is not None else None,
            share=sums[key] / total if total else 0.0,
            rank=None if _unknown(held[0]) else ranked.index(sums[key]) + 1,
            estimated_share=estimated_part(held, measure, sums[key]),
            rows=tuple(row.row for row in sorted(held, key=lambda row: row.year)),
        )
        for key, held in groups.items()
    ]
    shares.sort(key=lambda part: (-part.share, part.name))
    return tuple(shares), total


def _sum(rows: Iterable[Traded], measure: Measure) -> float:
    held = list(rows)
    if measure is Measure.DEALS:
        return float(len({row.deal for row in held}))
    return round(sum(row.tiv for row in held), 6)


def estimated_part(rows: Sequence[Traded], measure: Measure, total: float) -> float | None:
    """The fraction of the total that rests on flagged rows; None where the rows carry no flags."""
    if any(row.estimated is None for row in rows):
        return None
    return _sum((row for row in rows if row.estimated), measure) / total if total else 0.0


def _unknown(row: Traded) -> bool:
    return row.partner is None or row.partner.kind is TraderKind.UNKNOWN
