"""SIPRI's trade register, CSV export: one line for each year in which something was delivered under a deal.

The register gives numbers by year, and so they are kept. Where a line names several years ("2015-2017"), as older
exports do, number and TIV are spread evenly over them and each part says so (``Delivery.spread``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dateline.model.reference import ArmsTransfer, Delivery
from dateline.reference.edition import BadRow, Edition, Item, Note
from dateline.reference.sipri_common import (
    YearRange,
    flag,
    generated,
    number,
    odd_traders,
    promised_years,
    trader,
    years_missing,
)
from dateline.reference.tabular import open_table

__all__ = ["read", "vintage"]

_HEADER = ("SIPRI AT Database ID", "Supplier", "Recipient", "Delivery year", "TIV delivery values")
_YEARS = re.compile(r"\d{4}(?:\s*(?:[-–,/]|to|and)\s*\d{4})*")
#: A line for more years than this is a mistake, not a long delivery.
_LONGEST = 40
#: Missing years that a remark names.
_SHOWN = 6


def vintage(path: Path) -> str | None:
    """The day on which the export was made."""
    return generated(path)


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Deals in the order of the file, each with all its deliveries; then what is odd about the file.

    Holds all deals of the file at once (some 40 MB for the whole register), because a deal's lines may stand apart.

    Raises:
        MalformedSource: no header of a trade register.
    """
    deals = _Deals(edition)
    table = open_table(path, _HEADER)
    for found in table:
        if isinstance(found, BadRow | Note):
            yield found
            continue
        row, cells = found
        try:
            deals.add(row.line, cells)
        except ValueError as error:
            yield row.bad(str(error))
    yield from deals.finished()
    yield from _remarks(deals, promised_years(table.above))


class _Deals:
    """Deals while their lines come in."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.deals: dict[tuple[str, ...], ArmsTransfer] = {}
        self.deliveries: dict[tuple[str, ...], list[Delivery]] = {}
        self.notes: list[Note] = []
        self._seen: dict[tuple[str, ...], int] = {}
        self._times: Counter[str] = Counter()

    def add(self, line: int, row: Mapping[str, str]) -> None:
        """Take one line.

        Raises:
            ValueError: a cell that does not fit its column.
        """
        deal = row["sipri at database id"]
        key = (deal, row["supplier"], row["recipient"])
        held = self.deals.get(key) or _deal(line, row, self.edition, self._own_number(deal, line))
        deliveries = list(_deliveries(line, row, self.edition, held.deal))
        before = self._seen.setdefault(tuple(row.values()), line)
        if before != line:
            self.notes.append(Note(text=f"line {line} repeats line {before}: it counts once", line=line))
            return
        if key not in self.deals:
            self.deals[key] = held
            self._times[deal] += 1
        self.deliveries.setdefault(key, []).extend(deliveries)

    def finished(self) -> Iterator[Item]:
        """All deals with their deliveries, and what was odd in their lines."""
        yield from self.notes
        for key, deal in self.deals.items():
            yield replace(deal, deliveries=tuple(sorted(self.deliveries[key], key=lambda each: each.year)))

    def _own_number(self, deal: str, line: int) -> str:
        """The register's number, told apart where one number stands for several pairs of parties."""
        times = self._times[deal]
        if times:
            self.notes.append(Note(text=f"deal {deal} has other parties in line {line}: it is kept apart", line=line))
        return f"{deal}.{times + 1}" if times else deal


def _deliveries(line: int, row: Mapping[str, str], edition: Edition, deal: str) -> Iterator[Delivery]:
    years = _years(row["delivery year"])
    tiv, quantity = number(row["tiv delivery values"]), number(row.get("numbers delivered", "").rstrip("?"))
    year_flag = flag(row.get("delivery year is estimate", ""))
    quantity_flag = flag(row.get("numbers delivered is estimate", ""))
    parts = len(years)
    for year in years:
        yield Delivery(
            id=edition.row_id(f"{deal}/{year}/{line}"),
            year=year,
            year_estimated=year_flag,
            quantity=None if quantity is None else quantity / parts,
            quantity_estimated=True if row.get("numbers delivered", "").endswith("?") else quantity_flag,
            tiv=None if tiv is None else tiv / parts,
            spread=parts > 1,
            line=line,
        )


def _years(cell: str) -> list[int]:
    """``2019`` is one year, ``2015-2017`` three, ``2015, 2017`` two."""
    if not _YEARS.fullmatch(cell):
        raise ValueError(f"delivery year {cell!r} is no year")
    years: set[int] = set()
    for part in re.split(r"\s*(?:,|/|and)\s*", cell):
        ends = [int(year) for year in re.findall(r"\d{4}", part)]
        years.update(range(ends[0], ends[-1] + 1))
    if not years or len(years) > _LONGEST:
        raise ValueError(f"delivery year {cell!r} is no range of years")
    return sorted(years)


def _order_year(row: Mapping[str, str]) -> int | None:
    cell = row.get("order date", "")
    if not cell:
        return None
    if not re.fullmatch(r"\d{4}", cell):
        raise ValueError(f"order date {cell!r} is no year")
    return int(cell)


def _deal(line: int, row: Mapping[str, str], edition: Edition, deal: str) -> ArmsTransfer:
    for column in ("sipri at database id", "supplier", "recipient"):
        if not row[column]:
            raise ValueError(f"no {column}")
    return ArmsTransfer(
        id=edition.row_id(deal),
        deal=deal,
        supplier=trader(row["supplier"]),
        recipient=trader(row["recipient"]),
        designation=row.get("designation", ""),
        description=row.get("description", ""),
        category=row.get("armament category", ""),
        order_year=_order_year(row),
        order_estimated=flag(row.get("order date is estimate", "")),
        quantity_ordered=number(row.get("numbers ordered", row.get("number ordered", ""))),
        status=row.get("status", ""),
        tiv_per_unit=number(row.get("sipri estimate", "")),
        tiv_per_unit_deal=number(row.get("tiv deal unit", "")),
        local_production=flag(row.get("local production", "")),
        deliveries=(),
        provenance=edition.at(line),
        comments=row.get("comments", row.get("comment", "")),
    )


def _remarks(held: _Deals, promised: YearRange | None) -> Iterator[Note]:
    deliveries = [each for parts in held.deliveries.values() for each in parts]
    missing = years_missing(promised, {each.year for each in deliveries})
    if missing:
        years = ", ".join(map(str, missing[-_SHOWN:]))
        if len(missing) > _SHOWN:
            years = f"{len(missing)} years, the last of them {years}"
        yield Note(text=f"the header promises deliveries of {years}, and the file has no row of them", line=1)
    sides = {side for deal in held.deals.values() for side in (deal.supplier, deal.recipient)}
    yield from odd_traders(sides)
    spread = sum(1 for parts in held.deliveries.values() if any(each.spread for each in parts))
    if spread:
        yield Note(text=f"{spread} deals have one number for several years: it is spread evenly over them")
