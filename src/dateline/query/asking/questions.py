"""The analyst's questions to one record, as ``record.ask``."""

from __future__ import annotations

import datetime as dt
from typing import Any

from dateline.query.asking.contacts import ContactList, contacts
from dateline.query.asking.embargoes import EmbargoAnswer, embargoes_on
from dateline.query.asking.moments import Moment
from dateline.query.asking.supply import recipients_of, suppliers_of
from dateline.query.asking.supply_answers import SupplyAnswer, SupplyTerms
from dateline.query.asking.timeline import timeline
from dateline.query.asking.voting import VotingRecord, votes_of
from dateline.query.sanctions import SanctionAnswer, sanctions_on
from dateline.store import Store


class Questions:
    """Each question as a method; states are given by name or code, and each answer says what it cannot tell.

    Args:
        store: Where the record lies.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def suppliers(self, recipient: str, **terms: Any) -> SupplyAnswer:
        """Who arms a state; the terms are those of :class:`~dateline.query.asking.SupplyTerms`."""
        return suppliers_of(self._store.reference, recipient, SupplyTerms(**terms))

    def recipients(self, supplier: str, **terms: Any) -> SupplyAnswer:
        """Whom a state arms; the terms are those of :class:`~dateline.query.asking.SupplyTerms`."""
        return recipients_of(self._store.reference, supplier, SupplyTerms(**terms))

    def contacts(self, of: str, partner: str | None = None, **options: Any) -> ContactList:
        """Meetings, visits, calls and other cooperation; see :func:`~dateline.query.asking.contacts.contacts`."""
        return contacts(self._store, of, partner, **options)

    def votes(self, country: str, **options: Any) -> VotingRecord:
        """How a state voted; see :func:`~dateline.query.asking.voting.votes_of`."""
        return votes_of(self._store.reference, country, **options)

    def sanctions(self, who: str, day: dt.date, *, similar: bool = False) -> SanctionAnswer:
        """Whether a party was under sanctions on a day; see :func:`~dateline.query.sanctions.sanctions_on`."""
        return sanctions_on(self._store.reference, who, day, similar=similar)

    def embargoes(self, country: str, day: dt.date, *, all_measures: bool = False) -> EmbargoAnswer:
        """Embargoes on a state; see :func:`~dateline.query.asking.embargoes.embargoes_on`."""
        return embargoes_on(self._store.reference, country, day, all_measures=all_measures)

    def timeline(self, of: str, partner: str | None = None, **options: Any) -> tuple[Moment, ...]:
        """Everything dated in one list; see :func:`~dateline.query.asking.timeline.timeline`."""
        return timeline(self._store, self._store.reference, of, partner, **options)
