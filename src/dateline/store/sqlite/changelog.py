"""Reading what changed: events from their log, reports from their versions."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Collection, Iterator
from itertools import pairwise

from dateline.model import Document
from dateline.store.happenings import ValueChange
from dateline.store.rows import DocumentHead
from dateline.store.sqlite import documents
from dateline.store.sqlite.documents import decode_head
from dateline.store.sqlite.rowing import dump_list
from dateline.store.watching import Cause, DocumentChange, LoggedChange, What

_ADDED = """
SELECT d.id, first.at FROM documents d JOIN (
  SELECT id, added AS at FROM documents WHERE version = 1 AND added >= :since
  UNION ALL SELECT document_id, added FROM document_versions WHERE version = 1 AND added >= :since
) first USING (id) ORDER BY first.at, d.seq
"""
_REVISED = (
    "SELECT document_id AS id, version, replaced AS at FROM document_versions WHERE replaced >= ? ORDER BY 3, 1, 2"
)
_WITHDRAWN = """
SELECT document_id AS id, 'withdrawn' AS what, withdrawn AS at, reason FROM withdrawals WHERE withdrawn >= :since
UNION ALL SELECT document_id, 'restored', restored, 'it is back' FROM withdrawals WHERE restored >= :since ORDER BY at
"""
_HEAD = """
SELECT DISTINCT d.seq, d.id, d.title, d.publisher, d.url, d.published, d.language, d.state, d.version,
       (SELECT count(*) FROM mentions n WHERE n.document_id = d.id) AS mentions
FROM event_mentions em JOIN mentions m ON m.id = em.mention_id JOIN documents d ON d.id = m.document_id
WHERE em.event_id = ? ORDER BY ifnull(d.published, '9'), d.id
"""
_QUOTE = """
SELECT m.quote FROM event_mentions em JOIN mentions m ON m.id = em.mention_id WHERE em.event_id = ?
ORDER BY m.document_id NOT IN (SELECT value FROM json_each(?)), em.position LIMIT 1
"""
_FIELDS = ("title", "publisher", "url", "published")


def stored(moment: dt.datetime) -> str:
    """A moment as the tables hold it."""
    return moment.astimezone(dt.UTC).isoformat(timespec="seconds")


def logged(connection: sqlite3.Connection, since: dt.datetime) -> tuple[LoggedChange, ...]:
    """What became of events, oldest first."""
    sql = """
    SELECT c.seq, c.at, c.what, c.cause, h.id, h.event_id, c.record
    FROM changes c JOIN happenings h ON h.seq = c.happening WHERE c.at >= ? ORDER BY c.seq
    """
    return tuple(
        LoggedChange(
            seq=row["seq"],
            at=dt.datetime.fromisoformat(row["at"]),
            what=What(row["what"]),
            cause=Cause(row["cause"]),
            happening=row["id"],
            event_id=row["event_id"],
            held=json.loads(row["record"]),
        )
        for row in connection.execute(sql, [stored(since)])
    )


def told_by(connection: sqlite3.Connection, event_id: str) -> tuple[DocumentHead, ...]:
    """The reports that tell an event, by day."""
    return tuple(map(decode_head, connection.execute(_HEAD, [event_id])))


def quote(connection: sqlite3.Connection, event_id: str, documents: Collection[str]) -> str:
    """The sentence of the first mention in one of these reports, else of the first."""
    row = connection.execute(_QUOTE, [event_id, dump_list(tuple(documents))]).fetchone()
    return row["quote"] if row else ""


def document_changes(connection: sqlite3.Connection, since: dt.datetime) -> tuple[DocumentChange, ...]:
    """What became of reports, oldest first."""
    found = [*_added(connection, stored(since)), *_revised(connection, stored(since))]
    found += _withdrawn(connection, stored(since))
    return tuple(sorted(found, key=lambda each: each.at))


def _added(connection: sqlite3.Connection, since: str) -> Iterator[DocumentChange]:
    for row in connection.execute(_ADDED, {"since": since}).fetchall():
        yield _change(connection, row, "added")


def _revised(connection: sqlite3.Connection, since: str) -> Iterator[DocumentChange]:
    for row in connection.execute(_REVISED, [since]).fetchall():
        current = documents.get(connection, row["id"])
        held = [*documents.versions(connection, row["id"]), *([current] if current else [])]
        before, after = list(pairwise(held))[row["version"] - 1]
        yield _change(connection, row, "revised", tuple(_differences(before, after)))


def _withdrawn(connection: sqlite3.Connection, since: str) -> Iterator[DocumentChange]:
    for row in connection.execute(_WITHDRAWN, {"since": since}).fetchall():
        yield _change(connection, row, row["what"], reason=row["reason"])


def _change(
    connection: sqlite3.Connection, row: sqlite3.Row, what: str, fields: tuple[ValueChange, ...] = (), reason: str = ""
) -> DocumentChange:
    head = documents.head(connection, row["id"])
    if head is None:
        raise LookupError(row["id"])  # rows refer to documents that are there
    return DocumentChange(at=dt.datetime.fromisoformat(row["at"]), what=what, head=head, fields=fields, reason=reason)


def _differences(before: Document, after: Document) -> Iterator[ValueChange]:
    for field in _FIELDS:
        old, new = getattr(before, field), getattr(after, field)
        if old != new:
            yield ValueChange(field=field, before=_word(old), after=_word(new))
    if before.text_sha256 != after.text_sha256:
        sizes = [f"{len(each.text.split()):,} words" for each in (before, after)]
        yield ValueChange(field="text", before=sizes[0], after=sizes[1])


def _word(value: object) -> str | None:
    return None if value is None else str(value)
