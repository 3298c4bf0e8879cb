"""``/changes`` and ``/stories``: what is new since a moment; reports grouped by what they report."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.export.change_rows import change_row
from dateline.pipeline.stories import StoryRow
from dateline.query import EventFilter
from dateline.query.changes import Change, moment
from dateline.web.opening import opened
from dateline.web.rendering import as_json, page

router = APIRouter(tags=["changes"])
_MOST = 500
_LEAST = 2


@router.get("/changes", include_in_schema=False)
def changes(request: Request, since: str = "yesterday", query: str = "", everything: bool = False) -> Response:
    """New facts, new reports of known facts, changed values, revised and withdrawn reports and records."""
    found = _changes(request, since, query, everything)
    data = {"found": found[:_MOST], "all": len(found), "since": since, "wanted": query, "everything": everything}
    return page(request, "changes.html", data)


@router.get("/changes.json", include_in_schema=False)
@router.get("/api/v1/changes")
def changes_json(request: Request, since: str = "yesterday", query: str = "", everything: bool = False) -> Response:
    """The same; ``query`` is a filter of events, ``everything`` adds what a new coder reads anew."""
    found = _changes(request, since, query, everything)
    return as_json(request, {"since": moment(since).isoformat(), "changes": [change_row(each) for each in found]})


@router.get("/stories", include_in_schema=False)
def stories(request: Request) -> Response:
    """Stories of two reports or more, those with most sources first."""
    return page(request, "stories.html", {"rows": _stories(request)})


@router.get("/stories.json", include_in_schema=False)
@router.get("/api/v1/stories")
def stories_json(request: Request) -> Response:
    """The same as data."""
    rows = [
        {
            "documents": list(row.story.documents),
            "words": list(row.story.words),
            "events": row.events,
            "sources": row.sources,
            "headline": row.headline.id if row.headline else None,
            "quote": row.quote,
        }
        for row in _stories(request)
    ]
    return as_json(request, {"stories": rows})


def _changes(request: Request, since: str, query: str, everything: bool) -> list[Change]:
    filters = [EventFilter.from_query(query)] if query else []
    with opened(request) as record:
        found = record.changes(moment(since), filters)
    return [each for each in reversed(found) if everything or each.news]


def _stories(request: Request) -> list[StoryRow]:
    with opened(request) as record:
        found: list[StoryRow] = request.app.state.kept.get("stories", lambda: record.stories(least=_LEAST))
    return found
