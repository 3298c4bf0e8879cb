"""How long something has been going on: "in their 14th week", "entered a second month"."""

from __future__ import annotations

import re
from functools import cache

from dateline.model import Evidence
from dateline.text.languages import en_time
from dateline.text.timex.expressions import Amount, Window
from dateline.text.timex.mentions import TimeMention
from dateline.text.timex.units import Side

#: Units that a war, a strike or a protest is counted in.
_UNITS = "day week month year decade"


def _spelled() -> dict[str, int]:
    words = (*en_time.ORDINAL_ONES, *en_time.ORDINAL_TEENS)
    return {**{word: n for n, word in enumerate(words, 1)}, **en_time.ORDINAL_TENS}


@cache
def _pattern() -> re.Pattern[str]:
    spelled = "|".join(_spelled())
    return re.compile(
        r"\b(?:in|into|on|for|now|enter(?:s|ed|ing)?|reach(?:es|ed|ing)?)\s+(?:its|their|his|her|a|the)\s+"
        rf"(?P<said>(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{spelled}))[\s-]+"
        rf"(?:straight\s+|consecutive\s+|full\s+)?(?P<unit>{'|'.join(_UNITS.split())}))\b(?!\s+(?:of|in)\b)",
        re.IGNORECASE,
    )


def find_lasting(text: str) -> tuple[TimeMention, ...]:
    """Ordinals that count how long something lasts, each as the stretch up to the report.

    "The war enters its third week" has lasted some two to three weeks. "The third week of May" is a date instead and
    not found here.
    """
    found = []
    for match in _pattern().finditer(text):
        count = int(match["digits"]) if match["digits"] else _spelled()[match["word"].lower()]
        if count < 2:
            continue
        amount = Amount(n=count, unit=en_time.UNITS[match["unit"].lower()], approximate=True)
        words = Evidence.of(text, *match.span("said"))
        found.append(TimeMention(evidence=words, expression=Window(amount=amount, side=Side.BEFORE)))
    return tuple(found)
