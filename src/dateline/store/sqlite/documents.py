"""Documents, their earlier versions and the bytes they came from."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator

from dateline.errors import RecordError
from dateline.model import Document, content_id, from_json, to_json
from dateline.store.rows import DocumentHead, Page, State
from dateline.store.run_rows import Added
from dateline.store.sqlite.codings import drop_coding
from dateline.store.sqlite.rowing import dump_json, insert, storable
from dateline.store.sqlite.search import match_expression

_HEAD = """
SELECT d.seq, d.id, d.title, d.publisher, d.url, d.published, d.language, d.state, d.version,
       (SELECT count(*) FROM mentions m WHERE m.document_id = d.id) AS mentions
FROM documents d
"""


def content(document: Document) -> str:
    """Hash over all that coding can depend on; where the file lay is not part of it."""
    d = document
    return content_id("content", d.text_sha256, d.title, d.publisher, d.url, d.language, d.published)


def add(connection: sqlite3.Connection, document: Document, raw: bytes | None, now: str) -> Added:
    """Add a document or a new version of one; the same content changes nothing."""
    if storable(document.id) != document.id:
        raise RecordError(f"document {document.id!r}", "its id holds half a surrogate pair", "give it another id")
    held = connection.execute("SELECT * FROM documents WHERE id = ?", [document.id]).fetchone()
    if held is None:
        row = _columns(document, 1, now) | {"raw_sha256": _keep_raw(connection, raw)}
        insert(connection, "documents", row)
        return Added.NEW
    if _is_known(connection, document, held["content"]):
        return Added.KNOWN
    _revise(connection, document, held, raw, now)
    return Added.REVISED


def _is_known(connection: sqlite3.Connection, document: Document, current: str) -> bool:
    this = content(document)
    earlier = "SELECT 1 FROM document_versions WHERE document_id = ? AND content = ?"
    return this == current or connection.execute(earlier, [document.id, this]).fetchone() is not None


def _revise(connection: sqlite3.Connection, document: Document, held: sqlite3.Row, raw: bytes | None, now: str) -> None:
    kept = {key: held[key] for key in ("version", "text", "content", "added", "record")}
    insert(connection, "document_versions", {"document_id": document.id, **kept, "replaced": now})
    drop_coding(connection, document.id)
    from dateline.store.sqlite.copies import forget  # which asks this module for heads

    forget(connection, document.id)
    row = _columns(document, held["version"] + 1, now) | {"raw_sha256": _keep_raw(connection, raw)}
    sets = ", ".join(f'"{column}" = ?' for column in row)
    values = [storable(value) if isinstance(value, str) else value for value in row.values()]
    connection.execute(f"UPDATE documents SET {sets} WHERE seq = ?", [*values, held["seq"]])  # noqa: S608


def _columns(document: Document, version: int, now: str) -> dict[str, object]:
    return {
        "id": document.id,
        "version": version,
        "title": document.title,
        "publisher": document.publisher,
        "url": document.url,
        "published": document.published.isoformat() if document.published else None,
        "language": document.language,
        "source": document.source,
        "text": document.text,
        "text_sha256": document.text_sha256,
        "content": content(document),
        "state": str(State.NEW),
        "coded_by": None,
        "added": now,
        "record": _record(document),
    }


def _record(document: Document) -> str:
    """The record without its text, which the column holds already, unless the column cannot hold it."""
    value = to_json(document)
    if storable(document.text) == document.text:
        del value["text"]
    return dump_json(value)


def _decode(row: sqlite3.Row) -> Document:
    return from_json(Document, {"text": row["text"], **json.loads(row["record"])})


def _keep_raw(connection: sqlite3.Connection, raw: bytes | None) -> str | None:
    if raw is None:
        return None
    sha = hashlib.sha256(raw).hexdigest()
    if connection.execute("SELECT 1 FROM raw WHERE sha256 = ?", [sha]).fetchone() is None:
        insert(connection, "raw", {"sha256": sha, "size": len(raw), "zlib": zlib.compress(raw)})
    return sha


def get(connection: sqlite3.Connection, document_id: str) -> Document | None:
    """The current version."""
    row = connection.execute("SELECT text, record FROM documents WHERE id = ?", [document_id]).fetchone()
    return _decode(row) if row else None


def versions(connection: sqlite3.Connection, document_id: str) -> tuple[Document, ...]:
    """Earlier versions, oldest first."""
    sql = "SELECT text, record FROM document_versions WHERE document_id = ? ORDER BY version"
    return tuple(_decode(row) for row in connection.execute(sql, [document_id]))


def raw(connection: sqlite3.Connection, document_id: str) -> bytes | None:
    """The bytes it was read from."""
    sql = "SELECT r.zlib FROM raw r JOIN documents d ON d.raw_sha256 = r.sha256 WHERE d.id = ?"
    row = connection.execute(sql, [document_id]).fetchone()
    return zlib.decompress(row["zlib"]) if row else None


def head(connection: sqlite3.Connection, document_id: str) -> DocumentHead | None:
    """A document without its text."""
    row = connection.execute(f"{_HEAD} WHERE d.id = ?", [document_id]).fetchone()
    return decode_head(row) if row else None


def heads(connection: sqlite3.Connection) -> Iterator[DocumentHead]:
    """All documents without their texts, by id."""
    return map(decode_head, connection.execute(f"{_HEAD} ORDER BY d.id"))


def page(connection: sqlite3.Connection, text: str | None, limit: int, cursor: str | None) -> Page[DocumentHead]:
    """Documents in order of arrival."""
    where, values = "d.seq > ?", [int(cursor or 0)]
    if text is not None:
        where += " AND d.seq IN (SELECT rowid FROM documents_fts WHERE documents_fts MATCH ?)"
    bound = [*values, *([match_expression(text)] if text is not None else []), limit + 1]
    rows = connection.execute(f"{_HEAD} WHERE {where} ORDER BY d.seq LIMIT ?", bound).fetchall()
    more = str(rows[limit - 1]["seq"]) if len(rows) > limit else None
    return Page(rows=tuple(map(decode_head, rows[:limit])), next=more)


def decode_head(row: sqlite3.Row) -> DocumentHead:
    """From a row with a document's columns."""
    return DocumentHead(
        id=row["id"],
        title=row["title"],
        publisher=row["publisher"],
        url=row["url"],
        published=dt.date.fromisoformat(row["published"]) if row["published"] else None,
        language=row["language"],
        state=State(row["state"]),
        versions=row["version"],
        mentions=row["mentions"],
    )
