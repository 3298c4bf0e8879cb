"""What goes into reading and what may come out besides a Document."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, cast

from dateline.errors import SourceError, TooLargeSource

__all__ = ["MAX_BYTES", "Hints", "Input", "Unread"]

#: The largest report that is read, in bytes; for JSON lines the longest line.
MAX_BYTES = 20_000_000
_HEAD_BYTES = 4_096
_LONGEST_FIRST_LINE = 65_536
_OPENS_OBJECT = re.compile(rb"(?:\xef\xbb\xbf)?\s*\{\s*[\"}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hints:
    """What the caller knows about the reports; for JSON lines it fills in what a record leaves out.

    Attributes:
        published, publisher, title, url: As in :class:`dateline.model.Document`.
        language: ISO 639 code; said here, the text is not asked ("read it as English all the same").
        format: Name of a format (``text``, ``html``, ``jsonl``, ``json``); None to see by the bytes.
    """

    published: dt.date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    format: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """An item that did not become a Document.

    Attributes:
        name: The file, or ``-`` for standard input.
        error: What failed, why, and the next step.
        id: The document id the item itself states, or None.
        position: 1-based line (JSON lines) or item (JSON list) within it, or None for the whole.
    """

    name: str
    error: SourceError
    id: str | None = None
    position: int | None = None


@dataclass(slots=True)
class Input:
    """Bytes under way, read no further than asked, with a look at their beginning.

    Attributes:
        name: The file, or ``-`` for standard input.
        max_bytes: Bound of :meth:`read` and of one line.
        size: Total number of bytes where it is known before reading.
        head: The beginning: the first line that is not blank of JSON, else up to 4 KiB.
    """

    name: str
    stream: BinaryIO
    hints: Hints
    max_bytes: int = MAX_BYTES
    size: int | None = None
    head: bytes = field(init=False, default=b"")

    def __post_init__(self) -> None:
        # Line by line, so that a filter answers its first line before the last one is written.
        while len(self.head) < _HEAD_BYTES and not _OPENS_OBJECT.match(self.head):
            line = self.stream.readline(_LONGEST_FIRST_LINE)
            if not line:
                break
            self.head += line

    def finish_line(self) -> bytes:
        """Read the head on to the end of its line, up to the bound; the head."""
        if not self.head.endswith(b"\n"):
            self.head += self.stream.readline(max(self.max_bytes + 1 - len(self.head), 1))
        return self.head

    def peek_line(self) -> bytes:
        """The line after the head; it is added to the head."""
        line = self.stream.readline(_LONGEST_FIRST_LINE)
        self.head += line
        return line

    def read(self) -> bytes:
        """All bytes.

        Raises:
            TooLargeSource: there are more than ``max_bytes``.
        """
        if self.size is not None and self.size > self.max_bytes:
            raise self.too_large(f"it has {self.size:,} bytes")
        data = self.head
        if len(data) <= self.max_bytes:
            data += self.stream.read(self.max_bytes + 1 - len(data))
        if len(data) > self.max_bytes:
            raise self.too_large("it goes on")
        return data

    def whole(self) -> BinaryIO:
        """The stream from its beginning, the head included; it can be wound where the source can."""
        if self.stream.seekable():
            self.stream.seek(0)
            return self.stream
        return cast("BinaryIO", Rejoined(self.head, self.stream))

    def lines(self) -> Iterator[tuple[int, bytes | None]]:
        """Lines with their numbers from 1; None stands for a line longer than ``max_bytes``."""
        number = 0
        while True:
            line = self._next_line()
            if line == b"":
                return
            number += 1
            yield number, line

    def _next_line(self) -> bytes | None:
        cut = self.head.find(b"\n") + 1
        line, self.head = (self.head[:cut], self.head[cut:]) if cut else (self.head, b"")
        if not line.endswith(b"\n"):
            line += self.stream.readline(max(self.max_bytes + 1 - len(line), 1))
        if len(line) <= self.max_bytes or line.endswith(b"\n"):
            return line
        while (rest := self.stream.readline(1 << 20)) and not rest.endswith(b"\n"):
            pass
        return None

    def too_large(self, found: str, *, what: str = "") -> TooLargeSource:
        """The error for something beyond the bound."""
        return TooLargeSource(
            f"cannot read {what or self.name}",
            f"{found}, more than the {self.max_bytes:,} that one report may have",
            "split it, or raise the limit",
        )


class Rejoined(io.RawIOBase):
    """A stream with bytes put back that were read of it already; it tells how far it is."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = head
        self._stream = stream
        self._at = 0

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def read(self, size: int = -1) -> bytes:
        found, self._head = (self._head, b"") if size < 0 else (self._head[:size], self._head[size:])
        if size < 0:
            found += self._stream.read()
        elif len(found) < size:
            found += self._stream.read(size - len(found))
        self._at += len(found)
        return found
