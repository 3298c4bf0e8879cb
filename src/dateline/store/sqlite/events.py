"""Events with their mentions and parties."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

from dateline.model import Event, Party
from dateline.model.judged import Judged
from dateline.store.rows import Counts, EventRow, Page
from dateline.store.selection import Selection
from dateline.store.sqlite import history, judgements
from dateline.store.sqlite.rowing import Columns, date_columns, dump, dump_list, insert, load, place_columns
from dateline.store.sqlite.select import cursor_of, where, where_page

_FIRST_MENTION = """
(SELECT m.id FROM event_mentions em JOIN mentions m ON m.id = em.mention_id
 WHERE em.event_id = e.id ORDER BY em.position LIMIT 1)
"""

_TOUCHED = """
SELECT id, record FROM events WHERE id IN (
  SELECT event_id FROM event_mentions WHERE mention_id IN (SELECT value FROM json_each(?))
)
"""


def stale(connection: sqlite3.Connection, fuser: str) -> bool:
    """Whether the events have to be fused anew; not so in a record where nothing was ever coded."""
    now = stamp(connection)
    return now > 0 and fused(connection) != (fuser, now)


def stamp(connection: sqlite3.Connection) -> int:
    """Grows whenever a coding or a judgement changes."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'codings'").fetchone()
    return int(row["value"]) if row else 0


def fused(connection: sqlite3.Connection) -> tuple[str, int]:
    """What wrote the events, and from the codings of which stamp."""
    row = connection.execute("SELECT value FROM meta WHERE key = 'events'").fetchone()
    fuser, _, number = row["value"].rpartition("@") if row else ("", "@", "0")
    return fuser, int(number)


def replace_all(connection: sqlite3.Connection, events: Iterable[Event], now: str) -> int:
    """Make the tables hold exactly these events, touching only rows that differ; how many changed."""
    held = {row["id"]: row["record"] for row in connection.execute("SELECT id, record FROM events")}
    return _write(connection, held, events, now)


def replace_some(connection: sqlite3.Connection, events: Sequence[Event], now: str) -> int:
    """Write events in place of all that hold any of their mentions, or none at all any more; how many changed."""
    mentions = dump_list(tuple(mention for event in events for mention in event.mentions))
    held = {row["id"]: row["record"] for row in connection.execute(_TOUCHED, [mentions])}
    return _write(connection, held, events, now, of=mentions)


def _write(
    connection: sqlite3.Connection, held: dict[str, str], events: Iterable[Event], now: str, of: str | None = None
) -> int:
    told: dict[str, tuple[str, int]] = {}
    before: dict[str, str] = {}
    changed: list[Event] = []
    for event in events:
        record = dump(event)
        old = held.pop(event.id, None)
        if old != record:
            before |= {event.id: old} if old is not None else {}
            changed.append(event)
            _replace(connection, event, record)
        told.update({mention: (event.id, position) for position, mention in enumerate(event.mentions)})
    for event_id in held:
        connection.execute("DELETE FROM events WHERE id = ?", [event_id])
    _link(connection, told, of)
    history.log(connection, before | held, changed, now)
    return len(changed) + len(held)


def _replace(connection: sqlite3.Connection, event: Event, record: str) -> None:
    connection.execute("DELETE FROM events WHERE id = ?", [event.id])
    insert(connection, "events", _columns(event, record))
    for role, parties in (("actor", event.actors), ("recipient", event.recipients)):
        for position, party in enumerate(parties):
            row: Columns = {"event_id": event.id, "role": role, "position": position, "name": party.name}
            row |= {"canonical_id": party.canonical_id, "country": party.country, "sector": party.sector}
            insert(connection, "event_parties", row)


def _columns(event: Event, record: str) -> Columns:
    return {
        "id": event.id,
        "event_type": event.event_type,
        "mode": event.mode,
        "contexts": dump_list(event.contexts),
        "modality": str(event.modality),
        "certainty": event.certainty,
        "actors": _names(event.actors),
        "recipients": _names(event.recipients),
        **date_columns(event.when),
        **place_columns(event.where),
        "item_class": event.arms.item_class if event.arms else None,
        "arms_status": event.arms.status if event.arms else None,
        "mentions": len(event.mentions),
        "documents": event.documents,
        "sources": event.sources,
        "record": record,
    }


def _names(parties: tuple[Party, ...]) -> str:
    return "; ".join(party.name for party in parties)


def _link(connection: sqlite3.Connection, told: dict[str, tuple[str, int]], of: str | None) -> None:
    """Make ``event_mentions`` say which event each mention tells, or each of these, touching only rows that differ."""
    clause, values = ("", []) if of is None else (" WHERE mention_id IN (SELECT value FROM json_each(?))", [of])
    rows = connection.execute(f"SELECT mention_id, event_id, position FROM event_mentions{clause}", values)  # noqa: S608
    held = {row["mention_id"]: (row["event_id"], row["position"]) for row in rows}
    gone = [(mention,) for mention, place in held.items() if told.get(mention) != place]
    connection.executemany("DELETE FROM event_mentions WHERE mention_id = ?", gone)
    new = [(mention, *place) for mention, place in told.items() if held.get(mention) != place]
    connection.executemany("INSERT INTO event_mentions (mention_id, event_id, position) VALUES (?, ?, ?)", new)


def page(connection: sqlite3.Connection, selection: Selection) -> Page[EventRow]:
    """Events, newest first, undated ones last."""
    clause, values = where_page(selection)
    sql = f"""
    SELECT e.id, e.latest, e.record, m.quote, d.publisher
    FROM events e LEFT JOIN mentions m ON m.id = {_FIRST_MENTION} LEFT JOIN documents d ON d.id = m.document_id
    WHERE {clause} ORDER BY ifnull(e.latest, '') DESC, e.id DESC LIMIT ?
    """  # noqa: S608 (values are bound)
    rows = connection.execute(sql, [*values, selection.limit + 1]).fetchall()
    shown, last = rows[: selection.limit], rows[: selection.limit][-1:]
    more = cursor_of(last[0]["latest"], last[0]["id"]) if len(rows) > selection.limit else None
    judged = judgements.judged(connection)
    return Page(rows=tuple(_row(row, judged) for row in shown), next=more)


def _row(row: sqlite3.Row, judged: Judged) -> EventRow:
    event = judged.event(load(Event, row["record"]))
    return EventRow(event=event, quote=row["quote"] or "", publisher=row["publisher"])


def count(connection: sqlite3.Connection, selection: Selection) -> Counts:
    """Over all pages of the selection."""
    clause, values = where(selection)
    sql = f"""
    WITH chosen AS (SELECT e.id FROM events e WHERE {clause})
    SELECT (SELECT count(*) FROM chosen) AS events, count(*) AS mentions,
           count(DISTINCT m.document_id) AS documents, count(DISTINCT ifnull(d.publisher, '')) AS sources
    FROM chosen JOIN event_mentions em ON em.event_id = chosen.id
    JOIN mentions m ON m.id = em.mention_id JOIN documents d ON d.id = m.document_id
    """  # noqa: S608 (values are bound)
    return Counts(**connection.execute(sql, values).fetchone())


def get(connection: sqlite3.Connection, event_id: str) -> Event | None:
    """One event."""
    row = connection.execute("SELECT record FROM events WHERE id = ?", [event_id]).fetchone()
    return judgements.judged(connection).event(load(Event, row["record"])) if row else None
