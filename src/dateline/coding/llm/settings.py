"""Settings of the ``llm`` coder: by option, else by environment variable, else by default."""

from __future__ import annotations

import hashlib
import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from typing import Any, Self

from dateline.errors import UsageError

#: ``DATELINE_LLM_URL`` and so on: this, and the option's name in upper case.
PREFIX = "DATELINE_LLM_"
#: The answer with the least invention; not a setting, so that runs can be repeated.
TEMPERATURE = 0
_VARIABLE = re.compile(r"[A-Z_][A-Z0-9_]*")
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class LlmSettings:
    """How an OpenAI-compatible endpoint is used.

    Attributes:
        url: Base address, mostly ending in ``/v1``.
        model: Name of the model, as the endpoint calls it.
        key_var: Name of the environment variable that holds the key; None for an endpoint without one.
        timeout: Seconds for one request in all, from connecting to the last byte.
        retries: Further attempts after a failed request.
        max_tokens: Most tokens, sent and received together, spent on one document.
        answer_tokens: Most tokens of one answer.
        price_input, price_output: Price of 1,000 tokens; without both, the cost stays unknown.
        currency: Of the prices.
        chunk_characters: Length of the pieces into which a long document is cut, in characters.
        overlap_sentences: Sentences before a piece that are sent along as context.

    Raises:
        UsageError: a value out of range.
    """

    url: str
    model: str
    key_var: str | None = None
    timeout: float = 60.0
    retries: int = 2
    max_tokens: int = 60_000
    answer_tokens: int = 4096
    price_input: float | None = None
    price_output: float | None = None
    currency: str = "USD"
    chunk_characters: int = 6000
    overlap_sentences: int = 2

    def __post_init__(self) -> None:
        if not self.model.strip() or not self.model.isprintable() or len(self.model) > _LONGEST_NAME:
            raise UsageError("llm model", "its name is empty, too long or not printable", "give the model's name")
        if self.key_var is not None and not _VARIABLE.fullmatch(self.key_var):
            why = "it is no name of an environment variable in capitals (the key itself must not stand here)"
            raise UsageError("llm key_var", why, "export the key, and give the variable's name")
        least = {"timeout": 0.01, "retries": 0, "max_tokens": 1, "answer_tokens": 16, "chunk_characters": 100}
        most = {"timeout": 3600, "retries": 10, "overlap_sentences": 50}
        for name in (*least, "overlap_sentences", "price_input", "price_output"):
            value = getattr(self, name)
            low, high = least.get(name, 0), most.get(name, math.inf)
            if value is not None and not (low <= value <= high and math.isfinite(value)):
                bound = f"between {low} and {high}" if name in most else f"a number from {low} on"
                raise UsageError(f"llm {name} {value}", f"it must be {bound}")
        if not (self.currency.isalpha() and len(self.currency) <= 5):
            raise UsageError("llm currency", "it must be a short code", "write it as USD")

    @classmethod
    def read(cls, options: Mapping[str, str], environment: Mapping[str, str]) -> Self:
        """Settings from options, completed from environment variables.

        Raises:
            UsageError: an unknown option, a value that does not fit, or no address or model.
        """
        kinds = {field.name: str(field.type) for field in fields(cls)}
        for name in options:
            if name not in kinds:
                near = get_close_matches(name, kinds, n=2)
                hint = f"did you mean {' or '.join(near)}? " if near else ""
                raise UsageError(f"coder llm has no option {name!r}", f"{hint}there are {', '.join(kinds)}")
        given: dict[str, Any] = {}
        for name, kind in kinds.items():
            value = options.get(name) or environment.get(PREFIX + name.upper())
            if value:
                given[name] = _number(name, kind, value)
        for name in ("url", "model"):
            if name not in given:
                raise UsageError(f"coder llm needs {name}", "it is not set", f"set {PREFIX}{name.upper()}")
        return cls(**given)

    def key(self, environment: Mapping[str, str]) -> str | None:
        """The key, or None where none is wanted.

        Raises:
            UsageError: the variable that should hold it is empty.
        """
        if self.key_var is None:
            return None
        key = environment.get(self.key_var, "").strip()
        if not key:
            raise UsageError(f"environment variable {self.key_var}", "it holds no key", "export the key in it")
        return key

    @property
    def fingerprint(self) -> str:
        """Eight hexadecimal digits over the settings that decide what the model answers."""
        telling = (self.url, self.model, self.answer_tokens, self.chunk_characters, self.overlap_sentences)
        return hashlib.sha256(repr(telling).encode()).hexdigest()[:8]


def _number(name: str, kind: str, value: str) -> str | int | float:
    """The value as its field wants it."""
    try:
        if kind.startswith("int"):
            return int(value)
        return float(value) if kind.startswith("float") else value
    except ValueError as error:
        raise UsageError(f"llm {name} {value[:40]!r}", "it is no number") from error
