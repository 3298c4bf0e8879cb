"""The read model that the command line and Python share: a filter in, typed rows out."""

from __future__ import annotations

from dateline.query.filter import EventFilter
from dateline.query.reading import (
    DocumentView,
    EventList,
    EventView,
    document,
    documents,
    entities,
    event,
    events,
    mention,
    overview,
)
from dateline.query.why import Reason, why

__all__ = [
    "DocumentView",
    "EventFilter",
    "EventList",
    "EventView",
    "Reason",
    "document",
    "documents",
    "entities",
    "event",
    "events",
    "mention",
    "overview",
    "why",
]
