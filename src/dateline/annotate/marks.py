"""Quotation marks: where direct quotations begin and end, whatever marks a report uses.

A quotation that goes on in the next paragraph has an opening mark there and no closing mark before; each
paragraph of it is a stretch of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n[^\S\n]*\S(?:.*\S)?)*")
_SINGLE_END = r"(?<=[\w.,!?…\])]){}(?!\w)"
_CLOSING = {
    mark: re.compile(pattern)
    for mark, pattern in {
        "“": "”",
        "«": "»",
        "„": "[“”]",
        "「": "」",
        '"': '"',
        "``": "''",
        "''": "''",
        "‘": _SINGLE_END.format("’"),
        "'": _SINGLE_END.format("'"),
    }.items()
}
_OPENING = re.compile(
    r"[“«„「]|``|''(?=\w)|\"(?=\S)(?<![\w.,!?]\")|(?<![\w’.,!?])‘(?=\S)|(?<![\w'’.,!?])'(?=[A-Za-z\[…])(?!'(?:s|em|til|n)\b)"
)
_LONGEST_SINGLE = 400
_LAST_WORDS = 800


@dataclass(frozen=True, slots=True)
class Marked:
    """Code points ``[start, end)`` between quotation marks.

    Attributes:
        continued: It has no closing mark: it goes on in the next paragraph, or the text breaks off.
    """

    start: int
    end: int
    continued: bool = False


def marked_stretches(text: str) -> Iterator[Marked]:
    """The quoted stretches of a text in order; one inside another follows it."""
    for paragraph in _PARAGRAPH.finditer(text):
        yield from _within(text, paragraph.start(), paragraph.end())


def _within(text: str, start: int, end: int) -> Iterator[Marked]:
    position = start
    while (opening := _OPENING.search(text, position, end)) is not None:
        mark = opening[0]
        first = opening.end()
        close = _closing(text, mark, first, end)
        if close is not None:
            if text[first:close].strip():
                yield Marked(first, close)
                if mark not in "'‘":
                    yield from _within(text, first, close)
            position = close + 1
        elif mark in '“"«' and (_goes_on(text, end, mark) or _breaks_off(text, opening.start(), end)):
            yield Marked(first, end, continued=True)
            return
        else:
            position = first


def _closing(text: str, mark: str, first: int, end: int) -> int | None:
    """Where the mark that closes ``mark`` stands, or None."""
    limit = min(end, first + _LONGEST_SINGLE) if mark in {"'", "‘"} else end
    found = _CLOSING[mark].search(text, first, limit)
    return found.start() if found else None


def _goes_on(text: str, end: int, mark: str) -> bool:
    return text[end:].lstrip().startswith(mark)


def _breaks_off(text: str, opening: int, end: int) -> bool:
    """Whether the text ends inside of a quotation that opened at the start of one of its last sentences."""
    before = text[:opening].rstrip()
    return not text[end:].strip() and end - opening < _LAST_WORDS and (not before or before[-1] in '.!?”"»')
