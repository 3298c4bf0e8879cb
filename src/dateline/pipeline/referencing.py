"""A reference file into the record: which edition it is, its reader, the store."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import SourceError, UsageError
from dateline.model.reference import Edition
from dateline.reference.edition import Item
from dateline.reference.registry import kind_of
from dateline.store import EditionRow, Store

__all__ = ["Imported", "import_reference"]

#: Called now and then with the number of rows read so far.
OnRow = Callable[[int], None]
_EVERY = 1000
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What an import did.

    Attributes:
        row: The edition as it is kept.
        new: False where the same bytes were there already, and nothing changed.
    """

    row: EditionRow
    new: bool


def import_reference(
    store: Store,
    kind: str,
    path: Path,
    *,
    vintage: str | None = None,
    retrieved: dt.date | None = None,
    on_row: OnRow | None = None,
) -> Imported:
    """Import one file as a whole or not at all; the same file twice changes nothing.

    Args:
        store: Where to.
        kind: A key of ``dateline.reference.registry.KINDS``.
        path: The file.
        vintage: Name of the edition; by default what the file itself says, where its kind does.
        retrieved: Day on which it was fetched.
        on_row: Told the number of rows read.

    Raises:
        UsageError: no such kind.
        SourceError: the file cannot be read, or is of another kind.
        StoreError: the database cannot be written.
    """
    known = kind_of(kind)
    if path.is_dir() and not known.folder:
        raise UsageError(f"cannot import {path}", "it is a folder", f"name a file; {known.help}")
    edition = Edition(
        kind=kind,
        source=known.source,
        vintage=vintage or known.vintage(path),
        retrieved=retrieved,
        licence=known.licence,
        sha256=_sha256(path),
    )
    new = store.add_edition(edition, path.name, _counted(known.reader()(path, edition), on_row))
    (row,) = [each for each in store.reference.editions(kind) if each.id == edition.id]
    return Imported(row=row, new=new)


def _counted(items: Iterator[Item], on_row: OnRow | None) -> Iterator[Item]:
    for number, item in enumerate(items, start=1):
        if on_row is not None and number % _EVERY == 0:
            on_row(number)
        yield item


def _sha256(path: Path) -> str:
    """Of a file's bytes; of a folder those of all its files, in the order of their names."""
    digest = hashlib.sha256()
    try:
        for file in sorted(each for each in path.rglob("*") if each.is_file()) if path.is_dir() else [path]:
            if path.is_dir():
                digest.update(f"{file.relative_to(path)}\0".encode())
            with file.open("rb") as opened:
                while chunk := opened.read(_CHUNK):
                    digest.update(chunk)
    except OSError as error:
        raise SourceError(f"cannot read {path}", error.strerror or str(error), "check the path") from error
    return digest.hexdigest()
