"""Large XML files record by record, safely: no document type, no entities, bounded size.

expat is used by itself because it tells each record's line, streams, and lets a document type declaration be
refused before any entity is known; lists of sanctions have none. (``lxml.iterparse`` would need a recover mode to keep
what stands before a break, and its limits are switches of libxml2.)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Set
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder, tostring
from xml.parsers import expat

from dateline.errors import MalformedSource
from dateline.reference.edition import BadRow

_CHUNK = 1 << 16
_MAX_DEPTH = 64
#: Code points of one record: the longest of the public lists are below 200,000.
_MAX_RECORD = 8_000_000


@dataclass(frozen=True, slots=True)
class XmlRecord:
    """One element with all that it holds, and the 1-based line on which it begins; names are without namespace."""

    line: int
    element: Element

    def text(self, path: str) -> str:
        """The text at a path below the element, on one line; "" where there is none."""
        return text_of(self.element, path)

    @property
    def content(self) -> str:
        """All that the record says, as XML."""
        return tostring(self.element, encoding="unicode")


def text_of(element: Element, path: str) -> str:
    """The text at a path below an element, on one line; "" where there is none."""
    return " ".join((element.findtext(path) or "").split())


def texts_of(element: Element, path: str) -> tuple[str, ...]:
    """The texts at a path below an element that are not empty, without repetition."""
    found = (" ".join((each.text or "").split()) for each in element.iterfind(path))
    return tuple(dict.fromkeys(text for text in found if text))


def xml_records(path: Path, names: Set[str], *, root: str) -> Iterator[XmlRecord | BadRow]:
    """The outermost element without its content, then the elements with one of the names, in the memory of one record.

    A file that breaks off gives the records before the break and a `BadRow` for the rest.

    Args:
        path: The file.
        names: Names of the elements that are records.
        root: What the outermost element must be called.

    Raises:
        MalformedSource: another outermost element, a document type declaration, or a record beyond the limits.
    """
    reading = _Reading(path, names, root)
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            broken = reading.feed(chunk, last=False)
            yield from reading.taken()
            if broken is not None:
                yield broken
                return
        broken = reading.feed(b"", last=True)
        yield from reading.taken()
        if broken is not None:
            yield broken


class _Reading:
    """The state of one pass: the record being built and those that are ready."""

    def __init__(self, path: Path, names: Set[str], root: str) -> None:
        self._path, self._names, self._root = path, names, root
        self._ready: deque[XmlRecord] = deque()
        self._builder: TreeBuilder | None = None
        self._depth = self._since = self._line = self._size = 0
        self._begun = False
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._refuse_doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text

    def feed(self, chunk: bytes, *, last: bool) -> BadRow | None:
        """Parse on; a row where the file breaks off, else None."""
        try:
            self._parser.Parse(chunk, last)
        except expat.ExpatError as error:
            if not self._begun:
                raise self._wrong(f"it is no XML: {error}") from error
            return BadRow(
                line=error.lineno, reason=f"the file breaks off here, what follows was not read: {error}", text=""
            )
        return None

    def taken(self) -> Iterator[XmlRecord]:
        """The records that are ready, once."""
        while self._ready:
            yield self._ready.popleft()

    def _wrong(self, why: str) -> MalformedSource:
        return MalformedSource(f"cannot read {self._path.name}", why, "download the file again from its publisher")

    def _refuse_doctype(self, *_declaration: object) -> None:
        raise self._wrong("it declares a document type, which the publisher's files do not")

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        plain = name.rpartition(" ")[2]
        own = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        if self._depth == 0:
            if plain != self._root:
                raise self._wrong(f"its outermost element is {plain!r}, not {self._root!r}")
            self._ready.append(XmlRecord(self._parser.CurrentLineNumber, Element(plain, own)))
            self._begun = True
        self._depth += 1
        if self._depth > _MAX_DEPTH:
            raise self._wrong(f"elements are nested deeper than {_MAX_DEPTH} on line {self._parser.CurrentLineNumber}")
        if self._builder is None and plain in self._names:
            self._builder, self._since, self._size = TreeBuilder(), self._depth, 0
            self._line = self._parser.CurrentLineNumber
        if self._builder is not None:
            self._grow(len(plain) + 64)
            self._builder.start(plain, own)

    def _end(self, name: str) -> None:
        if self._builder is not None:
            self._builder.end(name.rpartition(" ")[2])
            if self._depth == self._since:
                self._ready.append(XmlRecord(self._line, self._builder.close()))
                self._builder = None
        self._depth -= 1

    def _text(self, data: str) -> None:
        if self._builder is not None:
            self._grow(len(data))
            self._builder.data(data)

    def _grow(self, size: int) -> None:
        self._size += size
        if self._size > _MAX_RECORD:
            raise self._wrong(f"the record on line {self._line} is larger than {_MAX_RECORD:,} characters")
