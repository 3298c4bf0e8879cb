"""“adopted resolution 75/287 on 18 June 2021”: a day, month or year of a vote, told by date and not only by weekday."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import ClaimKind
from dateline.verify.statements.found import Stated
from dateline.verify.told import Time

_ACT = re.compile(r"\b(?:adopted|approved|passed|voted|endorsed|adopts|approves|adopting|passing)\b", re.IGNORECASE)
_TEXT = re.compile(r"\b(?:resolutions?|treaty|draft|text|convention)\b", re.IGNORECASE)
_BODY = re.compile(r"\b(?:U\.?N\.?|United Nations|General Assembly|Security Council|Assembly|Council|[Rr]esolution \d)")
_REACH = 90


def find_vote_days(text: str, offset: int, times: tuple[Time, ...]) -> Iterator[Stated]:
    """The day on which a body is said to have adopted a text.

    Args:
        text: A sentence.
        offset: Where it begins in the document.
        times: Its time expressions.
    """
    act = _ACT.search(text)
    if act is None or not _TEXT.search(text) or not _BODY.search(text):
        return
    dated = [each for each in times if re.search(r"\d{4}", each.evidence.text) and each.interval.days <= 31]
    for each in dated:
        start, end = each.evidence.start - offset, each.evidence.end - offset
        gap = start - act.end() if start > act.end() else act.start() - end
        if gap <= _REACH:
            yield Stated(
                kind=ClaimKind.DATE, start=start, end=end, value=str(each.interval), unit="day", predicate=act[0]
            )
            return
