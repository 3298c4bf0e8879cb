"""Amounts: sums of money for arms. The register holds no prices, but a TIV total printed as dollars can be told."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Reading, ReferenceRow, Verdict, VerdictStatus
from dateline.text.figures import plain
from dateline.verify.deliveries import Ledger, ledgers
from dateline.verify.facts import Facts
from dateline.verify.grid import DELIVERED
from dateline.verify.naming import state_name, state_names
from dateline.verify.shares import IMPORT
from dateline.verify.sides import sides
from dateline.verify.told import Told
from dateline.verify.tolerance import Allowed, allowed_amount
from dateline.verify.topics import off_topic
from dateline.verify.verdicts import because, not_checkable, out_of_scope, verdict
from dateline.verify.windows import Grid, Window, grid

_MILLION = 1e6
#: How far a TIV total in the told period may be from the sum and still be taken for it: editions revise values.
_REVISED = 0.1
#: One deal is no total over years.
_DEAL = re.compile(r"\b(?:contracts?|deals?|signed|loan|agree[ds]?|agreement|tender)\b", re.IGNORECASE)
_PRICES = "the contract, the supplier's export report, or a statement in money; a register of TIV holds no prices"


def check_amount(told: Told, facts: Facts) -> Verdict:
    """A sum for arms from one state to another."""
    allowed = allowed_amount(told.claim.value, told.words)
    wrong = off_topic(told)
    if allowed is None or len(told.claim.unit or "") != 3 or wrong:
        return out_of_scope(told, wrong or "It is no sum of money.", "records of what it is a sum for")
    found = sides(told)
    if not found.suppliers or found.recipient is None or found.borrowed:
        return out_of_scope(told, "The report does not say who supplies whom.", "the two states by name")
    names = f"{state_names(found.suppliers)} → {state_name(found.recipient)}"
    held = [each for code in found.suppliers for each in ledgers(facts, found.recipient, code)]
    if not held:
        return not_checkable(
            told, f"No deliveries {names} are loaded.", f"{_PRICES}; for a look at TIV totals, {IMPORT}"
        )
    years = grid(told, found.recipient, max(each.latest for each in held))
    readings = list(_readings(held, years, allowed, told))
    suspects = [each for each in readings if each.fits]
    step = because(
        "units", "TIV measure the military value of major weapons; dollars and TIV are never added or compared"
    )
    if not suspects:
        totals = "; ".join(f"{each.window}: {plain(round(each.value, 1))} m TIV" for each in readings[:3])
        why = (
            f"The records loaded hold no prices; {names} in TIV, which is no money: {totals or 'none in those years'}."
        )
        return not_checkable(told, why, _PRICES, steps=[step])
    best = suspects[0]
    return verdict(
        told,
        VerdictStatus.UNIT_ERROR_SUSPECTED,
        f"{told.words} is the number that the register gives as TIV: {names} {best.window} is "
        f"{plain(round(best.value, 1))} m TIV (vintage {best.vintage or 'not named'}). TIV are no dollars.",
        readings=readings,
        formula=f"sum of TIV {names} {best.window} = {plain(round(best.value, 2))} m; {allowed.why}",
        rows=_rows(held, best),
        estimated_share=best.estimated_share,
        matched="deliveries by supplier, recipient and years",
        steps=[step, because("sides", found.why)],
    )


def _readings(held: list[Ledger], years: Grid, allowed: Allowed, told: Told) -> Iterator[Reading]:
    windows = [*years.windows]
    if not years.told:
        first = min(row.year for each in held for row in each.rows)
        windows.append(Window(first=first, last=years.freshest, why="all years of the file"))
    exact = told.claim.value[:1].isdigit() or told.claim.value.startswith("~")
    exact = exact and (bool(years.told) or not _DEAL.search(told.sentence))
    for ledger in held:
        for window in windows:
            rows = [each for each in ledger.rows if window.first <= each.year <= window.last]
            total = sum(each.tiv for each in rows)
            if not total or (window.first == window.last and not years.told):
                continue
            flagged = sum(each.tiv for each in rows if each.estimated)
            yield Reading(
                window=str(window),
                vintage=ledger.vintage,
                measure=DELIVERED,
                value=total,
                unit="tiv",
                fits=exact and _printed(total, allowed, told=bool(years.told)),
                first_choice=window.first_choice,
                estimated_share=flagged / total if ledger.register else None,
                rows=len(rows),
            )


def _printed(total: float, allowed: Allowed, *, told: bool) -> bool:
    """Whether the sum may be this TIV total: by its rounding, or near it where the report tells the years."""
    value = total * _MILLION
    if allowed.holds(value):
        return True
    middle = (allowed.low + allowed.high) / 2
    return told and abs(value - middle) <= _REVISED * middle


def _rows(held: list[Ledger], best: Reading) -> list[ReferenceRow]:
    first, _, last = best.window.partition("–")
    years = range(int(first), int(last or first) + 1)
    return [row.row for each in held if each.vintage == best.vintage for row in each.rows if row.year in years]
