"""One line of ``dateline relate``: a text with two parties marked in it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from dateline.coding.relate.pieces import Place
from dateline.errors import RecordError


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """Who acts towards whom in a text.

    Attributes:
        id: The caller's name for it: a text or a number.
        text: One sentence or a few.
        actor, recipient: Code points ``[start, end)`` of each party's words; None where the text does not name one.
    """

    id: str | int | None
    text: str
    actor: Place | None
    recipient: Place | None


def read(line: str | bytes) -> Request:
    """Read a JSON line ``{"id", "text", "actor": {"start", "end"}, "recipient": {"start", "end"} or null}``.

    Raises:
        RecordError: it is no such line; ``id_of`` may still tell which.
    """
    row = _object(line)
    what = f"dyad {row.get('id')!r}"
    identifier = row.get("id")
    if isinstance(identifier, bool) or not isinstance(identifier, str | int):
        raise RecordError(what, "id must be a text or a number")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        raise RecordError(what, "text must be a text that is not empty")
    if "actor" not in row:
        raise RecordError(what, "actor is missing", 'write "actor": null if the text does not name one')
    actor, recipient = (_place(row.get(side), text, f"{what} {side}") for side in ("actor", "recipient"))
    return Request(id=identifier, text=text, actor=actor, recipient=recipient)


def id_of(line: str | bytes) -> str | int | None:
    """The id of a line that ``read`` refused, or None."""
    try:
        held = _object(line).get("id")
    except RecordError:
        return None
    return held if isinstance(held, str | int) and not isinstance(held, bool) else None


def _object(line: str | bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RecordError("dyad", f"no JSON: {error}", "write one JSON object a line, in UTF-8") from error
    if not isinstance(row, dict):
        raise RecordError("dyad", "expected a JSON object")
    return row


def _place(held: Any, text: str, what: str) -> Place | None:
    if held is None:
        return None
    ends = (held.get("start"), held.get("end")) if isinstance(held, dict) else (None, None)
    start, end = ends
    if not isinstance(start, int) or not isinstance(end, int) or bool in (type(start), type(end)):
        raise RecordError(what, 'expected {"start": NUMBER, "end": NUMBER} or null')
    if not 0 <= start < end <= len(text):
        raise RecordError(what, f"[{start}, {end}) does not lie in a text of {len(text)} code points")
    if not any(sign.isalnum() for sign in text[start:end]):
        raise RecordError(what, f"{text[start:end]!r} names nobody")
    return start, end
