"""Deals with their deliveries, and cells of value tables."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from dateline.model.reference import ArmsTransfer, Delivery, TivCell, Trader, TraderKind
from dateline.store.sqlite.reference.provenance import COLUMNS, conditions, provenance
from dateline.store.sqlite.rowing import Columns, insert

_TRANSFERS = f"SELECT t.*, {COLUMNS} FROM transfers t JOIN editions e ON e.seq = t.edition WHERE "  # noqa: S608 (our own columns)
_DELIVERIES = "SELECT d.* FROM deliveries d JOIN transfers t ON t.seq = d.transfer WHERE "
_TIV = f"SELECT t.*, {COLUMNS} FROM tiv t JOIN editions e ON e.seq = t.edition WHERE "  # noqa: S608 (our own columns)


def add_transfer(connection: sqlite3.Connection, edition: int, deal: ArmsTransfer) -> None:
    """Write one deal with its deliveries."""
    row: Columns = {
        "edition": edition,
        "id": deal.id,
        "vintage": deal.provenance.vintage,
        "deal": deal.deal,
        **_trader_columns("supplier", deal.supplier),
        **_trader_columns("recipient", deal.recipient),
        "designation": deal.designation,
        "description": deal.description,
        "category": deal.category,
        "order_year": deal.order_year,
        "order_estimated": deal.order_estimated,
        "quantity_ordered": deal.quantity_ordered,
        "status": deal.status,
        "tiv_per_unit": deal.tiv_per_unit,
        "tiv_per_unit_deal": deal.tiv_per_unit_deal,
        "local_production": deal.local_production,
        "comments": deal.comments,
        "line": deal.provenance.line,
    }
    insert(connection, "transfers", row)
    (seq,) = connection.execute("SELECT last_insert_rowid()").fetchone()
    for position, each in enumerate(deal.deliveries):
        delivery: Columns = {
            "transfer": seq,
            "position": position,
            "id": each.id,
            "year": each.year,
            "year_estimated": each.year_estimated,
            "quantity": each.quantity,
            "quantity_estimated": each.quantity_estimated,
            "tiv": each.tiv,
            "spread": each.spread,
            "line": each.line,
        }
        insert(connection, "deliveries", delivery)


def add_tiv(connection: sqlite3.Connection, edition: int, cell: TivCell) -> None:
    """Write one cell."""
    row: Columns = {
        "edition": edition,
        "id": cell.id,
        "vintage": cell.provenance.vintage,
        **_trader_columns("supplier", cell.supplier),
        **_trader_columns("recipient", cell.recipient),
        "year": cell.year,
        "tiv": cell.tiv,
        "line": cell.provenance.line,
    }
    insert(connection, "tiv", row)


def transfers(
    connection: sqlite3.Connection, supplier: str | None, recipient: str | None, vintage: str | None
) -> tuple[ArmsTransfer, ...]:
    """Deals in the order of supplier, recipient and order year; those of one vintage merged over its files."""
    clause, values = _sides(supplier, recipient, vintage)
    return tuple(_merged(_deals(connection, clause, values)))


def tiv(
    connection: sqlite3.Connection, supplier: str | None, recipient: str | None, vintage: str | None
) -> tuple[TivCell, ...]:
    """Cells by year; one of each vintage, from the file imported last."""
    clause, values = _sides(supplier, recipient, vintage)
    kept: dict[object, TivCell] = {}
    for row in connection.execute(f"{_TIV}{clause} ORDER BY t.year, t.edition, t.seq", values):
        sides = (row["supplier_code"] or row["supplier"], row["recipient_code"] or row["recipient"])
        kept[(row["kind"], row["vintage"] or row["edition"], row["year"], *sides)] = _cell(row)
    return tuple(kept.values())


def of_edition(connection: sqlite3.Connection, edition: int) -> Iterator[ArmsTransfer | TivCell]:
    """Deals and cells of one file."""
    clause, values = "t.edition = ?", [edition]
    yield from (deal for _, deal in _deals(connection, clause, values))
    yield from map(_cell, connection.execute(f"{_TIV}{clause} ORDER BY t.seq", values))


def _deals(
    connection: sqlite3.Connection, clause: str, values: Sequence[object]
) -> Iterator[tuple[sqlite3.Row, ArmsTransfer]]:
    deliveries: dict[int, list[Delivery]] = {}
    for row in connection.execute(f"{_DELIVERIES}{clause} ORDER BY d.transfer, d.position", values):
        deliveries.setdefault(row["transfer"], []).append(_delivery(row))
    order = "ORDER BY t.supplier, t.recipient, t.order_year, t.deal, e.kind, t.vintage, t.edition, t.seq"
    for row in connection.execute(f"{_TRANSFERS}{clause} {order}", values):
        yield row, _transfer(row, tuple(deliveries.get(row["seq"], ())))


def _sides(supplier: str | None, recipient: str | None, vintage: str | None) -> tuple[str, list[object]]:
    parts: list[tuple[str, list[object]]] = [
        (f"(t.{column}_code = ? OR t.{column} = ? COLLATE NOCASE)", [wanted, wanted])
        for column, wanted in (("supplier", supplier), ("recipient", recipient))
        if wanted is not None
    ]
    if vintage is not None:
        parts.append(("t.vintage = ?", [vintage]))
    return conditions(parts)


def _merged(rows: Iterator[tuple[sqlite3.Row, ArmsTransfer]]) -> Iterator[ArmsTransfer]:
    """One record for each deal of a vintage: where its files overlap in a year, the one imported last counts."""
    for _, group in groupby(rows, key=_same_deal):
        deals = [deal for _, deal in group]
        if len(deals) == 1:
            yield deals[0]
            continue
        newest = deals[-1]
        years = {year: deal for deal in deals for year in deal.delivery_years}
        kept = [each for deal in deals for each in deal.deliveries if years[each.year] is deal]
        kept.sort(key=lambda each: each.year)
        yield replace(newest, deliveries=tuple(kept))


def _same_deal(row: tuple[sqlite3.Row, ArmsTransfer]) -> tuple[object, ...]:
    held, deal = row
    return held["kind"], held["vintage"] or f"#{held['edition']}", deal.deal, deal.supplier.name, deal.recipient.name


def _trader_columns(side: str, trader: Trader | None) -> Columns:
    return {
        side: trader.name if trader else None,
        f"{side}_kind": str(trader.kind) if trader else None,
        f"{side}_code": trader.code if trader else None,
        f"{side}_within": trader.within if trader else None,
    }


def _trader(row: sqlite3.Row, side: str) -> Trader:
    return Trader(
        name=row[side],
        kind=TraderKind(row[f"{side}_kind"]),
        code=row[f"{side}_code"],
        within=row[f"{side}_within"],
    )


def _cell(row: sqlite3.Row) -> TivCell:
    return TivCell(
        id=row["id"],
        supplier=_trader(row, "supplier") if row["supplier"] else None,
        recipient=_trader(row, "recipient") if row["recipient"] else None,
        year=row["year"],
        tiv=row["tiv"],
        provenance=provenance(row, row["vintage"]),
    )


def _transfer(row: sqlite3.Row, deliveries: tuple[Delivery, ...]) -> ArmsTransfer:
    return ArmsTransfer(
        id=row["id"],
        deal=row["deal"],
        supplier=_trader(row, "supplier"),
        recipient=_trader(row, "recipient"),
        designation=row["designation"],
        description=row["description"],
        category=row["category"],
        order_year=row["order_year"],
        order_estimated=_flag(row["order_estimated"]),
        quantity_ordered=row["quantity_ordered"],
        status=row["status"],
        tiv_per_unit=row["tiv_per_unit"],
        tiv_per_unit_deal=row["tiv_per_unit_deal"],
        local_production=_flag(row["local_production"]),
        deliveries=deliveries,
        provenance=provenance(row, row["vintage"]),
        comments=row["comments"],
    )


def _delivery(row: sqlite3.Row) -> Delivery:
    return Delivery(
        id=row["id"],
        year=row["year"],
        year_estimated=_flag(row["year_estimated"]),
        quantity=row["quantity"],
        quantity_estimated=_flag(row["quantity_estimated"]),
        tiv=row["tiv"],
        spread=bool(row["spread"]),
        line=row["line"],
    )


def _flag(value: int | None) -> bool | None:
    return None if value is None else bool(value)
