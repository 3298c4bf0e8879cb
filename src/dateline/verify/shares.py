"""Shares: "16 percent of weapons sales" against every reading of the grid."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Because, Reading, Verdict, VerdictStatus
from dateline.text.figures import plain
from dateline.verify.deliveries import Ledger, ledgers, turned
from dateline.verify.facts import Facts
from dateline.verify.grid import ALL, DELIVERED, NONE, Cut, cuts
from dateline.verify.naming import state_names
from dateline.verify.told import Told
from dateline.verify.tolerance import Allowed, allowed_percent
from dateline.verify.topics import off_topic
from dateline.verify.trade import Trade, trade_of
from dateline.verify.verdicts import because, not_checkable, out_of_scope, verdict
from dateline.verify.windows import Grid, grid

IMPORT = (
    "the trade register of SIPRI: export it at armstransfers.sipri.org, then "
    "`dateline reference import sipri-register FILE`"
)


def check_share(told: Told, facts: Facts) -> Verdict:
    """A supplier's share of a recipient's arms."""
    allowed = allowed_percent(told.claim.value, told.words)
    wrong = off_topic(told)
    if allowed is None or wrong:
        return out_of_scope(told, wrong or "It is no quantity.", "records of what it is a share of")
    found = trade_of(told)
    if not found.known:
        return not_checkable(told, "The report does not say who supplies whom.", "the two states by name")
    held = editions_of(found, facts)
    if not held:
        return not_checkable(told, missing(found), needed(found))
    years = grid(told, landmark_state(found), max(each.latest for each in held))
    tried = list(cuts(held, years, found.focus))
    if not tried:
        latest = max(each.latest for each in held)
        why = f"The records loaded end in {latest}; the claim is on {years.told or 'later years'}."
        return not_checkable(told, why, f"an edition that covers {years.told or years.freshest}: {IMPORT}")
    return _decide(told, found, allowed, years, tried)


def _decide(told: Told, found: Trade, allowed: Allowed, years: Grid, tried: Sequence[Cut]) -> Verdict:
    readings = [_reading(cut, found.focus, allowed) for cut in tried]
    first = [each for each in readings if each.first_choice]
    fitting = [each for each in readings if each.fits]
    shown = _shown(tried, readings)
    steps = _steps(told, found, allowed, years, readings)
    if first and all(each.fits for each in first) and years.exact:
        status = VerdictStatus.SUPPORTED
        said = f"{found}: {_values(first)} in {first[0].window}; the claim allows {allowed.why}."
    elif fitting:
        status = VerdictStatus.SUPPORTED_ONLY_IF
        said = f"It holds only if read as {_readings(fitting)}. {_first_choice(first, years)}"
    else:
        status = VerdictStatus.CONTRADICTED
        low, high = min(each.value for each in readings), max(each.value for each in readings)
        none = f"no deliveries {found} are recorded in the years tried" if not high else ""
        spread = f"{found} is {_percent(low)} to {_percent(high)} over {len(readings)} readings"
        said = f"No reading gives it: {none or spread}. {_first_choice(first, years)}"
    return verdict(
        told,
        status,
        said.strip(),
        readings=readings,
        formula=formula(shown, found.focus),
        rows=[each.row for each in shown.of(found.focus)],
        estimated_share=shown.estimated_share(found.focus),
        matched="suppliers by recipient and years",
        steps=steps,
    )


def _reading(cut: Cut, suppliers: tuple[str, ...], allowed: Allowed) -> Reading:
    share = sum(each.tiv for each in cut.of(suppliers)) / cut.total()
    return Reading(
        window=str(cut.window),
        vintage=cut.ledger.vintage,
        measure=cut.measure,
        estimates=cut.estimates,
        value=share,
        unit="share",
        fits=allowed.holds(100 * share),
        first_choice=cut.first_choice and cut.estimates == ALL,
        estimated_share=cut.estimated_share(suppliers),
        rows=len(cut.of(suppliers)),
    )


def preference(reading: Reading) -> tuple[bool, bool, bool, bool, bool]:
    """Order of readings to show: those that fit, by first choice, all rows, by delivery, over several years."""
    return (
        not reading.fits,
        not reading.first_choice,
        reading.estimates != ALL,
        reading.measure != DELIVERED,
        "–" not in reading.window,
    )


def _shown(tried: Sequence[Cut], readings: Sequence[Reading]) -> Cut:
    """The cut whose formula is shown: the first choice where it or nothing fits, else the first that fits."""
    order = sorted(range(len(tried)), key=lambda i: preference(readings[i]))
    fits = any(each.fits for each in readings)
    first = next((i for i in range(len(tried)) if readings[i].first_choice), order[0])
    return tried[order[0] if fits else first]


def formula(cut: Cut, suppliers: tuple[str, ...]) -> str:
    """The sum behind a share, with its numbers."""
    part, whole = sum(each.tiv for each in cut.of(suppliers)), cut.total()
    estimates = "" if cut.estimates == ALL else f", {told_estimates(cut.estimates)}"
    return (
        f"{_two(part)} m TIV of {state_names(suppliers)} / {_two(whole)} m TIV of all = "
        f"{_percent(part / whole)} "
        f"({cut.window}, {cut.measure}{estimates}, vintage {cut.ledger.vintage or 'not named'})"
    )


def _steps(told: Told, found: Trade, allowed: Allowed, years: Grid, readings: Sequence[Reading]) -> list[Because]:
    period = (
        f"the report gives the period “{years.told}”"
        if years.told
        else (
            f"the report gives no period; {len({each.window for each in readings})} windows are tried, "
            f"the freshest at publication ends in {years.freshest}"
        )
    )
    fits = sum(each.fits for each in readings)
    return [
        because("sides", f"{found}: {found.why}"),
        because("tolerance", f"“{told.words}”: {allowed.why}"),
        because("grid", f"{period}; {fits} of {len(readings)} readings fit"),
        because("measure", "SIPRI counts trend-indicator values of major weapons, not money and not all arms"),
    ]


def _first_choice(first: Sequence[Reading], years: Grid) -> str:
    if not first:
        return f"The freshest window at publication ends in {years.freshest}, which the records loaded do not reach."
    told = "In the period told" if years.told else f"In {first[0].window}, freshest at publication,"
    return f"{told} it is {_values(first)}."


def _values(readings: Sequence[Reading]) -> str:
    by_vintage = {each.vintage or "unnamed": _percent(each.value) for each in readings}
    if len(set(by_vintage.values())) == 1:
        return next(iter(by_vintage.values()))
    return ", ".join(f"{value} (vintage {vintage})" for vintage, value in by_vintage.items())


def _readings(fitting: Sequence[Reading]) -> str:
    told = []
    for each in sorted(fitting, key=preference):
        basis = "" if each.measure == DELIVERED else " by year of order"
        estimates = "" if each.estimates == ALL else f" {told_estimates(each.estimates)}"
        told.append(f"{each.window}{basis}{estimates}, vintage {each.vintage or 'not named'} ({_percent(each.value)})")
    more = f" or {len(told) - 4} more" if len(told) > 4 else ""
    return "; ".join(told[:4]) + more


def told_estimates(word: str) -> str:
    """Which rows are left out, in words."""
    return "without estimated rows" if word == NONE else "without one flagged delivery"


def _percent(fraction: float) -> str:
    return f"{plain(round(100 * fraction, 1))} %"


def _two(value: float) -> str:
    return plain(round(value, 2))


def editions_of(found: Trade, facts: Facts) -> tuple[Ledger, ...]:
    """The editions that can tell the shares or places asked for."""
    return turned(facts, found.fixed) if found.turned else ledgers(facts, found.fixed)


def landmark_state(found: Trade) -> str | None:
    """The state whose coup or war "since the coup" may mean: the one that takes the arms."""
    return found.focus[0] if found.turned else found.fixed


def missing(found: Trade) -> str:
    """What the files loaded do not cover."""
    if found.world:
        return "No file loaded covers all suppliers and recipients, which a share of the world's arms trade needs."
    return f"No file loaded tells all {found.peers}."


def needed(found: Trade) -> str:
    """Which file would decide."""
    return f"all {'suppliers and recipients' if found.world else found.peers} in {IMPORT}"
