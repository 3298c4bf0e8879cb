"""Identifiers made from content: the same content always has the same id, on any machine."""

from __future__ import annotations

import hashlib

_SEPARATOR = "\x1f"


def text_sha256(text: str) -> str:
    """SHA-256 of a text's UTF-8 bytes, in hexadecimal; lone surrogates are kept apart, not refused."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def content_id(prefix: str, *parts: object) -> str:
    """An id ``prefix-16hex`` from the parts, in order; ``None`` differs from the empty string."""
    joined = _SEPARATOR.join("\x00" if part is None else str(part) for part in parts)
    return f"{prefix}-{text_sha256(joined)[:16]}"
