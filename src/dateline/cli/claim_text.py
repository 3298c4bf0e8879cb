"""A claim typed in few words, completed to what the records are about: "second-largest supplier" means of arms."""

from __future__ import annotations

import re

_TRADER = re.compile(
    r"\b(?<!arms )(?<!weapons )(?=(?:supplier|exporter|importer|seller|provider|buyer|customer)s?\b(?!\sof\b))",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"(?P<share>\b\d[\d.]*\s?(?:%|percent|per cent)|\b(?:half|a third|a quarter))(?=\s*[.!]?$|,)", re.IGNORECASE
)
_ARMS = re.compile(r"\b(?:arms|weapons?|military|defen[cs]e)\b", re.IGNORECASE)


def about_arms(text: str) -> str | None:
    """The claim with "arms" where it leaves unsaid what is supplied, or None where it leaves nothing unsaid."""
    if _ARMS.search(text):
        return None
    told = _TRADER.sub("arms ", text)
    told = _SHARE.sub(r"\g<share> of arms imports", told)
    return told if told != text else None
