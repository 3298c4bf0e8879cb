"""What a coder is: a document and its annotations in, mentions, arms frames and claims out."""

from __future__ import annotations

from typing import Protocol

from dateline.model import Annotations, Coding, Document


class Coder(Protocol):
    """Turns one annotated document into a Coding.

    Attributes:
        name: Short name of the coder ("rules").
        version: Changes whenever the same input may give another output.
    """

    @property
    def name(self) -> str: ...

    @property
    def version(self) -> str: ...

    def code(self, document: Document, annotations: Annotations) -> Coding:
        """Code one document; parties are words, not yet resolved; ``interval`` and ``place`` are None."""
        ...
