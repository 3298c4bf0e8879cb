"""What stands before and after a report: bylines and labels; link lists, comment boxes, footers.

Each function takes the units and the reasons found so far (unit index → reason) and adds to them.
"""

from __future__ import annotations

from dateline.text.boilerplate.cuelines import is_comment_heading, is_link_heading
from dateline.text.boilerplate.headline import TITLE, is_byline, is_wire_line
from dateline.text.boilerplate.units import Unit
from dateline.text.published import is_date_line

__all__ = ["mark_comments", "mark_lead", "mark_link_lists", "mark_tail"]

Reasons = dict[int, str]

_COMMENTS = "The line belongs to the comment box after the report."
_LINKS = "The line belongs to a list of other stories."
_TAIL = "The line stands among plugs after the end of the report."
_BYLINE = "The line names the author, the desk or the section above the report."
_DATE = "The line tells when the page was published."
_MOST_LABEL_WORDS = 6
_MOST_LINK_WORDS = 18


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


def _is_label(unit: Unit) -> bool:
    """Whether a line above the report is a byline or a short label in capitals ("Anna Smith", "Special for …")."""
    if unit.stopped or is_wire_line(unit):
        return False
    return is_byline(unit) or (unit.words <= 4 and all(not word[0].islower() for word in unit.text.split()))


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
