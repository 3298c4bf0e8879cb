"""What stands before and after a report: headline, byline, menus; link lists, comment boxes, footers.

Each function takes the units and the reasons found so far (unit index → reason) and adds to them.
"""

from __future__ import annotations

import re
from functools import cache

from dateline.text.boilerplate.cuelines import is_comment_heading, is_link_heading
from dateline.text.boilerplate.units import Unit
from dateline.text.languages import en_page_words as en
from dateline.text.normalise import comparison_key
from dateline.text.published import is_date_line

__all__ = ["TITLE", "is_headline", "mark_comments", "mark_lead", "mark_link_lists", "mark_tail", "mark_title"]

Reasons = dict[int, str]

#: The reason that stands for the report's own headline.
TITLE = "title"
_COMMENTS = "The line belongs to the comment box after the report."
_LINKS = "The line belongs to a list of other stories."
_TAIL = "The line stands among plugs after the end of the report."
_BYLINE = "The line names the author, the desk or the section above the report."
_DATE = "The line tells when the page was published."
_TOP = 6
_MOST_LABEL_WORDS = 6
_MOST_LINK_WORDS = 18
_WIRE = re.compile(r"\([A-Z][\w /]+\)|[—–-]{1,2}$")


def is_headline(unit: Unit, following: Unit) -> bool:
    """Whether a first line reads like the headline of what follows a blank line below it."""
    return (
        3 <= unit.words <= 24
        and len(unit.text) <= 180
        and not unit.text.endswith((".", ",", ";", ":", "—", "–", "-"))
        and following.after_blank
        and not following.text[0].islower()
        and not _WIRE.search(unit.text)
    )


def mark_title(units: list[Unit], reasons: Reasons, title: str | None) -> None:
    """Mark the headline: the line that repeats ``title``, or without one a first line that looks like it."""
    if not any(unit.sentence for unit in units[1:]):
        return
    wanted = comparison_key(title) if title else ""
    if not wanted:
        if len(units) > 1 and is_headline(units[0], units[1]) and 0 not in reasons:
            reasons[0] = TITLE
        return
    for i, unit in enumerate(units):
        if unit.key == wanted or (i < _TOP and not unit.stopped and _same_headline(unit.key, wanted)):
            reasons[i] = TITLE


def _same_headline(key: str, wanted: str) -> bool:
    """Whether one is the other with a publisher's name behind it."""
    short, long = sorted((key, wanted), key=len)
    rest = long[len(short) :]
    return len(short.split()) >= 4 and long.startswith(short) and rest[:1] == " " and len(rest.split()) <= 4


def _prose(units: list[Unit], reasons: Reasons, first: int, last: int) -> int:
    """Words in unmarked sentences among units ``[first, last)``."""
    return sum(units[i].words for i in range(first, last) if i not in reasons and units[i].sentence)


def mark_comments(units: list[Unit], reasons: Reasons) -> int:
    """Mark comment boxes; the index from which nothing is the report any more, or the number of units."""
    for i, unit in enumerate(units):
        if reasons.get(i) == TITLE or not is_comment_heading(unit):
            continue
        before, after = _prose(units, reasons, 0, i), _prose(units, reasons, i + 1, len(units))
        reasons[i] = _COMMENTS
        if before >= after or (before >= 60 and unit.words >= 3):
            for j in range(i, len(units)):
                reasons.setdefault(j, _COMMENTS)
            return i
    return len(units)


def mark_link_lists(units: list[Unit], reasons: Reasons) -> None:
    """Mark headings of link lists and the headlines under them, up to the next sentence of the report."""
    for i, unit in enumerate(units):
        if reasons.get(i) == TITLE or not is_link_heading(unit):
            continue
        if not any(units[j].sentence for j in range(i)) and not any(unit.sentence for unit in units[i + 1 :]):
            continue
        reasons[i] = _LINKS
        for j in range(i + 1, len(units)):
            if (units[j].sentence and units[j].text[-1] not in "?:") or reasons.get(j) == TITLE:
                break
            reasons.setdefault(j, _LINKS)


def _stopless(units: list[Unit], reasons: Reasons) -> bool:
    """Whether most longer lines end without a stop, so that a missing stop says nothing."""
    longer = [unit for i, unit in enumerate(units) if i not in reasons and unit.words >= 6]
    return 2 * sum(1 for unit in longer if unit.sentence) < len(longer) or not longer


@cache
def _byline() -> re.Pattern[str]:
    return re.compile(en.BYLINE, re.IGNORECASE)


def _is_label(unit: Unit) -> bool:
    """Whether a line above the report is a byline or a short label in capitals ("Anna Smith", "Special for …")."""
    if unit.stopped or unit.words > 12 or _WIRE.search(unit.text):
        return False
    if _byline().match(unit.bare):
        return all(word[0].isupper() or not word[0].isalpha() or len(word) <= 4 for word in unit.text.split())
    return unit.words <= 4 and all(not word[0].islower() for word in unit.text.split())


def mark_lead(units: list[Unit], reasons: Reasons) -> None:
    """Mark bylines and section labels above the first sentence of the report."""
    if _stopless(units, reasons):
        return
    first = next((i for i, unit in enumerate(units) if i not in reasons and unit.sentence), 0)
    for i in range(first):
        if is_date_line(units[i].text):
            reasons.setdefault(i, _DATE)
        elif _is_label(units[i]):
            reasons.setdefault(i, _BYLINE)


def mark_tail(units: list[Unit], reasons: Reasons) -> None:
    """Mark the labels that stand among plugs after the last sentence of the report."""
    if _stopless(units, reasons):
        return
    last = max((i for i, unit in enumerate(units) if i not in reasons and unit.sentence), default=len(units))
    run = range(last + 1, len(units))
    plug = next((i for i in run if i in reasons and reasons[i] != TITLE), None)
    if plug is None:
        return
    for i in run:
        if i not in reasons and units[i].words <= (_MOST_LINK_WORDS if i > plug else _MOST_LABEL_WORDS):
            reasons[i] = _TAIL
