"""Events as rows of a table: the whole object, with the columns that a spreadsheet wants beside it."""

from __future__ import annotations

from typing import Any

from dateline.export.rows import event_row
from dateline.store import EventRow

COLUMNS = [
    "id",
    "earliest",
    "latest",
    "event_type",
    "mode",
    "modality",
    "actor_names",
    "recipient_names",
    "place",
    "mentions",
    "documents",
    "sources",
    "certainty",
    "quote",
]


def event_cells(row: EventRow) -> dict[str, Any]:
    """The whole row, with the columns a spreadsheet wants beside it."""
    held = event_row(row)
    when = held["when"] or {}
    return held | {
        "earliest": when.get("earliest"),
        "latest": when.get("latest"),
        "actor_names": [party["name"] for party in held["actors"]],
        "recipient_names": [party["name"] for party in held["recipients"]],
        "place": (held["where"] or {}).get("name"),
    }
