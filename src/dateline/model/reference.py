"""Reference records: what official registers, lists and minutes say."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a reference row is from: every row keeps this.

    Attributes:
        source: Data set and publisher.
        vintage: The edition the publisher names, or None.
        retrieved: Day the file was retrieved.
        licence: Short licence note.
        sha256: Hash of the file.
        line: 1-based line or record number in it.
    """

    source: str
    vintage: str | None
    retrieved: dt.date | None
    licence: str
    sha256: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmsTransfer:
    """One deal of an arms-transfer register; values in TIV (trend-indicator values, not money)."""

    id: str
    supplier: str
    recipient: str
    designation: str
    description: str
    order_year: int | None
    order_estimated: bool
    quantity_ordered: float | None
    delivery_years: tuple[int, ...]
    delivery_estimated: bool
    quantity_delivered: float | None
    tiv_per_unit: float | None
    tiv_delivered: float | None
    provenance: Provenance


class Vote(StrEnum):
    """One member's ballot."""

    YES = "yes"
    NO = "no"
    ABSTAIN = "abstain"
    NOT_VOTING = "not_voting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """A vote of a body: for + against + abstaining + not voting = members."""

    id: str
    body: str
    symbol: str
    title: str
    day: dt.date
    yes: int
    no: int
    abstain: int
    not_voting: int | None
    adopted: bool
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """How one country voted on one resolution."""

    resolution: str
    country: str
    vote: Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class Veto:
    """A veto in the Security Council."""

    id: str
    day: dt.date
    draft: str
    subject: str
    vetoing: tuple[str, ...]
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A sanctions programme or embargo of one authority; dates are None when not public."""

    id: str
    authority: str
    target_country: str | None
    title: str
    measures: tuple[str, ...]
    start: dt.date | None
    end: dt.date | None
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionDesignation:
    """One listing of one party under a programme."""

    id: str
    programme: str
    name: str
    aliases: tuple[str, ...]
    country: str | None
    listed: dt.date | None
    delisted: dt.date | None
    provenance: Provenance
