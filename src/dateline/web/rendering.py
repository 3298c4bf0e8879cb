"""Templates and answers: a page, its JSON twin, lists as CSV."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import Response

from dateline.export.tables import csv_text
from dateline.web.words import FILTERS

_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "geojson": "application/geo+json",
    "atom": "application/atom+xml; charset=utf-8",
}


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("dateline.web", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(FILTERS)
    return environment


def page(request: Request, template: str, data: Mapping[str, Any], *, status: int = 200) -> Response:
    """A page for people."""
    about = request.app.state
    html = (
        _environment()
        .get_template(template)
        .render(
            **data,
            request=request,
            path=request.url.path,
            query=request.url.query,
            read_only=about.settings.read_only,
            version=about.version,
        )
    )
    return _answer(request, html, "text/html; charset=utf-8", status)


def as_json(request: Request, value: Any) -> Response:
    """JSON, two spaces deep, with letters as they are."""
    return _answer(request, json.dumps(value, ensure_ascii=False, indent=2), _TYPES["json"])


def as_csv(request: Request, rows: Sequence[Mapping[str, Any]], columns: Sequence[str]) -> Response:
    """A table for a spreadsheet; a cell that a spreadsheet would run as a formula is marked as text."""
    return _answer(request, csv_text(rows, columns), _TYPES["csv"])


def as_text(request: Request, text: str, kind: str) -> Response:
    """Something else: ``geojson``, ``atom`` or a media type."""
    return _answer(request, text, _TYPES.get(kind, kind))


def _answer(request: Request, body: str, media: str, status: int = 200) -> Response:
    """The answer with its ETag; 304 where the client has it already."""
    data = body.encode("utf-8", "replace")
    tag = f'"{hashlib.blake2b(data, digest_size=12).hexdigest()}"'
    headers = {"ETag": tag, "Cache-Control": "no-cache"}
    if status == 200 and request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(data, status_code=status, media_type=media, headers=headers)
