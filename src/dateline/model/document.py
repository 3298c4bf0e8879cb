"""Documents: one fetched report with its immutable text."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateline.errors import RecordError
from dateline.model.ids import content_id, text_sha256


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report. A re-extraction is a new version with another ``text_sha256``, never an edit.

    Attributes:
        id: The caller's id, or one made from the content.
        text: The report as extracted; all offsets anywhere count its code points.
        text_sha256: SHA-256 of ``text``.
        title, publisher, url, language: As the source gives them; language is ISO 639-1.
        published: Day of publication, the anchor of relative dates; None when unknown.
        source: Where the bytes came from (a path, ``-`` for standard input, a feed address).
        notes: What a reader should know of how text and date were got ("decoded as Windows-1252: no UTF-8").

    Raises:
        RecordError: ``text_sha256`` is not the hash of ``text``.
    """

    id: str
    text: str
    text_sha256: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    published: dt.date | None = None
    source: str | None = None
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.text_sha256 != text_sha256(self.text):
            raise RecordError(f"document {self.id}", "text_sha256 is not the hash of its text")

    @classmethod
    def of(
        cls,
        text: str,
        *,
        id: str | None = None,
        title: str | None = None,
        publisher: str | None = None,
        url: str | None = None,
        language: str | None = None,
        published: dt.date | None = None,
        source: str | None = None,
        notes: tuple[str, ...] = (),
    ) -> Document:
        """Make a Document; without an ``id`` it is derived from url, publisher, date and text."""
        sha = text_sha256(text)
        return cls(
            id=id or content_id("doc", url, publisher, published, sha),
            text=text,
            text_sha256=sha,
            title=title,
            publisher=publisher,
            url=url,
            language=language,
            published=published,
            source=source,
            notes=notes,
        )
