"""“voted overwhelmingly”, “by an overwhelming majority”; "unanimously" and "two-thirds" are the coder's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import ClaimKind
from dateline.verify.statements.found import Stated

_WORD = re.compile(
    r"\b(?:overwhelmingly|"
    r"by (?:a|an) (?:overwhelming|landslide|huge|wide|large) (?:majority|margin)|in an overwhelming vote)\b",
    re.I,
)
_ACT = re.compile(
    r"\b(?:vot\w+|adopt\w*|approv\w*|pass\w*|back\w*|endors\w*|condemn\w*|demand\w*|reject\w*|support\w*|deplor\w*|call\w*)\b",
    re.I,
)
_BODY = re.compile(r"\b(?:U\.?N\.?|United Nations|General Assembly|Security Council|Assembly|council)\b")


def find_majorities(text: str) -> Iterator[Stated]:
    """Overwhelming majorities in bodies of the United Nations."""
    match = _WORD.search(text)
    if match is not None and _BODY.search(text) and _ACT.search(text[max(0, match.start() - 40) : match.end() + 40]):
        yield Stated(
            kind=ClaimKind.VOTE_TALLY, start=match.start(), end=match.end(), value="overwhelming", unit="votes"
        )
