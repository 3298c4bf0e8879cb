"""A text with marked spans, as a flat row of segments: safe where spans overlap, nest or touch.

Offsets are code points. Characters that would change how the text around them is drawn (controls, directions,
invisible separators) become segments of their own, shown as signs: what is read is what is there.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

_SIGNS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A marked span.

    Attributes:
        start, end: Half-open, code points.
        role: "trigger", "actor", "recipient", "when", "where", "claim", "arms", "boilerplate".
        about: Id of the mention or claim that it belongs to.
        label: What a reader sees when pointing at it.
    """

    start: int
    end: int
    role: str
    about: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of text under the same marks.

    Attributes:
        text: The words.
        marks: All that cover it, the shortest last.
        begins: Ids of mentions whose trigger begins here: where links to them lead.
        sign: What an invisible character is called, or None for text.
    """

    text: str
    marks: tuple[Mark, ...]
    begins: tuple[str, ...] = ()
    sign: str | None = None

    @property
    def roles(self) -> str:
        """Roles, each once, for a class attribute."""
        return " ".join(dict.fromkeys(mark.role for mark in self.marks))

    @property
    def about(self) -> str:
        """Ids that it belongs to, each once."""
        return " ".join(dict.fromkeys(mark.about for mark in self.marks))

    @property
    def label(self) -> str:
        """All labels."""
        return "; ".join(dict.fromkeys(mark.label for mark in self.marks))


def segments(text: str, marks: Iterable[Mark]) -> list[Segment]:
    """Cut a text where marks begin and end and around invisible characters; all of it, in order."""
    held = sorted((mark for mark in marks if mark.start < mark.end), key=lambda mark: (mark.start, -mark.end))
    cuts = {0, len(text)} | {at for mark in held for at in (mark.start, mark.end) if 0 <= at <= len(text)}
    cuts |= {at for sign in _SIGNS.finditer(text) for at in sign.span()}
    edges = sorted(cuts)
    found = []
    open_marks: list[Mark] = []
    coming = iter(held)
    ahead = next(coming, None)
    for start, end in pairwise(edges):
        open_marks = [mark for mark in open_marks if mark.end > start]
        while ahead is not None and ahead.start <= start:
            open_marks.append(ahead)
            ahead = next(coming, None)
        begins = tuple(mark.about for mark in open_marks if mark.role == "trigger" and mark.start == start)
        found.append(_segment(text[start:end], open_marks, begins))
    return found


def _segment(text: str, open_marks: list[Mark], begins: tuple[str, ...]) -> Segment:
    marks = tuple(sorted(open_marks, key=lambda mark: mark.start - mark.end))
    sign = None
    if len(text) == 1 and _SIGNS.match(text):
        sign = f"U+{ord(text):04X} {unicodedata.name(text, 'control')}"
    return Segment(text=text, marks=marks, begins=begins, sign=sign)
