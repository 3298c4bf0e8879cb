"""Which store a location names."""

from __future__ import annotations

from pathlib import Path

from dateline.errors import UsageError
from dateline.store.interface import Store
from dateline.store.sqlite import SqliteStore


def open_store(location: str | Path, *, create: bool = True) -> Store:
    """Open the record at ``location``: the path of an SQLite file.

    Args:
        location: A path; ``:memory:`` for one that is gone when it is closed.
        create: Make it when it is not there.

    Raises:
        StoreMissing: ``create`` is false and there is no file.
        StoreTooNew: a later version of Dateline wrote it.
        StoreError: it cannot be opened or written, or is another program's.
        UsageError: an address that no store is there for.
    """
    if "://" in str(location):
        raise UsageError(f"cannot open {location}", "only SQLite files are supported", "give the path of a file")
    return SqliteStore(location, create=create)
