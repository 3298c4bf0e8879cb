"""Text that others wrote, made safe for a page: markup shows as text, control characters and broken ones are gone."""

from __future__ import annotations

import html
import re

#: Control characters, lone surrogates, and marks that turn the direction of what follows.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_MARKDOWN = re.compile(r"([\\`*_\[\]<>!|~$&])")
#: What makes a heading or a list only where a line begins with it.
_AT_START = re.compile(r"^(\d*)(#|[-+.)](?=\s|$))")


def escape(text: str) -> str:
    """Text for HTML and SVG, in elements and in attributes."""
    return html.escape(_UNSAFE.sub("\ufffd", text), quote=True)


def escape_markdown(text: str) -> str:
    """Text for one line of Markdown."""
    escaped = _MARKDOWN.sub(r"\\\1", " ".join(_UNSAFE.sub("\ufffd", text).split()))
    return _AT_START.sub(r"\1\\\2", escaped)


def web_address(url: str) -> str | None:
    """The address where it is an ordinary one of the web, else None: no script hides behind a link."""
    cleaned = url.strip()
    safe = re.fullmatch(r"https?://[^\s\"'<>`\x00-\x1f\\]+", cleaned, flags=re.IGNORECASE)
    return cleaned if safe else None
