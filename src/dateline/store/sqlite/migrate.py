"""Numbered migrations: ``migrations/NNN_name.sql``, each run once; ``PRAGMA user_version`` is the last one run.

A change to the tables is a new file, never an edit of an old one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dateline.errors import StoreError, StoreTooNew

#: "DLNE": marks the file as ours (``file dateline.db`` shows it).
APPLICATION_ID = 0x444C4E45


@dataclass(frozen=True, slots=True, kw_only=True)
class Migration:
    """One step from the version before to ``number``."""

    number: int
    name: str
    sql: str


@cache
def migrations() -> tuple[Migration, ...]:
    """All steps that this version of Dateline knows, in order."""
    folder = files("dateline.store.sqlite") / "migrations"
    found = sorted((each for each in folder.iterdir() if each.name.endswith(".sql")), key=lambda each: each.name)
    return tuple(
        Migration(number=int(each.name[:3]), name=each.name, sql=each.read_text(encoding="utf-8")) for each in found
    )


def check_ours(connection: sqlite3.Connection, location: str) -> None:
    """Refuse another program's database before anything is written to it.

    Raises:
        StoreError: it has tables, but not Dateline's mark.
    """
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and mark != APPLICATION_ID:
        raise StoreError(
            f"cannot open {location}",
            "it is a database of another program",
            "choose another path with --record or DATELINE_RECORD",
        )


def migrate(connection: sqlite3.Connection, location: str, steps: Sequence[Migration] | None = None) -> None:
    """Run the steps that the file has not seen, all in one transaction.

    Raises:
        StoreTooNew: the file has seen steps that this version does not know.
    """
    steps = migrations() if steps is None else steps
    if _version(connection, location, steps) == steps[-1].number:
        return
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have migrated while this one waited for the lock: ask again.
        seen = _version(connection, location, steps)
        for step in steps:
            if step.number > seen:
                for statement in _statements(step.sql):
                    connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {steps[-1].number}")
        _check_references(connection, location)
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _check_references(connection: sqlite3.Connection, location: str) -> None:
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise StoreError(f"cannot migrate {location}", "rows would lose what they refer to", "please report this")


def _version(connection: sqlite3.Connection, location: str, steps: Sequence[Migration]) -> int:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > steps[-1].number:
        raise StoreTooNew(
            f"cannot open {location}",
            f"it has format {version}, this version of Dateline knows up to {steps[-1].number}",
            "upgrade Dateline: pip install --upgrade dateline",
        )
    return version


def _statements(sql: str) -> Iterator[str]:
    """Single statements; a trigger with its inner semicolons stays whole."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
