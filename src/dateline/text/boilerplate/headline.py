"""The report's own headline, printed once or more above it."""

from __future__ import annotations

import re
from functools import cache

from dateline.text.boilerplate.units import Unit
from dateline.text.languages import en_page_words as en
from dateline.text.normalise import comparison_key
from dateline.text.published import is_date_line

__all__ = ["TITLE", "find_headline", "is_byline", "is_wire_line", "mark_title"]

#: The reason that stands for the report's own headline.
TITLE = "title"
_TOP = 6
_LEAD = 24
_NO_ENDING = (".", ",", ";", ":", "—", "–", "-")
_WIRE = re.compile(r"\([A-Z][\w /]+\)|[—–-]{1,2}$")


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(en.BYLINE, re.IGNORECASE)


def is_byline(unit: Unit) -> bool:
    """Whether a line names its authors ("By Ina Moll in Harbour City")."""
    return (
        unit.words <= 14
        and not unit.stopped
        and _byline().match(unit.bare) is not None
        and all(not word[0].islower() or len(word) <= 4 for word in unit.text.split())
    )


def is_wire_line(unit: Unit) -> bool:
    """Whether a line looks like the place and agency that open a wire report ("MOSCOW (Reuters) -")."""
    return _WIRE.search(unit.text) is not None


def find_headline(units: list[Unit], furniture: dict[int, str]) -> list[int]:
    """Indices of the lines that print the headline, as far as their looks tell; empty where nothing does.

    Args:
        units: The page.
        furniture: Lines known to be something else (unit index → reason).

    A headline is printed twice, or is the first line of some length above the first sentence: it has no final
    stop, and a blank line or no blank line at all on the page parts it from what follows.
    """
    lead = []
    for i, unit in enumerate(units[:_LEAD]):
        if i in furniture or is_byline(unit) or is_date_line(unit.text):
            continue
        if unit.text.endswith(_NO_ENDING) or unit.words > _LEAD:
            break
        lead.append(i)
    if not any(unit.sentence for unit in units[max(lead, default=0) + 1 :]):
        return []
    twice = [i for i in lead if any(i != j and _same_headline(units[i].key, units[j].key) for j in lead)]
    if twice:
        return twice
    first = next((i for i in lead if units[i].words >= (3 if i == 0 else 4)), None)
    return [first] if first is not None and _stands_above(units, first) else []


def _stands_above(units: list[Unit], i: int) -> bool:
    unit, following = units[i], units[i + 1]
    parted = following.after_blank or not any(other.after_blank for other in units[1:])
    return parted and not following.text[0].islower() and not is_wire_line(unit) and len(unit.text) <= 180


def mark_title(units: list[Unit], reasons: dict[int, str], title: str | None) -> None:
    """Mark each line that repeats ``title``; without a title, the lines that look like the headline."""
    if not any(unit.sentence for unit in units[1:]):
        return
    wanted = comparison_key(title) if title else ""
    if not wanted:
        for i in find_headline(units, reasons):
            reasons[i] = TITLE
        return
    for i, unit in enumerate(units):
        if unit.key == wanted or (i < _TOP and not unit.stopped and _same_headline(unit.key, wanted)):
            reasons[i] = TITLE


def _same_headline(key: str, other: str) -> bool:
    """Whether the keys are one headline, perhaps with a publisher's name behind it."""
    short, long = sorted((key, other), key=len)
    rest = long[len(short) :]
    return (
        len(short.split()) >= 4 and long.startswith(short) and (not rest or (rest[0] == " " and len(rest.split()) <= 4))
    )
