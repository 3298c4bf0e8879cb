"""``/search``: reports that contain words, and the people and bodies that go by them."""

from __future__ import annotations

import re

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.export.rows import entity_row
from dateline.record import Record
from dateline.store import DocumentHead, EntityRow
from dateline.web.opening import opened
from dateline.web.rendering import as_json, page

router = APIRouter(tags=["search"])
_MOST = 30
_AROUND = 120
_WORD = re.compile(r"\w+")


@router.get("/search", include_in_schema=False)
def search(request: Request, q: str = "") -> Response:
    """Reports with the words around each first find, and entities of that name."""
    with opened(request) as record:
        found = _found(record, q)
    return page(request, "search.html", {"q": q, "found": found[0], "entities": found[1]})


@router.get("/search.json", include_in_schema=False)
@router.get("/api/v1/search")
def search_json(request: Request, q: str = "") -> Response:
    """Reports and entities; ``"a phrase"`` and ``begin*`` work."""
    with opened(request) as record:
        documents, entities = _found(record, q)
    told = [
        {"id": head.id, "title": head.title, "publisher": head.publisher, "snippet": "".join(snippet)}
        for head, snippet in documents
    ]
    return as_json(request, {"documents": told, "entities": [entity_row(row) for row in entities]})


def _found(record: Record, q: str) -> tuple[list[tuple[DocumentHead, tuple[str, str, str]]], tuple[EntityRow, ...]]:
    if not _WORD.search(q):
        return [], ()
    heads = record.documents(text=q, limit=_MOST).rows
    told = [(head, _snippet(record.document(head.id).document.text, q)) for head in heads]
    return told, record.entities(text=q.strip('"* '), limit=10)


def _snippet(text: str, q: str) -> tuple[str, str, str]:
    """Words before, the words found, words after."""
    words = _WORD.findall(q)
    found = next((hit for word in words if (hit := re.search(rf"\b{re.escape(word)}", text, re.IGNORECASE))), None)
    start, end = found.span() if found else (0, 0)
    before = text[max(start - _AROUND, 0) : start].split("\n")[-1]
    after = text[end : end + _AROUND].split("\n")[0]
    return before, text[start:end], after
