"""Topics: whether a claim is on the arms trade at all."""

from __future__ import annotations

import re

from dateline.verify.told import Told

_ARMS = re.compile(
    r"\b(?:arms?|weapons?|weaponry|military|defen[cs]e|missiles?|ammunition|munitions?|armaments?|hardware|aircraft|jets?|"
    r"warships?|submarines?|tanks?|helicopters?|drones?|guns?)\b",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"\b(?:import|export|sale|sell|sold|suppl|deliver|purchas|buy|bought|transfer|shipment|deal|contract|procur|provid|trade|"
    r"customer|buyer|recipient|client|market|source|imported|account|arsenal|made|worth|shipped|dealer|vendor|get|gets|receiv|splash|order)\w*",
    re.IGNORECASE,
)
_OTHER = re.compile(r"\b(?:budget|spending|troops|soldiers|personnel|seats|voters|ballots)\b", re.IGNORECASE)


def about_arms_trade(told: Told) -> bool:
    """Whether the sentence speaks of arms bought, sold or delivered."""
    text = told.sentence
    return bool(_ARMS.search(text) and _TRADE.search(text)) and not _OTHER.search(told.words)
