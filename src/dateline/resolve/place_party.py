"""Where an act happens when nothing says where: the country of one side, for acts that are bound to it."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import EventMention

#: Types (with a mode, where only that mode) that happen where the recipient is.
_AT_RECIPIENT = frozenset({("ASSAULT", None), ("AID", None), ("CONSULT", "visit"), ("COERCE", "misinformation")})
#: Types that happen where the actor is.
_AT_ACTOR = frozenset({("PROTEST", None), ("COERCE", None), ("MOBILIZE", None), ("RETREAT", "release")})
#: Types that happen where all sides are.
_AT_BOTH = frozenset({("RETREAT", "ceasefire"), ("ASSAULT", None)})
#: Sectors that fight at home.
_AT_HOME = frozenset({"REB", "CVL", "COP", "CRM", "PTY", "REL"})
_ABROAD = frozenset({("COERCE", "cyber"), ("COERCE", "withhold")})


@dataclass(frozen=True, slots=True)
class PartyCountry:
    """A country (ISO3), why it is taken, and the name of the rule."""

    country: str
    reason: str
    rule: str


def country_of_parties(mention: EventMention) -> PartyCountry | None:
    """The country that follows from who acts on whom, or None when several or none do."""
    exact, kinds = (
        {(mention.event_type, mention.mode)},
        {(mention.event_type, None), (mention.event_type, mention.mode)},
    )
    if kinds & _ABROAD:
        return None
    actors = {party.country for party in mention.actors if party.country}
    recipients = {party.country for party in mention.recipients if party.country}
    if kinds & _AT_RECIPIENT and len(recipients) == 1 and not exact & _AT_ACTOR:
        return PartyCountry(min(recipients), "such acts mostly happen in the recipient's country", "recipient country")
    if kinds & _AT_ACTOR and len(actors) == 1 and not exact & _AT_RECIPIENT:
        return PartyCountry(min(actors), "such acts mostly happen in the actor's country", "actor country")
    home = mention.event_type != "ASSAULT" or len(mention.actors) > 1
    home = home or any(party.sector in _AT_HOME for party in mention.actors)
    if kinds & _AT_BOTH and not mention.recipients and len(actors) == 1 and home:
        return PartyCountry(min(actors), "all sides are of one country", "common country")
    if len(actors) == 1 and actors == recipients:
        return PartyCountry(min(actors), "both sides are of one country", "domestic")
    return None
