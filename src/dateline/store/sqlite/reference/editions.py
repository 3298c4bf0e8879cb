"""Editions: a whole file in or out, with all that came of it."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable

from dateline.model import to_json
from dateline.model.reference import (
    ArmsTransfer,
    BadRow,
    Ballot,
    Edition,
    Note,
    OfficeTerm,
    Programme,
    ReferenceRecord,
    Resolution,
    SanctionDesignation,
    TivCell,
    Veto,
)
from dateline.store.reference import EditionRow
from dateline.store.sqlite.reference import lists, transfers, votes
from dateline.store.sqlite.reference.provenance import edition as edition_of
from dateline.store.sqlite.reference.provenance import iso
from dateline.store.sqlite.rowing import Columns, dump_json, dump_list, insert

Items = Iterable[ReferenceRecord | BadRow | Note]


def add(connection: sqlite3.Connection, edition: Edition, file: str, items: Items, now: str) -> bool:
    """Write one file; False, and nothing read, when it is there."""
    if connection.execute("SELECT 1 FROM editions WHERE id = ?", [edition.id]).fetchone():
        return False
    row: Columns = {
        "id": edition.id,
        "kind": edition.kind,
        "source": edition.source,
        "vintage": edition.vintage,
        "vintages": "[]",
        "retrieved": iso(edition.retrieved),
        "licence": edition.licence,
        "sha256": edition.sha256,
        "file": file,
        "imported": now,
        "rows": "{}",
        "rejects": 0,
        "notes": "[]",
    }
    insert(connection, "editions", row)
    (seq,) = connection.execute("SELECT last_insert_rowid()").fetchone()
    writer = _Writer(connection, seq)
    for item in items:
        writer.write(item)
    writer.finish()
    return True


def remove(connection: sqlite3.Connection, edition_id: str) -> bool:
    """Remove a file; members that nobody's ballots name any more go with it."""
    gone = connection.execute("DELETE FROM editions WHERE id = ?", [edition_id]).rowcount > 0
    if gone:
        connection.execute("DELETE FROM voters WHERE NOT EXISTS (SELECT 1 FROM ballots WHERE voter = voters.seq)")
    return gone


def every(connection: sqlite3.Connection, kind: str | None) -> tuple[EditionRow, ...]:
    """By kind and vintage, then as they were imported."""
    sql = "SELECT * FROM editions WHERE ifnull(?, kind) = kind ORDER BY kind, vintage, seq"
    return tuple(map(_row, connection.execute(sql, [kind])))


def rejects(connection: sqlite3.Connection, edition_id: str | None) -> tuple[tuple[str, BadRow], ...]:
    """Rows that were not read."""
    sql = (
        "SELECT e.id, r.line, r.reason, r.text FROM reference_rejects r JOIN editions e ON e.seq = r.edition "
        "WHERE ifnull(?, e.id) = e.id ORDER BY r.edition, r.line, r.rowid"
    )
    return tuple(
        (row["id"], BadRow(line=row["line"], reason=row["reason"], text=row["text"]))
        for row in connection.execute(sql, [edition_id])
    )


class _Writer:
    """Takes what a reader yields to its tables, and counts."""

    def __init__(self, connection: sqlite3.Connection, seq: int) -> None:
        self._connection = connection
        self._seq = seq
        self._ballots = votes.BallotWriter(connection, seq)
        self._rows: Counter[str] = Counter()
        self._notes: list[Note] = []
        self._rejects = 0
        self._vintages: set[str] = set()
        self._years: tuple[int, int] | None = None
        self._adding: dict[type, Callable[..., None]] = {
            ArmsTransfer: transfers.add_transfer,
            TivCell: transfers.add_tiv,
            Veto: votes.add_veto,
            Programme: lists.add_programme,
            SanctionDesignation: lists.add_designation,
            OfficeTerm: lists.add_office,
        }

    def write(self, item: ReferenceRecord | BadRow | Note) -> None:
        """Write one item; a second record of one id is a bad row."""
        if isinstance(item, Note):
            self._notes.append(item)
        elif isinstance(item, BadRow):
            self._reject(item)
        elif isinstance(item, Ballot):
            self._ballots.add_ballot(item)
            self._rows["Ballot"] += 1
        else:
            self._record(item)

    def finish(self) -> None:
        """Write what waits, and what was counted."""
        self._ballots.flush()
        first, last = self._years or (None, None)
        self._connection.execute(
            'UPDATE editions SET "rows" = ?, rejects = ?, notes = ?, vintages = ?, first_year = ?, last_year = ? '
            "WHERE seq = ?",
            [
                dump_json(dict(self._rows)),
                self._rejects,
                dump_json(to_json(self._notes)),
                dump_list(tuple(sorted(self._vintages))),
                first,
                last,
                self._seq,
            ],
        )

    def _record(self, record: ReferenceRecord) -> None:
        try:
            if isinstance(record, Resolution):
                self._ballots.add_resolution(record)
            else:
                self._adding[type(record)](self._connection, self._seq, record)
        except sqlite3.IntegrityError:
            reason = f"a second {type(record).__name__} of id {_key(record)}"
            self._reject(BadRow(line=record.provenance.line, reason=reason, text=""))
            return
        self._rows[type(record).__name__] += 1
        if record.provenance.vintage:
            self._vintages.add(record.provenance.vintage)
        for year in _years(record):
            low, high = self._years or (year, year)
            self._years = min(low, year), max(high, year)

    def _reject(self, bad: BadRow) -> None:
        self._rejects += 1
        row: Columns = {"edition": self._seq, "line": bad.line, "reason": bad.reason, "text": bad.text[:500]}
        insert(self._connection, "reference_rejects", row)


def _key(record: ReferenceRecord) -> str:
    return record.id.partition("@")[0]


def _years(record: ReferenceRecord) -> tuple[int, ...]:
    if isinstance(record, ArmsTransfer):
        return record.delivery_years
    if isinstance(record, TivCell):
        return (record.year,)
    if isinstance(record, Resolution | Veto):
        return (record.day.year,) if record.day else ()
    return ()


def _row(row: sqlite3.Row) -> EditionRow:
    return EditionRow(
        edition=edition_of(row),
        file=row["file"],
        imported=dt.datetime.fromisoformat(row["imported"]),
        vintages=tuple(json.loads(row["vintages"])),
        rows=json.loads(row["rows"]),
        rejects=row["rejects"],
        notes=tuple(Note(text=each["text"], line=each.get("line")) for each in json.loads(row["notes"])),
        first_year=row["first_year"],
        last_year=row["last_year"],
    )
