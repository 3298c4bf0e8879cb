"""Quotes: where words that a model gives as a quotation stand in the text, if they do."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from dateline.model import Span
from dateline.text.normalise import (
    DASHES,
    QUOTE_DOUBLE,
    QUOTE_SINGLE,
    Folded,
    fold_whitespace,
    without_surrogates,
)

_SAME = {
    **dict.fromkeys(map(ord, QUOTE_DOUBLE), '"'),
    **dict.fromkeys(map(ord, QUOTE_SINGLE), "'"),
    **dict.fromkeys(map(ord, DASHES), "-"),
}

_LONGEST = 400
"""Characters beyond which words are no quotation but a copy of the text."""


def folded(text: str) -> Folded:
    """The text with one kind of quotation mark, of dash and of white space, and the way back to its offsets."""
    return fold_whitespace(without_surrogates(text).translate(_SAME))


@dataclass(frozen=True)
class Stretch:
    """A stretch ``[start, end)`` of a text in which quotes are looked for.

    Attributes:
        text: The whole text.
        start, end: Code points of ``text``.
    """

    text: str
    start: int
    end: int

    def find(self, quote: str) -> list[Span]:
        """Every place where the quote stands as whole words, in text order.

        Places where it stands letter by letter come first and alone; only without any, white space, quotation
        marks and dashes are taken for the same whatever their form.
        """
        if len(quote) > _LONGEST:
            return []
        exact = _all(self.text, quote.strip(), self.start, self.end)
        if exact:
            return exact
        wanted = folded(quote).text
        within = self._folded
        found = _all(within.text, wanted, 0, len(within.text))
        spans = [within.span(held.start, held.end) for held in found]
        return [Span(start=self.start + held.start, end=self.start + held.end) for held in spans]

    @cached_property
    def _folded(self) -> Folded:
        return folded(self.text[self.start : self.end])


def nearest(spans: list[Span], to: Span | None) -> Span | None:
    """The span nearest to another, one that does not overlap it before one that does; without another the first."""
    if not spans or to is None:
        return spans[0] if spans else None
    return min(spans, key=lambda held: (held.overlaps(to), _gap(held, to), held.start))


def _gap(a: Span, b: Span) -> int:
    return max(a.start - b.end, b.start - a.end, 0)


def _all(text: str, quote: str, start: int, end: int) -> list[Span]:
    found: list[Span] = []
    at = text.find(quote, start, end) if quote else -1
    while at >= 0:
        stop = at + len(quote)
        if not _splits_word(text, at) and not _splits_word(text, stop):
            found.append(Span(start=at, end=stop))
        at = text.find(quote, at + 1, end)
    return found


def _splits_word(text: str, at: int) -> bool:
    """Whether a letter or digit stands on either side of an offset."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()
