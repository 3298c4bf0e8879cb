"""Lines, paragraphs, marks and comparison keys; whatever changes the text says where each character was."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Span

__all__ = [
    "DASHES",
    "QUOTE_CLOSE",
    "QUOTE_DOUBLE",
    "QUOTE_OPEN",
    "QUOTE_SINGLE",
    "Folded",
    "comparison_key",
    "fold_whitespace",
    "lines",
    "paragraphs",
    "without_surrogates",
]

#: Marks that open, close or do either to a quotation, as characters.
QUOTE_OPEN = "“„‟«‹‘‛「『"
QUOTE_CLOSE = "”»›’」』"
QUOTE_DOUBLE = '"“”„‟«»＂「」『』'
QUOTE_SINGLE = "'‘’‛‹›`´"
#: Dashes and hyphens, soft hyphen left out.
DASHES = "-‐‑‒–—―−﹘﹣－"

_BREAK = r"(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])"
_BREAKS = re.compile(_BREAK)
_PARAGRAPH_BREAK = re.compile(rf"{_BREAK}(?:[^\S\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*{_BREAK})+")
_NOT_WORD = re.compile(r"[\W_]+")
_SPACES = re.compile(r"\s+")
_SURROGATE = re.compile("[\ud800-\udfff]")


def _pieces(text: str, separator: re.Pattern[str]) -> list[Span]:
    found = []
    start = 0
    for end, following in [*((m.start(), m.end()) for m in separator.finditer(text)), (len(text), len(text))]:
        piece = text[start:end]
        if piece.strip():
            left = start + len(piece) - len(piece.lstrip())
            found.append(Span(start=left, end=start + len(piece.rstrip())))
        start = following
    return found


def lines(text: str) -> list[Span]:
    """Spans of the lines that hold more than white space, without the white space around them."""
    return _pieces(text, _BREAKS)


def paragraphs(text: str) -> list[Span]:
    """Spans of the paragraphs: what stands between blank lines, without the white space around it."""
    return _pieces(text, _PARAGRAPH_BREAK)


def comparison_key(text: str) -> str:
    """A key under which two printings of the same line are equal: letters and digits only, case folded.

    Width, ligatures, quotation marks, dashes and spacing play no part (Unicode NFKC, UAX #15).
    """
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFKC", text).casefold()).strip()


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate as U+FFFD, for tools that need valid Unicode; offsets stay the same."""
    return _SURROGATE.sub("\ufffd", text)


@dataclass(frozen=True)
class Folded:
    """A text whose runs of white space became single spaces, with the way back to the original.

    Attributes:
        text: The folded text.
        cuts: For each run that was shortened: (offset in ``text`` after it, characters dropped up to there).
    """

    text: str
    cuts: tuple[tuple[int, int], ...]

    @cached_property
    def _offsets(self) -> list[int]:
        return [offset for offset, _ in self.cuts]

    def original(self, offset: int) -> int:
        """The offset in the original text of the folded text's ``offset`` (code points)."""
        i = bisect_right(self._offsets, offset)
        return offset + (self.cuts[i - 1][1] if i else 0)

    def span(self, start: int, end: int) -> Span:
        """The span in the original text of the folded text's ``[start, end)``."""
        return Span(start=self.original(start), end=self.original(end - 1) + 1)


def fold_whitespace(text: str) -> Folded:
    """Make every run of white space one space; the ends are stripped."""
    out: list[str] = []
    cuts: list[tuple[int, int]] = []
    length = dropped = at = 0
    stop = len(text.rstrip())
    for run in _SPACES.finditer(text, 0, stop):
        out.append(text[at : run.start()])
        length += run.start() - at
        if run.start() > 0:
            out.append(" ")
            length += 1
        kept = 1 if run.start() > 0 else 0
        if run.end() - run.start() > kept:
            dropped += run.end() - run.start() - kept
            cuts.append((length, dropped))
        at = run.end()
    out.append(text[at:stop])
    return Folded(text="".join(out), cuts=tuple(cuts))
