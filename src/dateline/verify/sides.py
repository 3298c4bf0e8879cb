"""Sides: which states a sentence about arms makes suppliers and which recipients.

Cues around the words for states decide ("Myanmar's imports", "delivered to Kenya", "bought from Russia"); what the
coder read as subject and object comes second, then the order of the words, then the text before the sentence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.verify.told import Told
from dateline.vocab.territories import TerritoryMention, TerritoryWord, lookup_territory, territory_mentions

_GOODS = (
    r"(?:(?:major|conventional|heavy|main|total|overall|all|its|their|military|defen[cs]e|foreign|new|own)\s)*"
    r"(?:arms?|weapons?|weaponry|military|defen[cs]e|missile|ammunition|armament|hardware|arsenal)"
)
#: Behind a state: it takes.
_TAKES_AFTER = re.compile(
    rf"(?:[’']s?\s(?:\w+\s){{0,2}}?{_GOODS}(?!\s(?:sales|exports?|exporters?|suppliers?\sto|supplies|shipments?|deliver))"
    rf"|[’']s?\s(?:\w+[-\s]){{0,3}}?(?:{_GOODS}\s)?(?:suppliers?|providers?|sources?|sellers?|vendors?|imports?|purchases|dealers?)\b"
    rf"|\s(?:{_GOODS}\s)?(?:imports|purchases)\b"
    r"|\s(?:(?:still|also|now|has|have|had)\s)*(?:import|buy|bought|purchas|acquir|obtain|receiv|get[s ]|got|procur|"
    r"splash|spen[dt]|sign|agreed|agrees|ordered|orders))",
    re.IGNORECASE,
)
#: Before a state: it takes ("arms to Kenya", "supplied Kenya").
_TAKES_BEFORE = re.compile(
    r"(?:\b(?:to|for|into)\s(?:the\s)?(?:\w+[’']s\s)?|\b(?:imported|bought|purchased|acquired|received|ordered|procured)\sby\s(?:the\s)?"
    r"|\b(?:deals|contracts|trade|business)\swith\s(?:the\s)?"
    r"|\b(?:sell|sells|sold|selling|give|gives|gave|given|supply|supplies|supplied|supplying|arm|arms|armed|arming|send|sends|sent)\s(?:the\s)?)$",
    re.IGNORECASE,
)
#: Before a state: it gives.
_GIVES_BEFORE = re.compile(
    r"(?:\bfrom\s(?:the\s)?|\bmade\sin\s|\b(?:supplied|delivered|sold|provided|exported|made)\sby\s(?:the\s)?"
    r"|\b(?:deal|deals|contract|contracts|agreement)\swith\s(?:the\s)?|\b(?:come|comes|came)\sfrom\s(?:the\s)?)$",
    re.IGNORECASE,
)
#: Behind a state: it gives ("Russian-made", "Russia's arms exports", "Russian weapons").
_GIVES_AFTER = re.compile(
    rf"(?:[-\s]made\b|[’']s?\s(?:{_GOODS}\s)?(?:exports|sales|deliveries|shipments)\b|[’']s?\sshare\b|\s(?:{_GOODS}\s)?(?:exports|sales)\b"
    rf"|\s{_GOODS}\b|\s(?:account|suppl|deliver|provid|export|sell|sold|ship|is\sthe\ssource|was\sthe\ssource))",
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:,\s(?:and\s)?|\sand\s(?:the\s)?|\stogether\swith\s|\splus\s)(?:the\s)?")
_ALONE = re.compile(
    r"\b(?:After|Behind|Unlike|Besides|behind|after|overtaken|ahead of|second only to|than|denies)\s(?:the\s)?$"
)
_WORLD = re.compile(
    r"\b(?:global|world(?:wide|[’']s)?|international|all)\s(?:\w+\s){0,2}(?:arms|weapons|exports?|imports?|exporter|importer|supplier)|\bworld[’']s\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Alpha-3 codes of suppliers and recipient; ``world`` where the other side is the whole world."""

    suppliers: tuple[str, ...]
    recipient: str | None
    world: bool
    why: str


