"""Plain text: one file, one report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.errors import EncodingError
from dateline.model import Document
from dateline.sources.magic import refuse_binary
from dateline.sources.making import make_document
from dateline.sources.records import Input
from dateline.text.boilerplate import headline
from dateline.text.encoding import Decoded, UndecodableText, decode
from dateline.text.published import stated_date

__all__ = ["decode_source", "read_text"]

_LINE_ENDS = re.compile(r"\r\n?")


def decode_source(data: bytes, name: str) -> Decoded:
    """Decode bytes, with a line feed for every line end.

    Raises:
        BinarySource: they are no text.
        EncodingError: no encoding fits.
    """
    if error := refuse_binary(data, name):
        raise error
    try:
        found = decode(data)
    except UndecodableText as error:
        raise EncodingError(f"cannot read {name}", str(error), "convert it to UTF-8") from error
    return Decoded(text=_LINE_ENDS.sub("\n", found.text), encoding=found.encoding, note=found.note)


def read_text(source: Input) -> Iterator[Document]:
    """Read a report from plain text. Title and day of publication are taken from its first lines where they show.

    Raises:
        SourceError: the bytes are too many, no text, empty, or in another language.
    """
    found = decode_source(source.read(), source.name)
    notes = [found.note] if found.note else []
    stated = None if source.hints.published else stated_date(found.text)
    if stated is not None:
        line = found.text[stated.line.start : stated.line.end]
        notes.append(f"published {stated.day.isoformat()}: the line “{line}” says so")
    yield make_document(
        found.text,
        source.name,
        source.hints,
        title=headline(found.text),
        published=stated.day if stated else None,
        notes=tuple(notes),
    )
