"""Authorities: the words under which reports name who imposes sanctions and embargoes."""

from __future__ import annotations

import re

from dateline.verify.sides import states_in

#: Pattern → code in the reference records; the first that matches counts.
_BODIES = (
    (re.compile(r"\b(?:U\.?N\.?|United Nations|Security Council)(?![\w])"), "UN"),
    (re.compile(r"\b(?:E\.?U\.?|European Union|Brussels|European|bloc[’']s)(?![\w])"), "EU"),
    (re.compile(r"\b(?:African Union|AU)\b"), "AU"),
    (re.compile(r"\bECOWAS\b"), "ECOWAS"),
    (re.compile(r"\bOSCE\b"), "OSCE"),
    (re.compile(r"\bArab League\b"), "ARAB LEAGUE"),
    (re.compile(r"\b(?:U\.S\.|US|USA|United States|American|Washington|Treasury|OFAC)(?![\w])"), "USA"),
    (re.compile(r"\b(?:U\.K\.|UK|United Kingdom|Britain|British|London)(?![\w])"), "GBR"),
)


def authority_in(text: str) -> str | None:
    """The code of the authority named first in a text, or None."""
    found = [(match.start(), code) for pattern, code in _BODIES if (match := pattern.search(text))]
    if found:
        return min(found)[1]
    states = states_in(text)
    return states[0].territory.iso3 if states else None
