"""What a dossier is made of before it is Markdown or HTML: sections of blocks, texts with references and marks."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Ref:
    """References to footnotes, by number."""

    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address; an address that is no http(s) is shown as words only."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A word that is set off: a verdict, "estimated", "reported, not in the register"."""

    words: str
    tone: str = "plain"


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that stand out."""

    words: str


Inline = str | Ref | Link | Mark | Strong
Text = tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph; ``small`` for remarks."""

    text: Text
    small: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """A list."""

    items: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a report, with who says them before what they were taken for."""

    words: str
    by: Text
    about: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table; columns in ``numeric`` are set to the right."""

    caption: Text
    columns: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A drawing made by us, which HTML shows; the words beneath it stand in Markdown too."""

    svg: str
    caption: Text


Block = Paragraph | Items | Quote | Table | Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part with a heading."""

    id: str
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The whole: title, what it is, sections, footnotes from 1."""

    title: str
    lead: Text
    sections: tuple[Section, ...]
    notes: tuple[Text, ...]


@dataclass(slots=True)
class Footnotes:
    """Notes as they are first referred to; the same words are the same note."""

    _numbers: dict[Text, int] = field(default_factory=dict)

    def ref(self, *texts: Text) -> Ref:
        """A reference to one or more notes."""
        return Ref(tuple(self._numbers.setdefault(text, len(self._numbers) + 1) for text in texts))

    @property
    def notes(self) -> tuple[Text, ...]:
        """All notes in order."""
        return tuple(self._numbers)
