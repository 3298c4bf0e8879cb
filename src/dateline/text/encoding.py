"""Bytes to text: byte-order marks, UTF-8, then what the bytes look like; every guess is told."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

__all__ = ["Decoded", "UndecodableText", "decode", "looks_like_utf16"]

#: Longer marks first: the UTF-32 mark begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HIGH = re.compile(rb"[\x80-\xff]")
_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
#: At most this share of bytes above ASCII fits English in a one-byte code page.
_WESTERN_SHARE = 0.08
_SAMPLE = 65_536
_WINDOWS = "cp1252"
_BYTEWISE = "dateline-windows-1252"


class UndecodableText(ValueError):
    """No encoding fits the bytes; the message says what was tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text and how it was read.

    Attributes:
        encoding: Python's name of the encoding.
        note: What a reader should know, or "" where the bytes left no doubt.
    """

    text: str
    encoding: str
    note: str = ""


def decode(data: bytes) -> Decoded:
    """Decode bytes that are some text.

    Tried in order: a byte-order mark; UTF-16 without a mark where every other byte is zero; UTF-8; Windows-1252
    for few bytes above ASCII, alone or scattered through UTF-8; charset_normalizer's best guess.

    Raises:
        UndecodableText: nothing fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _by_mark(data[len(mark) :], encoding)
    found = _utf16_without_mark(data) or _utf8(data) or _mixed(data) or _western(data) or _guess(data)
    if found is None:
        raise UndecodableText("no byte-order mark, no valid UTF-8, and no other encoding fits")
    return found


def looks_like_utf16(data: bytes) -> str | None:
    """``utf-16-le`` or ``utf-16-be`` where nearly every other byte of the beginning is zero; else None."""
    head = data[:4_096]
    half = len(head) // 2
    if half < 4:
        return None
    for odd, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeros, others = head[odd::2].count(0), head[1 - odd :: 2].count(0)
        if zeros >= 0.7 * half and others == 0:
            return encoding
    return None


def _by_mark(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(text=data.decode(encoding), encoding=encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-8" and (mixed := _mixed(data)):
            return mixed
        raise UndecodableText(
            f"the byte-order mark says {encoding.upper()}, but byte {error.start} does not fit"
        ) from None


def _utf16_without_mark(data: bytes) -> Decoded | None:
    encoding = looks_like_utf16(data)
    if encoding is None:
        return None
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return Decoded(text=text, encoding=encoding, note=f"decoded as {encoding.upper()}: no byte-order mark says so")


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(text=data.decode("utf-8"), encoding="utf-8")
    except UnicodeDecodeError:
        return None


def _mixed(data: bytes) -> Decoded | None:
    """UTF-8 in which some bytes are Windows-1252: most bytes above ASCII are UTF-8, or the others are few."""
    valid = sum(len(piece) for piece in _MULTIBYTE.findall(data))
    wrong = len(_HIGH.findall(data)) - valid
    if not valid or (wrong > valid and not _few(wrong, data)):
        return None
    note = f"decoded as UTF-8 with {wrong} bytes read as Windows-1252: they are no valid UTF-8"
    return Decoded(text=data.decode("utf-8", _BYTEWISE), encoding="utf-8", note=note)


def _western(data: bytes) -> Decoded | None:
    if not _few(len(_HIGH.findall(data)), data):
        return None
    note = "decoded as Windows-1252: the bytes are no valid UTF-8"
    return Decoded(text=data.decode(_WINDOWS, "replace"), encoding=_WINDOWS, note=note)


def _few(high: int, data: bytes) -> bool:
    return high <= 3 + _WESTERN_SHARE * len(data)


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """Codec error handler: what is no UTF-8 is read as Windows-1252."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode(_WINDOWS, "replace"), error.end


codecs.register_error(_BYTEWISE, _as_windows)


def _guess(data: bytes) -> Decoded | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE]).best()
    if best is None:
        return None
    try:
        text = data.decode(best.encoding)
    except (UnicodeDecodeError, LookupError):
        return None
    return Decoded(text=text, encoding=best.encoding, note=f"decoded as {best.encoding}: guessed from the bytes")
