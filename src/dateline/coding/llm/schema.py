"""The JSON shape of an answer, made from the vocabulary so that the two never drift apart."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from dateline.model import Modality
from dateline.vocab.event_types import event_types
from dateline.vocab.modes import modes

_TEXT = {"type": "string"}
_TEXT_OR_NULL = {"type": ["string", "null"]}


@cache
def answer_schema() -> Mapping[str, Any]:
    """JSON Schema of an answer, in the subset that strict structured output allows."""
    names = list(dict.fromkeys(mode.name for mode in modes().values()))
    party = _object({"text": _TEXT_OR_NULL, "name": _TEXT_OR_NULL})
    parties = {"type": "array", "items": party}
    mention = _object(
        {
            "sentence": {"type": "integer"},
            "trigger": _TEXT,
            "event_type": {"type": "string", "enum": list(event_types())},
            "mode": {"type": ["string", "null"], "enum": [*names, None]},
            "modality": {"type": "string", "enum": [str(each) for each in Modality]},
            "actors": parties,
            "recipients": parties,
            "when": _TEXT_OR_NULL,
            "where": _TEXT_OR_NULL,
            "attributed_to": _TEXT_OR_NULL,
            "certainty": {"type": "number"},
        }
    )
    return _object({"mentions": {"type": "array", "items": mention}})


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    """An object that has these properties, all of them and no others."""
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}
