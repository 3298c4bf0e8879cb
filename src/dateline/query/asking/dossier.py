"""A dossier: all answers about a state, or about two, side by side; what a page or a file is made of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateline.model import Claim, Verdict
from dateline.model.reference import ArmsTransfer
from dateline.query.asking.contacts import ContactList, ToldEvent
from dateline.query.asking.embargoes import EmbargoAnswer
from dateline.query.asking.moments import Moment
from dateline.query.asking.supply_answers import SupplyAnswer
from dateline.query.asking.voting import VotingRecord
from dateline.query.reference import EditionRow
from dateline.query.sanctions import SanctionAnswer
from dateline.store import Counts, DocumentHead


@dataclass(frozen=True, slots=True, kw_only=True)
class YearSupply:
    """What one supplier delivered in one year, in millions of TIV.

    Attributes:
        estimated: The part that rests on rows flagged as estimates; None where the edition has no flags.
        rows: Ids of the reference rows.
    """

    partner: str
    name: str
    year: int
    tiv: float
    estimated: float | None
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedClaim:
    """A claim of a report with its sentence and verdict; ``differs`` says what other reports claim instead."""

    claim: Claim
    verdict: Verdict
    sentence: str
    document: DocumentHead
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RowPlace:
    """Where a row of a register stands: ``line`` of the file, the publisher's number of the ``deal``, or None."""

    line: int
    deal: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """Everything asked about a state.

    Attributes:
        of, name, partner, partner_name: The state, and the other one or None.
        day: The day for which measures are asked.
        supplies: Who arms the state, in several windows; the freshest first, then those of order.
        recipients: Whom the state armed in the freshest window; None where no edition tells.
        deals: What the other one delivered to the state, from the freshest register, the newest order first.
        years: Deliveries by supplier and year, from the freshest register.
        years_edition: Name of that edition; "" where there is none.
        years_end: The last year that it reaches.
        reported: Events about arms, newest first; :meth:`beyond` marks those that the register cannot have.
        contacts: Meetings and other cooperation, newest first.
        votes: The state's votes on itself, compared with the partner's.
        embargoes, partner_embargoes: Programmes and embargoes against the state, and the other one, on the day.
        sanctions: Parties of the contacts that are on a list: on the day of the contact, and on the day.
        listed: Number of parties of the state on each list.
        claims: Claims that a record is about, of reports on the two first, then of others on the state.
        moments: The timeline.
        places: Where rows stand, by id.
        files: What is loaded.
        notes: What the dossier cannot tell.
    """

    of: str
    name: str
    partner: str | None
    partner_name: str | None
    day: dt.date
    counts: Counts
    supplies: tuple[SupplyAnswer, ...]
    recipients: SupplyAnswer | None
    deals: tuple[ArmsTransfer, ...]
    years: tuple[YearSupply, ...]
    years_edition: str
    years_end: int | None
    reported: tuple[ToldEvent, ...]
    contacts: ContactList
    votes: VotingRecord
    embargoes: EmbargoAnswer
    partner_embargoes: EmbargoAnswer | None
    sanctions: tuple[tuple[SanctionAnswer, SanctionAnswer], ...]
    listed: tuple[tuple[str, int], ...]
    claims: tuple[CheckedClaim, ...]
    moments: tuple[Moment, ...]
    places: dict[str, RowPlace]
    files: tuple[EditionRow, ...]
    notes: tuple[str, ...] = ()

    def beyond(self, told: ToldEvent) -> bool:
        """Whether an event lies after the register's last year: reported, not in the register."""
        when = told.event.when
        return when is not None and (self.years_end is None or when.earliest.year > self.years_end)
