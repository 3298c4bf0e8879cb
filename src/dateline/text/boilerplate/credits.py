"""Picture credits and player labels printed inside a line of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.model import Boilerplate
from dateline.text.boilerplate.units import Unit
from dateline.text.languages import en_page_words as en

__all__ = ["credit_marks"]

_CREDIT = "The words credit a picture."
_POST = "The words belong to an embedded post."
_PLAYER = "The words belong to a picture or video player."
_NAME = r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|van|von|al|el|bin|ibn|der|la|del)){0,4}"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    agencies = "|".join(sorted((re.escape(a) for a in en.AGENCIES), key=len, reverse=True))
    agency = rf"(?i:(?:{agencies})\b)"
    signed = rf"(?:{_NAME} ?/ ?(?:{_NAME} ?/ ?)*{agency}|{agency} ?/ ?{_NAME}(?: ?/ ?{_NAME})*)(?: ?/ ?{agency})*"
    word = r"(?i:photo(?:graph)?s?|images?|pictures?|credits?|illustration|file)"
    return (
        (
            re.compile(rf"\((?:{word}(?: by| credits?)?[:/ ] ?[^()]{{2,90}}|[^()]{{0,60}}{signed}[^()]{{0,40}})\)\s*$"),
            _CREDIT,
        ),
        (re.compile(rf"\((?:{word}(?: by| credits?)?: ?[^()]{{2,90}}|{agency} Photo ?/ ?[^()]{{2,60}})\)"), _CREDIT),
        (re.compile(rf"(?:^|(?<=[.!?”\"’)\]] )|(?<=\d ))(?:{signed}\s*)+(?:via [A-Z][\w ]+)?\.?$"), _CREDIT),
        (
            re.compile(rf"(?:^|(?<=\s)){word}(?: by| credits?)?: ?{_NAME}(?: ?[/,|] ?{_NAME}| \([^()]{{1,30}}\))*\.?$"),
            _CREDIT,
        ),
        (
            re.compile(
                r"^(?:Image (?:copyright|source)[, ] ?[A-Z]\S*(?: [A-Z]\S*){0,3}? (?=Image caption))?Image caption ?"
            ),
            _PLAYER,
        ),
        (re.compile(r"^(?:Media playback is (?:un|not )supported on (?:your|this) device )?Media caption ?"), _PLAYER),
        (
            re.compile(r"^(?:video|watch|gallery|photos|graphic|in pictures|podcast) ?[:|] ?(?=\S)", re.IGNORECASE),
            _PLAYER,
        ),
        (re.compile(r"^Skip (?:Twitter|Facebook|Instagram|YouTube|X) post by @\w+\s*", re.IGNORECASE), _POST),
        (
            re.compile(r"(?:pic\.twitter\.com/\w+\s*)?[—–] ?[^—–()]{2,60} \(@\w{1,30}\)(?: [A-Z]\w+ \d{1,2}, \d{4})?$"),
            _POST,
        ),
        (re.compile(r"^Story highlights? ?(?=\S)", re.IGNORECASE), _PLAYER),
    )


def credit_marks(unit: Unit) -> Iterator[Boilerplate]:
    """Stretches of a line that credit a picture or label a player, without the caption itself."""
    for pattern, reason in _patterns():
        found = pattern.search(unit.text)
        if found and found.group().strip():
            lead = len(found.group()) - len(found.group().lstrip())
            end = found.start() + len(found.group().rstrip())
            yield Boilerplate(start=unit.start + found.start() + lead, end=unit.start + end, reason=reason)
