"""Saved queries, what they told of, and the messages on their way."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator

from dateline.model import content_id
from dateline.store.selection import Selection
from dateline.store.sqlite import events
from dateline.store.sqlite.rowing import dump_json, insert
from dateline.store.sqlite.select import where
from dateline.store.watching import Alert, News

_ENDS = """
WITH RECURSIVE ends (seq, now) AS (
  SELECT seq, seq FROM happenings WHERE seq IN (SELECT happening FROM changes WHERE seq > :seen)
  UNION SELECT ends.seq, h.merged FROM ends JOIN happenings h ON h.seq = ends.now WHERE h.merged IS NOT NULL
)
"""
_SINCE = f"""{_ENDS}
SELECT DISTINCT h.seq, h.id, h.event_id FROM ends JOIN happenings h ON h.seq = ends.now
WHERE h.event_id IS NOT NULL ORDER BY h.seq
"""  # noqa: S608 (our own words)
_WAITING = f"""{_ENDS}
SELECT min(c.seq) AS first FROM changes c JOIN ends ON ends.seq = c.happening JOIN happenings h ON h.seq = ends.now
WHERE c.seq > :seen AND h.record IS NOT NULL
"""  # noqa: S608 (as above)
_FRESH = """
SELECT DISTINCT d.value FROM changes c JOIN json_each(c.record, '$.documents') d
WHERE c.seq > ? AND c.cause IN ('report', 'revision') AND c.what <> 'gone'
"""
_ENTRY = "SELECT o.*, t.tries FROM outbox o JOIN outbox_targets t ON t.outbox = o.seq WHERE t.target = ?"


def start(connection: sqlite3.Connection, name: str) -> None:
    """Hold changes from now on against a query."""
    connection.execute("INSERT OR IGNORE INTO alerts SELECT ?, ifnull(max(seq), 0) FROM changes", [name])


def matching(connection: sqlite3.Connection, selection: Selection, ids: Iterable[str]) -> frozenset[str]:
    """Which of these events the selection has."""
    clause, values = where(selection)
    sql = f"SELECT e.id FROM events e WHERE e.id IN (SELECT value FROM json_each(?)) AND {clause}"  # noqa: S608
    return frozenset(row["id"] for row in connection.execute(sql, [dump_json(sorted(ids)), *values]))


def news(connection: sqlite3.Connection, alert: str, selection: Selection) -> tuple[int, tuple[News, ...]]:
    """The last change, and what is news to a query since it was last asked.

    An event whose report was revised and is not coded yet is looked at the next time: the change before its own is
    then given as the last one.
    """
    seen = connection.execute("SELECT seen FROM alerts WHERE name = ?", [alert]).fetchone()["seen"]
    last = connection.execute("SELECT ifnull(max(seq), 0) AS last FROM changes").fetchone()["last"]
    if last == seen:
        return last, ()
    fresh = {row["value"] for row in connection.execute(_FRESH, [seen])}
    rows = connection.execute(_SINCE, {"seen": seen}).fetchall()
    chosen = matching(connection, selection, (row["event_id"] for row in rows))
    found = (_news(connection, alert, row, fresh) for row in rows if row["event_id"] in chosen)
    waiting = connection.execute(_WAITING, {"seen": seen}).fetchone()["first"]
    return last if waiting is None else waiting - 1, tuple(each for each in found if each is not None)


def _news(connection: sqlite3.Connection, alert: str, row: sqlite3.Row, fresh: Collection[str]) -> News | None:
    sql = "SELECT document_id FROM happening_documents WHERE happening = ?"
    documents = {each["document_id"] for each in connection.execute(sql, [row["seq"]])}
    event = events.get(connection, row["event_id"])
    if event is None or documents.isdisjoint(fresh):
        return None
    sql = "SELECT sources FROM alerted WHERE alert = ? AND happening = ?"
    known = connection.execute(sql, [alert, row["seq"]]).fetchone()
    sql = "SELECT document_id FROM alerted_documents WHERE alert = ? AND happening = ?"
    told = {each["document_id"] for each in connection.execute(sql, [alert, row["seq"]])}
    if known is not None and documents <= told:
        return None
    return News(
        seq=row["seq"],
        happening=row["id"],
        event=event,
        known=known is not None,
        documents=tuple(sorted(documents - told)),
        told=known is None or event.sources > known["sources"],
    )


def save_alerts(
    connection: sqlite3.Connection,
    alert: str,
    seen: int,
    found: Iterable[tuple[News, Alert | None]],
    targets: Collection[str],
) -> int:
    """Put messages into the outbox, and remember what was told."""
    new = 0
    for each, message in found:
        if message is not None:
            new += _put(connection, message, targets)
            sources = each.event.sources
            connection.execute("INSERT OR REPLACE INTO alerted VALUES (?, ?, ?)", [alert, each.seq, sources])
        told = [(alert, each.seq, document) for document in each.documents]
        connection.executemany("INSERT OR IGNORE INTO alerted_documents VALUES (?, ?, ?)", told)
    connection.execute("UPDATE alerts SET seen = max(seen, ?) WHERE name = ?", [seen, alert])
    return new


def _put(connection: sqlite3.Connection, message: Alert, targets: Collection[str]) -> int:
    if connection.execute("SELECT 1 FROM outbox WHERE key = ?", [message.key]).fetchone() is not None:
        return 0
    row: dict[str, object] = {"key": message.key, "alert": message.alert, "made": message.made.isoformat()}
    insert(connection, "outbox", row | {"record": message.record})
    (seq,) = connection.execute("SELECT last_insert_rowid()").fetchone()
    for target in targets:
        insert(connection, "outbox_targets", {"outbox": seq, "target": target, "state": "waiting"})
    return 1


def waiting(connection: sqlite3.Connection, target: str, now: float, limit: int) -> tuple[Alert, ...]:
    """Messages that are due, oldest first."""
    sql = f"{_ENTRY} AND t.state = 'waiting' AND t.due <= ? ORDER BY o.seq LIMIT ?"
    return tuple(_alerts(connection.execute(sql, [target, now, limit])))


def next_delivery(connection: sqlite3.Connection, targets: Collection[str]) -> float | None:
    """When the next message is due."""
    sql = """
    SELECT min(due) AS due FROM outbox_targets
    WHERE state = 'waiting' AND target IN (SELECT value FROM json_each(?))
    """
    named = dump_json(sorted(targets))
    row = connection.execute(sql, [named]).fetchone()
    return None if row["due"] is None else float(row["due"])


def batch(connection: sqlite3.Connection, target: str, now: float, limit: int) -> tuple[str, tuple[Alert, ...]]:
    """The messages that were to go in one piece and have not arrived; else some that are due, made one piece."""
    sql = "SELECT batch FROM outbox_targets WHERE target = ? AND state = 'waiting' AND batch IS NOT NULL AND due <= ?"
    held = connection.execute(f"{sql} ORDER BY outbox LIMIT 1", [target, now]).fetchone()
    if held is None:
        found = waiting(connection, target, now, limit)
        key = content_id("batch", target, *(alert.key for alert in found))
        named = json.dumps([alert.seq for alert in found])
        sql = "UPDATE outbox_targets SET batch = ? WHERE target = ? AND outbox IN (SELECT value FROM json_each(?))"
        connection.execute(sql, [key, target, named])
        return key, found
    sql = f"{_ENTRY} AND t.batch = ? AND t.state = 'waiting' ORDER BY o.seq"
    return held["batch"], tuple(_alerts(connection.execute(sql, [target, held["batch"]])))


def delivered(connection: sqlite3.Connection, target: str, alerts: Iterable[Alert], now: str) -> None:
    """These have arrived."""
    sql = "UPDATE outbox_targets SET state = 'done', finished = ?, error = NULL WHERE target = ? AND outbox = ?"
    connection.executemany(sql, [(now, target, alert.seq) for alert in alerts])


def not_delivered(
    connection: sqlite3.Connection, target: str, alerts: Iterable[Alert], error: str, due: float | None
) -> None:
    """These have not."""
    sql = "UPDATE outbox_targets SET state = ?, error = ?, due = ?, tries = tries + 1 WHERE target = ? AND outbox = ?"
    state = "waiting" if due is not None else "refused"
    connection.executemany(sql, [(state, error, due or 0.0, target, alert.seq) for alert in alerts])


def sent(connection: sqlite3.Connection, target: str, limit: int) -> tuple[Alert, ...]:
    """The latest messages for a target, newest first."""
    return tuple(_alerts(connection.execute(f"{_ENTRY} ORDER BY o.seq DESC LIMIT ?", [target, limit])))


def _alerts(rows: Iterable[sqlite3.Row]) -> Iterator[Alert]:
    for row in rows:
        yield Alert(
            key=row["key"],
            alert=row["alert"],
            record=row["record"],
            made=dt.datetime.fromisoformat(row["made"]),
            seq=row["seq"],
            tries=row["tries"],
        )
