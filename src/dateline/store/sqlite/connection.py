"""One connection to one file: pragmas, transactions, and refusing files that are not ours."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dateline.errors import StoreError, StoreMissing
from dateline.store.sqlite.errors import explained
from dateline.store.sqlite.migrate import check_ours, migrate

#: How long a writer waits for another one, in seconds.
BUSY_SECONDS = 30.0
_MEMORY = ":memory:"


def connect(path: str, *, create: bool, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open a record, bring its tables up to date, and switch it to write-ahead logging.

    Raises:
        StoreMissing: ``create`` is false and there is no file.
        StoreTooNew: a later version of Dateline wrote it.
        StoreError: it cannot be opened or written, or is not a record.
    """
    if path != _MEMORY:
        _check_path(Path(path), create=create)
    with explained(path, "open"):
        connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None)
        try:
            _prepare(connection, path, busy_seconds)
        except BaseException:
            connection.close()
            raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All of the block's writes or none of them; takes the write lock at once, so it cannot deadlock."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _check_path(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise StoreError(f"cannot open {path}", "it is a folder", "name a file in it, such as dateline.db")
    if path.exists():
        return
    if not create:
        raise StoreMissing(f"cannot open {path}", "there is no such file", f"dateline add --record {path} REPORT…")
    if not path.parent.is_dir():
        raise StoreError(f"cannot create {path}", f"there is no folder {path.parent}", f"mkdir -p {path.parent}")


def _prepare(connection: sqlite3.Connection, path: str, busy_seconds: float) -> None:
    connection.row_factory = sqlite3.Row
    check_ours(connection, path)
    _write_ahead(connection, busy_seconds)
    connection.execute("PRAGMA synchronous = NORMAL")
    migrate(connection, path)
    connection.execute("PRAGMA foreign_keys = ON")


def _write_ahead(connection: sqlite3.Connection, busy_seconds: float) -> None:
    """Switch to WAL, once per file; SQLite does not wait for others here, so we do."""
    deadline = time.monotonic() + busy_seconds
    while connection.execute("PRAGMA journal_mode").fetchone()[0] not in ("wal", "memory"):
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if not error.sqlite_errorname.startswith("SQLITE_BUSY") or time.monotonic() > deadline:
                raise
            time.sleep(0.05)
