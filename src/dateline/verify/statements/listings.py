"""“who is under U.S. sanctions”, “the EU has sanctioned …”, “sanctioned junta boss …”: persons and bodies on lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import ClaimKind
from dateline.verify.authorities import authority_in
from dateline.verify.statements.found import Stated
from dateline.vocab.actors import alias_spans, catalogue

_CUE = re.compile(
    r"\b(?:under\s(?:[\w.’']+\s){0,4}?sanctions|sanctioned|blacklisted|on\s(?:the\s)?(?:[\w.’']+\s){0,4}?"
    r"(?:sanctions list|blacklist)|subject to\s(?:[\w.’']+\s){0,4}?sanctions|"
    r"hit (?:by|with)\s(?:[\w.’']+\s){0,3}?sanctions)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:should|would|could|might|may|not|never|call\w*|urg\w*|to be|if|un)\s(?:\w+\s){0,2}$", re.IGNORECASE
)
_NAME = re.compile(r"(?:[A-Z][\w’'-]+\s){1,3}[A-Z][\w’'-]+")


_VERBS = frozenset({"sanctioned", "blacklisted"})
#: At most a few words of rank between "sanctioned" and the name ("sanctioned junta boss …").
_BEHIND = re.compile(r"\s(?:[a-z-]+\s|General\s|Gen\.\s|President\s|Mr\.?\s){0,4}")
_BETWEEN = re.compile(r"\b(?:who|whom|which|is|are|was|were|has been|have been|had been|remains?|himself|herself)\b")
_REACH = 60


def find_listings(text: str) -> Iterator[Stated]:
    """The party of a sentence that is said to be sanctioned."""
    match = _CUE.search(text)
    if match is None or _NOT.search(text[: match.start()]):
        return
    party = _party(text, match)
    if party is None:
        return
    name, entity = party
    around = text[max(0, match.start() - 40) : match.end() + 40].replace(name, " ")
    authority = authority_in(match[0]) or authority_in(
        text[max(0, match.start() - 40) : match.start()].replace(name, " ")
    )
    if authority is None and re.search(r"\bby\s", text[match.end() : match.end() + 5]):
        authority = authority_in(around)
    yield Stated(
        kind=ClaimKind.LISTING,
        start=match.start(),
        end=match.end(),
        value=f"{authority or '?'} {name}",
        unit="listing",
        subject=authority,
        predicate="sanctions on",
        object=entity,
    )


def _party(text: str, match: re.Match[str]) -> tuple[str, str | None] | None:
    """Name and entity id of the party beside the cue: a known person or body, else a capitalised name."""
    for start, end, entity in alias_spans(text):
        if (entity.startswith("person/") or _firm(entity)) and _beside(text, match, start, end):
            return catalogue().actors[entity].entity.name, entity
    for name in _NAME.finditer(text):
        if authority_in(name[0]) is None and _beside(text, match, name.start(), name.end()):
            return name[0], None
    return None


def _beside(text: str, match: re.Match[str], start: int, end: int) -> bool:
    """Whether a name is what the cue is said of: right behind "sanctioned", or before it with "who" or "is" between."""
    if start >= match.end():
        return _BEHIND.fullmatch(text[match.end() : start]) is not None and match[0].lower() in _VERBS
    between = text[end : match.start()]
    return len(between) <= _REACH and (between == ", " or _BETWEEN.search(between) is not None)


def _firm(entity: str) -> bool:
    return entity.startswith("body/") and catalogue().actors[entity].entity.sector in {"BUS", "COM", "MIL"}