def states_in(text: str) -> list[TerritoryMention]:
    """The words for states in a text that may act: names, adjectives, capitals; no places, no "pro-Russian"."""
    return [
        each
        for each in territory_mentions(text)
        if each.territory.iso3
        and not each.relation
        and each.how in (TerritoryWord.NAME, TerritoryWord.ADJECTIVE, TerritoryWord.CAPITAL, TerritoryWord.GOVERNMENT)
    ]


def sides(told: Told) -> Sides:
    """Suppliers and recipient of a claim on arms."""
    held = states_in(told.sentence)
    takes = _taker(told, held)
    gives = _givers(told, held, takes)
    world = takes is None and bool(_WORLD.search(told.sentence))
    why = []
    if takes is None and not world:
        takes = _earlier(told, set(gives))
        why.append("the recipient is the state named last before")
    if not gives:
        earlier = _earlier(told, {takes} if takes else set())
        gives = (earlier,) if earlier and not world else ()
        if earlier:
            why.append("the supplier is the state named last before")
    return Sides(suppliers=gives, recipient=takes, world=world, why="; ".join(why) or "both named in the sentence")


def _taker(told: Told, held: list[TerritoryMention]) -> str | None:
    text = told.sentence
    for pattern_first in (True, False):
        for each in held:
            before, after = text[max(0, each.start - 60) : each.start], text[each.end : each.end + 60]
            if _GIVES_BEFORE.search(before):
                continue
            if pattern_first and _TAKES_BEFORE.search(before):
                return each.territory.iso3
            if not pattern_first and _TAKES_AFTER.match(after):
                return each.territory.iso3
    told_object = _state(told.claim.object)
    return told_object if told_object and told_object != _state(told.claim.subject) else None


def _givers(told: Told, held: list[TerritoryMention], takes: str | None) -> tuple[str, ...]:
    text = told.sentence
    others = [each for each in held if each.territory.iso3 != takes]
    for each in others:
        if _GIVES_BEFORE.search(text[max(0, each.start - 60) : each.start]):
            return _group(text, others, each)
    subject = _state(told.claim.subject)
    if subject is not None and subject != takes:
        first = next((each for each in others if each.territory.iso3 == subject), None)
        return _group(text, others, first) if first is not None else (subject,)
    for each in others:
        if _GIVES_AFTER.match(text[each.end :]):
            return _group(text, others, each)
    first = next((e for e in others if not _ALONE.search(text[max(0, e.start - 20) : e.start])), None)
    return _group(text, others, first) if first is not None else ()


def _group(text: str, held: list[TerritoryMention], one: TerritoryMention) -> tuple[str, ...]:
    """A state with those that "and" and commas join to it, sorted by code."""
    at = held.index(one)
    first = last = at
    while (
        first > 0
        and _JOINED.fullmatch(text[held[first - 1].end : held[first].start])
        and not _cut(text, held[first - 1])
    ):
        first -= 1
    while last + 1 < len(held) and _JOINED.fullmatch(text[held[last].end : held[last + 1].start]):
        last += 1
    if _cut(text, held[first]) and first != at:
        first = at
    return tuple(sorted({each.territory.iso3 for each in held[first : last + 1]}))


def _cut(text: str, each: TerritoryMention) -> bool:
    """Whether a state only stands beside ("After China, Russia …")."""
    return bool(_ALONE.search(text[max(0, each.start - 20) : each.start]))


def _earlier(told: Told, not_these: set[str]) -> str | None:
    """The state named last before the sentence, else in the title."""
    for text in (told.before, told.title):
        for each in reversed(states_in(text)):
            if each.territory.iso3 not in not_these:
                return each.territory.iso3
    return None


def _state(phrase: str | None) -> str | None:
    """The one state that a phrase names or begins with."""
    if not phrase:
        return None
    whole = lookup_territory(phrase)
    if whole is not None:
        return whole.iso3 or None
    found = states_in(phrase)
    return found[0].territory.iso3 if found else None
