"""``/documents``: one report with what was found in it marked in its text."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from dateline.export.contract import coding_row
from dateline.model import to_json
from dateline.query import DocumentView
from dateline.store import MentionRow
from dateline.web import words
from dateline.web.highlights import Mark, segments
from dateline.web.opening import opened
from dateline.web.rendering import as_json, as_text, page

router = APIRouter(tags=["documents"])
#: Code points of a report that a page shows; the rest is in the plain text.
_SHOWN = 200_000


@router.get("/documents", include_in_schema=False)
def documents(request: Request, cursor: str | None = None) -> Response:
    """Reports in order of arrival."""
    with opened(request) as record:
        return page(request, "documents.html", {"found": record.documents(cursor=cursor)})


@router.get("/documents/{document_id}.json", include_in_schema=False)
@router.get("/api/v1/documents/{document_id}")
def document_json(request: Request, document_id: str) -> Response:
    """One report with its text and all that was coded in it, in the form of ``dateline code``."""
    with opened(request) as record:
        held = record.document(document_id)
    coded = coding_row(held.document.id, held.coding) if held.coding else {}
    return as_json(request, dict(to_json(held.document)) | coded)


@router.get("/documents/{document_id}.txt", include_in_schema=False)
def document_text(request: Request, document_id: str) -> Response:
    """The text as it was read."""
    with opened(request) as record:
        return as_text(request, record.document(document_id).document.text, "text/plain; charset=utf-8")


@router.get("/documents/{document_id}", include_in_schema=False)
def document(request: Request, document_id: str) -> Response:
    """The report, with every trigger, party, time, place and claim marked where it stands."""
    with opened(request) as record:
        held = record.document(document_id)
        copies = record.store.copies([document_id])
        versions = record.store.versions(document_id)
    text = held.document.text[:_SHOWN]
    shown = [mark for mark in _marks(held) if mark.end <= len(text)]
    data = {
        "held": held,
        "segments": segments(text, shown),
        "cut": len(held.document.text) > _SHOWN,
        "copies": [copy for copy in copies if document_id in (copy.document, copy.of)],
        "versions": versions,
    }
    return page(request, "document.html", data)


def _marks(held: DocumentView) -> Iterator[Mark]:
    for row in held.mentions:
        yield from _mention_marks(row)
    for claim in held.claims:
        about = f"claim {claim.kind}: {claim.value}"
        yield Mark(start=claim.evidence.start, end=claim.evidence.end, role="claim", about=claim.id, label=about)
    if held.annotations is not None:
        for each in held.annotations.boilerplate:
            yield Mark(start=each.start, end=each.end, role="boilerplate", about="", label="not part of the report")


def _mention_marks(row: MentionRow) -> Iterator[Mark]:
    mention = row.mention
    told = words.sentence(mention)
    spans = [("trigger", mention.trigger)]
    spans += [("actor", party.evidence) for party in mention.actors if party.evidence is not None]
    spans += [("recipient", party.evidence) for party in mention.recipients if party.evidence is not None]
    for role, held in (("when", mention.when), ("where", mention.where)):
        if held is not None and held.evidence is not None:
            spans.append((role, held.evidence))
    for role, span in spans:
        yield Mark(
            start=span.start, end=span.end, role=role, about=mention.id, label=f"{role} of {mention.event_type}: {told}"
        )
