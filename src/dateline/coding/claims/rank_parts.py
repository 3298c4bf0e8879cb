"""What all rank rules share: ordinals, and the record of a rank."""

from __future__ import annotations

import re

from dateline.coding.claims.found import Found
from dateline.model import ClaimKind
from dateline.text.languages.en_time import ORDINAL_ONES, ORDINAL_TEENS, ORDINAL_TENS

ORDINALS = {
    **{word: n for n, word in enumerate(ORDINAL_ONES, start=1)},
    **{word: n for n, word in enumerate(ORDINAL_TEENS, start=10)},
    **ORDINAL_TENS,
}
FEW = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}


def ordinal(word: str) -> int:
    """The number of "second" or "22nd"."""
    return ORDINALS.get(word.lower()) or int(re.sub(r"\D", "", word))


def rank(
    start: int,
    end: int,
    value: str,
    anchor: int,
    rule: str,
    certainty: float,
    *,
    unit: str = "rank",
    subject: str | None = None,
) -> Found:
    """A rank as a claim; ``value`` is the place."""
    return Found(
        kind=ClaimKind.RANK,
        start=start,
        end=end,
        value=value,
        unit=unit,
        anchor=anchor,
        rule=rule,
        certainty=certainty,
        subject=subject,
    )
