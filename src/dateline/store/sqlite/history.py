"""The log of changes: which happening each event is, what became of it, and because of which reports.

Only events that differ are looked at. A happening whose reports were read anew waits, with the event as it was, until
they are coded; then it goes on as the event that took its place, or is gone.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Event, content_id, to_json
from dateline.store.happenings import Fresh, Known, origin_of, parts, same_happenings, value_changes
from dateline.store.sqlite.rowing import dump_json, dump_list, insert, load

#: Why a document was coded, from what matters most to what matters least; "regrouped" where none was.
CAUSES = ("report", "revision", "coder", "regrouped")

_LET_WAIT = """
UPDATE happenings SET record = (SELECT record FROM events WHERE id = event_id), event_id = NULL WHERE event_id IN (
  SELECT em.event_id FROM event_mentions em JOIN mentions m ON m.id = em.mention_id WHERE m.document_id = :document
) AND NOT EXISTS (
  SELECT 1 FROM event_mentions em JOIN mentions m ON m.id = em.mention_id
  WHERE em.event_id = happenings.event_id AND m.document_id <> :document
)
"""
_KNOWN = "SELECT seq, event_id, record FROM happenings WHERE event_id IN (SELECT value FROM json_each(?))"
_WAITING = "SELECT seq, event_id, record FROM happenings WHERE record IS NOT NULL"
_FEWER = "UPDATE alerted SET sources = :sources WHERE happening = :happening AND sources > :sources"
_TOLD = """
SELECT DISTINCT em.event_id, m.document_id FROM event_mentions em JOIN mentions m ON m.id = em.mention_id
WHERE em.event_id IN (SELECT value FROM json_each(?))
"""


def let_wait(connection: sqlite3.Connection, document_id: str) -> None:
    """Keep what is known of events that only this document tells, before its mentions go."""
    connection.execute(_LET_WAIT, {"document": document_id})


def note_coding(connection: sqlite3.Connection, document_id: str, version: int) -> None:
    """Keep why a document is coded: it is new, it was revised, or the coder is another."""
    sql = "SELECT version FROM run_documents WHERE document_id = ? AND state = 'done'"
    done = {row["version"] for row in connection.execute(sql, [document_id])}
    cause = "report" if not done else "coder" if version in done else "revision"
    held = connection.execute("SELECT cause FROM coded_since WHERE document_id = ?", [document_id]).fetchone()
    strongest = min((cause, *([held["cause"]] if held else [])), key=CAUSES.index)
    connection.execute("INSERT OR REPLACE INTO coded_since VALUES (?, ?)", [document_id, strongest])


def log(connection: sqlite3.Connection, before: Mapping[str, str], now: Iterable[Event], at: str) -> None:
    """Log what became of events.

    Args:
        connection: Within the transaction that wrote the events.
        before: Id and record of those that were changed or are gone.
        now: Those that are new or changed.
        at: The moment, as it is stored.
    """
    events = list(now)
    told = _grouped(connection.execute(_TOLD, [dump_list(tuple(event.id for event in events))]))
    fresh = [Fresh(event=event, documents=frozenset(told[event.id])) for event in events]
    _Log(connection, _known(connection, before), fresh, at).write()
    connection.execute("DELETE FROM coded_since")


def _known(connection: sqlite3.Connection, before: Mapping[str, str]) -> list[Known]:
    rows = connection.execute(_KNOWN, [dump_list(tuple(before))]).fetchall()
    rows += connection.execute(_WAITING).fetchall()
    sql = "SELECT happening, document_id FROM happening_documents WHERE happening IN (SELECT value FROM json_each(?))"
    told = _grouped(connection.execute(sql, [dump_json([row["seq"] for row in rows])]))
    return [
        Known(
            seq=row["seq"],
            event=load(Event, row["record"] or before[row["event_id"]]),
            documents=frozenset(told[row["seq"]]),
        )
        for row in rows
    ]


class _Log:
    """One writing of events."""

    def __init__(self, connection: sqlite3.Connection, known: Sequence[Known], fresh: Sequence[Fresh], at: str) -> None:
        self._connection = connection
        self._known = known
        self._fresh = fresh
        self._at = at
        self._causes = {row[0]: row[1] for row in connection.execute("SELECT document_id, cause FROM coded_since")}
        self._goes_on = same_happenings(known, fresh)
        self._part_of = parts(known)
        self._numbers: dict[str, int] = {}
        self._taken = {each.seq for each in known}

    def write(self) -> None:
        """Write the rows of the log, and what each happening is now."""
        self._connection.executemany(
            "UPDATE happenings SET event_id = NULL WHERE seq = ?", [(each.seq,) for each in self._known]
        )
        going = set(self._goes_on.values())
        for number, event in enumerate(self._fresh):
            if number in self._goes_on:
                self._go_on(self._known[self._goes_on[number]], event)
            else:
                self._begin(event)
        for number, known in enumerate(self._known):
            if number not in going:
                self._end(known)

    def _go_on(self, known: Known, fresh: Fresh) -> None:
        sql = "UPDATE happenings SET event_id = ?, record = NULL WHERE seq = ?"
        self._connection.execute(sql, [fresh.event.id, known.seq])
        self._numbers[fresh.event.id] = known.seq
        joined = fresh.documents - known.documents
        self._tell(known.seq, fresh.documents, known.documents)
        self._connection.execute(_FEWER, {"happening": known.seq, "sources": fresh.event.sources})
        changes = list(value_changes(known.event, fresh.event))
        if joined:
            counts = [known.event.sources, fresh.event.sources]
            self._row("source", known.seq, joined, {"documents": self._led(joined), "sources": counts})
        for change in changes:
            held = {"field": change.field, "before": change.before, "after": change.after}
            self._row("value", known.seq, fresh.documents, {"documents": self._led(fresh.documents), **held})

    def _begin(self, fresh: Fresh) -> None:
        seq = self._number(fresh.event.id)
        self._numbers[fresh.event.id] = seq
        self._taken.add(seq)
        self._tell(seq, fresh.documents, frozenset())
        origin = origin_of(fresh.event, self._part_of)
        if origin is None:
            self._row("event", seq, fresh.documents, {"documents": self._led(fresh.documents)})
            return
        source = self._known[origin]
        joined = fresh.documents - source.documents
        self._row("event", seq, fresh.documents & source.documents, {"documents": [], "of": source.seq})
        _fold(self._connection, source.seq, seq, fresh.documents, fresh.event.sources - len(joined))
        if joined:
            counts = [fresh.event.sources - len(joined), fresh.event.sources]
            self._row("source", seq, joined, {"documents": self._led(joined), "sources": counts})

    def _end(self, known: Known) -> None:
        if self._waits(known):
            sql = "UPDATE happenings SET record = ? WHERE seq = ?"
            self._connection.execute(sql, [dump_json(to_json(known.event)), known.seq])
            return
        into = self._taken_up_by(known)
        self._connection.execute("UPDATE happenings SET record = NULL, merged = ? WHERE seq = ?", [into, known.seq])
        if into is not None:
            _fold(self._connection, known.seq, into, None, known.event.sources)
        gone: dict[str, object] = {"documents": self._led(known.documents), "was": to_json(known.event)}
        self._row("gone", known.seq, known.documents, gone | ({"merged": into} if into is not None else {}))

    def _waits(self, known: Known) -> bool:
        """Whether one of its reports was revised and is not coded yet."""
        sql = "SELECT 1 FROM documents WHERE state = 'new' AND id IN (SELECT value FROM json_each(?))"
        return self._connection.execute(sql, [dump_list(tuple(known.documents))]).fetchone() is not None

    def _taken_up_by(self, known: Known) -> int | None:
        """The happening that now holds its first mention that is still there."""
        sql = "SELECT event_id FROM event_mentions WHERE mention_id = ?"
        for mention in known.event.mentions:
            row = self._connection.execute(sql, [mention]).fetchone()
            if row is not None:
                found = self._numbers.get(row["event_id"]) or self._seq_of(row["event_id"])
                return found if found != known.seq else None
        return None

    def _seq_of(self, event_id: str) -> int | None:
        row = self._connection.execute("SELECT seq FROM happenings WHERE event_id = ?", [event_id]).fetchone()
        return int(row["seq"]) if row else None

    def _number(self, event_id: str) -> int:
        """A new happening; or the one of that id, where it was thought gone."""
        key, attempt = event_id, 0
        while True:
            held = self._connection.execute("SELECT * FROM happenings WHERE id = ?", [key]).fetchone()
            if held is None:
                insert(self._connection, "happenings", {"id": key, "event_id": event_id})
                return int(self._connection.execute("SELECT last_insert_rowid()").fetchone()[0])
            if held["event_id"] is None and held["record"] is None and held["seq"] not in self._taken:
                sql = "UPDATE happenings SET event_id = ?, merged = NULL WHERE seq = ?"
                self._connection.execute(sql, [event_id, held["seq"]])
                return int(held["seq"])
            attempt += 1
            key = content_id("event", event_id, attempt)

    def _tell(self, seq: int, now: frozenset[str], before: frozenset[str]) -> None:
        gone = [(seq, document) for document in before - now]
        self._connection.executemany("DELETE FROM happening_documents WHERE happening = ? AND document_id = ?", gone)
        new = [(seq, document) for document in now - before]
        self._connection.executemany("INSERT OR IGNORE INTO happening_documents VALUES (?, ?)", new)

    def _cause(self, documents: Iterable[str]) -> str:
        return min((self._causes.get(each, "regrouped") for each in documents), key=CAUSES.index, default="regrouped")

    def _led(self, documents: Iterable[str]) -> list[str]:
        """Those of the documents that are the cause."""
        cause = self._cause(documents)
        return sorted(each for each in documents if self._causes.get(each, "regrouped") == cause)

    def _row(self, what: str, seq: int, documents: Iterable[str], held: Mapping[str, object]) -> None:
        row: dict[str, object] = {"at": self._at, "what": what, "cause": self._cause(documents), "happening": seq}
        insert(self._connection, "changes", row | {"record": dump_json(held)})


def _fold(connection: sqlite3.Connection, old: int, new: int, documents: frozenset[str] | None, sources: int) -> None:
    """What was alerted of one happening was alerted of another: of its part, or of what it is part of."""
    only = "" if documents is None else "AND document_id IN (SELECT value FROM json_each(:these))"
    values = {"old": old, "new": new, "these": dump_list(tuple(documents or ())), "sources": max(sources, 1)}
    took = f"FROM alerted_documents WHERE happening = :old {only}"
    connection.execute(f"INSERT OR IGNORE INTO alerted SELECT DISTINCT alert, :new, :sources {took}", values)
    connection.execute(f"INSERT OR IGNORE INTO alerted_documents SELECT alert, :new, document_id {took}", values)


def _grouped(rows: Iterable[sqlite3.Row]) -> defaultdict[object, set[str]]:
    found: defaultdict[object, set[str]] = defaultdict(set)
    for key, document in rows:
        found[key].add(document)
    return found
