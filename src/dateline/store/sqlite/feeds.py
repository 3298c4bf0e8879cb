"""Feeds, their items, and reports that were withdrawn."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import asdict

from dateline.store.sqlite.rowing import dump_json, dump_list, insert
from dateline.store.watching import DueItem, FeedState, ListedItem, Listing, Withdrawal

#: Polls in a row that must miss an item before it counts as pulled.
_MISSES = 2
_PULLED = """
SELECT x.item, x.document_id, EXISTS (
  SELECT 1 FROM feed_items y WHERE y.feed = x.feed AND y.missed = 0
  AND (y.age < x.age OR (y.first < x.first AND NOT ifnull(y.age > x.age, 0)))
) AS pulled
FROM feed_items x WHERE x.feed = ? AND x.missed >= ?
"""
_MISS = """
UPDATE feed_items SET missed = missed + 1
WHERE feed = ? AND missed IS NOT NULL AND item NOT IN (SELECT value FROM json_each(?))
"""
_DUE = """
FROM feed_items WHERE due IS NOT NULL AND (waits OR missed IS NOT NULL)
AND feed IN (SELECT value FROM json_each(?))
"""


def state(connection: sqlite3.Connection, url: str) -> FeedState | None:
    """What is known of a feed."""
    row = connection.execute("SELECT * FROM feeds WHERE url = ?", [url]).fetchone()
    return FeedState(**row) if row else None


def save_poll(
    connection: sqlite3.Connection, held: FeedState, listed: Sequence[ListedItem] | None, now: str
) -> Listing:
    """Keep a poll, see :meth:`~dateline.store.watching.WatchStore.save_poll`."""
    connection.execute("DELETE FROM feeds WHERE url = ?", [held.url])
    insert(connection, "feeds", asdict(held))
    if held.error is not None:
        return Listing()
    counts = {"new": 0, "changed": 0}
    restored: list[str] = []
    if listed is None:
        connection.execute("UPDATE feed_items SET missed = missed + 1 WHERE feed = ? AND missed > 0", [held.url])
    else:
        for each in listed:
            outcome = _list(connection, held, each)
            if outcome in counts:
                counts[outcome] += 1
            if restore(connection, each.document_id, now, pulled=True):
                restored.append(each.document_id)
        named = dump_list(tuple(each.item for each in listed))
        connection.execute(_MISS, [held.url, named])
    return Listing(
        new=counts["new"],
        changed=counts["changed"],
        withdrawn=_pull(connection, held.url, now),
        restored=tuple(restored),
    )


def _list(connection: sqlite3.Connection, feed: FeedState, item: ListedItem) -> str:
    """One item that the feed lists: new, changed or known."""
    key = [feed.url, item.item]
    held = connection.execute("SELECT digest FROM feed_items WHERE feed = ? AND item = ?", key).fetchone()
    age = item.age.isoformat() if item.age else None
    if held is None:
        row: dict[str, object] = {"feed": feed.url, "item": item.item, "document_id": item.document_id, "age": age}
        row |= {"digest": item.digest, "record": item.record, "first": feed.polled, "missed": 0}
        insert(connection, "feed_items", row | {"waits": 1, "due": feed.polled})
        return "new"
    if held["digest"] != item.digest:
        sql = "UPDATE feed_items SET digest = ?, record = ?, age = ?, missed = 0, waits = 1, due = ?, tries = 0"
        values = [item.digest, item.record, age, feed.polled]
        connection.execute(f"{sql} WHERE feed = ? AND item = ?", [*values, *key])
        return "changed"
    connection.execute("UPDATE feed_items SET missed = 0 WHERE feed = ? AND item = ? AND missed IS NOT 0", key)
    return "known"


def _pull(connection: sqlite3.Connection, feed: str, now: str) -> tuple[str, ...]:
    """Withdraw what was pulled; what only fell off the end is no longer looked for."""
    found: list[str] = []
    for row in connection.execute(_PULLED, [feed, _MISSES]).fetchall():
        reason = "its feed no longer lists it, though it lists older ones"
        if row["pulled"] and withdraw(connection, row["document_id"], reason, now):
            found.append(row["document_id"])
        connection.execute("UPDATE feed_items SET missed = NULL WHERE feed = ? AND item = ?", [feed, row["item"]])
    return tuple(found)


def due_items(connection: sqlite3.Connection, feeds: Collection[str], now: float, limit: int) -> tuple[DueItem, ...]:
    """Items to be read or asked."""
    columns = "feed, item, document_id, digest, record, waits, tries, etag, modified"
    sql = f"SELECT {columns} {_DUE} AND due <= ? ORDER BY due, ifnull(age, ''), feed, item LIMIT ?"
    rows = connection.execute(sql, [dump_json(sorted(feeds)), now, limit]).fetchall()
    return tuple(DueItem(**{**row, "waits": bool(row["waits"])}) for row in map(dict, rows))


def next_item(connection: sqlite3.Connection, feeds: Collection[str]) -> float | None:
    """When the next item is due."""
    row = connection.execute(f"SELECT min(due) AS due {_DUE}", [dump_json(sorted(feeds))]).fetchone()
    return None if row["due"] is None else float(row["due"])


def save_item(connection: sqlite3.Connection, item: DueItem, due: float | None) -> None:
    """Keep how an item was read, unless the feed said something else of it meanwhile."""
    sql = """
    UPDATE feed_items SET record = ?, waits = ?, tries = ?, etag = ?, modified = ?, due = ?
    WHERE feed = ? AND item = ? AND digest = ?
    """
    values: list[object] = [item.record, item.waits, item.tries, item.etag, item.modified, due]
    connection.execute(sql, [*values, item.feed, item.item, item.digest])


def withdraw(connection: sqlite3.Connection, document_id: str, reason: str, now: str) -> bool:
    """Mark a report as withdrawn."""
    there = connection.execute("SELECT 1 FROM documents WHERE id = ?", [document_id]).fetchone()
    if there is None or withdrawal(connection, document_id) is not None:
        return False
    sql = "INSERT OR REPLACE INTO withdrawals (document_id, withdrawn, reason) VALUES (?, ?, ?)"
    connection.execute(sql, [document_id, now, reason])
    return True


def restore(connection: sqlite3.Connection, document_id: str, now: str, *, pulled: bool = False) -> bool:
    """It is back; with ``pulled`` only where its feed had dropped it, not where its page is gone."""
    sql = "UPDATE withdrawals SET restored = ? WHERE document_id = ? AND restored IS NULL"
    clause = " AND reason LIKE 'its feed %'" if pulled else ""
    return connection.execute(sql + clause, [now, document_id]).rowcount > 0


def withdrawal(connection: sqlite3.Connection, document_id: str) -> Withdrawal | None:
    """That a report is withdrawn."""
    sql = "SELECT * FROM withdrawals WHERE document_id = ? AND restored IS NULL"
    row = connection.execute(sql, [document_id]).fetchone()
    if row is None:
        return None
    moment = dt.datetime.fromisoformat(row["withdrawn"])
    return Withdrawal(document_id=document_id, withdrawn=moment, reason=row["reason"], restored=None)
