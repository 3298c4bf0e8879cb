"""Parties: who acts and who is acted upon, as worded and as resolved."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.because import Because
from dateline.model.spans import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One side of an act.

    Attributes:
        evidence: The words in the sentence, or None where the sentence leaves the party unsaid.
        name: The fullest name or best description the document gives; after resolution the canonical name.
        canonical_id: Id of the resolved Entity, or None.
        country: ISO 3166 alpha-3 of the state it belongs to; None for international bodies and unknown.
        sector: PLOVER sector code (``GOV``, ``MIL`` …; see ``dateline vocab sectors``), or None.
        because: How name, country and sector were reached.
    """

    evidence: Evidence | None
    name: str
    canonical_id: str | None = None
    country: str | None = None
    sector: str | None = None
    because: tuple[Because, ...] = ()
