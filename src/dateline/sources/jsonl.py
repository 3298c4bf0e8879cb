"""JSON: one object with ``id`` and ``text`` per line, a list of such objects, or a single one.

The text is taken exactly as it came: offsets count the code points of the JSON string.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.errors import EncodingError, MalformedSource, SourceError
from dateline.model import Document
from dateline.sources.making import check_language, check_text
from dateline.sources.records import Hints, Input, Unread
from dateline.sources.text import decode_source
from dateline.text.encoding import looks_like_utf16
from dateline.text.published import parse_date

__all__ = ["looks_like_json", "looks_like_json_lines", "read_json", "read_json_lines"]

_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*[\"}]")
_LIST = re.compile(rb"(?:\xef\xbb\xbf)?\s*\[\s*[{\]]")
_MARK = b"\xef\xbb\xbf"
_STEP = 'write one object per line: {"id": "…", "text": "…"}'


def looks_like_json_lines(source: Input) -> bool:
    """Whether an object begins and ends on the first line, or another begins on the second."""
    if not _OBJECT.match(source.head):
        return False
    first = source.finish_line().removeprefix(_MARK).strip()
    if len(source.head) > source.max_bytes or _parses(first):
        return True
    second = source.peek_line().strip()
    return second[:1] in (b"{", b"")


def looks_like_json(source: Input) -> bool:
    """Whether the bytes begin like an object or a list of objects."""
    return bool(_OBJECT.match(source.head) or _LIST.match(source.head))


def _parses(line: bytes) -> bool:
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True


def read_json_lines(source: Input) -> Iterator[Document | Unread]:
    """Read JSON lines one at a time; a bad line is told with its number and the others go on."""
    if source.head.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")) or looks_like_utf16(source.head):
        found = decode_source(source.read(), source.name).text.encode("utf-8", "surrogatepass")
        source = Input(source.name, io.BytesIO(found), source.hints, source.max_bytes)
    yield from _records(source, _values(source), "line")


def _values(source: Input) -> Iterator[tuple[int, Any]]:
    """Line numbers with the value of the line, or with the error that stands for it."""
    for number, line in source.lines():
        what = f"{source.name} line {number}"
        if line is None:
            yield number, source.too_large("the line is longer", what=what)
        elif line.strip():
            try:
                yield number, json.loads(line.removeprefix(_MARK if number == 1 else b"").decode("utf-8"))
            except UnicodeDecodeError as error:
                yield (
                    number,
                    EncodingError(f"cannot read {what}", f"byte {error.start} is no UTF-8", "convert it to UTF-8"),
                )
            except (ValueError, RecursionError) as error:
                yield number, MalformedSource(f"cannot read {what}", f"it is no JSON: {_reason(error)}", _STEP)


def read_json(source: Input) -> Iterator[Document | Unread]:
    """Read a list of objects, or one object.

    Raises:
        MalformedSource: the whole is no JSON, or neither list nor object.
        TooLargeSource: it is larger than the limit.
    """
    text = decode_source(source.read(), source.name).text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise MalformedSource(f"cannot read {source.name}", f"it is no JSON: {_reason(error)}", _STEP) from error
    items = value if isinstance(value, list) else [value]
    yield from _records(source, enumerate(items, 1), "item")


def _reason(error: ValueError | RecursionError) -> str:
    return "it is nested too deep" if isinstance(error, RecursionError) else str(error)


def _records(source: Input, values: Iterable[tuple[int, Any]], unit: str) -> Iterator[Document | Unread]:
    seen: dict[str, int] = {}
    for number, value in values:
        what = f"{source.name} {unit} {number}"
        known: str | None = None
        try:
            if isinstance(value, SourceError):
                raise value
            known = _id(value, what)
            if known in seen:
                raise MalformedSource(
                    f"cannot read {what}", f"id {known!r} is that of {unit} {seen[known]} already", "give each its own"
                )
            seen[known] = number
            yield _document(value, known, what, source.hints, source.name)
        except SourceError as error:
            yield Unread(name=source.name, error=error, id=known, position=number)


def _id(value: Any, what: str) -> str:
    if not isinstance(value, dict):
        raise MalformedSource(f"cannot read {what}", f"it is {_kind(value)}, no object", _STEP)
    found = value.get("id")
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    if not isinstance(found, str) or not found:
        why = "it has no id" if "id" not in value else f"its id is {_kind(found)}"
        raise MalformedSource(f"cannot read {what}", why, _STEP)
    return found


def _kind(value: Any) -> str:
    names = {type(None): "null", bool: "a truth value", str: "a string", list: "a list", dict: "an object"}
    if value == "":
        return "empty"
    return names.get(type(value), "a number")


def _document(value: dict[str, Any], id: str, what: str, hints: Hints, name: str) -> Document:
    text = value.get("text")
    if not isinstance(text, str):
        why = f"document {id!r} has no text" if "text" not in value else f"the text of document {id!r} is {_kind(text)}"
        raise MalformedSource(f"cannot read {what}", why, _STEP)
    check_text(text, what)
    notes: list[str] = []
    language = _words(value, "language", notes)
    return Document.of(
        text,
        id=id,
        title=_words(value, "title", notes) or hints.title,
        publisher=_words(value, "source", notes) or _words(value, "publisher", notes) or hints.publisher,
        url=_words(value, "url", notes) or hints.url,
        language=check_language(text, what, forced=hints.language, declared=language),
        published=_published(value, notes) or hints.published,
        source=name,
        notes=tuple(notes),
    )


def _words(value: dict[str, Any], key: str, notes: list[str]) -> str | None:
    found = value.get(key)
    if found is None or isinstance(found, str):
        return found or None
    notes.append(f"{key} left out: it is {_kind(found)}, no string")
    return None


def _published(value: dict[str, Any], notes: list[str]) -> dt.date | None:
    key = "published" if "published" in value else "date"
    words = _words(value, key, notes)
    day = parse_date(words) if words else None
    if words and day is None:
        notes.append(f"{key} left out: {words!r} is no date such as 2021-06-22")
    return day
