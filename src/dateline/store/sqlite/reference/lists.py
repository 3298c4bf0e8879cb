"""Sanctions programmes, designations and terms of office."""

from __future__ import annotations

import datetime as dt
import sqlite3

from dateline.model.reference import OfficeTerm, Programme, SanctionDesignation
from dateline.store.sqlite.reference.provenance import all_words, conditions, iso, words_of
from dateline.store.sqlite.rowing import Columns, dump, dump_list, insert, load


def add_programme(connection: sqlite3.Connection, edition: int, programme: Programme) -> None:
    """Write one programme with the countries it is about."""
    row: Columns = {
        "edition": edition,
        "id": programme.id,
        "key": programme.key,
        "authority": programme.authority,
        "title": programme.title,
        "measures": dump_list(programme.measures),
        "start": iso(programme.start),
        "end": iso(programme.end),
        "line": programme.provenance.line,
        "record": dump(programme),
    }
    insert(connection, "programmes", row)
    seq = _last(connection)
    for country in dict.fromkeys(programme.target_countries):
        insert(connection, "programme_countries", {"programme": seq, "country": country})


def add_designation(connection: sqlite3.Connection, edition: int, listing: SanctionDesignation) -> None:
    """Write one listing with all its names."""
    row: Columns = {
        "edition": edition,
        "id": listing.id,
        "key": listing.key,
        "authority": listing.authority,
        "list_name": listing.list_name,
        "name": listing.name,
        "kind": str(listing.kind),
        "listed": iso(listing.listed or (listing.listed_in.earliest if listing.listed_in else None)),
        "delisted": iso(listing.delisted),
        "countries": dump_list(listing.countries),
        "entity": listing.entity,
        "line": listing.provenance.line,
        "record": dump(listing),
    }
    insert(connection, "designations", row)
    seq = _last(connection)
    for words in dict.fromkeys(words_of(name) for name in (listing.name, *listing.aliases)):
        insert(connection, "designation_names", {"designation": seq, "words": words})


def add_office(connection: sqlite3.Connection, edition: int, term: OfficeTerm) -> None:
    """Write one term."""
    row: Columns = {
        "edition": edition,
        "id": term.id,
        "key": term.key,
        "holder": term.holder,
        "office": term.office,
        "country": term.country,
        "began": iso(term.start.earliest if term.start else None),
        "ended": iso(term.end.latest if term.end else None),
        "words": words_of(term.office),
        "line": term.provenance.line,
        "record": dump(term),
    }
    insert(connection, "offices", row)


def programmes(connection: sqlite3.Connection, country: str | None, day: dt.date | None) -> tuple[Programme, ...]:
    """Programmes by start."""
    parts: list[tuple[str, list[object]]] = []
    if country is not None:
        parts.append(("t.seq IN (SELECT programme FROM programme_countries WHERE country = ?)", [country]))
    if day is not None:
        parts.append(('(t."start" IS NULL OR t."start" <= ?)', [day.isoformat()]))
        parts.append(('(t."end" IS NULL OR t."end" >= ?)', [day.isoformat()]))
    clause, values = conditions(parts)
    sql = f'SELECT t.record FROM programmes t WHERE {clause} ORDER BY t."start", t.key, t.edition, t.seq'  # noqa: S608 (our own)
    return tuple(load(Programme, row["record"]) for row in connection.execute(sql, values))


def designations(
    connection: sqlite3.Connection, name: str | None, day: dt.date | None, country: str | None
) -> tuple[SanctionDesignation, ...]:
    """Listings by authority and name."""
    parts: list[tuple[str, list[object]]] = []
    if name is not None:
        clause, values = all_words("n.words", name, whole=True)
        named = f"t.seq IN (SELECT n.designation FROM designation_names n WHERE {clause})"  # noqa: S608 (our own)
        parts.append((f"({named} OR t.entity = ? OR t.key = ?)", [*values, name, name]))
    if day is not None:
        parts.append(("(t.listed IS NULL OR t.listed <= ?)", [day.isoformat()]))
        parts.append(("(t.delisted IS NULL OR t.delisted > ?)", [day.isoformat()]))
    if country is not None:
        parts.append(("EXISTS (SELECT 1 FROM json_each(t.countries) WHERE value = ?)", [country]))
    clause, values = conditions(parts)
    sql = f"SELECT t.record FROM designations t WHERE {clause} ORDER BY t.authority, t.name, t.edition, t.seq"  # noqa: S608 (our own)
    return tuple(load(SanctionDesignation, row["record"]) for row in connection.execute(sql, values))


def offices(
    connection: sqlite3.Connection, country: str | None, office: str | None, day: dt.date | None
) -> tuple[OfficeTerm, ...]:
    """Terms by beginning."""
    parts: list[tuple[str, list[object]]] = []
    if country is not None:
        parts.append(("t.country = ?", [country]))
    if office is not None:
        parts.append(all_words("t.words", office))
    if day is not None:
        parts.append(("(t.began IS NULL OR t.began <= ?)", [day.isoformat()]))
        parts.append(("(t.ended IS NULL OR t.ended >= ?)", [day.isoformat()]))
    clause, values = conditions(parts)
    sql = f"SELECT t.record FROM offices t WHERE {clause} ORDER BY t.began, t.office, t.edition, t.seq"  # noqa: S608 (our own)
    return tuple(load(OfficeTerm, row["record"]) for row in connection.execute(sql, values))


def _last(connection: sqlite3.Connection) -> int:
    (seq,) = connection.execute("SELECT last_insert_rowid()").fetchone()
    return int(seq)
