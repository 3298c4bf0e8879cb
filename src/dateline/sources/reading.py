"""Files, folders, streams and bytes in; documents out, and one Unread for each item that fails."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from dateline.errors import EmptySource, MalformedSource, SourceError
from dateline.model import Document
from dateline.sources.archive import looks_like_archive, read_archive
from dateline.sources.compressed import is_packed, unpacked
from dateline.sources.magic import refuse_known
from dateline.sources.records import MAX_BYTES, Hints, Input, Unread
from dateline.sources.registry import choose_format

__all__ = ["read_bytes", "read_path", "read_stream"]

_NO_HINTS = Hints()


def read_path(
    path: str | os.PathLike[str], hints: Hints = _NO_HINTS, *, max_bytes: int = MAX_BYTES
) -> Iterator[Document | Unread]:
    """Read a file, or every file in a folder and below, in order of their names, hidden ones left out.

    Args:
        path: As the user gave it; it becomes ``Document.source``.
        hints: What the caller knows about the reports.
        max_bytes: Bound for one report. Files above it are refused by their size, unread.

    Raises:
        UsageError: ``hints.format`` is not known.
    """
    given = Path(path)
    if not given.is_dir():
        yield from _read_file(given, hints, max_bytes)
        return
    empty = True
    for file in _files(given):
        empty = False
        yield from _read_file(file, hints, max_bytes)
    if empty:
        name = _printable(given)
        error = EmptySource(f"cannot read {name}", "the folder holds no file", "name another folder")
        yield Unread(name=name, error=error)


def _files(folder: Path) -> Iterator[Path]:
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(place, name)


def _read_file(path: Path, hints: Hints, max_bytes: int) -> Iterator[Document | Unread]:
    name = _printable(path)
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            why = "it is a device, pipe or socket"
            yield Unread(name=name, error=SourceError(f"cannot read {name}", why, "pass it as standard input: -"))
            return
        with path.open("rb") as stream:
            yield from read_stream(stream, name=name, hints=hints, max_bytes=max_bytes, size=about.st_size)
    except OSError as error:
        why = error.strerror or type(error).__name__
        yield Unread(
            name=name, error=SourceError(f"cannot read {name}", why.lower(), "check the path and its permissions")
        )


def _printable(path: Path) -> str:
    """The path as it was given; bytes that are no UTF-8 become U+FFFD, so that it can be shown and stored."""
    return os.fsencode(path).decode("utf-8", "replace")


def read_bytes(
    data: bytes, name: str, hints: Hints = _NO_HINTS, *, max_bytes: int = MAX_BYTES
) -> Iterator[Document | Unread]:
    """Read what ``data`` holds; ``name`` stands for it in messages, and its ending may tell the format.

    Raises:
        UsageError: ``hints.format`` is not known.
    """
    yield from read_stream(io.BytesIO(data), name=name, hints=hints, max_bytes=max_bytes, size=len(data))


def read_stream(
    stream: BinaryIO,
    name: str = "-",
    hints: Hints = _NO_HINTS,
    *,
    max_bytes: int = MAX_BYTES,
    size: int | None = None,
) -> Iterator[Document | Unread]:
    """Read a binary stream such as ``sys.stdin.buffer``; JSON lines come out one by one as they come in.

    Args:
        stream: Open for reading.
        name: Stands for it in messages.
        hints: What the caller knows about the reports.
        max_bytes: Bound for one report, and for one line of JSON lines.
        size: Number of bytes where it is known.

    Raises:
        UsageError: ``hints.format`` is not known.
    """
    try:
        source = Input(name, stream, hints, max_bytes, size)
        if is_packed(source.head):
            yield from _read_packed(source)
            return
        kind = choose_format(source)
        if error := refuse_known(source.head, name):
            yield Unread(name=name, error=error)
        else:
            yield from kind.read(source)
    except SourceError as error:
        yield Unread(name=name, error=error)


def _read_packed(packed: Input) -> Iterator[Document | Unread]:
    """Read what is packed as it is unpacked; archives pack each record alone and unpack themselves."""
    try:
        stream = unpacked(packed.whole(), packed.head)
        source = Input(packed.name, stream, packed.hints, packed.max_bytes)
        if looks_like_archive(source.head):
            yield from read_archive(Input(packed.name, packed.whole(), packed.hints, packed.max_bytes, packed.size))
            return
        if is_packed(source.head):
            raise MalformedSource(f"cannot read {packed.name}", "it is packed twice", "unpack it once")
        kind = choose_format(source)
        if error := refuse_known(source.head, packed.name):
            raise error
        yield from kind.read(source)
    except OSError as error:
        why = f"it cannot be unpacked to its end: {error}"
        damaged = MalformedSource(f"cannot read all of {packed.name}", why, "fetch the file again")
        yield Unread(name=packed.name, error=damaged)
