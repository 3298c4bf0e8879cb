"""Offices: whether a person held an office on the day that is spoken of, by the actor table and lists of holders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import OfficeTerm, Provenance, ReferenceRow, Verdict, VerdictStatus
from dateline.verify.facts import Facts
from dateline.verify.naming import state_name
from dateline.verify.statements.offices import BEGAN, PRESENT
from dateline.verify.told import Told
from dateline.verify.verdicts import because, not_checkable, verdict
from dateline.vocab.actor_records import Holds, Tenure
from dateline.vocab.actors import catalogue
from dateline.vocab.fold import key
from dateline.vocab.offices import offices_named

IMPORT = "a list of holders: `dateline reference import office-holders FILE`, or your own actors (DATELINE_ACTORS)"
_EVER = dt.date(1900, 1, 1)
#: From an election or appointment to the first day in office.
_WAIT = dt.timedelta(days=150)
_TABLE = Provenance(
    source="Dateline actor table", vintage=None, retrieved=None, licence="Apache-2.0; facts", sha256="", line=0
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Term:
    tenure: Tenure
    row: ReferenceRow


def check_office(told: Told, facts: Facts) -> Verdict:
    """An office said to be held; the claim's value is "STATE OFFICE", its object the id of the person."""
    state, _, office = told.claim.value.partition(" ")
    name, days = told.claim.subject or "", _days(told)
    post = f"{office} of {state_name(state)}"
    held = [*_of_table(told.claim.object or "", state, office), *_of_lists(name, state, office, facts)]
    if not held:
        return not_checkable(told, f"No term of {name} as {post} is known.", IMPORT)
    rows = [each.row for each in held]
    terms = "; ".join(dict.fromkeys(each.row.says for each in held))
    if days is None:
        return not_checkable(told, f"No day is told. {terms}.", "--published DAY", rows=rows)
    first, last = days
    when = f"on {first}" if first == last else f"before {last}" if first == _EVER else f"between {first} and {last}"
    began = told.claim.predicate == BEGAN and first != _EVER
    found = {(_began if began else _holds)(each.tenure, first, last) for each in held}
    verb = "became" if began else "was"
    if Holds.YES in found:
        status, said = VerdictStatus.SUPPORTED, f"{name} {verb} {post} {when}: {terms}."
    elif Holds.MAYBE in found:
        why = f"The terms known do not tell {when}: {terms}."
        return not_checkable(told, why, IMPORT, rows=rows)
    else:
        status, said = (
            VerdictStatus.CONTRADICTED,
            f"{name} {'did not become' if began else 'was not'} {post} {when}: {terms}.",
        )
    steps = [because("day", f"asked for {when}, from {'the day of the report' if first == last else 'the words'}")]
    return verdict(told, status, said, rows=rows, matched="by person, state and office", formula=terms, steps=steps)


def _days(told: Told) -> tuple[dt.date, dt.date] | None:
    """The days spoken of: those told, else the day of the report; all time before it for "was"."""
    if told.claim.predicate != PRESENT and told.times:
        best = min(told.times, key=lambda each: each.interval.days)
        return best.interval.earliest, best.interval.latest
    if told.published is None:
        return None
    return (told.published if told.claim.predicate == PRESENT else _EVER), told.published


def _holds(tenure: Tenure, first: dt.date, last: dt.date) -> Holds:
    """Whether a term ran on some day of an interval."""
    days = [first, last]
    days += [
        each
        for end in (tenure.start, tenure.end)
        if end
        for each in (end.latest, end.earliest)
        if first <= each <= last
    ]
    found = [tenure.holds(day) for day in days]
    return Holds.YES if Holds.YES in found else Holds.MAYBE if Holds.MAYBE in found else Holds.NO


def _began(tenure: Tenure, first: dt.date, last: dt.date) -> Holds:
    """Whether a term began in an interval, or soon after it."""
    if tenure.start is None:
        return Holds.MAYBE
    return Holds.YES if tenure.start.earliest <= last + _WAIT and first <= tenure.start.latest else Holds.NO


def _of_table(entity: str, state: str, office: str) -> Iterator[_Term]:
    actor = catalogue().actors.get(entity)
    for role in actor.roles if actor else ():
        if role.country == state and _same(role.office, office, state):
            disputed = f", disputed by {role.contested_by}" if role.contested_by else ""
            says = f"{office} {role.tenure}{disputed}"
            yield _Term(tenure=role.tenure, row=ReferenceRow(id=f"{entity}:{office}", says=says, provenance=_TABLE))


def _same(printed: str, office: str, state: str) -> bool:
    """Whether a role is the office: a chancellor of Germany is its head of government."""
    return key(printed) == key(office) or any(
        key(each.name) == key(office) and each.fits(state) for each in offices_named(printed)
    )


def _of_lists(name: str, state: str, office: str, facts: Facts) -> Iterator[_Term]:
    for term in facts.offices(country=state, office=office):
        if set(key(term.holder).split()) == set(key(name).split()):
            yield _Term(tenure=Tenure(start=term.start, end=term.end), row=_row(term))


def _row(term: OfficeTerm) -> ReferenceRow:
    says = f"{term.holder}, {term.office}, {term.start or '..'} to {term.end or '..'}"
    return ReferenceRow(id=term.id, says=says, provenance=term.provenance)
