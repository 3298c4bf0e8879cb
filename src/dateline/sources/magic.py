"""Files that are no text, known by their first bytes or by their control bytes."""

from __future__ import annotations

import re

from dateline.errors import BinarySource, MalformedSource, SourceError
from dateline.text.encoding import looks_like_utf16

__all__ = ["refuse_binary", "refuse_known"]

_UNPACK = "unpack it and read the files inside"
_TO_TEXT = "save its text as .txt or .html first"
_PICTURE = "only text is read: type the words into a .txt file"

#: First bytes, what they mean, and the next step.
_SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG picture", _PICTURE),
    (b"\xff\xd8\xff", "a JPEG picture", _PICTURE),
    (b"GIF87a", "a GIF picture", _PICTURE),
    (b"GIF89a", "a GIF picture", _PICTURE),
    (b"II*\x00", "a TIFF picture", _PICTURE),
    (b"MM\x00*", "a TIFF picture", _PICTURE),
    (b"RIFF", "a RIFF file (WebP, WAV or AVI)", _PICTURE),
    (
        b"PK\x03\x04",
        "a ZIP archive or an Office document (.docx, .xlsx, .epub)",
        "unpack it, or save it as .txt or .html",
    ),
    (b"PK\x05\x06", "an empty ZIP archive", _UNPACK),
    (b"BZh", "a bzip2 archive", "unpack it with bunzip2 first"),
    (b"\xfd7zXZ\x00", "an xz archive", "unpack it with unxz first"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls)", _TO_TEXT),
    (b"{\\rtf", "an RTF document", _TO_TEXT),
    (b"\x7fELF", "an ELF program", "only text is read"),
    (b"MZ\x90", "a Windows program", "only text is read"),
    (b"\xca\xfe\xba\xbe", "a Java class or Mach-O program", "only text is read"),
    (b"\xcf\xfa\xed\xfe", "a Mach-O program", "only text is read"),
    (b"SQLite format 3\x00", "an SQLite database", "pass a record as --db, not as a report"),
    (b"PAR1", "a Parquet file", "turn it into JSON lines first"),
    (b"ARROW1", "an Arrow file", "turn it into JSON lines first"),
    (b"ID3", "an MP3 recording", "only text is read: transcribe it first"),
    (b"OggS", "an Ogg recording", "only text is read: transcribe it first"),
    (b"fLaC", "a FLAC recording", "only text is read: transcribe it first"),
    (b"wOFF", "a font", "only text is read"),
)
_MARKUP: tuple[tuple[re.Pattern[bytes], str, str], ...] = (
    (re.compile(rb"<urlset\b|<sitemapindex\b", re.I), "a sitemap", "fetch its pages"),
    (re.compile(rb"<svg\b", re.I), "an SVG picture", _PICTURE),
)
_HEAD = 4_096
_CONTROL = bytes(b for b in range(32) if b not in b"\t\n\v\f\r\x1b")
_MOST_CONTROL = 0.01
_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def _kind(head: bytes) -> tuple[str, str] | None:
    for signature, what, step in _SIGNATURES:
        if head.startswith(signature):
            return what, step
    if head[4:8] == b"ftyp":
        return "an MP4 video or HEIC picture", "only text is read: transcribe it first"
    if head[257:262] == b"ustar":
        return "a tar archive", _UNPACK
    return None


def refuse_known(head: bytes, name: str) -> SourceError | None:
    """The error for the beginning of a file of a known kind that holds no report; None for any other."""
    head = head[:_HEAD]
    if kind := _kind(head):
        return BinarySource(f"cannot read {name}", f"it is {kind[0]}, no text", kind[1])
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") and b"<html" not in head.lower():
        for pattern, found, step in _MARKUP:
            if pattern.search(head):
                return MalformedSource(f"cannot read {name}", f"it is {found}", step)
    return None


def refuse_binary(data: bytes, name: str) -> SourceError | None:
    """The error for bytes of a known kind or with too many control bytes; None where they may be text.

    One control byte in a hundred is allowed, line ends and tabs aside; UTF-16 and UTF-32 are allowed for.
    """
    if error := refuse_known(data, name):
        return error
    if data.startswith(_MARKS) or looks_like_utf16(data):
        return None
    control = len(data) - len(data.translate(None, _CONTROL))
    if control <= _MOST_CONTROL * len(data):
        return None
    why = f"{control:,} of its {len(data):,} bytes are control bytes, which text does not have"
    return BinarySource(f"cannot read {name}", why, "only text is read")
