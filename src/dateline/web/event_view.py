"""One event for a page: quotes, fields with the quote each came from, what the reports disagree on, verdicts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.model import EventMention
from dateline.pipeline.checking import check_event, with_starter
from dateline.query.conflicts import conflicts
from dateline.record import Record
from dateline.store import MentionRow
from dateline.web import words

_OLDEST = dt.date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """One sentence of one report with the mentions that stand in it."""

    rows: tuple[MentionRow, ...]

    @property
    def row(self) -> MentionRow:
        """Its first mention."""
        return self.rows[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a field, with the numbers of the quotes that give it."""

    text: str
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field with all values that the quotes give it."""

    name: str
    values: tuple[Value, ...]


def event_page(record: Record, event_id: str) -> dict[str, Any]:
    """What the page of an event shows.

    Raises:
        UsageError: there is none of that id.
    """
    held = record.event(event_id)
    quotes = _quotes(held.mentions)
    return {
        "event": held.event,
        "quotes": quotes,
        "fields": _fields(quotes),
        "differences": conflicts(record.store, event_id),
        "copies": {copy.document: copy for copy in record.store.copies({quote.row.document.id for quote in quotes})},
        "why": record.why(event_id),
        "verdicts": list(check_event(record.store, event_id, with_starter(record.reference()))),
    }


def _quotes(rows: Sequence[MentionRow]) -> list[Quote]:
    """Each sentence once: newest report first, in a report as they stand."""
    sentences: dict[tuple[str, int], list[MentionRow]] = {}
    for row in sorted(rows, key=lambda row: row.mention.trigger.start):
        sentences.setdefault((row.document.id, row.quote_start), []).append(row)
    made = [Quote(rows=tuple(each)) for each in sentences.values()]
    made.sort(key=lambda quote: quote.row.quote_start)
    return sorted(
        made, key=lambda quote: (quote.row.document.published or _OLDEST, quote.row.document.id), reverse=True
    )


def _fields(quotes: Sequence[Quote]) -> list[Field]:
    asked: dict[str, Callable[[EventMention], str]] = {
        "Type": words.kind,
        "Actor": lambda mention: words.names(mention.actors),
        "Recipient": lambda mention: words.names(mention.recipients),
        "When": lambda mention: words.interval(mention.when.interval) if mention.when else "",
        "Where": lambda mention: words.place(mention.where.place) if mention.where and mention.where.place else "",
        "Modality": lambda mention: str(mention.modality),
        "According to": lambda mention: mention.attributed_to.text if mention.attributed_to else "",
        "Numbers": lambda mention: "; ".join(each.evidence.text for each in mention.magnitudes),
    }
    found = []
    for name, ask in asked.items():
        values: dict[str, dict[int, None]] = {}
        for number, quote in enumerate(quotes, start=1):
            for row in quote.rows:
                if text := ask(row.mention):
                    values.setdefault(text, {})[number] = None
        if values:
            told = tuple(Value(text=text, quotes=tuple(at)) for text, at in values.items())
            found.append(Field(name=name, values=told))
    return found
