"""Changes as plain JSON objects."""

from __future__ import annotations

from dateline.export.contract import JsonObject
from dateline.export.rows import event_object
from dateline.query.changes import Change

__all__ = ["CHANGE_COLUMNS", "change_row"]

CHANGE_COLUMNS = [
    "at",
    "kind",
    "cause",
    "event_id",
    "event_type",
    "earliest",
    "latest",
    "actors",
    "recipients",
    "field",
    "before",
    "after",
    "sources",
    "reports",
    "about",
    "reason",
]


def change_row(change: Change) -> JsonObject:
    """One change; several fields of one report or row are lists in ``field``, ``before`` and ``after``."""
    event = event_object(change.event) if change.event is not None else None
    when = (event["when"] or {}) if event else {}
    single = len(change.fields) == 1
    parts = [[getattr(each, name) for each in change.fields] for name in ("field", "before", "after")]
    field, before, after = (part[0] if single else part or None for part in parts)
    return {
        "at": change.at.isoformat(),
        "kind": str(change.kind),
        "cause": change.cause,
        "news": change.news,
        "event_id": event["id"] if event else None,
        "event_type": event["event_type"] if event else None,
        "earliest": when.get("earliest"),
        "latest": when.get("latest"),
        "actors": [party["name"] for party in event["actors"]] if event else [],
        "recipients": [party["name"] for party in event["recipients"]] if event else [],
        "field": field,
        "before": before,
        "after": after,
        "sources": list(change.sources) if change.sources else None,
        "reports": [head.id for head in change.documents],
        "about": change.about,
        "reason": change.reason,
    }
