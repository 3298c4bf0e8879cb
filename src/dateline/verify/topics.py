"""Topics: whether a share, rank or sum is on what a register of arms transfers counts, and if not, why not."""

from __future__ import annotations

import re

from dateline.verify.sides import states_in
from dateline.verify.told import Told

_ARMS = re.compile(
    r"\b(?:arms?|weapons?|weaponry|military|defen[cs]e|missiles?|ammunition|munitions?|armaments?|hardware|aircraft|jets?"
    r"|warships?|submarines?|tanks?|helicopters?|drones?|guns?)\b",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"\b(?:import|export|sale|sell|sold|suppl|deliver|purchas|buy|bought|transfer|shipment|deal|contract|procur|provid"
    r"|trade|customer|buyer|recipient|client|market|source|imported|account|arsenal|made|worth|shipped|dealer|vendor|get"
    r"|gets|receiv|splash|spen|rel|order)\w*",
    re.IGNORECASE,
)
#: Wholes that are no trade: what stands behind "percent of" or "largest".
_OTHER = re.compile(
    r"\b(?:budget|spending|troops|soldiers|personnel|seats|voters|ballots|aids?|assistance|donations?|seiz\w+|captur\w+"
    r"|stolen|smuggl\w+|destroy\w+|lost)\b",
    re.IGNORECASE,
)
#: What is in service is no flow of a few years.
_STOCK = re.compile(
    r"\b(?:inventory|in service|stocks?|stockpile|arsenal|fleet"
    r"|of (?:\w+[- ])?origin|equipment (?:is|are|in)|(?:is|are) of)\b",
    re.IGNORECASE,
)
#: One kind of weapons is no total; arms and weapons beside it make it one.
_KIND = re.compile(
    r"\b(?:small arms|fighter jets?|jets|warplanes|tanks|helicopters|submarines|warships|drones|missiles|artillery"
    r"|ammunition|shells|rifles|air[- ]defen[cs]e systems?)\b",
    re.IGNORECASE,
)
_ALL = re.compile(
    r"\b(?<!small )(?:arms|weapons|weaponry|armaments|military (?:imports|equipment|hardware))\b", re.IGNORECASE
)
_REACH = 60


def off_topic(told: Told) -> str:
    """Why a claim is on nothing that a register of transfers counts, in words; "" where it is on such a thing."""
    text = told.sentence
    if not _ARMS.search(text) or not (_TRADE.search(text) or _two_states(text)):
        return "It is no share, rank or sum of arms supplied."
    whole = text[told.at : told.at + len(told.words) + _REACH]
    head = re.split(r"[;:]|,\s(?:and|but|while)\b", whole)[0]
    if _OTHER.search(head):
        return "It is on another thing than the arms trade (aid, budgets, seizures, losses)."
    if _STOCK.search(head):
        return "It is on arms in service; a register of transfers tells what was delivered in given years."
    if _KIND.search(head) and not _ALL.search(head):
        return "It is on one kind of weapons; the totals of a register are over all major weapons."
    return ""


def _two_states(text: str) -> bool:
    return len({each.territory.iso3 for each in states_in(text)}) > 1
