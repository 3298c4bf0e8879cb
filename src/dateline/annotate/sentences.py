"""Sentence boundaries: what the parser must be told before it decides.

The parser finds most boundaries by itself once headlines and paragraphs stand apart (see ``chunks``). It errs
after abbreviations ("Gen. Min Aung Hlaing", "No. 2") and at closing quotation marks, which it likes to begin a
sentence with. There a boundary is forbidden.
"""

from __future__ import annotations

import re
from typing import Any

from dateline.text.languages import en


def _any_of(words: frozenset[str]) -> str:
    return "|".join(re.escape(word.capitalize()) for word in sorted(words))


_ABBREVIATION = re.compile(
    rf"(?<![\w.])(?:(?:{_any_of(en.NAME_ABBREVIATIONS)}) ?(?=[A-Z])|(?:{_any_of(en.NUMBER_ABBREVIATIONS)}) ?(?=[0-9]))"
)
_INITIAL = re.compile(r"(?<=[a-z] )[A-Z]\. (?=[A-Z][a-z])|(?<=\.)(?<=[A-Z]\.) (?=[a-z])")
_CLOSING = re.compile(r"[”’»)\]](?=\s|$|[”’)\].,;])|(?<=[.,!?…])(?:\"|'')(?=\s|$)")


def forbid_boundaries(doc: Any, text: str) -> None:
    """Mark the tokens of an unparsed spaCy ``Doc``, made of ``text``, that cannot begin a sentence."""
    places = {found.end() for found in _ABBREVIATION.finditer(text)}
    places.update(found.end() for found in _INITIAL.finditer(text))
    places.update(found.start() for found in _CLOSING.finditer(text))
    places.discard(0)
    if places:
        for i, start in enumerate(doc.to_array("IDX").tolist()):
            if start in places:
                doc[i].is_sent_start = False
