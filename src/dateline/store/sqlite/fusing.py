"""What is not fused yet, tellings by the keys that find them, and events written in part or as a whole."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator

from dateline.model import Event, EventMention
from dateline.store.run_rows import FiledTelling
from dateline.store.sqlite import events, judgements, unfused
from dateline.store.sqlite.rowing import dump_list, load

_FELLOWS = """
SELECT DISTINCT t.id, t.mentions
FROM json_each(?) asked JOIN telling_keys k ON k.key = asked.value JOIN tellings t ON t.id = k.telling ORDER BY t.id
"""


def waiting(connection: sqlite3.Connection, fuser: str) -> tuple[str, ...] | None:
    """Documents whose mentions changed since this fuser wrote the events; None when it has to read all of them."""
    return unfused.documents(connection) if events.fused(connection)[0] == fuser else None


def mentions_of(connection: sqlite3.Connection, documents: Iterable[str]) -> Iterator[EventMention]:
    """The mentions of some documents, by document and text."""
    for document in sorted(documents):
        sql = "SELECT record FROM mentions WHERE document_id = ? ORDER BY position"
        for row in connection.execute(sql, [document]):
            yield load(EventMention, row["record"])


def fellows(connection: sqlite3.Connection, keys: Iterable[str]) -> Iterator[tuple[EventMention, ...]]:
    """The mentions of each telling that is filed under any of the keys."""
    for row in connection.execute(_FELLOWS, [dump_list(tuple(keys))]).fetchall():
        these = connection.execute(
            "SELECT record FROM mentions WHERE id IN (SELECT value FROM json_each(?)) ORDER BY position",
            [row["mentions"]],
        )
        yield tuple(load(EventMention, each["record"]) for each in these)


def save(
    connection: sqlite3.Connection,
    fuser: str,
    as_of: int,
    new: Iterable[Event],
    filed: Iterable[FiledTelling],
    documents: Iterable[str] | None,
    now: str,
) -> int | None:
    """Write events and file tellings; those of ``documents`` in place of what they touch, or all of them."""
    if events.stamp(connection) != as_of:
        return None
    told = list(new)
    if documents is None:
        connection.execute("DELETE FROM tellings")
        changed = events.replace_all(connection, told, now)
    else:
        for document in documents:
            connection.execute("DELETE FROM tellings WHERE document_id = ?", [document])
            unfused.mark_entities(connection, document)
        changed = events.replace_some(connection, told, now)
    connection.execute("DELETE FROM unfused")
    if not _file(connection, filed) and documents is None:
        unfused.mark(connection)  # nothing to go on from: next time all is read again
    connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('events', ?)", [f"{fuser}@{as_of}"])
    if documents is None or judgements.any_stands(connection):
        judgements.follow(connection)  # else the entities that changed are listed at the end of the run
    return changed


def _file(connection: sqlite3.Connection, filed: Iterable[FiledTelling]) -> int:
    number = 0
    for number, telling in enumerate(filed, start=1):  # noqa: B007 — counted
        row = [telling.id, telling.document_id, json.dumps(telling.mentions)]
        connection.execute("INSERT OR REPLACE INTO tellings VALUES (?, ?, ?)", row)
        keys = [(key, telling.id) for key in telling.keys]
        connection.executemany("INSERT OR IGNORE INTO telling_keys VALUES (?, ?)", keys)
    return number
