"""Picture credits and player labels printed inside a line of the report.

The patterns only find candidates and are bounded; whether one is a credit is decided word by word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.model import Boilerplate
from dateline.text.boilerplate.units import Unit
from dateline.text.languages import en_page_words as en

__all__ = ["credit_marks"]

_CREDIT = "The words credit a picture."
_PLAYER = "The words belong to a picture or video player."
_POST = "The words belong to an embedded post."

_LABEL = r"(?:photo(?:graph)?s?|images?|pictures?|credits?|illustration|file)(?: by| credits?)?"
_LONGEST = 140
_TAIL_STARTS = re.compile(r"(?<=[.!?”\"’)\]\d])\s+(?=[A-Z])")
_BRACKETS = re.compile(r"\(([^()]{2,100})\)")
_LABELLED = re.compile(rf"(?<!\S){_LABEL}: ?(?=[A-Z])([^:]{{2,80}})$", re.IGNORECASE)
_LABEL_INSIDE = re.compile(rf"(?:{_LABEL} ?[:/]|(?:AP|AFP|EPA|UN|VOA|RFE/RL) Photo\b)", re.IGNORECASE)
_SLASHED = re.compile(r"(?<=[.!?”\"’)] )/ ?[A-Z][^/]{1,60}$")
_PARTICLES = frozenset("al an and bin by courtesy da de del der el for ibn la of the van via von".split())  # noqa: SIM905
_MOST_WORDS = 10

_INLINE: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"^(?:Image (?:copyright|source),? \S+(?: \S+){0,3}? )?Image caption ?"), _PLAYER),
    (re.compile(r"^(?:Media playback is (?:un|not )supported on (?:your|this) device )?Media caption ?"), _PLAYER),
    (re.compile(r"^(?:video|watch|gallery|photos|graphic|in pictures|podcast) ?[:|] ?(?=\S)", re.IGNORECASE), _PLAYER),
    (re.compile(r"^Story highlights? ?(?=\S)", re.IGNORECASE), _PLAYER),
    (re.compile(r"^Skip (?:Twitter|Facebook|Instagram|YouTube|X) post by @\w+\s*", re.IGNORECASE), _POST),
    (re.compile(r"[—–] ?[^—–()]{2,60} \(@\w{1,30}\)(?: [A-Z]\w{2,8} \d{1,2}, \d{4})?$"), _POST),
)


@cache
def _agencies() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(name.casefold().split()) for name in en.AGENCIES)


def _names_only(words: list[str]) -> bool:
    """Whether all words are capitalised or particles of names."""
    return 0 < len(words) <= _MOST_WORDS and all(
        word.casefold() in _PARTICLES or not word.strip("(&),.")[:1].islower() for word in words
    )


def _has_agency(words: list[str]) -> bool:
    """Whether an agency's name stands first or last."""
    folded = tuple(word.casefold().strip(",.") for word in words)
    return any(folded[:n] in _agencies() or folded[-n:] in _agencies() for n in (1, 2, 3))


def _is_signed(words: str) -> bool:
    """Whether words are a name and an agency with a stroke between them ("Ina Moll/AFP/Getty Images")."""
    parts = [part.split() for part in words.rstrip(". ").split("/")]
    return len(parts) >= 2 and all(map(_names_only, parts)) and any(map(_has_agency, parts))


def _tail(text: str) -> tuple[int, int] | None:
    """The credit that ends a line, from the line's start or after a sentence or a date."""
    begin = max(0, len(text) - _LONGEST)
    starts = [0] if begin == 0 else []
    starts += [gap.end() for gap in _TAIL_STARTS.finditer(text, begin)]
    for start in starts:
        if _is_signed(text[start:]):
            return start, len(text)
    return None


def _found(text: str) -> Iterator[tuple[int, int]]:
    if tail := _tail(text):
        yield tail
    for brackets in _BRACKETS.finditer(text):
        if _LABEL_INSIDE.match(brackets[1]) or _is_signed(brackets[1].partition(",")[0]):
            yield brackets.span()
    labelled = _LABELLED.search(text, max(0, len(text) - _LONGEST))
    if labelled and _names_only(re.sub(r"\([^()]*\)", "", labelled[1].replace("/", " ")).split()):
        yield labelled.span()
    if slashed := _SLASHED.search(text):
        yield slashed.span()


def credit_marks(unit: Unit) -> Iterator[Boilerplate]:
    """Stretches of a line that credit a picture or label a player, without the caption itself."""
    for start, end in _found(unit.text):
        yield Boilerplate(start=unit.start + start, end=unit.start + end, reason=_CREDIT)
    for pattern, reason in _INLINE:
        if (found := pattern.search(unit.text)) and found[0].strip():
            yield Boilerplate(
                start=unit.start + found.start(), end=unit.start + found.start() + len(found[0].rstrip()), reason=reason
            )
