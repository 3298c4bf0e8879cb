"""Verdicts: what all checks share when they write one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dateline.model import Because, Reading, ReferenceRow, Verdict, VerdictStatus
from dateline.verify.told import Told

#: How many reference rows a verdict lists; the formula sums all of them.
ROWS = 40
_SCOPE = "scope"


def because(step: str, reason: str, rule: str = "") -> Because:
    """One step of a check."""
    return Because(step=f"verify.{step}", reason=reason, rule=rule)


def verdict(
    told: Told,
    status: VerdictStatus,
    summary: str,
    *,
    readings: Sequence[Reading] = (),
    formula: str = "",
    rows: Iterable[ReferenceRow] = (),
    estimated_share: float | None = None,
    needed: str = "",
    matched: str = "",
    record: str = "",
    steps: Iterable[Because] = (),
) -> Verdict:
    """A verdict on a claim, readings in order: those that fit, then by first choice."""
    ordered = sorted(readings, key=lambda each: (not each.fits, not each.first_choice))
    return Verdict(
        claim_id=told.claim.id,
        status=status,
        summary=summary,
        readings=tuple(ordered),
        formula=formula,
        rows=tuple(rows)[:ROWS],
        estimated_share=estimated_share,
        needed=needed,
        matched=matched,
        record=record,
        because=tuple(steps),
    )


def out_of_scope(told: Told, why: str, needed: str) -> Verdict:
    """A claim on something that no kind of reference record is about; :func:`in_scope` tells it apart."""
    return not_checkable(told, why, needed, steps=[because(_SCOPE, "no kind of reference record is about it")])


def in_scope(verdict: Verdict) -> bool:
    """Whether reference records of some kind could decide the claim."""
    return not any(each.step == f"verify.{_SCOPE}" for each in verdict.because)


def not_checkable(
    told: Told,
    why: str,
    needed: str,
    *,
    steps: Iterable[Because] = (),
    rows: Iterable[ReferenceRow] = (),
    matched: str = "",
) -> Verdict:
    """Nothing that is loaded decides the claim; ``needed`` says what would."""
    return verdict(told, VerdictStatus.NOT_CHECKABLE, why, needed=needed, steps=steps, rows=rows, matched=matched)
