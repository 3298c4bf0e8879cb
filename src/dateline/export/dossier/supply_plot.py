"""Deliveries by year, stacked by supplier, the parts that are estimates hatched."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from dateline.export.dossier.svg import HATCH, LEFT, RIGHT, WIDTH, drawing, line, rect, words
from dateline.query.asking.dossier import YearSupply
from dateline.vocab.states import state_name

#: Suppliers with a colour of their own, and years drawn at most.
SERIES, YEARS = 6, 30
_TOP, _PLOT, _LEGEND = 28, 220, 22


def supply_plot(years: Sequence[YearSupply], title: str) -> str:
    """A bar for each year; years without deliveries stay empty."""
    last = max(each.year for each in years)
    shown = [each for each in years if each.year > last - YEARS]
    names = _series(shown)
    kinds = {partner: f"s{number}" for number, partner in enumerate(names)}
    return drawing(title, _TOP + _PLOT + 30 + _LEGEND * math.ceil((len(names) + 2) / 4), _shapes(shown, names, kinds))


def _series(years: Sequence[YearSupply]) -> dict[str, str]:
    """The largest suppliers by name."""
    sums: dict[str, float] = {}
    names: dict[str, str] = {}
    for each in years:
        sums[each.partner] = sums.get(each.partner, 0.0) + each.tiv
        names[each.partner] = state_name(each.partner) if len(each.partner) == len("MMR") else each.name
    largest = sorted(sums, key=lambda partner: -sums[partner])[:SERIES]
    return {partner: names[partner] for partner in largest}


def _shapes(years: Sequence[YearSupply], names: dict[str, str], kinds: dict[str, str]) -> Iterator[str]:
    yield HATCH
    first, last = min(each.year for each in years), max(each.year for each in years)
    totals: dict[int, float] = {}
    for each in years:
        totals[each.year] = totals.get(each.year, 0.0) + each.tiv
    step = _step(max(totals.values()))
    top = step * math.ceil(max(totals.values()) / step or 1)
    base = _TOP + _PLOT
    for number in range(round(top / step) + 1):
        y = base - _PLOT * number * step / top
        yield line(LEFT, y, WIDTH - RIGHT, y, "grid")
        yield words(LEFT - 6, y + 4, f"{number * step:g}", "end")
    yield words(LEFT - 6, 12, "m TIV", "end")
    slot = (WIDTH - LEFT - RIGHT) / (last - first + 1)
    for year in range(first, last + 1):
        x = LEFT + (year - first) * slot
        if (last - year) % max(1, math.ceil((last - first + 1) / 15)) == 0:
            yield words(x + slot / 2, base + 16, str(year), "middle")
        yield from _bar([each for each in years if each.year == year], kinds, x + slot * 0.12, slot * 0.76, top)
    yield line(LEFT, base, WIDTH - RIGHT, base)
    yield from _legend({kinds[partner]: name for partner, name in names.items()}, base + 38)


def _bar(held: Sequence[YearSupply], kinds: dict[str, str], x: float, width: float, top: float) -> Iterator[str]:
    order = list(kinds)
    y = float(_TOP + _PLOT)
    for each in sorted(held, key=lambda row: order.index(row.partner) if row.partner in kinds else len(order)):
        height = _PLOT * each.tiv / top
        flagged = _PLOT * (each.estimated or 0.0) / top
        title = f"{each.name}, {each.year}: {each.tiv:g} m TIV, {each.estimated or 0:g} of it estimated"
        y -= height
        yield rect(x, y, width, height, kinds.get(each.partner, "rest"), title)
        if flagged:
            yield rect(x, y, width, flagged, "hatched", title)


def _legend(names: dict[str, str], y: float) -> Iterator[str]:
    entries = [*names.items(), ("rest", "others"), ("hatched", "estimate")]
    for number, (kind, name) in enumerate(entries):
        x = LEFT + (number % 4) * (WIDTH - LEFT - RIGHT) / 4
        at = y + (number // 4) * _LEGEND
        if kind == "hatched":
            yield rect(x, at - 10, 12, 12, "rest")
        yield rect(x, at - 10, 12, 12, kind)
        yield words(x + 18, at, name)


def _step(largest: float) -> float:
    """A round number of which three to six make the axis."""
    raw = max(largest, 1.0) / 4
    power: float = 10.0 ** math.floor(math.log10(raw))
    return next(each * power for each in (1, 2, 2.5, 5, 10) if each * power >= raw)
