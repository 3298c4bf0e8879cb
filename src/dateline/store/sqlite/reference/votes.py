"""Resolutions with their ballots, and vetoes."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterator, Sequence

from dateline.errors import RecordError
from dateline.model.reference import Ballot, Resolution, Veto, Vote
from dateline.store.reference import BallotChange
from dateline.store.sqlite.reference.provenance import (
    COLUMNS,
    all_words,
    conditions,
    iso,
    provenance,
    words_of,
)
from dateline.store.sqlite.rowing import Columns, dump, dump_list, insert, load

_BALLOTS = f"""
SELECT b.vote, b.intended, b.note, b.line, v.country, v.name, r.id AS resolution, r.record, {COLUMNS}
FROM ballots b JOIN voters v ON v.seq = b.voter JOIN resolutions r ON r.seq = b.resolution
JOIN editions e ON e.seq = r.edition WHERE
"""  # noqa: S608 (our own columns)
_ADD_BALLOT = (
    "INSERT INTO ballots (resolution, voter, vote, intended, note, line) VALUES (?, ?, ?, ?, ?, ?) "
    "ON CONFLICT DO NOTHING"
)
#: The publisher's number of a vote is what stands in its id between ":" and "@".
_NUMBERED = """
SELECT r.seq, r.symbol, substr(r.id, instr(r.id, ':') + 1, instr(r.id, '@') - instr(r.id, ':') - 1) AS number
FROM resolutions r JOIN editions e ON e.seq = r.edition WHERE e.id = ?
"""
_CHANGED_BALLOTS = f"""
WITH before AS MATERIALIZED ({_NUMBERED}), after AS MATERIALIZED ({_NUMBERED})
SELECT after.number, after.symbol, v.country, b.vote AS old, a.vote AS new
FROM before JOIN after ON after.number = before.number
JOIN ballots b ON b.resolution = before.seq
JOIN ballots a ON a.resolution = after.seq AND a.voter = b.voter
JOIN voters v ON v.seq = a.voter
WHERE a.vote <> b.vote ORDER BY after.number, v.country
"""  # noqa: S608 (our own columns)
#: Ballots written at once.
BATCH = 5000

Range = tuple[dt.date | None, dt.date | None]


class BallotWriter:
    """Writes ballots in batches; holds no more than one batch and the ids of resolutions and voters."""

    def __init__(self, connection: sqlite3.Connection, edition: int) -> None:
        self._connection = connection
        self._edition = edition
        self._resolutions: dict[str, int] = {}
        self._voters: dict[tuple[str, str], int] = {}
        self._waiting: list[tuple[object, ...]] = []

    def add_resolution(self, resolution: Resolution) -> None:
        """Write one vote, and remember it for its ballots."""
        row: Columns = {
            "edition": self._edition,
            "id": resolution.id,
            "body": resolution.body,
            "symbol": resolution.symbol,
            "title": resolution.title,
            "part": str(resolution.part),
            "day": iso(resolution.day),
            "yes": resolution.yes,
            "no": resolution.no,
            "abstain": resolution.abstain,
            "not_voting": resolution.not_voting,
            "members": resolution.members,
            "words": words_of(resolution.title, resolution.agenda, *resolution.subjects),
            "line": resolution.provenance.line,
            "record": dump(resolution),
        }
        insert(self._connection, "resolutions", row)
        (self._resolutions[resolution.id],) = self._connection.execute("SELECT last_insert_rowid()").fetchone()

    def add_ballot(self, ballot: Ballot) -> None:
        """Write one ballot, soon.

        Raises:
            RecordError: its resolution did not come before it.
        """
        resolution = self._resolutions.get(ballot.resolution)
        if resolution is None:
            raise RecordError(f"ballot {ballot.id}", "its resolution did not come before it")
        voter = self._voter(ballot.country, ballot.name)
        intended = str(ballot.intended) if ballot.intended else None
        line = ballot.provenance.line
        self._waiting.append((resolution, voter, ballot.vote.value, intended, ballot.note or None, line))
        if len(self._waiting) >= BATCH:
            self.flush()

    def flush(self) -> None:
        """Write what waits.

        Raises:
            RecordError: a member that votes twice on one thing.
        """
        written = self._connection.executemany(_ADD_BALLOT, self._waiting).rowcount
        if self._waiting and written != len(self._waiting):
            first, last = self._waiting[0][-1], self._waiting[-1][-1]
            raise RecordError(f"ballots of lines {first} to {last}", "a member votes twice on one thing")
        self._waiting.clear()

    def _voter(self, country: str, name: str) -> int:
        held = self._voters.get((country, name))
        if held is None:
            sql = "INSERT INTO voters (country, name) VALUES (?, ?) ON CONFLICT DO NOTHING"
            self._connection.execute(sql, [country, name])
            sql = "SELECT seq FROM voters WHERE country = ? AND name = ?"
            (held,) = self._connection.execute(sql, [country, name]).fetchone()
            self._voters[(country, name)] = held
        return held


def add_veto(connection: sqlite3.Connection, edition: int, veto: Veto) -> None:
    """Write one veto."""
    row: Columns = {
        "edition": edition,
        "id": veto.id,
        "day": veto.day.isoformat(),
        "draft": veto.draft,
        "subject": veto.subject,
        "vetoing": dump_list(veto.vetoing),
        "words": words_of(veto.subject, veto.topic, veto.draft),
        "line": veto.provenance.line,
        "record": dump(veto),
    }
    insert(connection, "vetoes", row)


def resolutions(
    connection: sqlite3.Connection, body: str | None, days: Range, words: str | None, symbol: str | None
) -> tuple[Resolution, ...]:
    """Votes, oldest first."""
    clause, values = conditions(_resolution_conditions(body, days, words, symbol))
    sql = f"SELECT r.record FROM resolutions r WHERE {clause} ORDER BY r.day, r.edition, r.seq"  # noqa: S608 (our own)
    return tuple(load(Resolution, row["record"]) for row in connection.execute(sql, values))


def resolution(connection: sqlite3.Connection, resolution_id: str) -> Resolution | None:
    """One vote."""
    row = connection.execute("SELECT record FROM resolutions WHERE id = ?", [resolution_id]).fetchone()
    return load(Resolution, row["record"]) if row else None


def ballots(connection: sqlite3.Connection, resolution_id: str) -> tuple[Ballot, ...]:
    """All ballots of one vote."""
    rows = connection.execute(f"{_BALLOTS} r.id = ? ORDER BY v.country, v.name", [resolution_id])
    return tuple(map(_ballot, rows))


def ballots_of(
    connection: sqlite3.Connection, country: str, body: str | None, days: Range, words: str | None
) -> tuple[tuple[Resolution, Ballot], ...]:
    """How one country voted."""
    clause, values = conditions([("v.country = ?", [country]), *_resolution_conditions(body, days, words, None)])
    rows = connection.execute(f"{_BALLOTS} {clause} ORDER BY r.day, r.edition, r.seq", values)
    return tuple((load(Resolution, row["record"]), _ballot(row)) for row in rows)


def ballot_changes(connection: sqlite3.Connection, old: str, new: str) -> tuple[BallotChange, ...]:
    """Ballots that two files give otherwise, by vote and country."""
    rows = connection.execute(_CHANGED_BALLOTS, [old, new])
    return tuple(
        BallotChange(
            vote=row["number"],
            symbol=row["symbol"],
            country=row["country"],
            old=Vote(row["old"]),
            new=Vote(row["new"]),
        )
        for row in rows
    )


def vetoes(connection: sqlite3.Connection, days: Range, words: str | None) -> tuple[Veto, ...]:
    """Vetoes, oldest first."""
    parts = [*_day_conditions("t.day", days)]
    if words is not None:
        parts.append(all_words("t.words", words))
    clause, values = conditions(parts)
    sql = f"SELECT t.record FROM vetoes t WHERE {clause} ORDER BY t.day, t.edition, t.seq"  # noqa: S608 (our own)
    return tuple(load(Veto, row["record"]) for row in connection.execute(sql, values))


def _resolution_conditions(
    body: str | None, days: Range, words: str | None, symbol: str | None
) -> Iterator[tuple[str, list[object]]]:
    if body is not None:
        yield "r.body = ?", [body.upper()]
    yield from _day_conditions("r.day", days)
    if words is not None:
        yield all_words("r.words", words)
    if symbol is not None:
        yield _symbol_condition("".join(symbol.split()))


def _symbol_condition(symbol: str) -> tuple[str, list[object]]:
    """The whole symbol, or its last parts: "75/287" for "A/RES/75/287", "2669" for "S/RES/2669(2022)".

    One column may hold several, joined by ";"; brackets behind a symbol ("48/84[A]") need not be given.
    """
    plain = symbol.replace("\\", "").replace("%", "").replace("_", "\\_")
    patterns: Sequence[object] = [f"%{before}{plain}{after}%" for before in ";/" for after in ";(["]
    clause = " OR ".join("';' || replace(r.symbol, ' ', '') || ';' LIKE ? ESCAPE '\\'" for _ in patterns)
    return f"({clause})", list(patterns)


def _day_conditions(column: str, days: Range) -> Iterator[tuple[str, list[object]]]:
    for sign, day in zip((">=", "<="), days, strict=True):
        if day is not None:
            yield f"{column} {sign} ?", [day.isoformat()]


def _ballot(row: sqlite3.Row) -> Ballot:
    return Ballot(
        resolution=row["resolution"],
        country=row["country"],
        name=row["name"],
        vote=Vote(row["vote"]),
        provenance=provenance(row, row["edition_vintage"]),
        intended=Vote(row["intended"]) if row["intended"] else None,
        note=row["note"] or "",
    )
