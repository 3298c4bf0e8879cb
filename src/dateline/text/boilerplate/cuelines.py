"""Lines and sentences known by a cue phrase, by their menu words, or by the label before them."""

from __future__ import annotations

import re
from functools import cache

from dateline.text.boilerplate.units import Unit
from dateline.text.languages import en_page_words as en
from dateline.text.languages.en_boilerplate import CUES

__all__ = ["cue_reason", "is_comment_heading", "is_link_heading", "is_menu", "link_reason"]

_WORD = re.compile(r"[^\W_][\w.’'&-]*", re.UNICODE)


def _union(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


@cache
def _cues() -> tuple[tuple[re.Pattern[str], str, int, bool], ...]:
    return tuple((_union(cue.patterns), cue.reason, cue.most_words, cue.inside) for cue in CUES)


@cache
def _headings() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    labels = "|".join(re.escape(label) for label in en.LINK_LABELS)
    return (
        _union(en.COMMENT_HEADINGS),
        _union(en.LINK_HEADINGS),
        re.compile(rf"(?:{labels}) ?[:|»>] ?\S", re.IGNORECASE),
    )


def cue_reason(words: str, *, inside: bool = False) -> str | None:
    """Why a line (or, with ``inside``, a sentence of a paragraph) is no part of the report; None if it may be."""
    length = len(words.split())
    for pattern, reason, most_words, sure in _cues():
        if length <= most_words and (sure or not inside) and pattern.match(words):
            return reason
    return None


def is_comment_heading(unit: Unit) -> bool:
    """Whether the line opens a comment box."""
    return unit.words <= 24 and _headings()[0].match(unit.bare) is not None


def is_link_heading(unit: Unit) -> bool:
    """Whether the line opens a list of other stories."""
    return unit.words <= 24 and not unit.stopped and _headings()[1].match(unit.bare) is not None


def is_menu(unit: Unit) -> bool:
    """Whether the line is made of menu words alone, at least one of which stands in menus only."""
    if unit.words > 40 or unit.stopped:
        return False
    words = [word.casefold().strip(".’'") for word in _WORD.findall(unit.text)]
    return (
        bool(words) and all(word in en.MENU_WORDS for word in words) and any(word in en.MENU_ANCHORS for word in words)
    )


def link_reason(unit: Unit) -> str | None:
    """Why a line inside the report is another story's headline: it stands behind a label ("EDITORIAL: …")."""
    labelled = 3 <= unit.words <= 24 and not unit.stopped and _headings()[2].match(unit.bare)
    return "The line links to another story." if labelled else None
