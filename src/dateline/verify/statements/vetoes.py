"""“Russia and China vetoed …”, “used its veto”, “blocked repeated attempts”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import ClaimKind
from dateline.verify.sides import states_in
from dateline.verify.statements.found import Stated
from dateline.vocab.territories import TerritoryMention

_VETO = re.compile(
    r"\b(?:vetoed|vetoing|vetoes|(?:cast|casts|used|uses|wielded|exercised|with)\s(?:\w+\s){0,3}?vetoe?s?|(?:double\s)?veto(?=\s(?:that|by|of|cast|against|on|killed|stopped|sank|blocked|prevented|scuttled)))\b",
    re.IGNORECASE,
)
_BLOCKED = re.compile(
    r"\b(?:(?:has|have|had|was|were|been|again|repeatedly)\s){0,3}(?:blocked|blocking|blocks|"
    r"thwarted|stymied|obstructed|prevented|stalled|watered down|held up)\b",
    re.IGNORECASE,
)
_COUNCIL = re.compile(
    r"\b(?:Security Council|U\.?N\.?|United Nations|UNSC|council[’']s?|most powerful body|world body)\b"
)
_NOT = re.compile(
    r"\b(?:threaten\w*|would|could|may|might|will|not|never|if|hint\w*|vow\w*)\s(?:to\s)?(?:\w+\s){0,3}$", re.IGNORECASE
)
_JOINT = re.compile(r"(?:,\s|,?\sand\s|\sas well as\s|\stogether with\s)(?:the\s|its ally\s)?")
_PERMANENT = frozenset({"CHN", "FRA", "GBR", "RUS", "USA", "SUN"})


def find_vetoes(text: str) -> Iterator[Stated]:
    """Vetoes and blocked action of one sentence; none that is only threatened."""
    veto = _VETO.search(text)
    blocked = _BLOCKED.search(text)
    match = veto or blocked
    if match is None or _NOT.search(text[: match.start()]):
        return
    if veto is None and not _COUNCIL.search(text):
        return
    by = _who(text, match)
    if not by:
        return
    kind = ClaimKind.VETO if veto is not None else ClaimKind.BLOCKED
    yield Stated(
        kind=kind,
        start=match.start(),
        end=match.end(),
        value=" ".join(by),
        unit="states",
        subject=" ".join(by),
        predicate=match[0].lower(),
    )


def _who(text: str, match: re.Match[str]) -> tuple[str, ...]:
    """Permanent members named next before the verb, with those joined to them; else those after "by" or "that"."""
    held = [each for each in states_in(text) if each.territory.iso3 in _PERMANENT]
    before = [each for each in held if each.end <= match.start()]
    if before:
        return _joined(text, before)
    agent = re.search(r"\b(?:by|that)\s(?:the\s)?", text[match.end() :])
    if agent is None:
        return ()
    first = match.end() + agent.end()
    return tuple(sorted({each.territory.iso3 for each in held if first - 1 <= each.start <= first + 40}))


def _joined(text: str, before: list[TerritoryMention]) -> tuple[str, ...]:
    at = len(before) - 1
    while at > 0 and _JOINT.fullmatch(text[before[at - 1].end : before[at].start]):
        at -= 1
    return tuple(sorted({each.territory.iso3 for each in before[at:]}))
