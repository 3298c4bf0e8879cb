"""Vetoes: "Russia and China vetoed …", and "blocked", which needs no veto."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence

from dateline.model import ReferenceRow, Verdict, VerdictStatus, Veto
from dateline.verify.facts import Facts
from dateline.verify.naming import state_names
from dateline.verify.subjects import Subject, likeness, subject_of
from dateline.verify.told import Told
from dateline.verify.verdicts import because, not_checkable, verdict

IMPORT = "a list of Security Council vetoes that covers the day: `dateline reference import un-sc-vetoes FILE`"
_DAY = dt.timedelta(days=1)
_BACK = dt.timedelta(days=550)
_WHY_NOT = (
    "a draft can be blocked without a vote: statements to the press and presidential statements need all 15 members, "
    "and drafts are dropped under the threat of a veto; the list of vetoes shows none of this"
)


def check_veto(told: Told, facts: Facts) -> Verdict:
    """A veto by named states."""
    by, held = _named(told), facts.vetoes()
    first, last = _span(told, held)
    if (
        not held
        or first is None
        or last is None
        or last > held[-1].day + dt.timedelta(days=366)
        or first < held[0].day - _BACK
    ):
        return not_checkable(told, "The lists of vetoes loaded do not cover that time.", IMPORT)
    about = subject_of(told.sentence)
    on_time = [each for each in held if first - _DAY <= each.day <= last + _DAY]
    found = _once(each for each in on_time if set(by) <= set(each.vetoing) and _about(about, each, by))
    if found:
        counted = f"{len(found)} of {len(on_time)} vetoes from {first} to {last}"
        said = "; ".join(
            f"{each.draft} of {each.day} ({each.topic or each.subject}): veto by {state_names(each.vetoing)}"
            for each in found[:4]
        )
        return verdict(
            told,
            VerdictStatus.SUPPORTED,
            f"{said}.",
            formula=f"{counted} are by {state_names(by)} on the subject",
            rows=[veto_row(each) for each in found],
            matched="by day, states and subject",
            record=f"veto {found[-1].draft}",
            steps=[
                because(
                    "matched",
                    f"vetoes from {first} to {last}, one day of slack; on {', '.join(sorted(about.states)) or 'any'}",
                )
            ],
        )
    if last > held[-1].day:
        why = f"The lists of vetoes loaded end on {held[-1].day}; none fits, and a later one would not be in them."
        return not_checkable(told, why, IMPORT, rows=[veto_row(each) for each in on_time])
    others = _once(each for each in on_time if _about(about, each, by))
    said = f"No veto by {state_names(by)} on that subject between {first} and {last} is listed"
    if others:
        said += "; " + "; ".join(
            f"{each.draft} of {each.day} was vetoed by {state_names(each.vetoing)}" for each in others[:3]
        )
    return verdict(
        told,
        VerdictStatus.CONTRADICTED,
        f"{said}.",
        formula=f"vetoes listed from {held[0].day} to {held[-1].day}: {len(held)}, in the time told: {len(on_time)}",
        rows=[veto_row(each) for each in (others or on_time)],
        matched="by day, states and subject",
    )


def check_blocked(told: Told, facts: Facts) -> Verdict:
    """Action said to be blocked: shown beside the vetoes of the time, never decided by them."""
    by, held = _named(told), facts.vetoes()
    first, last = _span(told, held, back=dt.timedelta(days=366))
    about = subject_of(told.sentence)
    near = [
        each for each in held if first and last and first - _DAY <= each.day <= last + _DAY and _about(about, each, by)
    ]
    theirs = _once(each for each in near if set(by) & set(each.vetoing))
    earlier = [each for each in held if set(by) & set(each.vetoing) and _about(about, each, by) and each not in theirs]
    when = f"between {first} and {last}" if first and last else "before publication"
    if theirs:
        said = (
            "Vetoes of that time fit: "
            + "; ".join(f"{each.draft} of {each.day}" for each in theirs[:4])
            + ". Other ways of blocking leave no record."
        )
    else:
        said = f"No veto {when} by {state_names(by)} on the subject is listed, which is no contradiction: {_WHY_NOT}."
    if earlier and not theirs:
        said += f" The last veto on the subject: {earlier[-1].draft} of {earlier[-1].day}."
    if not held:
        said = f"No list of vetoes is loaded; and {_WHY_NOT}."
    return not_checkable(
        told,
        said,
        "minutes and press reports of the consultations; for vetoes, " + IMPORT,
        rows=[veto_row(each) for each in (theirs or earlier[-3:])],
        matched=f"{len(theirs)} vetoes {when}",
        steps=[
            because(
                "vetoes",
                f"{len(held)} vetoes are listed, {len(theirs)} of them {when} by {state_names(by)} on the subject",
            )
        ],
    )


def _once(vetoes: Iterable[Veto]) -> list[Veto]:
    """One veto for each draft, where several lists have it."""
    return list({(each.draft, each.day): each for each in vetoes}.values())


def veto_row(veto: Veto) -> ReferenceRow:
    """A veto as one line with its source."""
    says = f"{veto.draft}, {veto.day}: {veto.topic or veto.subject}, vetoed by {state_names(veto.vetoing)}"
    return ReferenceRow(id=veto.id, says=says, provenance=veto.provenance)


def _named(told: Told) -> tuple[str, ...]:
    return tuple(told.claim.value.split())


def _about(about: Subject, veto: Veto, by: tuple[str, ...]) -> bool:
    """Whether a veto is on the subject: a state that is not among those who vetoed, or a topic word."""
    record = subject_of(f"{veto.subject} {veto.topic}")
    states = about.states - set(by)
    if not states and not about.topics:
        return True
    return bool(states & record.states) or (not states and likeness(about, record) > 0)


def _span(told: Told, held: Sequence[Veto], *, back: dt.timedelta = _BACK) -> tuple[dt.date | None, dt.date | None]:
    """The days of which the sentence speaks, else the time before publication."""
    spans = [each.interval for each in told.times]
    if spans:
        best = min(spans, key=lambda each: each.days)
        return best.earliest, min(best.latest, told.published or best.latest)
    if told.published is not None:
        return told.published - back, told.published
    return (held[0].day, held[-1].day) if held else (None, None)
