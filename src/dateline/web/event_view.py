"""One event for a page: quotes, fields with the quote each came from, what the reports disagree on, verdicts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.model import EventMention
from dateline.pipeline.checking import check_event, with_starter
from dateline.record import Record
from dateline.store import MentionRow
from dateline.web import words

_OLDEST = dt.date.min


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a field, with the numbers of the quotes that give it."""

    text: str
    quotes: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One field with all values that the quotes give it; several are a disagreement or a matter of precision."""

    name: str
    values: tuple[Value, ...]

    @property
    def differs(self) -> bool:
        """Whether the quotes give more than one."""
        return len(self.values) > 1


def event_page(record: Record, event_id: str) -> dict[str, Any]:
    """What the page of an event shows.

    Raises:
        UsageError: there is none of that id.
    """
    held = record.event(event_id)
    told = sorted(held.mentions, key=lambda row: (row.document.published or _OLDEST, row.document.id), reverse=True)
    copies = {copy.document: copy for copy in record.store.copies({row.document.id for row in told})}
    return {
        "event": held.event,
        "told": told,
        "fields": _fields(told),
        "copies": copies,
        "why": record.why(event_id),
        "verdicts": list(check_event(record.store, event_id, with_starter(record.reference()))),
    }


def _fields(told: Sequence[MentionRow]) -> list[Field]:
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
        values: dict[str, list[int]] = {}
        for number, row in enumerate(told, start=1):
            text = ask(row.mention)
            if text:
                values.setdefault(text, []).append(number)
        if values:
            found.append(
                Field(name=name, values=tuple(Value(text=text, quotes=tuple(at)) for text, at in values.items()))
            )
    return found
