"""Verdicts: a claim held against reference records, with the readings under which it holds. Never a bare "true"."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.because import Because
from dateline.model.provenance import Provenance


class VerdictStatus(StrEnum):
    """What a check against reference records found."""

    SUPPORTED = "supported"
    SUPPORTED_ONLY_IF = "supported_only_if"
    CONTRADICTED = "contradicted"
    UNIT_ERROR_SUSPECTED = "unit_error_suspected"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read a claim, and what the records give under it.

    Attributes:
        window: The years or the day ("2016–2020", "2021-06-18").
        vintage: The edition of the records, or None where they name none.
        measure: What is counted and how ("TIV by year of delivery").
        estimates: Which rows flagged as estimates count: "all", "none", or which one is left out.
        value: What the records give: a fraction for shares, a place for ranks, millions for TIV, votes for tallies.
        unit: "share", "rank", "tiv" or "votes".
        fits: Whether the claim holds under it.
        first_choice: It is the reading that the words call for: the told period, else the freshest at publication.
        estimated_share: Part of the value (0 to 1) that rests on rows flagged as estimates; None where nothing tells.
        rows: How many reference rows it adds up.
    """

    window: str
    vintage: str | None
    measure: str
    value: float
    unit: str
    fits: bool
    first_choice: bool = False
    estimates: str = "all"
    estimated_share: float | None = None
    rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRow:
    """A reference row that a verdict rests on: what it says in one line, and where it is from."""

    id: str
    says: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """A claim held against reference records.

    Attributes:
        claim_id: The claim.
        status: The finding.
        summary: The finding in one or two plain sentences, with the figures.
        readings: Every reading of the declared grid that was tried, those that fit first.
        formula: How the compared value was computed, with the numbers; "" where nothing was computed.
        rows: The reference rows used.
        estimated_share: Part of the first-choice value (0 to 1) that rests on rows flagged as estimates, or None.
        needed: For ``not_checkable``: which records would decide it, and how to load them.
        matched: How the records were found ("by day, body and topic").
        record: Key of the record that was matched (a resolution's symbol and day), the same for every report on it.
        because: The steps with their values.
    """

    claim_id: str
    status: VerdictStatus
    summary: str
    readings: tuple[Reading, ...] = ()
    formula: str = ""
    rows: tuple[ReferenceRow, ...] = ()
    estimated_share: float | None = None
    needed: str = ""
    matched: str = ""
    record: str = ""
    because: tuple[Because, ...] = ()
