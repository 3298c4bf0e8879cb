"""Embargoes: whether an authority's arms embargo on a state was in force on the day of the report."""

from __future__ import annotations

import datetime as dt

from dateline.model import Programme, ReferenceRow, Verdict, VerdictStatus
from dateline.verify.facts import Facts
from dateline.verify.naming import state_name
from dateline.verify.told import Told
from dateline.verify.verdicts import because, not_checkable, verdict

IMPORT = "embargoes with start and end: `dateline reference import sanction-programmes FILE`"


def check_embargo(told: Told, facts: Facts) -> Verdict:
    """An arms embargo said to be in force; the claim's value is "AUTHORITY TARGET"."""
    authority, target = told.claim.value.split()
    day = told.published
    held = [
        each for each in facts.programmes(country=target) if each.arms_embargo and authority in ("?", each.authority)
    ]
    who = "an" if authority == "?" else f"a {authority}"
    if not held:
        whose = "" if authority == "?" else f"{authority} "
        why = f"No {whose}arms embargo on {state_name(target)} is loaded; that does not say that there is none."
        return not_checkable(told, why, IMPORT)
    if day is None:
        return not_checkable(
            told, "Without a day of publication nothing says on which day it should be in force.", "--published DAY"
        )
    states = {each.id: _on(each, day) for each in held}
    rows = [embargo_row(each) for each in held]
    steps = [because("day", f"asked for {day}, the day of the report")]
    if True in states.values():
        best = next(each for each in held if states[each.id])
        said = f"{best.title}: in force on {day}, {_span(best)}. {best.coverage}".strip()
        return verdict(
            told,
            VerdictStatus.SUPPORTED,
            said,
            rows=rows,
            matched="by authority and target",
            formula=_formula(best, day),
            steps=steps,
        )
    if None in states.values():
        why = f"{held[0].title} is loaded without the days that would tell whether it was in force on {day}."
        return not_checkable(told, why, IMPORT, rows=rows, steps=steps)
    best = held[-1]
    said = f"{best.title}: {_span(best)}, so {who} embargo was not in force on {day}."
    return verdict(
        told,
        VerdictStatus.CONTRADICTED,
        said,
        rows=rows,
        matched="by authority and target",
        formula=_formula(best, day),
        steps=steps,
    )


def _on(programme: Programme, day: dt.date) -> bool | None:
    """Whether it was in force; None where the days are not public."""
    if programme.start is None:
        return None
    return programme.start <= day and (programme.end is None or day <= programme.end)


def _span(programme: Programme) -> str:
    return f"from {programme.start} to {programme.end}" if programme.end else f"from {programme.start} on"


def _formula(programme: Programme, day: dt.date) -> str:
    return f"{programme.start} ≤ {day} ≤ {programme.end or 'still in force'}"


def embargo_row(programme: Programme) -> ReferenceRow:
    """A programme as one line with its source."""
    says = f"{programme.authority}: {programme.title}, {_span(programme)}"
    return ReferenceRow(id=programme.id, says=says, provenance=programme.provenance)
