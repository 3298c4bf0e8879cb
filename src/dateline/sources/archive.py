"""Web archives (WARC, ARC): the reports on the pages they hold."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from dateline.errors import EmptySource, MalformedSource, SourceError
from dateline.model import Document
from dateline.sources.archive_records import ArchiveRecord, BrokenRecord, archive_records
from dateline.sources.html import looks_like_html, read_html
from dateline.sources.pdf import read_pdf
from dateline.sources.records import Hints, Input, Unread
from dateline.sources.text import read_text

__all__ = ["looks_like_archive", "read_archive"]

_Read = Callable[[Input], Iterator[Document]]
_READERS: dict[str, _Read] = {
    "text/html": read_html,
    "application/xhtml+xml": read_html,
    "text/plain": read_text,
    "application/pdf": read_pdf,
}
_BEGINNINGS = (b"WARC/1.", b"WARC/0.", b"filedesc://")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,30})")
_OK = 200
_NO_HINTS = Hints()


def looks_like_archive(head: bytes) -> bool:
    """Whether unpacked bytes begin like a WARC or ARC file."""
    return head.startswith(_BEGINNINGS)


def read_archive(source: Input) -> Iterator[Document | Unread]:
    """Read the pages, plain texts and PDF documents of an archive, one record at a time.

    What a record holds that is no report (requests, pictures, redirects) is counted in one Unread at the end; a
    record that is broken, or a page without a report, is an Unread of its own with the byte at which it begins.
    """
    passed: Counter[str] = Counter()
    number = 0
    for number, record in enumerate(archive_records(source.whole(), source.max_bytes), start=1):
        if isinstance(record, BrokenRecord):
            why = f"no record can be read at byte {record.offset:,}: {record.reason}"
            error = MalformedSource(f"cannot read all of {source.name}", why, "what is sound around it was read")
            yield Unread(name=source.name, error=error, position=number)
        elif (why_not := _no_report(record)) is not None:
            passed[why_not] += 1
        else:
            yield from _reports(source, record, number)
    if passed or not number:
        counts = ", ".join(f"{count} {what}" for what, count in passed.most_common())
        why = f"these records hold no report: {counts}" if counts else "the archive holds no record"
        yield Unread(name=source.name, error=EmptySource(f"left out of {source.name}", why, "nothing needs to be done"))


def _no_report(record: ArchiveRecord) -> str | None:
    """What a record is that holds no report; None for one that may."""
    if record.kind not in ("response", "resource"):
        return record.kind
    if record.status not in (None, _OK):
        return f"with status {record.status}"
    if not record.body:
        return "empty"
    address = urlsplit(record.url or "")
    if address.scheme == "metadata":
        return "about the archive itself"
    if address.path == "/robots.txt":
        return "robots.txt"
    return None if _reader(record) is not None else _media(record) or "of no stated type"


def _media(record: ArchiveRecord) -> str:
    return record.content_type.partition(";")[0].strip()


def _reader(record: ArchiveRecord) -> _Read | None:
    media = _media(record)
    if media in _READERS:
        return _READERS[media]
    page = Input("", io.BytesIO(record.body[:4096]), _NO_HINTS)
    return read_html if not media and looks_like_html(page) else None


def _reports(source: Input, record: ArchiveRecord, number: int) -> Iterator[Document | Unread]:
    name = f"{source.name}, record {number} at byte {record.offset:,}"
    reader = _reader(record)
    if record.missing:
        why = f"the record at byte {record.offset:,} ends {record.missing:,} bytes early; what is there was read"
        error = MalformedSource(f"cannot read all of {source.name}", why, "fetch the page again")
        yield Unread(name=source.name, error=error, position=number)
    hints = replace(source.hints, url=source.hints.url or record.url, format=None)
    body = _as_utf8(record)
    try:
        for document in reader(Input(name, io.BytesIO(body), hints, source.max_bytes, len(body))) if reader else ():
            yield replace(
                document,
                publisher=document.publisher or urlsplit(record.url or "").hostname,
                notes=(*document.notes, *((f"retrieved {record.date}",) if record.date else ())),
            )
    except SourceError as error:
        yield Unread(name=source.name, error=error, position=number)


def _as_utf8(record: ArchiveRecord) -> bytes:
    """The body; in UTF-8 where the server named another encoding that fits."""
    named = _CHARSET.search(record.content_type)
    if named is None or named[1] in ("utf-8", "utf8") or _media(record) == "application/pdf":
        return record.body
    try:
        return record.body.decode(named[1]).encode()
    except (LookupError, UnicodeError):
        return record.body
