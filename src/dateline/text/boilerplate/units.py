"""Units of a page: its lines, or whole paragraphs where lines were broken at a fixed width."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Span
from dateline.text.normalise import comparison_key, lines, paragraphs

__all__ = ["Unit", "sentences", "split_units"]

_STOP = re.compile(r"[.!?…。][\"'”’»)\]*]*$|[,:;—–-]$")
_FULL_STOP = re.compile(r"[.!?…。][\"'”’»)\]*]*$")
_BULLETS = re.compile(r"^[\s•·●▪◦»›▶►→➜✓|>*–—-]+(?=\S)")
_SENTENCE_GAP = re.compile(r"(?<=[.!?…])[\"”’)]*(?P<gap>\s+)(?=[\"“‘'(\[]?[A-Z0-9@©])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Lt|Col|Maj|Capt|Sgt|Sen|Rep|Gov|St|No|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|"
    r"Dec|Inc|Ltd|Co|Corp|vs|Prof|Rev|Hon|Adm|Brig|a\.m|p\.m)\.)$"
)
_LONGEST_ABBREVIATION = 8
_WRAP_LENGTHS = range(40, 121)


@dataclass(frozen=True)
class Unit:
    """One line or wrapped paragraph.

    Attributes:
        start, end: Code points in the text.
        text: The words between them.
        after_blank: Whether a blank line (or the start of the text) stands before it.
    """

    start: int
    end: int
    text: str
    after_blank: bool

    @cached_property
    def bare(self) -> str:
        """The words without bullets and arrows in front."""
        return _BULLETS.sub("", self.text)

    @cached_property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())

    @cached_property
    def key(self) -> str:
        """See :func:`dateline.text.normalise.comparison_key`."""
        return comparison_key(self.text)

    @cached_property
    def stopped(self) -> bool:
        """Whether it ends in a full stop, question mark or the like."""
        return _FULL_STOP.search(self.text) is not None

    @cached_property
    def sentence(self) -> bool:
        """Whether it reads like a sentence or more of a report, not like a label or a headline."""
        return (self.words >= 4 and _STOP.search(self.text) is not None) or self.words >= 25


def _is_wrapped(pieces: list[str]) -> bool:
    """Whether line breaks inside a paragraph only keep it within a width."""
    body = pieces[:-1]
    if not body or not all(len(piece) in _WRAP_LENGTHS for piece in body):
        return False
    running_on = sum(1 for piece in body if not _FULL_STOP.search(piece))
    small = sum(1 for piece in pieces[1:] if piece[0].islower())
    return 2 * running_on >= len(body) and 3 * small >= len(body)


def split_units(text: str) -> list[Unit]:
    """Cut a page into units, in order."""
    found: list[Unit] = []
    for paragraph in paragraphs(text):
        whole = text[paragraph.start : paragraph.end]
        inner = [Span(start=paragraph.start + s.start, end=paragraph.start + s.end) for s in lines(whole)]
        pieces = [text[span.start : span.end] for span in inner]
        if _is_wrapped(pieces):
            found.append(Unit(paragraph.start, paragraph.end, whole, after_blank=True))
            continue
        for n, (span, piece) in enumerate(zip(inner, pieces, strict=True)):
            found.append(Unit(span.start, span.end, piece, after_blank=n == 0))
    return found


def sentences(unit: Unit) -> list[Span]:
    """A rough cut into sentences; offsets in the whole text."""
    found = []
    start = 0
    for gap in _SENTENCE_GAP.finditer(unit.text):
        stop = gap.start("gap")
        if _ABBREVIATION.search(unit.text, max(0, stop - _LONGEST_ABBREVIATION), stop):
            continue
        found.append(Span(start=unit.start + start, end=unit.start + stop))
        start = gap.end("gap")
    found.append(Span(start=unit.start + start, end=unit.end))
    return found
