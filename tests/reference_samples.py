"""Small reference records for tests: invented deals, votes and listings."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dateline.model.reference import (
    ArmsTransfer,
    Ballot,
    Delivery,
    Edition,
    Resolution,
    TivCell,
    Trader,
    TraderKind,
    Vote,
)
from dateline.vocab.states import state_code


def edition(kind: str = "sipri-register", vintage: str | None = "2024-03-01", sha: str = "a") -> Edition:
    return Edition(
        kind=kind,
        source=f"Test data of kind {kind}",
        vintage=vintage,
        retrieved=dt.date(2024, 3, 2),
        licence="test",
        sha256=sha * 64,
    )


def trader(name: str) -> Trader:
    code = state_code(name)
    return Trader(name=name, kind=TraderKind.STATE if code else TraderKind.NON_STATE, code=code)


def deal(held: Edition, number: str, supplier: str, recipient: str, *years: Any, **fields: Any) -> ArmsTransfer:
    """A deal; each year is (year, tiv) or (year, tiv, year_estimated)."""
    row = held.row_id(number)
    order_year = fields.pop("order_year", 2009)
    return ArmsTransfer(
        id=row,
        deal=number,
        supplier=trader(supplier),
        recipient=trader(recipient),
        designation=fields.pop("designation", "Alpha-1"),
        description="light gun",
        category="Artillery",
        order_year=order_year,
        order_estimated=False,
        quantity_ordered=None,
        status="New",
        tiv_per_unit=1.0,
        tiv_per_unit_deal=1.0,
        local_production=False,
        deliveries=tuple(_delivery(row, n, *each) for n, each in enumerate(years, start=1)),
        provenance=held.at(int(number)),
        **fields,
    )


def _delivery(row: str, line: int, year: int, tiv: float | None, estimated: bool | None = False) -> Delivery:
    return Delivery(
        id=f"{row}/{year}",
        year=year,
        year_estimated=estimated,
        quantity=tiv,
        quantity_estimated=False,
        tiv=tiv,
        line=line,
    )


def cell(held: Edition, supplier: str | None, recipient: str | None, year: int, tiv: float) -> TivCell:
    return TivCell(
        id=held.row_id(f"{supplier}>{recipient}/{year}"),
        supplier=trader(supplier) if supplier else None,
        recipient=trader(recipient) if recipient else None,
        year=year,
        tiv=tiv,
        provenance=held.at(1),
    )


def resolution(held: Edition, number: str, symbol: str, title: str, day: dt.date, **fields: Any) -> Resolution:
    given: dict[str, Any] = {"yes": 1, "no": 1, "abstain": 0, "not_voting": 0, "members": 2, "adopted": True}
    return Resolution(
        id=held.row_id(number),
        vote=number,
        body=fields.pop("body", "UNGA"),
        symbol=symbol,
        title=title,
        day=day,
        provenance=held.at(1),
        **given | fields,
    )


def ballot(on: Resolution, country: str, vote: Vote, name: str = "", line: int = 1, **fields: Any) -> Ballot:
    return Ballot(
        resolution=on.id, country=country, name=name or country, vote=vote, provenance=on.provenance, **fields
    )
