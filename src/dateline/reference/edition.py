"""What all readers of reference files share: the edition they read, and rows they cannot use."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from dateline.model.reference import BadRow, Edition, Note, ReferenceRecord

__all__ = ["BadRow", "Edition", "Item", "Note", "Reader"]

#: One thing that a reader yields.
Item = ReferenceRecord | BadRow | Note

Reader = Callable[[Path, Edition], Iterator[Item]]
"""Streams records of `dateline.model.reference`, `BadRow`s and `Note`s from a file, in bounded memory.

A record's id is ``edition.row_id(key)`` with the publisher's own key where there is one. A Resolution comes before its
Ballots. A file that is not of the kind at all raises `dateline.errors.MalformedSource`.
"""
