"""The read model that the command line and Python share: a filter in, typed rows out."""

from __future__ import annotations

from dateline.query.entities import EntityView, entities, entity
from dateline.query.filter import EventFilter
from dateline.query.reading import (
    DocumentView,
    EventList,
    EventView,
    document,
    documents,
    event,
    events,
    mention,
    overview,
)
from dateline.query.why import Reason, why

__all__ = [
    "DocumentView",
    "EntityView",
    "EventFilter",
    "EventList",
    "EventView",
    "Reason",
    "document",
    "documents",
    "entities",
    "entity",
    "event",
    "events",
    "mention",
    "overview",
    "why",
]
