"""How strongly a place is tied to an act, in the light of who acts and what sort of act it is: :func:`adjusted`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dateline.model import EventMention, Evidence, Party, Place, PlacePrecision
from dateline.resolve.place_carry import SAID
from dateline.resolve.place_relations import Tie
from dateline.resolve.place_words import capital_of

#: A place tied less strongly than this says nothing about the event.
TIED = 0.35
#: What "from X" adds to a tie by type: one withdraws from there, but one is not attacked there.
_FROM = {"ASSAULT": -0.35, "RETREAT": 0.2, "SANCTION": 0.1, "AID": -0.15, "CONSULT": -0.3}


def adjusted(found: Tie, words: Evidence, place: Place | None, mention: EventMention) -> Tie:
    """The tie in the light of who acts and what sort of act it is."""
    strength = found.strength
    national = place is not None and place.precision is PlacePrecision.COUNTRY
    if found.how == "modifier" and (national or capital_of(words.text) is not None):
        strength = 0.0
    elif found.qualifies and national:
        strength *= 0.55
    if place is not None and place.country is None and place.precision is PlacePrecision.REGION:
        strength -= 0.35
    if found.how == "from":
        strength += _FROM.get(mention.event_type, 0.0)
    if found.nested and mention.event_type in SAID - {"AGREE"}:  # what is agreed or planned has its own place
        strength -= 0.7
    acting = found.how == "subject" or (national and found.how in {"modifier", "object"})
    if acting and _is_party(words, mention.actors):
        strength -= 0.5
    if _is_party(words, mention.recipients) and mention.event_type in SAID:
        strength -= 0.4
    return replace(found, strength=strength)


def _is_party(place: Evidence, parties: Sequence[Party]) -> bool:
    return any(
        party.evidence is not None and party.evidence.start <= place.start and place.end <= party.evidence.end
        for party in parties
    )
