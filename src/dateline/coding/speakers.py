"""Who says what: the quotations of a document, asked by position."""

from __future__ import annotations

from dateline.model import Annotations, Evidence, Quotation


class Speakers:
    """Finds the quotation around a position and its speaker."""

    def __init__(self, annotations: Annotations) -> None:
        self._quotations = sorted(annotations.quotations, key=lambda held: held.end - held.start)

    def quotation_at(self, position: int) -> Quotation | None:
        """The shortest quotation that covers a code point."""
        return next((held for held in self._quotations if held.start <= position < held.end), None)

    def speaker_at(self, position: int) -> Evidence | None:
        """The speaker of the shortest quotation around a code point that names one."""
        return next(
            (held.speaker for held in self._quotations if held.start <= position < held.end and held.speaker), None
        )
