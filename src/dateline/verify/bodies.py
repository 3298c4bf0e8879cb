"""Bodies: which body a sentence speaks of, and the symbols of resolutions in it."""

from __future__ import annotations

import re
from enum import StrEnum

from dateline.verify.told import Told


class Body(StrEnum):
    """Bodies whose votes the reference records hold."""

    ASSEMBLY = "UNGA"
    COUNCIL = "UNSC"


_COUNCIL = re.compile(
    r"\b(?:U\.?N\.?\s|United Nations\s)?Security Council\b"
    r"|\b(?:15|fifteen)[- ](?:member|nation|strong|seat) (?:body|council)\b"
    r"|\bUNSC\b|\bcouncil[’']s (?:15|fifteen)\b|\bveto(?:ed|es|ing)?\b|\b[Tt]he Council\b",
    re.IGNORECASE,
)
_ASSEMBLY = re.compile(
    r"\b(?:General Assembly|UNGA)\b|\b(?:[Tt]he )?Assembly\b|\b193[- ](?:member|nation)", re.IGNORECASE
)
_UN = re.compile(
    r"\b(?:UN|U\.N\.|United Nations|Human Rights Council)(?!\w)|\b[Rr]esolution\s(?:A/|S/|ES-)?\d|\bArms Trade Treaty\b"
)
_ELSEWHERE = re.compile(
    r"\b(?:parliament\w*|senate|congress|house of \w+|lower house|upper house|"
    r"lawmakers|electoral|elections?|polls?|referendum|primary|"
    r"candidates?|state legislature|duma|knesset|bundestag|cabinet|committee|"
    r"human rights council voted|mps|IAEA|board of governors|council of europe|"
    r"european council|OPCW|national assembly|state assembly|city council|jury|court)\b",
    re.IGNORECASE,
)
_SYMBOL = re.compile(
    r"\b(?P<ga>(?:A/)?(?:RES/)?(?:ES-?\d{1,2}|\d{2})/\d{1,3}(?:\s?[A-Z]\b)?)(?![\d/])"
    r"|\b(?P<sc>S/(?:RES/)?\d{4}/\d+|S/RES/\d+|(?:[Rr]esolutions?\s(?:number\s)?)(?P<number>\d{3,4}))\b"
)


def body_of(told: Told) -> Body | None:
    """The body that a sentence, else its surroundings, speak of; None where both or none are."""
    for text in (told.sentence, told.around):
        council, assembly = bool(_COUNCIL.search(text)), bool(_ASSEMBLY.search(text))
        if council != assembly:
            return Body.COUNCIL if council else Body.ASSEMBLY
        if council and assembly:
            return _acting(told.sentence)
    return None


def _acting(sentence: str) -> Body | None:
    """Of two bodies named, the one that stands first, as the one that acts."""
    council, assembly = _COUNCIL.search(sentence), _ASSEMBLY.search(sentence)
    if council is None or assembly is None:
        return None
    return Body.COUNCIL if council.start() < assembly.start() else Body.ASSEMBLY


def elsewhere(told: Told) -> bool:
    """Whether the vote is one of a parliament, a committee or another body than the two."""
    return bool(_ELSEWHERE.search(told.sentence)) and not (_COUNCIL.search(told.sentence) or _plenary(told.sentence))


def _plenary(sentence: str) -> bool:
    return bool(_ASSEMBLY.search(sentence)) and not re.search(r"\bcommittee\b", sentence, re.IGNORECASE)


def speaks_of_un(told: Told) -> bool:
    """Whether the report names the United Nations or one of its two bodies near the sentence."""
    text = told.around
    return bool(_UN.search(text) or _COUNCIL.search(text) or _ASSEMBLY.search(text))


def symbols(text: str) -> tuple[str, ...]:
    """Resolution numbers in one spelling: "75/287", "ES-11/1", "2669"."""
    found = []
    for match in _SYMBOL.finditer(text):
        words = match["number"] or match[0]
        found.append(symbol_key(words))
    return tuple(dict.fromkeys(found))


def symbol_key(symbol: str) -> str:
    """One spelling of a symbol: "A/RES/75/287" → "75/287", "S/RES/2669 (2022)" → "2669", "S/2007/14" as it is."""
    plain = re.sub(r"\s*\(\d{4}\)\s*$", "", symbol.strip())
    plain = re.sub(r"^(?:A/RES/|S/RES/|A/|RES/|R/)", "", plain)
    return re.sub(r"\s+", " ", plain.replace("ES11", "ES-11")).upper()
