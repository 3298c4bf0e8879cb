"""Records of WARC and ARC archives, one by one; a broken one is told with its offset and the next is looked for.

Records are parsed by warcio. Where it stops, reading goes on at the next place in the file that begins like a record,
as far as the file can be wound.
"""

from __future__ import annotations

import contextlib
import io
import logging
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO, cast

from dateline.sources.compressed import GZIP, is_packed, unpacked
from dateline.sources.records import Rejoined

#: What one packed record of an archive begins with: gzip, deflate.
_PACKED_RECORD = GZIP + b"\x08"
_RECORD = b"WARC/1."
_STEP = 1 << 20
_MARK_BYTES = 4
_FAILURES = (zlib.error, EOFError, OSError, ValueError, KeyError, IndexError, AttributeError, RuntimeError)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveRecord:
    """One record.

    Attributes:
        offset: Where it begins, in bytes of the file; of the unpacked bytes where the file is packed as a whole.
        kind: WARC type ("response", "resource", "request"), or "unknown".
        url, date: Target and moment of retrieval as the archive states them.
        status: HTTP status, or None where there is none.
        content_type: Media type in lower case with its parameters, or "".
        body: The payload, without HTTP headers, cut after ``most`` bytes and one more.
        missing: How many bytes the record promises that the file does not have.
    """

    offset: int
    kind: str
    url: str | None
    date: str | None
    status: int | None
    content_type: str
    body: bytes
    missing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenRecord:
    """A place in the file where a record should stand and none can be read."""

    offset: int
    reason: str


def archive_records(stream: BinaryIO, most: int) -> Iterator[ArchiveRecord | BrokenRecord]:
    """Records of an archive, in order.

    Args:
        stream: The file from its beginning.
        most: Bound for one payload, in bytes.
    """
    logging.getLogger("warcio").setLevel(logging.CRITICAL + 1)  # what it says of a file is told by our own errors
    head = stream.read(_MARK_BYTES)
    if is_packed(head) and not head.startswith(GZIP):
        yield from _read(_from_here(unpacked(_from_here(stream, head), head)), most)
    elif stream.seekable():
        stream.seek(0)
        yield from _read_on(stream, most, packed=head.startswith(GZIP))
    else:
        yield from _read(_from_here(stream, head), most)


def _read_on(stream: BinaryIO, most: int, *, packed: bool) -> Iterator[ArchiveRecord | BrokenRecord]:
    """Read a file that can be wound, and go on behind what is broken."""
    told = 0
    start: int | None = 0
    while start is not None:
        stream.seek(start)
        for record in _read(stream, most):
            if isinstance(record, BrokenRecord) and packed and "non-chunked" in record.reason:
                stream.seek(0)  # packed as one piece: its records have no beginnings of their own
                yield from islice(_read(_from_here(unpacked(stream, GZIP)), most), told, None)
                return
            yield record
            told += 1
            if isinstance(record, BrokenRecord):
                start = _next_start(stream, record.offset + 1, _PACKED_RECORD if packed else _RECORD)
                break
        else:
            return


def _next_start(stream: BinaryIO, start: int, mark: bytes) -> int | None:
    stream.seek(start)
    before = b""
    while block := stream.read(_STEP):
        found = (before + block).find(mark)
        if found >= 0:
            return stream.tell() - len(block) - len(before) + found
        before = block[-len(mark) + 1 :]
    return None


def _read(stream: Any, most: int) -> Iterator[ArchiveRecord | BrokenRecord]:
    """Records up to the first that warcio cannot read, which comes as a BrokenRecord."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.statusandheaders import StatusAndHeadersParserException

    failures = (ArchiveLoadFailed, StatusAndHeadersParserException, *_FAILURES)
    archive, offset, odd = None, stream.tell(), 0
    try:
        archive = ArchiveIterator(stream, arc2warc=True)
        while True:
            with contextlib.redirect_stderr(io.StringIO()):
                record = next(archive, None)
            if archive.err_count > odd:
                odd = archive.err_count
                yield BrokenRecord(offset=offset, reason="no blank line behind it: its stated length may be wrong")
            if record is None:
                return
            offset = archive.offset
            yield _record(record, offset, most)
    except failures as error:
        reason = " ".join(str(error).split())[:300] or type(error).__name__
        yield BrokenRecord(offset=offset if archive is None else archive.offset, reason=reason)


def _record(record: Any, offset: int, most: int) -> ArchiveRecord:
    headers, http = record.rec_headers, record.http_headers
    wanted = record.rec_type in ("response", "resource", "conversion")
    body = record.content_stream().read(most + 1) if wanted else b""
    status = http.get_statuscode() if http is not None else None
    kind = http.get_header("Content-Type") if http is not None else headers.get_header("Content-Type")
    left = getattr(record.raw_stream, "limit", 0) if wanted and len(body) <= most else 0
    return ArchiveRecord(
        offset=offset,
        kind=record.rec_type or "unknown",
        url=headers.get_header("WARC-Target-URI"),
        date=headers.get_header("WARC-Date"),
        status=int(status) if status and status.isdigit() else None,
        content_type=(kind or "").lower(),
        body=body,
        missing=max(left, 0),
    )


def _from_here(stream: BinaryIO, head: bytes = b"") -> BinaryIO:
    return cast("BinaryIO", Rejoined(head, stream))
