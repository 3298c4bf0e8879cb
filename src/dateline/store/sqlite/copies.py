"""Signatures of texts, and which reports are copies or versions of which."""

from __future__ import annotations

import sqlite3
import struct
from collections.abc import Iterable, Iterator

from dateline.model import Document
from dateline.model.copies import Copy, CopyKind, Signature
from dateline.store.rows import DocumentHead
from dateline.store.sqlite.codings import count
from dateline.store.sqlite.documents import content, head
from dateline.store.sqlite.rowing import dump_list, insert

_TABLES = (
    ("signatures", "document_id"),
    ("signature_bands", "document_id"),
    ("copies", "document_id"),
    ("copies", "of"),
)
_HELD = """
WITH RECURSIVE held (id) AS (
  SELECT value FROM json_each(?)
  UNION SELECT c.of FROM copies c JOIN held ON held.id = c.document_id
  UNION SELECT c.document_id FROM copies c JOIN held ON held.id = c.of
)
"""
_TOGETHER = f"""{_HELD}
SELECT document_id, of, kind, likeness FROM copies
WHERE document_id IN (SELECT id FROM held) ORDER BY document_id, of
"""  # noqa: S608 (our own words)
_MARK = f"{_HELD} INSERT OR IGNORE INTO unfused SELECT id FROM held"  # noqa: S608 (our own words)


def unsigned(connection: sqlite3.Connection, made_by: str) -> tuple[str, ...]:
    """Documents whose text has no signature by this method, in order of arrival."""
    sql = """
    SELECT d.id FROM documents d LEFT JOIN signatures s
      ON s.document_id = d.id AND s.made_by = ? AND s.text_sha256 = d.text_sha256
    WHERE s.document_id IS NULL ORDER BY d.seq
    """
    return tuple(row["id"] for row in connection.execute(sql, [made_by]))


def signed(connection: sqlite3.Connection, bands: Iterable[str]) -> Iterator[tuple[DocumentHead, Signature]]:
    """Documents that have one of these bands."""
    sql = """
    SELECT DISTINCT s.document_id, s.words, s.numbers
    FROM json_each(?) asked JOIN signature_bands b ON b.band = asked.value JOIN signatures s USING (document_id)
    ORDER BY s.document_id
    """
    for row in connection.execute(sql, [dump_list(tuple(bands))]).fetchall():
        found = head(connection, row["document_id"])
        if found is not None:
            yield found, Signature(words=row["words"], numbers=_unpacked(row["numbers"]))


def save(
    connection: sqlite3.Connection,
    document: Document,
    made_by: str,
    signature: Signature,
    bands: Iterable[str],
    copies: Iterable[Copy],
) -> bool:
    """Keep a signature and copies; False where another version of the document is there."""
    held = connection.execute("SELECT content FROM documents WHERE id = ?", [document.id]).fetchone()
    if held is None or held["content"] != content(document):
        return False
    forget(connection, document.id)
    row: dict[str, object] = {"document_id": document.id, "text_sha256": document.text_sha256, "made_by": made_by}
    insert(connection, "signatures", row | {"words": signature.words, "numbers": _packed(signature.numbers)})
    connection.executemany("INSERT INTO signature_bands VALUES (?, ?)", [(band, document.id) for band in bands])
    found = list(copies)
    for copy in found:
        pair: dict[str, object] = {"document_id": copy.document, "of": copy.of}
        insert(connection, "copies", pair | {"kind": str(copy.kind), "likeness": copy.likeness})
    if found:
        _mark(connection, document.id)
    return True


def forget(connection: sqlite3.Connection, document_id: str) -> None:
    """Drop what is kept of a text that is there no more; its copies are fused anew."""
    if connection.execute("SELECT 1 FROM copies WHERE ? IN (document_id, of)", [document_id]).fetchone():
        _mark(connection, document_id)
    for table, column in _TABLES:
        connection.execute(f"DELETE FROM {table} WHERE {column} = ?", [document_id])  # noqa: S608 (our own names)


def together(connection: sqlite3.Connection, documents: Iterable[str] | None) -> tuple[Copy, ...]:
    """All copies, or those that hold together with some documents."""
    if documents is None:
        rows = connection.execute("SELECT document_id, of, kind, likeness FROM copies ORDER BY document_id, of")
    else:
        rows = connection.execute(_TOGETHER, [dump_list(tuple(sorted(documents)))])
    return tuple(
        Copy(document=row["document_id"], of=row["of"], kind=CopyKind(row["kind"]), likeness=row["likeness"])
        for row in rows
    )


def _mark(connection: sqlite3.Connection, document_id: str) -> None:
    """All that share the text have to be fused anew: their sources are counted otherwise."""
    connection.execute(_MARK, [dump_list((document_id,))])
    count(connection)


def _packed(numbers: tuple[int, ...]) -> bytes:
    return struct.pack(f">{len(numbers)}Q", *numbers)


def _unpacked(packed: bytes) -> tuple[int, ...]:
    return struct.unpack(f">{len(packed) // 8}Q", packed)
