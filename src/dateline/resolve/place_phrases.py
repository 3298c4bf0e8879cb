"""The words in a stretch of text that name a place or point back to one."""

from __future__ import annotations

import re

from dateline.model import Evidence
from dateline.resolve.place_document import PlaceDocument

_POINTING = re.compile(
    r"\b(?:the|its|their|his|this|that) (?:[A-Z]\w+ )?(?:capital(?: city)?|country|nation|kingdom|Kingdom|island|"
    r"enclave|city|town|village|province|strait|peninsula|territory)\b(?! of [A-Z])"
)


def place_phrases(places: PlaceDocument, start: int, end: int) -> list[Evidence]:
    """Place names in ``[start, end)``, and phrases that point back to one ("the capital", "the city")."""
    names = list(places.inner(start, end))
    for found in _POINTING.finditer(places.text, start, end):
        if not any(name.start < found.end() and found.start() < name.end for name in names):
            names.append(Evidence.of(places.text, found.start(), found.end()))
    return names
