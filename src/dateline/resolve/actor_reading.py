"""What the resolver makes of a party: one reading, with its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dateline.model import Because

STEP = "resolve.actor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One reading of the words for a party.

    Attributes:
        name: Canonical name, or the description as told.
        canonical_id: Entity id; None where the words only point ("they").
        country: ISO3, or None.
        sector: PLOVER sector, or None.
        reasons: Why, in order.
        score: How certain, between 0 and 1.
    """

    name: str
    canonical_id: str | None
    country: str | None
    sector: str | None
    reasons: tuple[Because, ...]
    score: float

    def because(self, reason: str, rule: str, score: float | None = None) -> Reading:
        """The same reading with one more reason; the lower score counts."""
        more = Because(step=STEP, reason=reason, rule=rule, score=score)
        return replace(self, reasons=(*self.reasons, more), score=min(self.score, score if score is not None else 1.0))


def reading(
    name: str,
    canonical_id: str | None,
    country: str | None,
    sector: str | None,
    *,
    reason: str,
    rule: str,
    score: float,
) -> Reading:
    """A reading with its first reason."""
    because = Because(step=STEP, reason=reason, rule=rule, score=score)
    return Reading(
        name=name, canonical_id=canonical_id, country=country, sector=sector, reasons=(because,), score=score
    )
