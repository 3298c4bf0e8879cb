"""``/about``: what this is, what was run over it, licences; and the reference page of the API."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.web.opening import opened
from dateline.web.rendering import page

router = APIRouter(tags=["about"])


@router.get("/about", include_in_schema=False)
def about(request: Request) -> Response:
    """Versions, runs, what could not be read, what is loaded."""
    with opened(request) as record:
        data = {
            "about": record.overview(),
            "runs": record.runs(),
            "rejects": record.rejects()[:50],
            "location": record.location,
        }
        return page(request, "about.html", data)


@router.get("/api", include_in_schema=False)
def api(request: Request) -> Response:
    """The calls of the API, from its own description."""
    described = request.app.openapi()
    calls = [
        {"path": path, "method": method.upper(), "summary": held.get("description") or held.get("summary", ""),
         "parameters": held.get("parameters", [])}
        for path, methods in described["paths"].items()
        for method, held in methods.items()
    ]  # fmt: skip
    return page(request, "api.html", {"calls": calls})
