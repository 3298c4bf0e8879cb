"""``/events``: lists with facets, one event with its quotes, and their JSON, CSV, GeoJSON and Atom twins."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.export.atom import atom_feed
from dateline.export.event_table import COLUMNS, event_cells
from dateline.export.geojson import geojson
from dateline.export.rows import event_object, event_row, reason_row, told_row
from dateline.query import EventFilter, EventList
from dateline.web import listing
from dateline.web.event_view import event_page
from dateline.web.opening import opened
from dateline.web.rendering import as_csv, as_json, as_text, page

router = APIRouter(tags=["events"])
#: Rows of a list that is written to a file.
_WHOLE = 10_000


@router.get("/events", include_in_schema=False)
def events(request: Request) -> Response:
    """A page of events with facets; the filter is the address."""
    wanted = listing.wanted(request)
    with opened(request) as record:
        found = request.app.state.kept.get(("events", wanted), lambda: record.events(wanted))
        plain = replace(found.filter, cursor=None, limit=1)
        facets = request.app.state.kept.get(("facets", plain), lambda: record.store.facets(plain))
    return page(request, "events.html", {"found": found, **listing.around(found, facets)})


@router.get("/events.csv", include_in_schema=False)
def events_csv(request: Request) -> Response:
    """The events of a filter, at most 10,000, as a table."""
    return as_csv(request, [event_cells(row) for row in _whole(request).rows], COLUMNS)


@router.get("/events.geojson", include_in_schema=False)
@router.get("/api/v1/events.geojson")
def events_geojson(request: Request) -> Response:
    """The events of a filter that have coordinates; how many have none is told beside them."""
    return as_text(request, geojson(_whole(request).rows), "geojson")


@router.get("/events.atom", include_in_schema=False)
@router.get("/api/v1/events.atom")
def events_atom(request: Request) -> Response:
    """The first page of a filter as a feed to subscribe to."""
    wanted = listing.wanted(request)
    with opened(request) as record:
        found = record.events(wanted)
    return as_text(request, atom_feed(found.rows, str(request.base_url), wanted.to_query()), "atom")


@router.get("/events.json", include_in_schema=False)
@router.get("/api/v1/events")
def events_json(request: Request) -> Response:
    """A page of events: ``counts`` over all pages, ``events``, and the cursor of the ``next`` page.

    The query parameters are those of the filter: actor, recipient, party, pair (twice), country, type, mode, context,
    modality, since, until, place_country, text, min_certainty, publisher, item_class, document, limit, cursor.
    """
    wanted = listing.wanted(request)
    with opened(request) as record:
        return as_json(request, _list(record.events(wanted)))


@router.get("/events/{event_id}.json", include_in_schema=False)
@router.get("/api/v1/events/{event_id}")
def event_json(request: Request, event_id: str) -> Response:
    """One event with every mention that tells it and every decision behind it."""
    with opened(request) as record:
        held = record.event(event_id)
        told = {
            "told": [told_row(row) for row in held.mentions],
            "why": [reason_row(each) for each in record.why(event_id)],
        }
        return as_json(request, event_object(held.event) | told)


@router.get("/events/{event_id}", include_in_schema=False)
def event(request: Request, event_id: str) -> Response:
    """One event: the quotes first, newest first."""
    with opened(request) as record:
        return page(request, "event.html", event_page(record, event_id))


def _whole(request: Request) -> EventList:
    wanted = replace(listing.wanted(request), limit=_WHOLE, cursor=None)
    with opened(request) as record:
        return record.events(wanted)


def _list(found: EventList) -> dict[str, Any]:
    return {
        "filter": EventFilter.to_query(found.filter),
        "counts": {
            "events": found.counts.events,
            "mentions": found.counts.mentions,
            "documents": found.counts.documents,
            "sources": found.counts.sources,
        },
        "events": [event_row(row) for row in found.rows],
        "next": found.next.cursor if found.next else None,
    }
