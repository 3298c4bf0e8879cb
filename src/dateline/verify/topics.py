"""Topics: whether a claim is on the arms trade at all."""

from __future__ import annotations

import re

from dateline.verify.sides import states_in
from dateline.verify.told import Told

_ARMS = re.compile(
    r"\b(?:arms?|weapons?|weaponry|military|defen[cs]e|missiles?|ammunition|munitions?|armaments?|hardware|aircraft|jets?|"
    r"warships?|submarines?|tanks?|helicopters?|drones?|guns?)\b",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"\b(?:import|export|sale|sell|sold|suppl|deliver|purchas|buy|bought|transfer|shipment|deal|contract|procur|provid|trade|"
    r"customer|buyer|recipient|client|market|source|imported|account|arsenal|made|worth|shipped|dealer|vendor|get|gets|receiv|splash|spen|rel|order)\w*",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:budget|spending|troops|soldiers|personnel|seats|voters|ballots)\b", re.IGNORECASE)


def about_arms_trade(told: Told) -> bool:
    """Whether the sentence speaks of arms bought, sold or delivered, or of the arms of two states."""
    text = told.sentence
    if not _ARMS.search(text) or _OTHER.search(told.words):
        return False
    return bool(_TRADE.search(text)) or len({each.territory.iso3 for each in states_in(text)}) > 1
