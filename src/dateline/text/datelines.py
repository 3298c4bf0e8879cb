"""The line that opens a wire report: "MOSCOW, June 21 (Reuters) -"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.model import Evidence, Span
from dateline.text.languages import en_time

#: How many lines with words may stand in front: a headline, a byline, a note.
TOP_LINES = 8
_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]+"
_TITLED = r"[A-ZÀ-ÖØ-Þ][\w.'’-]*"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """Where and when a report was filed, as it says itself.

    Attributes:
        span: From the place to the dash.
        place: The words naming it ("WASHINGTON, D.C.").
        date: The words of the date, or None.
        agency: The agency without brackets ("Reuters"), or None.
    """

    span: Span
    place: Evidence
    date: Evidence | None
    agency: Evidence | None


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(sorted({*en_time.MONTHS, *en_time.MONTH_SHORT}, key=len, reverse=True))
    date = rf"(?i:(?:{months})\b\.? \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} (?:{months})\b\.?(?:,? \d{{4}})?)"
    capitals = rf"{_CAPITALS}(?:[ /-]{_CAPITALS}){{0,4}}"
    region = rf"(?:, (?!(?i:{months})\b){_TITLED}(?: {_TITLED})?)?"
    titled = rf"{_TITLED}(?: {_TITLED}){{0,2}}"
    agency = r"\((?P<agency{n}>[A-Z][\w./& -]{{1,30}})\)"
    dash = r"(?:—|–|--|-|_)"
    return re.compile(
        rf"(?P<place1>{capitals}{region})(?:, ?(?P<date1>{date}))?(?: {agency.format(n=1)})?,? ?{dash}(?=\s|[A-Z“\"])"
        rf"|(?P<place2>{titled}{region})(?:, (?P<date2>{date}))? {agency.format(n=2)},? ?"
        rf"(?:{dash}(?=\s|[A-Z“\"])|(?=\s*\n)|(?= [A-Z]))"
        rf"|(?P<place3>{titled}{region}), (?P<date3>{date}) ?{dash}(?=\s)"
    )


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the beginning of the text or of one of its first lines, or None."""
    start = 0
    for _ in range(TOP_LINES):
        while start < len(text) and text[start].isspace():
            start += 1
        match = _pattern().match(text, start)
        if match is not None and (found := _dateline(text, match)) is not None:
            return found
        end = text.find("\n", start)
        if end < 0:
            return None
        start = end
    return None


def _dateline(text: str, match: re.Match[str]) -> Dateline | None:
    way = next(n for n in "123" if match[f"place{n}"])
    place = match[f"place{way}"]
    if way == "1" and not _capital_place(place.partition(",")[0]):
        return None
    held = {name: match.span(name) for name, words in match.groupdict().items() if words}
    date, agency = (Evidence.of(text, *held[name]) if name in held else None for name in (f"date{way}", f"agency{way}"))
    return Dateline(
        span=Span(start=match.start(), end=match.end()),
        place=Evidence.of(text, *match.span(f"place{way}")),
        date=date,
        agency=agency,
    )


#: Words in capitals that open lines which are no datelines.
_LABEL_WORDS = (
    "UPDATE WATCH READ EDITORIAL OPINION VIDEO PHOTO PHOTOS BREAKING EXCLUSIVE ANALYSIS FACTBOX TIMELINE NOTE "
    "EDITOR LIVE NEWS REPORT CORRECTION ADVERTISEMENT RELATED MORE Q A Q&A INTERVIEW FILE UPDATED"
)
_LABELS = frozenset(_LABEL_WORDS.split())


def _capital_place(words: str) -> bool:
    parts = re.split(r"[ /-]", words)
    return len(words.replace(".", "")) >= 3 and not _LABELS.intersection(parts)
