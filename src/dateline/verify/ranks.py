"""Ranks: "the second-largest supplier" against every reading of the grid."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model import Reading, Verdict, VerdictStatus
from dateline.verify.deliveries import by_supplier
from dateline.verify.facts import Facts
from dateline.verify.grid import ALL, DELIVERED, Cut, cuts
from dateline.verify.naming import state_name
from dateline.verify.shares import IMPORT, editions_of, landmark_state, missing, needed, preference, told_estimates
from dateline.verify.told import Told
from dateline.verify.topics import off_topic
from dateline.verify.trade import Trade, trade_of
from dateline.verify.verdicts import because, not_checkable, out_of_scope, verdict
from dateline.verify.windows import Grid, grid

_TRADER = re.compile(
    r"\b(?:supplier|exporter|seller|provider|source|dealer|vendor|buyer|importer|customer|recipient|purchaser|client|market)",
    re.IGNORECASE,
)
_PLACE = re.compile(r"(\d+)(?:\.\.(\d+))?")


def check_rank(told: Told, facts: Facts) -> Verdict:
    """A supplier's place among those who arm a recipient."""
    place = _PLACE.fullmatch(told.claim.value)
    wrong = off_topic(told)
    if place is None or wrong or told.claim.unit != "rank" or not _names_trader(told):
        return out_of_scope(told, wrong or "It is no place among suppliers of arms.", "records of what is ranked")
    found = trade_of(told)
    if not found.known:
        return not_checkable(told, "The report does not say who supplies whom.", "the two states by name")
    held = editions_of(found, facts)
    if not held:
        return not_checkable(told, missing(found), needed(found))
    years = grid(told, landmark_state(found), max(each.latest for each in held))
    tried = list(cuts(held, years, found.focus))
    if not tried:
        why = f"The records loaded end in {max(each.latest for each in held)}."
        return not_checkable(told, why, f"an edition that covers {years.told or years.freshest}: {IMPORT}")
    return _decide(told, found, (int(place[1]), int(place[2] or place[1])), years, tried)


def _names_trader(told: Told) -> bool:
    """Whether suppliers or buyers are ranked, by the claim's words or by what it is said of."""
    return bool(_TRADER.search(f"{told.words} {told.claim.predicate or ''}"))


def _decide(told: Told, found: Trade, wanted: tuple[int, int], years: Grid, tried: Sequence[Cut]) -> Verdict:
    supplier = _one(told, found)
    readings = [_reading(cut, supplier, wanted) for cut in tried]
    first = [each for each in readings if each.first_choice]
    fitting = [each for each in readings if each.fits]
    name = state_name(supplier)
    chosen = f"{first[0].window}: {_values(first)}" if first else f"the records do not reach {years.freshest}"
    if first and all(each.fits for each in first) and years.exact:
        status, said = VerdictStatus.SUPPORTED, f"{name} among {found.peers} in {chosen}."
    elif fitting:
        status = VerdictStatus.SUPPORTED_ONLY_IF
        said = f"It holds only if read as {_readings(fitting)}. By first choice, {chosen}."
    else:
        status = VerdictStatus.CONTRADICTED
        said = f"In none of {len(readings)} readings is {name} there among {found.peers}. By first choice, {chosen}."
    shown = tried[_shown(readings)]
    return verdict(
        told,
        status,
        said,
        readings=readings,
        formula=_formula(shown),
        rows=[each.row for each in shown.of((supplier,))],
        estimated_share=shown.estimated_share((supplier,)),
        matched="suppliers by recipient and years",
        steps=[
            because("sides", f"{found}: {found.why}"),
            because("grid", f"{years.told or 'no period is told'}; {len(fitting)} of {len(readings)} readings fit"),
            because("rank", "those that the register calls unknown are counted in no place"),
        ],
    )


def _one(told: Told, found: Trade) -> str:
    """The ranked state: the claim's own subject where it is one of several named."""
    for code in found.focus:
        if told.claim.subject and state_name(code).lower() in told.claim.subject.lower():
            return code
    return found.focus[0]


def _reading(cut: Cut, supplier: str, wanted: tuple[int, int]) -> Reading:
    place = cut.rank(supplier)
    return Reading(
        window=str(cut.window),
        vintage=cut.ledger.vintage,
        measure=cut.measure,
        estimates=cut.estimates,
        value=float(place or 0),
        unit="rank",
        fits=place is not None and wanted[0] <= place <= wanted[1],
        first_choice=cut.first_choice and cut.estimates == ALL,
        estimated_share=cut.estimated_share((supplier,)),
        rows=len(cut.of((supplier,))),
    )


def _shown(readings: Sequence[Reading]) -> int:
    order = sorted(range(len(readings)), key=lambda i: preference(readings[i]))
    first = next((i for i in range(len(readings)) if readings[i].first_choice), order[0])
    return order[0] if readings[order[0]].fits else first


def _formula(cut: Cut) -> str:
    ranked = sorted(by_supplier(each for each in cut.rows if each.ranked).items(), key=lambda pair: -pair[1])
    table = ", ".join(f"{n}. {state_name(code)} {tiv:.1f}" for n, (code, tiv) in enumerate(ranked[:6], start=1))
    return f"{table} (m TIV, {cut.window}, {cut.measure}, vintage {cut.ledger.vintage or 'not named'})"


def _values(readings: Sequence[Reading]) -> str:
    told = {each.vintage or "unnamed": _place(each.value) for each in readings}
    if len(set(told.values())) == 1:
        return next(iter(told.values()))
    return ", ".join(f"{place} (vintage {vintage})" for vintage, place in told.items())


def _readings(fitting: Sequence[Reading]) -> str:
    told = [
        f"{each.window}{'' if each.measure == DELIVERED else ' by year of order'}"
        f"{'' if each.estimates == ALL else ' ' + told_estimates(each.estimates)}, "
        f"vintage {each.vintage or 'not named'}"
        for each in sorted(fitting, key=preference)
    ]
    return "; ".join(told[:4]) + (f" or {len(told) - 4} more" if len(told) > 4 else "")


def _place(value: float) -> str:
    return f"rank {int(value)}" if value else "no deliveries"
