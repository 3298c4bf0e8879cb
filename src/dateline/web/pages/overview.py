"""``/``: the record at a glance."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.export.rows import event_row
from dateline.query import EventFilter
from dateline.record import Record
from dateline.store import Overview
from dateline.web.opening import opened
from dateline.web.rendering import as_json, page

router = APIRouter(tags=["overview"])
_LATEST = 8


@router.get("/", include_in_schema=False)
def overview(request: Request) -> Response:
    """Counts, the latest events with their quotes, and what there is by type."""
    with opened(request) as record:
        about = request.app.state.kept.get("overview", record.overview)
        latest = request.app.state.kept.get("newest", lambda: record.events(EventFilter(limit=_LATEST)).rows)
        return page(
            request, "overview.html", {"about": about, "latest": latest, "most": max(about.types.values(), default=1)}
        )


@router.get("/index.json", include_in_schema=False)
@router.get("/api/v1/overview")
def overview_json(request: Request) -> Response:
    """Counts, the latest events and the number of events by type."""
    with opened(request) as record:
        return as_json(request, _object(record, request.app.state.kept.get("overview", record.overview)))


def _object(record: Record, about: Overview) -> dict[str, object]:
    return {
        "counts": {
            "events": about.counts.events,
            "mentions": about.counts.mentions,
            "sources": about.counts.sources,
            "documents": about.documents,
            "claims": about.claims,
            "arms": about.arms,
            "entities": about.entities,
            "rejects": about.rejects,
        },
        "pending": about.pending,
        "stale": about.stale,
        "earliest": about.earliest.isoformat() if about.earliest else None,
        "latest": about.latest.isoformat() if about.latest else None,
        "types": dict(about.types),
        "newest": [event_row(row) for row in record.events(EventFilter(limit=_LATEST)).rows],
    }
