"""The reference half of the store: editions of reference files, and the records that they hold.

``tests/store/test_reference_contract.py`` says what each method promises.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol

from dateline.model.reference import (
    ArmsTransfer,
    BadRow,
    Ballot,
    Edition,
    Note,
    OfficeTerm,
    Programme,
    ReferenceRecord,
    Resolution,
    SanctionDesignation,
    TivCell,
    Veto,
    Vote,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionRow:
    """One imported file.

    Attributes:
        edition: What the file is.
        file: Name of the file, without its folder.
        imported: When it was imported.
        vintages: The editions that its rows name; more than one where a table sets several side by side.
        rows: Number of records by class name ("ArmsTransfer").
        rejects: Number of rows that were not read.
        notes: What its reader remarked.
        first_year, last_year: Of deliveries or votes; None where the file has neither.
    """

    edition: Edition
    file: str
    imported: dt.datetime
    vintages: tuple[str, ...]
    rows: dict[str, int] = field(default_factory=dict)
    rejects: int = 0
    notes: tuple[Note, ...] = ()
    first_year: int | None = None
    last_year: int | None = None

    @property
    def id(self) -> str:
        """Id of the edition."""
        return self.edition.id


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotChange:
    """A ballot that two files give otherwise; ``vote`` is the publisher's number of the vote."""

    vote: str
    symbol: str
    country: str
    old: Vote
    new: Vote


class ReferenceWriter(Protocol):
    """What an import writes. Each call is one transaction: done as a whole or not at all."""

    def add_edition(self, edition: Edition, file: str, items: Iterable[ReferenceRecord | BadRow | Note]) -> bool:
        """Add one file with all that its reader yields; False, and nothing read, when it is there already.

        Raises:
            RecordError: a ballot on a resolution that did not come before it; two records of one id.
        """

    def remove_edition(self, edition_id: str) -> bool:
        """Remove one file with all that came of it; False when it is not there."""


class ReferenceReader(Protocol):
    """What official records are asked. Rows of all vintages come side by side unless ``vintage`` names one.

    Countries are alpha-3 codes ("MMR"; "SUN" for the Soviet Union); days are included at both ends. A register row that
    two files of one vintage hold comes once, from the file imported last.
    """

    def editions(self, kind: str | None = None) -> tuple[EditionRow, ...]:
        """What is loaded, by kind and vintage."""

    def records(self, edition_id: str) -> tuple[ReferenceRecord, ...]:
        """All records of one file in its order, but ballots; () when there is none of that id."""

    def edition_rejects(self, edition_id: str | None = None) -> tuple[tuple[str, BadRow], ...]:
        """Rows that were not read, each with the id of its edition, in order."""

    def transfers(
        self, *, supplier: str | None = None, recipient: str | None = None, vintage: str | None = None
    ) -> tuple[ArmsTransfer, ...]:
        """Deals by code or printed name of the two sides.

        A group in a state is not the state: ask for it by its name.
        """

    def tiv(
        self, *, supplier: str | None = None, recipient: str | None = None, vintage: str | None = None
    ) -> tuple[TivCell, ...]:
        """Cells of value tables, by year."""

    def resolutions(
        self,
        *,
        body: str | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
        words: str | None = None,
        symbol: str | None = None,
    ) -> tuple[Resolution, ...]:
        """Votes, oldest first; ``words`` must all stand in title, agenda or subjects, by their beginnings."""

    def resolution(self, resolution_id: str) -> Resolution | None:
        """One vote."""

    def ballots(self, resolution_id: str) -> tuple[Ballot, ...]:
        """All ballots of one vote, by country; () where only its tally is known."""

    def ballots_of(
        self,
        country: str,
        *,
        body: str | None = None,
        words: str | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
    ) -> tuple[tuple[Resolution, Ballot], ...]:
        """How one country voted, oldest first."""

    def ballot_changes(self, old: str, new: str) -> tuple[BallotChange, ...]:
        """Ballots that two files, by id of the edition, give otherwise; members in only one of them play no part."""

    def vetoes(
        self, *, first: dt.date | None = None, last: dt.date | None = None, words: str | None = None
    ) -> tuple[Veto, ...]:
        """Vetoes, oldest first; ``words`` must all stand in subject, topic or draft."""

    def designations(
        self, *, name: str | None = None, day: dt.date | None = None, country: str | None = None
    ) -> tuple[SanctionDesignation, ...]:
        """Listings, in any order of the words of name or alias, or by entity id.

        With ``day`` those that the lists do not say were made later or ended before.
        """

    def programmes(self, *, country: str | None = None, day: dt.date | None = None) -> tuple[Programme, ...]:
        """Programmes and embargoes against a country; with ``day`` those not known to be out of force that day."""

    def offices(
        self, *, country: str | None = None, office: str | None = None, day: dt.date | None = None
    ) -> tuple[OfficeTerm, ...]:
        """Terms of office; with ``day`` those that may have run on it."""
