"""The analyst's questions: who arms whom, who met whom, who voted how, what was forbidden, in what order.

Each question is a function from the record or the official records to one typed answer, which says what it cannot tell.
"""

from __future__ import annotations

from dateline.query.asking.contacts import ContactList, Telling, ToldEvent, contacts
from dateline.query.asking.embargoes import Embargo, EmbargoAnswer, InForce, embargoes_on
from dateline.query.asking.supply import recipients_of, suppliers_of
from dateline.query.asking.supply_answers import EditionSupply, Recorded, SupplyAnswer, SupplyTerms
from dateline.query.asking.voting import CountryVote, VotingRecord, votes_of

__all__ = [
    "ContactList",
    "CountryVote",
    "EditionSupply",
    "Embargo",
    "EmbargoAnswer",
    "InForce",
    "Recorded",
    "SupplyAnswer",
    "SupplyTerms",
    "Telling",
    "ToldEvent",
    "VotingRecord",
    "contacts",
    "embargoes_on",
    "recipients_of",
    "suppliers_of",
    "votes_of",
]
