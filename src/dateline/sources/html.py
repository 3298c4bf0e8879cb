"""HTML pages: the main text by trafilatura, and what the page itself states about title, publisher and day."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from dateline.errors import EmptySource, EncodingError, MalformedSource
from dateline.model import Document
from dateline.sources.html_dates import page_date
from dateline.sources.magic import refuse_binary
from dateline.sources.making import make_document
from dateline.sources.records import Input
from dateline.text.encoding import Decoded, UndecodableText, decode
from dateline.text.normalise import lines

__all__ = ["looks_like_html", "read_html"]

#: Beyond this many elements trafilatura's second opinions take too long (they grow with the square).
_ELEMENTS_FOR_ALL_CHECKS = 6_000
#: No page of news has as many elements; the parse alone would take many seconds.
_MOST_ELEMENTS = 60_000
_FEWEST_WORDS = 8
_HEAD = 4_096
_MOST_COMMENTS = 9

_OPENING = re.compile(rb"<(?:!doctype\s+html|html|head|body|article|main|div|meta)\b", re.I)
_ELEMENT = re.compile(rb"<[a-zA-Z]")
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{2,30})", re.I)
_LIST_MARK = re.compile(r"^- (?=\S)")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def looks_like_html(source: Input) -> bool:
    """Whether the bytes begin like a page."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    for opening, closing in ((b"<?xml", b"?>"), *((b"<!--", b"-->"),) * _MOST_COMMENTS):
        if head.startswith(opening):
            head = head.partition(closing)[2].lstrip()
    return _OPENING.match(head) is not None


@cache
def _trafilatura() -> Any:
    import trafilatura

    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)  # what they say of a page is told by our own errors
    return trafilatura


def read_html(source: Input) -> Iterator[Document]:
    """Read the report on a page. Its paragraphs are parted by blank lines.

    Raises:
        SourceError: the page is too large, has no main text, or is in another language.
    """
    data = source.read()
    if error := refuse_binary(data, source.name):
        raise error
    elements = len(_ELEMENT.findall(data))
    if elements > _MOST_ELEMENTS:
        why = f"the page has {elements:,} elements, more than the {_MOST_ELEMENTS:,} that any report needs"
        raise MalformedSource(f"cannot read {source.name}", why, "save its text as .txt")
    found = _decode_page(data, source.name)
    markup = _NOT_XML.sub("", found.text)
    if "<html" not in markup[:_HEAD].lower() and "<body" not in markup[:_HEAD].lower():
        markup = f"<html><body>{markup}</body></html>"
    tree = _trafilatura().load_html(markup)
    page = _extract(markup, source.hints.url, quick=elements > _ELEMENTS_FOR_ALL_CHECKS)
    text = _paragraphs(getattr(page, "text", None) or "") or _plain_paragraphs(tree)
    if not text:
        why = "the page holds no main text: a list of links, a log-in page, or one built by scripts"
        raise EmptySource(f"cannot read {source.name}", why, "open it and save the report as .txt")
    stated = page_date(tree, source.hints.url or _word(page, "url"))
    notes = [found.note] if found.note else []
    if stated is not None:
        notes.append(f"published {stated.day.isoformat()}: {stated.why}")
    yield make_document(
        text,
        source.name,
        source.hints,
        title=_word(page, "title"),
        publisher=_word(page, "sitename"),
        url=_word(page, "url"),
        published=stated.day if stated else None,
        notes=tuple(notes),
    )


def _extract(markup: str, url: str | None, *, quick: bool) -> Any:
    """What trafilatura makes of a page: an object with text, title, sitename and url; or None."""
    return _trafilatura().bare_extraction(markup, url=url, fast=quick, include_comments=False, with_metadata=True)


def _decode_page(data: bytes, name: str) -> Decoded:
    """Decode a page; the encoding it declares is asked where the bytes are no UTF-8."""
    try:
        found = decode(data)
    except UndecodableText as error:
        raise EncodingError(f"cannot read {name}", str(error), "save it as UTF-8") from error
    declared = _CHARSET.search(data[:_HEAD])
    if not found.note or declared is None:
        return found
    encoding = declared[1].decode("ascii")
    try:
        return Decoded(text=data.decode(encoding), encoding=encoding, note=f"decoded as {encoding}: the page says so")
    except (LookupError, UnicodeDecodeError):
        return found


def _paragraphs(text: str) -> str:
    """The lines of an extracted text as paragraphs, list marks left out; empty where none reads like a sentence."""
    found = [_LIST_MARK.sub("", text[span.start : span.end]) for span in lines(text)]
    return "\n\n".join(found) if any(len(line.split()) >= _FEWEST_WORDS for line in found) else ""


def _plain_paragraphs(tree: Any) -> str:
    """The sentences in ``<p>`` elements, for pages too short for trafilatura's measures."""
    if tree is None:
        return ""
    texts = (" ".join(element.text_content().split()) for element in tree.iter("p"))
    return "\n\n".join(text for text in texts if len(text.split()) >= _FEWEST_WORDS and text[-1] in ".!?”\"'’")


def _word(page: Any, field: str) -> str | None:
    value = getattr(page, field, None)
    return value.strip() or None if isinstance(value, str) else None
