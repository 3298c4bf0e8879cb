"""Facts: the part of the read protocol that checks ask."""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from dateline.model.reference import (
    ArmsTransfer,
    Ballot,
    OfficeTerm,
    Programme,
    Resolution,
    SanctionDesignation,
    TivCell,
    Veto,
)
from dateline.query.reference import EditionRow


class Facts(Protocol):
    """What a check may ask; :class:`dateline.query.reference.ReferenceReader` answers all of it."""

    def editions(self, kind: str | None = None) -> tuple[EditionRow, ...]:
        """The files that are loaded."""

    def transfers(
        self, *, supplier: str | None = None, recipient: str | None = None, vintage: str | None = None
    ) -> tuple[ArmsTransfer, ...]:
        """Deals by code of the two sides."""

    def tiv(
        self, *, supplier: str | None = None, recipient: str | None = None, vintage: str | None = None
    ) -> tuple[TivCell, ...]:
        """Cells of value tables."""

    def resolutions(
        self,
        *,
        body: str | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
        words: str | None = None,
        symbol: str | None = None,
    ) -> tuple[Resolution, ...]:
        """Votes, oldest first."""

    def ballots(self, resolution_id: str) -> tuple[Ballot, ...]:
        """All ballots of one vote; () where only its tally is known."""

    def vetoes(
        self, *, first: dt.date | None = None, last: dt.date | None = None, words: str | None = None
    ) -> tuple[Veto, ...]:
        """Vetoes, oldest first."""

    def designations(
        self, *, name: str | None = None, day: dt.date | None = None, country: str | None = None
    ) -> tuple[SanctionDesignation, ...]:
        """Listings by name or entity id."""

    def programmes(self, *, country: str | None = None, day: dt.date | None = None) -> tuple[Programme, ...]:
        """Programmes and embargoes against a country."""

    def offices(
        self, *, country: str | None = None, office: str | None = None, day: dt.date | None = None
    ) -> tuple[OfficeTerm, ...]:
        """Terms of office."""
