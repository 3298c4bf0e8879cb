"""The formats that are read. A new one is a module and a line in ``FORMATS``."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from dateline.errors import UsageError
from dateline.model import Document
from dateline.sources.archive import looks_like_archive, read_archive
from dateline.sources.compressed import plain_name
from dateline.sources.feed import looks_like_feed, looks_like_json_feed, read_feed
from dateline.sources.html import looks_like_html, read_html
from dateline.sources.jsonl import looks_like_json, looks_like_json_lines, read_json, read_json_lines
from dateline.sources.pdf import looks_like_pdf, read_pdf
from dateline.sources.records import Input, Unread
from dateline.sources.text import read_text

__all__ = ["FORMATS", "Format", "choose_format"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """One way in which reports are stored.

    Attributes:
        name: As in ``Hints.format``.
        extensions: File endings in lower case, asked only where no format knows its own beginning.
        sniff: Whether the beginning of the bytes is plainly this format.
        read: Yields documents, and Unread for items that fail alone; raises SourceError where the whole fails.
    """

    name: str
    extensions: tuple[str, ...]
    sniff: Callable[[Input], bool]
    read: Callable[[Input], Iterator[Document | Unread]]


def _never(_: Input) -> bool:
    return False


def _archive(source: Input) -> bool:
    return looks_like_archive(source.head)


def _feed(source: Input) -> bool:
    return looks_like_feed(source) or looks_like_json_feed(source)


#: In the order in which they are asked; the last is for what nobody knows.
FORMATS: tuple[Format, ...] = (
    Format(name="warc", extensions=(".warc", ".arc"), sniff=_archive, read=read_archive),
    Format(name="pdf", extensions=(".pdf",), sniff=looks_like_pdf, read=read_pdf),
    Format(name="feed", extensions=(".rss", ".atom"), sniff=_feed, read=read_feed),
    Format(name="html", extensions=(".html", ".htm", ".xhtml"), sniff=looks_like_html, read=read_html),
    Format(name="jsonl", extensions=(".jsonl", ".ndjson"), sniff=looks_like_json_lines, read=read_json_lines),
    Format(name="json", extensions=(".json",), sniff=looks_like_json, read=read_json),
    Format(name="text", extensions=(".txt", ".text", ".md"), sniff=_never, read=read_text),
)


def choose_format(source: Input) -> Format:
    """The format of a source: as the caller says, by its first bytes, by its ending, else plain text.

    Raises:
        UsageError: the caller names a format that is not there.
    """
    wanted = source.hints.format
    if wanted is not None:
        for known in FORMATS:
            if known.name == wanted:
                return known
        names = ", ".join(known.name for known in FORMATS)
        raise UsageError(f"unknown format {wanted!r}", f"there are {names}", "leave it out to see by the bytes")
    ending = PurePath(plain_name(source.name)).suffix.lower()
    for known in FORMATS:
        if known.sniff(source):
            return known
    return next((known for known in FORMATS if ending in known.extensions), FORMATS[-1])
