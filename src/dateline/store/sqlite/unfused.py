"""Which documents' mentions changed since the events were written."""

from __future__ import annotations

import sqlite3

#: Stands for all documents: judgements changed, or there is no knowing what did.
ALL = "*"


def mark(connection: sqlite3.Connection, document_id: str = ALL) -> None:
    """A document's mentions changed, or everything may have."""
    connection.execute("INSERT OR IGNORE INTO unfused VALUES (?)", [document_id])


def mark_fellows(connection: sqlite3.Connection, document_id: str) -> None:
    """Mark a document and all that tell an event with it; asked before its mentions go."""
    sql = """
    INSERT OR IGNORE INTO unfused
    SELECT DISTINCT theirs.document_id FROM mentions mine
    JOIN event_mentions em ON em.mention_id = mine.id JOIN event_mentions other ON other.event_id = em.event_id
    JOIN mentions theirs ON theirs.id = other.mention_id WHERE mine.document_id = ?
    """
    connection.execute(sql, [document_id])
    mark(connection, document_id)
    mark_entities(connection, document_id)


def mark_entities(connection: sqlite3.Connection, document_id: str) -> None:
    """The numbers of all entities that a document speaks of have to be taken anew."""
    sql = """
    INSERT OR IGNORE INTO unlisted
    SELECT DISTINCT p.canonical_id FROM mentions m JOIN parties p ON p.mention_id = m.id
    WHERE m.document_id = ? AND p.canonical_id IS NOT NULL
    """
    connection.execute(sql, [document_id])


def documents(connection: sqlite3.Connection) -> tuple[str, ...] | None:
    """Those that are marked, or None for all."""
    found = tuple(row["document_id"] for row in connection.execute("SELECT document_id FROM unfused ORDER BY 1"))
    return None if ALL in found else found
