"""Deliveries: register rows and cells of value tables as one kind of row, kept apart by edition."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from dateline.model import ReferenceRow
from dateline.model.reference import ArmsTransfer, Provenance, TivCell, TraderKind
from dateline.text.figures import plain
from dateline.verify.facts import Facts
from dateline.verify.windows import freshest_year

#: Recipients that a file must have before it can stand for the whole world.
_WORLD = 60
#: Recipients of one supplier that a file must have before it can stand for all its exports.
_FEW = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """What one supplier delivered to one recipient in one year, in millions of TIV.

    Attributes:
        supplier, recipient: Alpha-3 code, or the printed name of who is no state.
        ranked: The supplier is a state or group, not "unknown".
        ordered: Year of the order; None in value tables.
        estimated: Flagged by the register; None in value tables, which carry no flags.
        row: The reference row.
    """

    supplier: str
    recipient: str
    ranked: bool
    year: int
    ordered: int | None
    tiv: float
    estimated: bool | None
    row: ReferenceRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All deliveries of one edition that bear on a question.

    Attributes:
        vintage, source: The edition.
        rows: Its deliveries.
        register: Whether it has orders and flags; value tables have neither.
        latest: Last year that it covers: that of its last delivery, or what was published on the day of its vintage.
    """

    vintage: str | None
    source: str
    rows: tuple[Delivered, ...]
    register: bool
    latest: int


def turned(facts: Facts, supplier: str | None) -> tuple[Ledger, ...]:
    """The editions that can tell recipients' shares of what ``supplier`` (None: the world) gave, sides exchanged."""
    return tuple(
        replace(each, rows=tuple(replace(row, supplier=row.recipient, recipient=row.supplier) for row in each.rows))
        for each in ledgers(facts, None, supplier)
        if supplier is None or len({row.recipient for row in each.rows}) >= _FEW
    )


def ledgers(facts: Facts, recipient: str | None, supplier: str | None = None) -> tuple[Ledger, ...]:
    """The editions that can tell suppliers' shares of what ``recipient`` (None: the world) took, newest last.

    An edition with one supplier only is the table of that supplier's exports and says nothing of the others; one with
    few recipients cannot stand for the world. Such editions are left out, and so are value tables of a vintage whose
    register is there: they are its sums, without orders and flags.
    """
    rows: dict[tuple[str, str, bool], list[Delivered]] = {}
    for row, flags in _all(facts, recipient, supplier):
        where = row.row.provenance
        rows.setdefault((where.vintage or "", where.source, flags), []).append(row)
    found = []
    registers = {vintage for vintage, _, register in rows if register}
    for (vintage, source, register), held in sorted(rows.items()):
        if not register and vintage in registers:
            continue
        if supplier is None and not _whole(held, recipient):
            continue
        found.append(
            Ledger(
                vintage=vintage or None,
                source=source,
                rows=tuple(held),
                register=register,
                latest=max(max(each.year for each in held), _published(vintage)),
            )
        )
    return tuple(found)


def _published(vintage: str) -> int:
    """The last year that was out on the day which names a vintage; 0 where it names none."""
    try:
        return freshest_year(dt.date.fromisoformat(vintage), 0)
    except ValueError:
        return 0


def _whole(held: list[Delivered], recipient: str | None) -> bool:
    if len({each.supplier for each in held}) < 2:
        return False
    return recipient is not None or len({each.recipient for each in held}) >= _WORLD


def _all(facts: Facts, recipient: str | None, supplier: str | None) -> Iterator[tuple[Delivered, bool]]:
    for deal in facts.transfers(recipient=recipient, supplier=supplier):
        yield from ((row, True) for row in of_deal(deal))
    for cell in facts.tiv(recipient=recipient, supplier=supplier):
        row = of_cell(cell)
        if row is not None:
            yield row, False


def of_deal(deal: ArmsTransfer) -> Iterator[Delivered]:
    """The yearly deliveries of one deal."""
    for each in deal.deliveries:
        flag = ", estimate" if each.estimated else ""
        says = (
            f"{deal.supplier.name} → {deal.recipient.name}: {deal.designation} {deal.description}, "
            f"delivered {each.year}{flag}, ordered {deal.order_year or 'unknown'}: {_tiv(each.tiv)}"
        )
        yield Delivered(
            supplier=deal.supplier.key,
            recipient=deal.recipient.key,
            ranked=deal.supplier.kind is not TraderKind.UNKNOWN,
            year=each.year,
            ordered=deal.order_year,
            tiv=each.tiv or 0.0,
            estimated=each.estimated,
            row=ReferenceRow(id=each.id, says=says, provenance=_at(deal.provenance, each.line)),
        )


def of_cell(cell: TivCell) -> Delivered | None:
    """One cell of a value table; None for a total."""
    if cell.supplier is None or cell.recipient is None:
        return None
    says = f"{cell.supplier.name} → {cell.recipient.name}, {cell.year}: {_tiv(cell.tiv)}"
    return Delivered(
        supplier=cell.supplier.key,
        recipient=cell.recipient.key,
        ranked=cell.supplier.kind is not TraderKind.UNKNOWN,
        year=cell.year,
        ordered=None,
        tiv=cell.tiv,
        estimated=None,
        row=ReferenceRow(id=cell.id, says=says, provenance=cell.provenance),
    )


def by_supplier(rows: Iterable[Delivered]) -> Mapping[str, float]:
    """TIV by supplier, unknown suppliers included."""
    sums: dict[str, float] = {}
    for each in rows:
        sums[each.supplier] = sums.get(each.supplier, 0.0) + each.tiv
    return sums


def _tiv(value: float | None) -> str:
    return "no TIV" if value is None else f"{plain(round(value, 2))} m TIV"


def _at(where: Provenance, line: int) -> Provenance:
    if not line:
        return where
    return Provenance(
        source=where.source,
        vintage=where.vintage,
        retrieved=where.retrieved,
        licence=where.licence,
        sha256=where.sha256,
        line=line,
    )
