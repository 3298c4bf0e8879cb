"""Claims: checkable statements in a report, and verdicts on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.because import Because
from dateline.model.spans import Evidence


class ClaimKind(StrEnum):
    """What sort of quantity is claimed."""

    VOTE_TALLY = "vote_tally"
    SHARE = "share"
    RANK = "rank"
    AMOUNT = "amount"
    COUNT = "count"
    DATE = "date"


class VerdictKind(StrEnum):
    """What a check against reference records found."""

    SUPPORTED = "supported"
    SUPPORTED_ONLY_IF = "supported_only_if"
    CONTRADICTED = "contradicted"
    UNIT_ERROR_SUSPECTED = "unit_error_suspected"
    NOT_CHECKABLE = "not_checkable"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A claim held against reference records.

    Attributes:
        claim_id: The claim.
        kind: The finding.
        reading: For ``supported_only_if``: window, vintage and basis under which it holds.
        formula: How the compared value was computed.
        rows: Ids of the reference rows used.
        needed: For ``not_checkable``: which records would decide it.
    """

    claim_id: str
    kind: VerdictKind
    reading: str | None
    formula: str | None
    rows: tuple[str, ...]
    needed: str | None = None
    because: tuple[Because, ...] = ()
