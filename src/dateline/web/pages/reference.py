"""``/reference``: the official records that are loaded, and the rows of each edition."""

from __future__ import annotations

from itertools import islice

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.errors import UsageError
from dateline.export.reference_rows import edition_row
from dateline.model import to_json
from dateline.web.opening import opened
from dateline.web.rendering import as_json, page

router = APIRouter(tags=["reference"])
_MOST = 200


@router.get("/reference", include_in_schema=False)
def reference(request: Request) -> Response:
    """The editions that are loaded."""
    with opened(request) as record:
        return page(request, "reference.html", {"editions": record.reference().editions()})


@router.get("/reference.json", include_in_schema=False)
@router.get("/api/v1/reference")
def reference_json(request: Request) -> Response:
    """The editions that are loaded."""
    with opened(request) as record:
        return as_json(request, {"editions": [edition_row(each) for each in record.reference().editions()]})


@router.get("/reference/{edition_id:path}", include_in_schema=False)
def edition(request: Request, edition_id: str) -> Response:
    """The first rows of one edition, each with its line in the file."""
    with opened(request) as record:
        reader = record.reference()
        held = next((each for each in reader.editions() if each.edition.id == edition_id), None)
        if held is None:
            raise UsageError(f"no edition {edition_id!r}", "the record has none of that id", "see /reference")
        rows = [dict(to_json(row)) for row in islice(reader.records(edition_id), _MOST)]
    for row in rows:
        row["line"] = (row.pop("provenance", None) or {}).get("line")
    return page(request, "edition.html", {"held": held, "rows": rows, "columns": list(rows[0]) if rows else []})
