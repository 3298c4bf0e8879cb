"""Resolve dates: of time expressions (:func:`resolve_time`) and of event mentions (:class:`DateResolver`)."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Annotations, Document, EventMention, When
from dateline.resolve.date_ranking import ranked_dates
from dateline.resolve.times import Resolved, anchor_of, resolve_time

__all__ = ["DateResolver", "Resolved", "anchor_of", "resolve_time"]


class DateResolver:
    """Dates event mentions: by words of the sentence, by what is told around it, or as news; a ranking chooses."""

    name = "dates"
    version = "2"

    def resolve(self, document: Document, annotations: Annotations, mention: EventMention) -> When | None:
        """The date of one mention, seen alone."""
        return self.resolve_all(document, annotations, (mention,))[0]

    def resolve_all(
        self, document: Document, annotations: Annotations, mentions: Sequence[EventMention]
    ) -> tuple[When | None, ...]:
        """The dates of the mentions of one document, in the order given; None where nothing tells a date."""
        return ranked_dates(document, annotations, mentions)
