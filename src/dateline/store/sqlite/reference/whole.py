"""All that one file holds, for comparing two of them."""

from __future__ import annotations

import sqlite3

from dateline.model.reference import (
    OfficeTerm,
    Programme,
    ReferenceRecord,
    Resolution,
    SanctionDesignation,
    Veto,
)
from dateline.store.sqlite.reference import transfers
from dateline.store.sqlite.rowing import load

#: Tables whose rows hold the whole record.
_HELD: dict[str, type[Resolution | Veto | Programme | SanctionDesignation | OfficeTerm]] = {
    "resolutions": Resolution,
    "vetoes": Veto,
    "programmes": Programme,
    "designations": SanctionDesignation,
    "offices": OfficeTerm,
}


def records(connection: sqlite3.Connection, edition_id: str) -> tuple[ReferenceRecord, ...]:
    """All records of one file but ballots, in its order."""
    row = connection.execute("SELECT seq FROM editions WHERE id = ?", [edition_id]).fetchone()
    if row is None:
        return ()
    found: list[ReferenceRecord] = [*transfers.of_edition(connection, row["seq"])]
    for table, kind in _HELD.items():
        sql = f"SELECT record FROM {table} WHERE edition = ? ORDER BY seq"  # noqa: S608 (our own names)
        found.extend(load(kind, held["record"]) for held in connection.execute(sql, [row["seq"]]))
    return tuple(found)
