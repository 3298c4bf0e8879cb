"""SQLite's errors in Dateline's words: what failed, on which file, why, and the next step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from dateline.errors import StoreError

#: Primary result code (https://www.sqlite.org/rescode.html) → why, next step.
_REASONS = {
    "BUSY": ("another process is writing to it", "wait until it is done, or stop it, then try again"),
    "LOCKED": ("another process is writing to it", "wait until it is done, or stop it, then try again"),
    "NOTADB": ("it is not an SQLite database", "choose another path with --record or DATELINE_RECORD"),
    "CORRUPT": ("the file is damaged", "restore a copy, or save what is left with: sqlite3 FILE .recover"),
    "READONLY": ("the file or its folder cannot be written", "check the permissions, or choose another path"),
    "CANTOPEN": ("the file cannot be opened", "check that the folder exists and may be written"),
    "PERM": ("the file cannot be opened", "check the permissions, or choose another path"),
    "FULL": ("the disk is full", "free some space and try again; the unfinished step was undone"),
    "IOERR": ("the disk failed to read or write", "check the disk, then try again; the unfinished step was undone"),
    "TOOBIG": ("a text is larger than SQLite can hold", "split the report"),
}


def as_store_error(error: sqlite3.Error, location: str, doing: str) -> StoreError:
    """The StoreError for what SQLite said while ``doing`` ("open", "write to") the file."""
    name = getattr(error, "sqlite_errorname", "") or ""
    primary = name.removeprefix("SQLITE_").split("_")[0]
    why, next_step = _REASONS.get(primary, (str(error), "please report this with the command that led to it"))
    return StoreError(f"cannot {doing} {location}", why, next_step)


@contextmanager
def explained(location: str, doing: str) -> Iterator[None]:
    """Turn SQLite's errors inside the block into :class:`~dateline.errors.StoreError`."""
    try:
        yield
    except sqlite3.Error as error:
        raise as_store_error(error, location, doing) from error
