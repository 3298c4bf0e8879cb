"""Dialects: what an endpoint understands of the request, found out from what it refuses."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from dateline.coding.llm.schema import answer_schema
from dateline.coding.llm.settings import TEMPERATURE

#: From the strictest way of asking for JSON to none.
FORMATS = ("json_schema", "json_object", "text")
_FORMAT_WORDS = ("response_format", "json_schema", "json_object", "structured", "schema")
_OLD_LIMIT, _NEW_LIMIT = "max_tokens", "max_completion_tokens"


@dataclass(frozen=True, slots=True, kw_only=True)
class Dialect:
    """One way of wording a request.

    Attributes:
        form: How JSON is asked for, one of ``FORMATS``.
        limit: Name of the field that limits the answer.
        temperature: Whether the temperature is sent.
    """

    form: str = FORMATS[0]
    limit: str = _OLD_LIMIT
    temperature: bool = True

    def payload(self, model: str, messages: list[dict[str, str]], answer_tokens: int) -> dict[str, Any]:
        """The request as JSON values."""
        told: dict[str, Any] = {"model": model, "messages": messages, self.limit: answer_tokens}
        if self.temperature:
            told["temperature"] = TEMPERATURE
        if self.form == "json_schema":
            shape = {"name": "dateline_coding", "strict": True, "schema": answer_schema()}
            told["response_format"] = {"type": "json_schema", "json_schema": shape}
        elif self.form == "json_object":
            told["response_format"] = {"type": "json_object"}
        return told

    def without(self, complaint: str, *, guess: bool) -> Dialect | None:
        """A dialect without what the endpoint complains about, or None when there is nothing left to leave out.

        Args:
            complaint: The endpoint's words.
            guess: Ask for JSON in a simpler way even if the complaint does not say that this is the matter.
        """
        words = complaint.lower()
        if _NEW_LIMIT in words and self.limit == _OLD_LIMIT:
            return dataclasses.replace(self, limit=_NEW_LIMIT)
        if "temperature" in words and self.temperature:
            return dataclasses.replace(self, temperature=False)
        if self.form != FORMATS[-1] and (guess or any(word in words for word in _FORMAT_WORDS)):
            return dataclasses.replace(self, form=FORMATS[FORMATS.index(self.form) + 1])
        return None
