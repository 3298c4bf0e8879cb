"""Entries of a timeline: what happened, when and how precisely, in words, with the source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.dates import ImpreciseDate
from dateline.model.reference import Provenance


class MomentKind(StrEnum):
    """What happened."""

    EVENT = "event"
    VOTE = "vote"
    VETO = "veto"
    TRANSFER = "transfer"
    EMBARGO = "embargo_begins"
    EMBARGO_END = "embargo_ends"
    LISTING = "sanctions_listing"
    DELISTING = "sanctions_delisting"
    OFFICE = "office_begins"
    OFFICE_END = "office_ends"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One entry.

    Attributes:
        when: The interval; a delivery is a year, a term of office begins in the unit of its source.
        words: What happened, in words with units.
        quote: The report's words, for events.
        modality: Of events; None for records.
        source: Where it is from: publisher, or data set and vintage.
        reference: Id of the event or of the reference row.
        provenance: Of the reference row; None for events and for what the project's own vocabulary tells.
        estimated: Whether the register flags it; None where that does not apply.
    """

    kind: MomentKind
    when: ImpreciseDate
    words: str
    source: str
    reference: str
    quote: str = ""
    url: str | None = None
    modality: str | None = None
    certainty: float | None = None
    estimated: bool | None = None
    provenance: Provenance | None = None


def of_kind(moments: Iterable[Moment], *kinds: MomentKind) -> tuple[Moment, ...]:
    """Those of some kinds, in their order."""
    return tuple(each for each in moments if each.kind in kinds)
