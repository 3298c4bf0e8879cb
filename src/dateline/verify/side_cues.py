"""Side cues: the words around a state that make it supplier or recipient of arms."""

from __future__ import annotations

import re

from dateline.vocab.territories import TerritoryMention, TerritoryWord

_REACH = 60
_GOODS = (
    r"(?:(?:major|conventional|heavy|main|total|overall|all|its|their|military|defen[cs]e|foreign|new|own)\s)*"
    r"(?:arms?|weapons?|weaponry|military|defen[cs]e|missile|ammunition|armament|hardware|arsenal)"
)
_OUT = r"(?:sales|exports?|exporters?|suppliers?\sto|supplies|shipments?|deliver)"
_MAY = r"(?:still|also|now|has|have|had|currently|mainly|mostly)"
#: Behind a state that takes: "Myanmar's arms imports", "Kenya's biggest supplier", "Vietnam buys".
_TAKES_AFTER = re.compile(
    rf"(?:[’']s?\s(?:\w+\s){{0,2}}?{_GOODS}(?!\s{_OUT})"
    rf"|[’']s?\s(?!share\b)(?:\w+[-\s]){{0,3}}?(?:{_GOODS}\s)?(?:suppliers?|providers?|sources?|sellers?|vendors?|imports?|purchases"
    r"|dealers?)\b"
    rf"|\s(?:{_GOODS}\s)?(?:imports|purchases)\b"
    rf"|,?\s(?:(?:which|{_MAY}|long)\s)*(?:rel(?:y|ies|ied|ying)|depend\w*)\s(?:\w+\s){{0,2}}?on\b"
    rf"|\s(?:{_MAY}\s)*(?:is to\s|will\s)?(?:pay|paid|import|buy|bought|purchas|acquir|obtain"
    r"|receiv|get[s ]|got|procur|splash|spen[dt]|sign|agree"
    r"|order))",
    re.IGNORECASE,
)
#: Before a state that takes: "arms to Kenya", "imported by India", "supplied Kenya".
_TAKES_BEFORE = re.compile(
    r"(?:\b(?:arms?|weapon\w*|sales?|suppl\w+|deliver\w*|ship\w*|export\w*|transfer\w*|provid\w+|s[eo]l[ld]\w*|sen[dt]\w*|worth"
    r"|imports?|contracts?|jets|missiles|tanks|drones|\w*craft|aid|dealer|dealers)\b(?:(?!\b(?:visit|trip|travel|flew|flight)\w*\b)[^.;])*?"
    r"\b(?:to|for|into)\s(?:the\s)?(?:\w+[’']s\s)?"
    r"|\b(?:imported|bought|purchased|acquired|received|ordered|procured)\sby\s(?:the\s)?"
    r"|\b(?:sell|sells|sold|selling|give|gives|gave|given|supply|supplies|supplied|supplying|arm|arms|armed|arming"
    r"|send|sends|sent)\s(?:the\s)?)$",
    re.IGNORECASE,
)
#: Before a state that gives: "from Russia", "made in China", "supplied by Iran".
_GIVES_BEFORE = re.compile(
    r"(?:\bfrom\s(?:[a-z-]+\s){0,2}|\b(?:rel(?:y|ies|ied|iant|ying)|depend\w*)\son\s(?:the\s)?|\bmade\sin\s(?:the\s)?|\b(?:supplied|delivered|sold|provided|exported|made)\sby\s(?:the\s)?"
    r"|\b(?:pay|pays|paid|paying|owes?)\s(?:the\s)?)$",
    re.IGNORECASE,
)
#: Behind a state that gives: "Russian-made", "Russia's arms exports", "Russian weapons".
_GIVES_AFTER = re.compile(
    rf"(?:[-\s]made\b|[’']s?\s(?:{_GOODS}\s)?(?:exports|sales|deliveries|shipments)\b|[’']s?\sshare\b"
    rf"|\s(?:{_GOODS}\s)?(?:exports|sales)\b|\s{_GOODS}\b"
    r"|,\s(?:its|their|the\scountry[’']s|the\sjunta[’']s)\s"
    r"|,?\s(?:(?:which|who|that|has|have|had)\s)*(?:account|suppl|deliver|provid|export|sell|sold|ship|is\sthe\ssource|was\sthe\ssource))",
    re.IGNORECASE,
)
#: Whom an adjective names as recipient ("sold to the Burmese army"); before goods it names their maker.
_FORCES = re.compile(
    r"\s(?:\w+\s)?(?:army|navy|military|forces?|air force|police|government|junta|regime|troops|generals)\b"
)
_MADE = re.compile(r"[-\s](?:made|built|supplied|origin)\b", re.IGNORECASE)
#: Of a deal "with" a state, the other side buys when it signs or orders, and sells otherwise.
_WITH = re.compile(r"\b(?:deals?|contracts?|agreements?|trade|business)\swith\s(?:the\s)?$", re.IGNORECASE)
_BUYS = re.compile(r"\b(?:signed\b|signs\b|agree[ds]?\b|ordered\b|buys?\b|bought|purchased|acquired)", re.IGNORECASE)
_BESIDE = re.compile(
    r"\b(?:After|Behind|Unlike|Besides|behind|after|overt(?:aken?|ook|aking)|displac\w+|replac\w+|surpass\w+|oust\w+|eclips\w+"
    r"|ahead of|[Ss]econd only to|than|denies)\s(?:the\s)?$"
)


def takes_before(text: str, each: TerritoryMention) -> bool:
    """Whether the words before a state make it the recipient."""
    before = _before(text, each)
    if each.how is TerritoryWord.ADJECTIVE and not _FORCES.match(text, each.end):
        return False
    return bool(_TAKES_BEFORE.search(before)) or bool(_WITH.search(before) and not _BUYS.search(text))


def takes_after(text: str, each: TerritoryMention) -> bool:
    """Whether the words behind a state make it the recipient."""
    return bool(_TAKES_AFTER.match(text[each.end : each.end + _REACH]))


def gives_before(text: str, each: TerritoryMention) -> bool:
    """Whether the words before a state make it a supplier."""
    before = _before(text, each)
    return bool(_GIVES_BEFORE.search(before)) or bool(_WITH.search(before) and _BUYS.search(text))


def gives_after(text: str, each: TerritoryMention) -> bool:
    """Whether the words behind a state make it a supplier."""
    return bool(_GIVES_AFTER.match(text[each.end : each.end + _REACH]))


def made_by(text: str, each: TerritoryMention) -> bool:
    """Whether an adjective says who made the goods ("Russian-made")."""
    return bool(_MADE.match(text, each.end))


def only_beside(text: str, each: TerritoryMention) -> bool:
    """Whether a state only stands beside ("After China, Russia …")."""
    return bool(_BESIDE.search(text[max(0, each.start - 20) : each.start]))


def _before(text: str, each: TerritoryMention) -> str:
    return text[max(0, each.start - _REACH) : each.start]
