"""PDF documents: their text, page by page, by pdfium."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from dateline.errors import EmptySource, MalformedSource, TooLargeSource
from dateline.model import Document
from dateline.sources.making import make_document
from dateline.sources.records import Input
from dateline.text.published import parse_date

__all__ = ["looks_like_pdf", "read_pdf"]

#: No report of news has more pages; longer documents are refused, not cut.
MOST_PAGES = 400
_MARK = b"%PDF-"
_MARK_WITHIN = 1_024
_LINE_END = re.compile(r"\r\n?|\x0c")
#: A word parted at a line's end; pdfium itself leaves U+0002 or U+FFFE for the hyphen and joins the lines.
_SOFT_BREAK = re.compile(r"(?<=\w)(?:[\ufffe\u00ad\x02]\n?|-\n)(?=[a-z])")
_SENTENCE_END = tuple(".!?:”\"'’)")
_FULL_LINE = 0.75


def looks_like_pdf(source: Input) -> bool:
    """Whether the bytes begin like a PDF document."""
    return _MARK in source.head[:_MARK_WITHIN]


def read_pdf(source: Input) -> Iterator[Document]:
    """Read the text of a PDF document; its pages are parted by blank lines.

    Raises:
        SourceError: it is broken, locked, too long, or holds pictures of text only.
    """
    import pypdfium2

    data = source.read()
    try:
        document: Any = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = "assword" in str(error)
        why = "it is locked with a password" if locked else f"it is broken: {error}"
        raise MalformedSource(f"cannot read {source.name}", why, "save its text as .txt") from error
    try:
        pages = len(document)
        if pages > MOST_PAGES:
            why = f"it has {pages:,} pages, more than the {MOST_PAGES} that one report may have"
            raise TooLargeSource(f"cannot read {source.name}", why, "save the pages that matter as a PDF of their own")
        text = "\n\n".join(filter(None, (_page_text(document, number) for number in range(pages))))
        told = document.get_metadata_dict()
    except pypdfium2.PdfiumError as error:
        raise MalformedSource(
            f"cannot read {source.name}", f"it is broken: {error}", "save its text as .txt"
        ) from error
    finally:
        document.close()
    if not any(char.isalpha() for char in text):
        why = f"its {pages} pages hold no text: they are pictures, or drawn"
        raise EmptySource(f"cannot read {source.name}", why, "run text recognition over it and pass the text")
    made = parse_date(_day(told.get("CreationDate")))
    notes = (f"the file was made on {made.isoformat()}: no day of publication",) if made else ()
    yield make_document(text, source.name, source.hints, title=(told.get("Title") or "").strip() or None, notes=notes)


def _page_text(document: Any, number: int) -> str:
    page = document[number]
    try:
        words = page.get_textpage()
        try:
            return _paragraphs(_LINE_END.sub("\n", words.get_text_bounded()))
        finally:
            words.close()
    finally:
        page.close()


def _paragraphs(text: str) -> str:
    """Lines of a page put together to paragraphs: a line that is full, or ends no sentence, goes on in the next."""
    lines = [" ".join(line.split()) for line in _SOFT_BREAK.sub("", text).split("\n")]
    widest = max(map(len, lines), default=0)
    paragraphs: list[str] = []
    goes_on = False
    for line in lines:
        if line and goes_on:
            paragraphs[-1] += f" {line}"
        elif line:
            paragraphs.append(line)
        goes_on = bool(line) and (len(line) >= _FULL_LINE * widest or not line.endswith(_SENTENCE_END))
    return "\n\n".join(paragraphs)


def _day(stamp: str | None) -> str:
    """The day of a PDF date such as ``D:20210622120000+02'00'``."""
    found = re.match(r"(?:D:)?(\d{4})(\d\d)(\d\d)", stamp or "")
    return "-".join(found.groups()) if found else ""
