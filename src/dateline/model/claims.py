"""Claims: checkable statements in a report. What the records say to them is in :mod:`dateline.model.verdicts`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.because import Because
from dateline.model.spans import Evidence


class ClaimKind(StrEnum):
    """What is claimed: a quantity, or, from ``DATE`` on, a fact that only ``dateline check`` looks for."""

    VOTE_TALLY = "vote_tally"
    SHARE = "share"
    RANK = "rank"
    AMOUNT = "amount"
    COUNT = "count"
    DATE = "date"
    VETO = "veto"
    BLOCKED = "blocked"
    EMBARGO = "embargo"
    LISTING = "listing"
    OFFICE = "office"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One checkable statement.

    Attributes:
        id: Content hash of document text, offsets and kind.
        evidence: The words of the claim.
        kind: What sort of quantity.
        subject, predicate, object: Who or what is said to have which relation to what; None when unsaid.
        value: Normalised: "119-1-36", "16", "2", "3000000000".
        unit: "votes", "percent", "rank", a currency code, or the thing counted.
        period: Words giving the period, or None.
        attributed_to: The words naming who claims it, or None.
    """

    id: str
    document_id: str
    sentence: int
    evidence: Evidence
    kind: ClaimKind
    subject: str | None
    predicate: str | None
    object: str | None
    value: str
    unit: str | None
    period: str | None
    attributed_to: Evidence | None = None
    certainty: float = 0.5
    because: tuple[Because, ...] = ()
