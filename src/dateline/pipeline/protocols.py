"""The stages as the pipeline sees them: anything of this shape plugs in.

Each has a ``name`` and a ``version``; the version changes whenever the same input may give another output,
because documents are coded anew when it does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from dateline.model import Annotations, Coding, Document


class Versioned(Protocol):
    """Something with a name and a version."""

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...


class Annotator(Versioned, Protocol):
    """Document → Annotations."""

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotations]:
        """One Annotations per document, in order."""


class Coder(Versioned, Protocol):
    """Annotations → Coding, in the document's own words."""

    def code(self, document: Document, annotations: Annotations) -> Coding:
        """Code one document."""


@runtime_checkable
class Metered(Protocol):
    """A coder that costs something."""

    @property
    def usage(self) -> object:
        """What was spent so far; as text it is the line to print."""


class Resolver(Versioned, Protocol):
    """Words → canonical parties, dates and places."""

    def resolve(self, document: Document, annotations: Annotations, coding: Coding) -> Coding:
        """The same coding with parties, dates and places resolved."""
