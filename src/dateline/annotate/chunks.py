"""Chunks: a document cut where no sentence can go on, so that a parser sees short, clean stretches of it.

A blank line always ends a sentence, and so does a line break, unless the text is wrapped to a fixed width
or the next line goes on in lower case. So headlines, captions and list items without a final stop stay
apart, and no document is too long for the parser.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.model import Span

_BLOCK = re.compile(r"\S(?:.*\S)?(?:\r?\n[^\S\n]*\S(?:.*\S)?)*")
_LINE = re.compile(r"\S.*")
_NARROWEST_WRAP = 50
_WIDEST_WRAP = 100
_LONGEST = 5_000
_STOP = re.compile(r"[.!?][\"'”’)\]]*\s+(?=[A-Z\"'“‘(\[])")
_LONE_SURROGATE = re.compile(r"[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Chunk:
    """A stretch of a document with each run of white space as one blank.

    Attributes:
        text: What the parser reads.
        offsets: For each code point of ``text``, where it stands in the document.
    """

    text: str
    offsets: Sequence[int]


def chunks(text: str, dateline: Span | None = None) -> Iterator[Chunk]:
    """Cut a document's text into chunks, in text order; white space between them belongs to none.

    Args:
        text: The document's text.
        dateline: Where it says where and when it was filed; that becomes a chunk of its own, so that the parser
            does not take the place for a party of the first sentence.
    """
    width = _wrap_width(text)
    for first, last in _parts(len(text), dateline):
        for block in _BLOCK.finditer(text, first, last):
            yield from _block(text, block.start(), block.end(), width)


def _parts(length: int, dateline: Span | None) -> Iterator[tuple[int, int]]:
    bounds = [0, length] if dateline is None else [0, dateline.start, dateline.end, length]
    yield from pairwise(bounds)


def _block(text: str, first: int, last: int, width: int) -> Iterator[Chunk]:
    for start, end in _lines(text, first, last, width):
        for piece in _pieces(text, start, end):
            yield _clean(text, *piece)


def _wrap_width(text: str) -> int:
    """The line width of a hard-wrapped text, 0 for any other text."""
    widest = max(map(len, text.splitlines()), default=0)
    return widest if _NARROWEST_WRAP <= widest <= _WIDEST_WRAP else 0


def _lines(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """The stretches of a block between those line breaks that end a sentence."""
    lines = [(found.start(), found.end()) for found in _LINE.finditer(text, start, end)]
    first = start
    for (line_start, line_end), (next_start, _) in pairwise(lines):
        word = text[next_start:end].split(maxsplit=1)[0]
        wrapped = width and line_end - line_start + 1 + len(word) > width
        goes_on = word[:1].islower() and text[line_start:line_end].rstrip()[-1:] not in ".!?"
        if not (wrapped or goes_on):
            yield first, line_end
            first = next_start
    yield first, end


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut an overlong stretch after a full stop, else at white space, else anywhere."""
    while end - start > _LONGEST:
        limit = start + _LONGEST
        stops = [found.end() for found in _STOP.finditer(text, start, limit)]
        blank = text.rfind(" ", start, limit)
        cut = stops[-1] if stops else blank + 1 if blank > start else limit
        yield start, cut
        start = cut
    yield start, end


def _clean(text: str, start: int, end: int) -> Chunk:
    raw = text[start:end].rstrip()
    words = raw.split()
    joined = " ".join(words)
    if len(joined) == len(raw):
        offsets: Sequence[int] = range(start, start + len(raw))
    else:
        kept = array("q")
        for found in re.finditer(r"\S+", raw):
            kept.extend(range(start + found.start(), start + found.end() + 1))
        offsets = kept[: len(joined)]
    return Chunk(text=_LONE_SURROGATE.sub("�", joined), offsets=offsets)
