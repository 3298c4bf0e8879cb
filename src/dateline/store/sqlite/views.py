"""What readers see beside events: mentions with their quotes, and the whole at a glance."""

from __future__ import annotations

import datetime as dt
import sqlite3

from dateline.model import EventMention
from dateline.store.rows import MentionRow, Overview
from dateline.store.selection import Selection
from dateline.store.sqlite import events, judgements
from dateline.store.sqlite.documents import decode_head
from dateline.store.sqlite.rowing import dump_list, load

_MENTION = """
SELECT m.record, m.quote, m.quote_start, em.event_id,
       d.id, d.title, d.publisher, d.url, d.published, d.language, d.state, d.version,
       (SELECT count(*) FROM mentions n WHERE n.document_id = d.id) AS mentions
FROM mentions m JOIN documents d ON d.id = m.document_id LEFT JOIN event_mentions em ON em.mention_id = m.id
"""


def event_mentions(connection: sqlite3.Connection, event_id: str) -> tuple[MentionRow, ...]:
    """In the event's own order."""
    return _mentions(connection, "WHERE em.event_id = ? ORDER BY em.position", event_id)


def document_mentions(connection: sqlite3.Connection, document_id: str) -> tuple[MentionRow, ...]:
    """In text order."""
    return _mentions(connection, "WHERE m.document_id = ? ORDER BY m.position", document_id)


def entity_mentions(connection: sqlite3.Connection, entity: str, limit: int | None) -> tuple[MentionRow, ...]:
    """By document and text, under whatever id of its group."""
    own = "SELECT mention_id FROM parties WHERE canonical_id IN (SELECT value FROM json_each(?))"
    clause = f"WHERE m.id IN ({own}) ORDER BY m.document_id, m.position LIMIT {-1 if limit is None else limit}"
    return _mentions(connection, clause, dump_list(judgements.members(connection, entity)))


def mention(connection: sqlite3.Connection, mention_id: str) -> MentionRow | None:
    """One mention."""
    found = _mentions(connection, "WHERE m.id = ?", mention_id)
    return found[0] if found else None


def _mentions(connection: sqlite3.Connection, clause: str, value: str) -> tuple[MentionRow, ...]:
    judged = judgements.judged(connection)
    return tuple(
        MentionRow(
            mention=judged.mention(load(EventMention, row["record"])),
            event_id=row["event_id"],
            quote=row["quote"],
            quote_start=row["quote_start"],
            document=decode_head(row),
        )
        for row in connection.execute(_MENTION + clause, [value])
    )


def overview(connection: sqlite3.Connection) -> Overview:
    """The whole at a glance."""
    sql = """
    SELECT (SELECT count(*) FROM documents) AS documents,
           (SELECT count(*) FROM documents WHERE state = 'new') AS pending,
           (SELECT count(*) FROM documents WHERE state = 'failed') AS failed,
           (SELECT count(*) FROM claims) AS claims, (SELECT count(*) FROM arms_frames) AS arms,
           (SELECT count(*) FROM entities) AS entities, (SELECT count(*) FROM rejects) AS rejects
    """
    numbers = dict(connection.execute(sql).fetchone())
    dates = connection.execute("SELECT min(earliest), max(latest) FROM events").fetchone()
    earliest, latest = (dt.date.fromisoformat(day) if day else None for day in dates)
    types = connection.execute(
        "SELECT event_type, count(*) FROM events GROUP BY event_type ORDER BY count(*) DESC, event_type"
    )
    return Overview(
        counts=events.count(connection, Selection()),
        **numbers,
        stale=events.fused(connection)[1] != events.stamp(connection),
        earliest=earliest,
        latest=latest,
        types={row[0]: row[1] for row in types},
    )
