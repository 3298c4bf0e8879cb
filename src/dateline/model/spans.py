"""Spans and evidence: where in a document words stand, and what they say."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.errors import SpanError


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open stretch ``[start, end)`` of a document's text, in code points.

    Raises:
        SpanError: ``start`` is negative or not before ``end``.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"span [{self.start}, {self.end})", "start must be at least 0 and before end")

    def overlaps(self, other: Span | Evidence) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span | Evidence) -> bool:
        """Whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The exact words ``text`` that stand at ``[start, end)`` of a document (code points).

    Raises:
        SpanError: the quote's length does not fit its offsets.
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"evidence [{self.start}, {self.end})", "start must be at least 0 and before end")
        if len(self.text) != self.end - self.start:
            raise SpanError(
                f"evidence [{self.start}, {self.end})",
                f"the quote has {len(self.text)} code points, its offsets {self.end - self.start}",
            )

    @property
    def span(self) -> Span:
        """The offsets alone."""
        return Span(start=self.start, end=self.end)

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Evidence:
        """Cut the quote out of a document's text.

        Raises:
            SpanError: the offsets lie outside the text.
        """
        if end > len(text):
            raise SpanError(f"evidence [{start}, {end})", f"the text ends at {len(text)}")
        return cls(start=start, end=end, text=text[start:end])

    def check(self, text: str) -> None:
        """Refuse a quote that does not stand at its offsets.

        Raises:
            SpanError: ``text[start:end]`` differs from the quote.
        """
        found = text[self.start : self.end]
        if found != self.text:
            raise SpanError(
                f"evidence [{self.start}, {self.end})", f"the document says {found!r}, the quote {self.text!r}"
            )
