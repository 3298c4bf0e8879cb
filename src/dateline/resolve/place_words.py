"""Reads the words around a place name: how exactly they place something ("near", "northern", "'s airport")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Exactness(Enum):
    """How a phrase relates to the place it names."""

    AT = "at"
    PART = "part"
    NEAR = "near"
    FACILITY = "facility"


@dataclass(frozen=True, slots=True)
class Closeness:
    """How a phrase relates to the place it names, and the words that say so."""

    exactness: Exactness
    words: str = ""


_DIRECTION = r"(?:north|south)?[- ]?(?:north|south|east|west|central|centre|center|mid|upper|lower)(?:ern)?"
_AREA_NOUN = (
    r"(?:town|village|city|port|district|province|region|suburb|outpost|enclave|island|camp|area|state|governorate|"
    r"county|municipality|neighbou?rhood|settlement|capital|republic|kingdom|territory|peninsula|stronghold|hub|resort)"
)
_NAMED_BEFORE = re.compile(rf"\b{_AREA_NOUN}(?: city)?(?: of)?$", re.IGNORECASE)
_PART_BEFORE = re.compile(
    rf"(?:^|\b)(?:(?:far |the |remote |rural )*{_DIRECTION}(?: parts?| half| coast| side)?|"
    rf"(?:rest|parts?|areas|corner) of|the {_DIRECTION}(?: parts?)? of|rural|coastal|remote|mainland)$",
    re.IGNORECASE,
)
_THE_SIDE_OF = re.compile(rf"\bthe (?:far )?{_DIRECTION}(?: parts?)? of$", re.IGNORECASE)
_NEAR_BEFORE = re.compile(
    r"\b(?:near(?:by)?|close to|outside(?: of)?|adjacent to|around|not far from|along|off|coast of|outskirts of|"
    r"suburbs? of|vicinity of|border(?:s|ed|ing)? (?:of|with)?|border between|between|waters (?:off|near)|"
    rf"{_DIRECTION} of|(?:miles?|kilomet(?:er|re)s?|km)\b.{{0,30}}(?:of|from))(?: the)?$",
    re.IGNORECASE,
)
_NEAR_AFTER = re.compile(
    r"^(?:[-–/][A-Z]\w+)?(?:['’]s?)?(?: \w+)? (?:border|frontier|coast|coastline|shores?|waters|borderlands?)\b",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(rf"^['’]s? (?P<part>(?:far |remote )?{_DIRECTION})\b", re.IGNORECASE)
_FACILITY_AFTER = re.compile(
    r"^(?:['’]s?)? (?P<what>(?:international |military |main |central |city |national |general |nuclear |naval |"
    r"refugee |police |railway |train |bus |power |oil )*(?:airport|air ?base|base|university|hospital|prison|jail|"
    r"stadium|square|palace|embassy|consulate|mosque|church|synagogue|courthouse|headquarters|plant|station|refinery|"
    r"bridge|dam|market|hotel|airfield|barracks|shipyard|museum|zoo|racecourse))\b",
    re.IGNORECASE,
)


def closeness(before: str, after: str) -> Closeness:
    """How the words before and after a place name relate to it.

    Args:
        before: The words of the phrase before the name ("20 miles south of", "the border town of").
        after: The words after it ("'s eastern border", " international airport").
    """
    before = before.strip()
    facility = _FACILITY_AFTER.match(after)
    named = _NAMED_BEFORE.search(before)
    side = _THE_SIDE_OF.search(before)
    near = None if named or side else _NEAR_BEFORE.search(before)
    if near:
        return Closeness(Exactness.NEAR, near.group().strip())
    edge = _NEAR_AFTER.match(after)
    if edge and not named:
        return Closeness(Exactness.NEAR, edge.group().strip(" '’s"))
    if facility:
        return Closeness(Exactness.FACILITY, facility["what"])
    part = side or (None if named else _PART_BEFORE.search(before)) or _PART_AFTER.match(after)
    return Closeness(Exactness.PART, part.group().strip(" '’s")) if part else Closeness(Exactness.AT)


_CAPITAL = re.compile(r"^(?:the |its |their |his )?(?:(?P<of>\S.*?)(?:['’]s?)? )?capital(?: city)?$", re.IGNORECASE)
_CAPITAL_OF = re.compile(r"^(?:the )?capital(?: city)? of (?:the )?(?P<of>.+)$", re.IGNORECASE)
_THE_COUNTRY = re.compile(
    r"^(?:the|that|this|its|their) (?:country|nation|kingdom|island|republic|strip|enclave|territory|region|area|city|"
    r"town|village|province|island nation|state|strait|peninsula|provincial capital|site|scene)$",
    re.IGNORECASE,
)


def capital_of(words: str) -> str | None:
    """Whose capital a phrase names: "Belarusian" in "the Belarusian capital", "" in "the capital"; else None."""
    match = _CAPITAL_OF.match(words.strip()) or _CAPITAL.match(words.strip())
    return None if match is None else (match["of"] or "")


def refers_back(words: str) -> bool:
    """Whether a phrase only points back to a place named before ("the city", "the country")."""
    return bool(_THE_COUNTRY.match(words.strip()))
