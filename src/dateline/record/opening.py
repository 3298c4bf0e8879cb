"""Where a record lies, and opening it."""

from __future__ import annotations

import os
from pathlib import Path

from dateline.record.facade import Record
from dateline.store import open_store

#: Names the database where the caller does not.
ENVIRONMENT = "DATELINE_RECORD"
DEFAULT = "dateline.db"


def record_path(path: str | os.PathLike[str] | None = None) -> Path:
    """Where the record lies: ``path``, else what ``DATELINE_RECORD`` names, else ``dateline.db`` here."""
    return Path(path or os.environ.get(ENVIRONMENT) or DEFAULT)


def open_record(path: str | os.PathLike[str] | None = None, *, create: bool = True) -> Record:
    """Open a record; see :func:`record_path` for where it lies when ``path`` is None.

    Args:
        path: The database.
        create: Make it when it is not there.

    Raises:
        StoreMissing: ``create`` is false and there is none.
        StoreTooNew: a later version of Dateline wrote it.
        StoreError: it cannot be opened or written.
    """
    return Record(open_store(record_path(path), create=create))
