"""What rows of answers share: where a reference row stands, days and rounded numbers."""

from __future__ import annotations

import datetime as dt

from dateline.export.contract import JsonObject
from dateline.model.reference import Provenance


def where_row(where: Provenance, row_id: str) -> JsonObject:
    """Where a reference row stands: its id, data set, edition, line and hash of the file."""
    return {
        "id": row_id,
        "source": where.source,
        "vintage": where.vintage,
        "retrieved": day_text(where.retrieved),
        "licence": where.licence,
        "line": where.line,
        "sha256": where.sha256,
    }


def day_text(day: dt.date | None) -> str | None:
    """A day as YYYY-MM-DD, or None."""
    return day.isoformat() if day else None


def rounded(value: float | None) -> float | None:
    """A fraction with four places, or None."""
    return None if value is None else round(value, 4)
