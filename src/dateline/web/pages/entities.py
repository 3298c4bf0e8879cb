"""``/entities``: who the record speaks of; one person, body or state with what it did."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.export.rows import entity_row, event_row, judgement_row
from dateline.query import EventFilter
from dateline.web.opening import opened
from dateline.web.rendering import as_csv, as_json, page

router = APIRouter(tags=["entities"])
_COLUMNS = ["id", "name", "kind", "known", "country", "sector", "events", "mentions", "documents", "names"]
_MOST = 200


@router.get("/entities", include_in_schema=False)
def entities(request: Request, q: str | None = None, unknown: bool = False) -> Response:
    """Persons, bodies and states by number of events."""
    with opened(request) as record:
        rows = record.entities(text=q or None, unknown=unknown, limit=_MOST)
    return page(request, "entities.html", {"rows": rows, "q": q or "", "unknown": unknown, "full": len(rows) == _MOST})


@router.get("/entities.json", include_in_schema=False)
@router.get("/api/v1/entities")
def entities_json(request: Request, q: str | None = None, unknown: bool = False, limit: int = _MOST) -> Response:
    """Persons, bodies and states by number of events."""
    with opened(request) as record:
        rows = record.entities(text=q or None, unknown=unknown, limit=limit)
    return as_json(request, {"entities": [entity_row(row) for row in rows]})


@router.get("/entities.csv", include_in_schema=False)
def entities_csv(request: Request, q: str | None = None, unknown: bool = False) -> Response:
    """The same as a table."""
    with opened(request) as record:
        rows = record.entities(text=q or None, unknown=unknown, limit=10_000)
    return as_csv(request, [entity_row(row) for row in rows], _COLUMNS)


@router.get("/entities/{entity_id:path}.json", include_in_schema=False)
@router.get("/api/v1/entities/{entity_id:path}")
def entity_json(request: Request, entity_id: str) -> Response:
    """One entity with its events, newest first, and the judgements on it."""
    with opened(request) as record:
        held = record.entity(entity_id)
        found = record.events(EventFilter(party=held.entity.canonical_id))
    return as_json(
        request,
        entity_row(held.entity)
        | {
            "events_of": [event_row(row) for row in found.rows],
            "judgements": [judgement_row(each) for each in held.judgements],
            "next": found.next.cursor if found.next else None,
        },
    )


@router.get("/entities/{entity_id:path}", include_in_schema=False)
def entity(request: Request, entity_id: str) -> Response:
    """One entity: how it is printed, what it did and what was done to it, quotes first."""
    with opened(request) as record:
        held = record.entity(entity_id)
        acting = record.events(EventFilter(actor=held.entity.canonical_id, limit=20))
        towards = record.events(EventFilter(recipient=held.entity.canonical_id, limit=20))
        facets = record.store.facets(EventFilter(party=held.entity.canonical_id))
    data = {
        "held": held,
        "acting": acting,
        "towards": towards,
        "partners": facets.by["country"],
        "types": facets.by["type"],
    }
    return page(request, "entity.html", data)
