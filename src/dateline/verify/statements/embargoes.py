"""“under a UN arms embargo”, “the EU has an arms embargo on Myanmar”: an embargo said to be in force."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import ClaimKind
from dateline.verify.authorities import authority_in
from dateline.verify.sides import states_in
from dateline.verify.statements.found import Stated

_EMBARGO = re.compile(r"\b(?:arms|weapons|military)\s(?:embargo|embargoes|ban)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:call\w*|urg\w*|demand\w*|want\w*|propos\w*|consider\w*|should|would|could|might|may|lift\w*|end(?:ed|ing|s)?|remov\w*|expir\w*|ask\w*|plan\w*|threat\w*|no|"
    r"vot(?:e|ed|ing) (?:for|on|to)|15-0|adopt\w*|impos(?:e|ed|ing) (?:a|an))\b",
    re.IGNORECASE,
)


def find_embargoes(text: str) -> Iterator[Stated]:
    """The arms embargo of a sentence that says one is in force; none that is only asked for, voted or lifted."""
    match = _EMBARGO.search(text)
    if match is None or _NOT.search(text[max(0, match.start() - 60) : match.end() + 25]):
        return
    authority = authority_in(text[max(0, match.start() - 45) : match.start()]) or authority_in(text)
    target = _target(text, match, authority)
    if target is None:
        return
    if authority == target:
        authority = None
    yield Stated(
        kind=ClaimKind.EMBARGO,
        start=match.start(),
        end=match.end(),
        value=f"{authority or '?'} {target}",
        unit="embargo",
        subject=authority,
        predicate="arms embargo on",
        object=target,
    )


def _target(text: str, match: re.Match[str], authority: str | None) -> str | None:
    """The state behind "on", "against"; else the one that is "under" it, else the nearest before."""
    held = [each for each in states_in(text) if each.territory.iso3 != authority]
    behind = re.match(
        r"\s(?:on|against|imposed on|in place against|in force against|covering)\s(?:the\s)?", text[match.end() :]
    )
    if behind is not None:
        first = match.end() + behind.end()
        near = [each for each in held if first - 1 <= each.start <= first + 4]
        if near:
            return near[0].territory.iso3
    before = [each for each in held if each.end <= match.start()]
    under = re.search(
        r"\b(?:under|subject to|faces?|despite|breach of|violation of|target of)\b", text[: match.end()], re.I
    )
    if before and (under is not None):
        return before[0].territory.iso3
    return held[-1].territory.iso3 if held else None
