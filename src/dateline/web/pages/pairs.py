"""``/pairs/A/B`` and ``/dossiers/A``: two states side by side; all that is known of one."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from dateline.errors import UsageError
from dateline.export.dossier import dossier_html, dossier_object
from dateline.export.rows import event_row
from dateline.query import EventFilter
from dateline.query.asking import SupplyAnswer
from dateline.query.filter import country_code
from dateline.query.shares import Share
from dateline.record import Record
from dateline.web.opening import opened
from dateline.web.rendering import as_json, page
from dateline.web.security import POLICY

router = APIRouter(tags=["pairs"])
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@router.get("/pairs/{left}/{right}.json", include_in_schema=False)
@router.get("/api/v1/pairs/{left}/{right}")
def pair_json(request: Request, left: str, right: str) -> Response:
    """The events of two parties."""
    with opened(request) as record:
        found = record.events(EventFilter(pair=(left, right), limit=1000))
    return as_json(request, {"pair": list(found.filter.pair or ()), "events": [event_row(row) for row in found.rows]})


@router.get("/pairs/{left}/{right}", include_in_schema=False)
def pair(request: Request, left: str, right: str) -> Response:
    """What two parties did to and with one another: events, and for states the recorded transfers."""
    with opened(request) as record:
        found = record.events(EventFilter(pair=(left, right), limit=100))
        one, other = found.filter.pair or (left, right)
        supplies = list(_supplies(record, one, other)) if _are_states(one, other) else []
    return page(request, "pair.html", {"found": found, "one": one, "other": other, "supplies": supplies})


def _supplies(record: Record, one: str, other: str) -> Iterator[tuple[str, str, SupplyAnswer, Share | None]]:
    """Supplier, recipient, the whole answer, and the supplier's share in the freshest edition."""
    for supplier, recipient in ((one, other), (other, one)):
        try:
            answer = record.ask.suppliers(recipient)
        except UsageError:  # no register is loaded: the page says so
            return
        table = answer.freshest.table if answer.freshest else None
        share = next((each for each in table.shares if each.partner == supplier), None) if table else None
        yield supplier, recipient, answer, share


@router.get("/api/v1/dossiers/{state}")
@router.get("/dossiers/{state}.json", include_in_schema=False)
def dossier_json(request: Request, state: str) -> Response:
    """All answers about a state."""
    with opened(request) as record:
        return as_json(request, dossier_object(record.dossier(country_code(state))))


@router.get("/dossiers/{state}", include_in_schema=False)
def dossier(request: Request, state: str, partner: str | None = None) -> Response:
    """All answers about a state on one page, the same that ``dateline dossier --html`` writes."""
    with opened(request) as record:
        html = dossier_html(record.dossier(country_code(state), country_code(partner) if partner else None))
    sums = " ".join(f"'sha256-{_sum(style)}'" for style in _STYLE.findall(html))
    policy = POLICY.replace("style-src 'self'", f"style-src 'self' {sums}")
    return HTMLResponse(html, headers={"Content-Security-Policy": policy})


def _sum(style: str) -> str:
    return base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _are_states(*codes: str) -> bool:
    return all(len(code) == 3 and code.isupper() for code in codes)
