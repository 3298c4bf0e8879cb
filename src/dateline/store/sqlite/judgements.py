"""Judgements, kept for good, and the table ``identities`` that follows from those that stand."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import replace

from dateline.errors import UsageError
from dateline.model import Judgement, JudgementKind
from dateline.model.judged import UNJUDGED, Judged, is_known
from dateline.store.judging import Seen, best, called, check, derive, on_events
from dateline.store.rows import JudgementRow
from dateline.store.sqlite import unfused
from dateline.store.sqlite.codings import count, mark_stale
from dateline.store.sqlite.entities import list_entities
from dateline.store.sqlite.rowing import dump, dump_list, insert, load

_STANDING = "SELECT record FROM judgements WHERE undone IS NULL ORDER BY made, id"
_SEEN = """
SELECT canonical_id, name, country, sector, count(*) AS times FROM parties
WHERE canonical_id IN (SELECT value FROM json_each(?)) GROUP BY canonical_id, name, country, sector
"""


def add(connection: sqlite3.Connection, judgement: Judgement, *, force: bool) -> Judgement:
    """Keep a judgement; the one that stands when the same was decided before.

    Raises:
        UsageError: it contradicts those that stand.
    """
    standing = _standing(connection)
    pair = {judgement.left, judgement.right}
    for held in standing:
        if {held.left, held.right} == pair and held.kind is judgement.kind:
            return held
    check(standing, judgement, force=force)
    columns = {"id": judgement.id, "left": judgement.left, "right": judgement.right, "kind": str(judgement.kind)}
    columns |= {"who": judgement.who, "made": judgement.made.isoformat(), "record": dump(judgement)}
    insert(connection, "judgements", columns | {"score": judgement.score})
    _follow(connection, judgement)
    return judgement


def undo(connection: sqlite3.Connection, judgement_id: str, who: str, now: str) -> JudgementRow:
    """Let a judgement stand no more; it stays in the table.

    Raises:
        UsageError: there is none of that id, or it was undone before.
    """
    held = next((row for row in every(connection, None) if row.judgement.id == judgement_id), None)
    if held is None:
        raise UsageError(f"no judgement {judgement_id!r}", "the record has none of that id", "dateline judge list")
    if held.undone is not None:
        raise UsageError(f"cannot undo {judgement_id}", f"{held.undone_by} did so on {held.undone:%Y-%m-%d}")
    connection.execute("UPDATE judgements SET undone = ?, undone_by = ? WHERE id = ?", [now, who, judgement_id])
    _follow(connection, held.judgement)
    return replace(held, undone=dt.datetime.fromisoformat(now), undone_by=who)


def every(connection: sqlite3.Connection, entity: str | None) -> tuple[JudgementRow, ...]:
    """All judgements, or those on an entity and on all that it is taken for, oldest first, undone ones included."""
    clause, values = "1", []
    if entity is not None:
        group = _founders(connection, entity) if entity.startswith("event-") else members(connection, entity)
        inside = "IN (SELECT value FROM json_each(?))"
        clause, values = f'"left" {inside} OR "right" {inside}', [dump_list(group)] * 2
    sql = f"SELECT record, undone, undone_by FROM judgements WHERE {clause} ORDER BY made, id"  # noqa: S608
    return tuple(_row(connection, row) for row in connection.execute(sql, values).fetchall())


def judged(connection: sqlite3.Connection) -> Judged:
    """What the judgements that stand come to."""
    standing = _standing(connection)
    return derive(standing, _seen(connection, _named(standing))) if standing else UNJUDGED


def any_stands(connection: sqlite3.Connection) -> bool:
    """Whether a judgement stands."""
    return connection.execute("SELECT 1 FROM judgements WHERE undone IS NULL LIMIT 1").fetchone() is not None


def canonical(connection: sqlite3.Connection, entity: str) -> str:
    """The id under which an entity goes."""
    row = connection.execute("SELECT canonical_id FROM identities WHERE id = ?", [entity]).fetchone()
    return str(row["canonical_id"]) if row else entity


def members(connection: sqlite3.Connection, entity: str) -> tuple[str, ...]:
    """All ids of the entity's group, in order; the entity's own where it is alone."""
    lead = canonical(connection, entity)
    rows = connection.execute("SELECT id FROM identities WHERE canonical_id = ?", [lead])
    return tuple(sorted({lead, *(row["id"] for row in rows)}))


def follow(connection: sqlite3.Connection) -> None:
    """Write anew what follows from judgements and mentions: identities and entities."""
    standing = _standing(connection)
    seen = _seen(connection, _named(standing))
    connection.execute("DELETE FROM identities")
    for entity, party in derive(standing, seen).taken_for.items():
        own = seen.get(entity, Seen())
        row = {"id": entity, "own_name": best(own.names) or called(entity), "canonical_id": party.canonical_id}
        sector = None if party.sector == "UNK" else party.sector
        insert(connection, "identities", row | {"name": party.name, "country": party.country, "sector": sector})
    list_entities(connection)


def _follow(connection: sqlite3.Connection, judgement: Judgement) -> None:
    """Being unsure changes nothing; what is judged on events concerns the reports that tell them and no others."""
    if judgement.kind is JudgementKind.UNSURE:
        return
    if not on_events(judgement):
        follow(connection)
        mark_stale(connection)
        return
    sides = dump_list((judgement.left, judgement.right))
    sql = "SELECT DISTINCT document_id FROM mentions WHERE id IN (SELECT value FROM json_each(?)) ORDER BY 1"
    for row in connection.execute(sql, [sides]).fetchall():
        unfused.mark_fellows(connection, row["document_id"])
    count(connection)


def _standing(connection: sqlite3.Connection) -> list[Judgement]:
    return [load(Judgement, row["record"]) for row in connection.execute(_STANDING)]


def _row(connection: sqlite3.Connection, row: sqlite3.Row) -> JudgementRow:
    undone = dt.datetime.fromisoformat(row["undone"]) if row["undone"] else None
    held = load(Judgement, row["record"])
    sides = (held.left, held.right) if on_events(held) else ()
    gone = tuple(side for side in sides if not _is_told(connection, side))
    return JudgementRow(judgement=held, undone=undone, undone_by=row["undone_by"], gone=gone)


def _is_told(connection: sqlite3.Connection, mention_id: str) -> bool:
    return connection.execute("SELECT 1 FROM mentions WHERE id = ?", [mention_id]).fetchone() is not None


def _founders(connection: sqlite3.Connection, event_id: str) -> tuple[str, ...]:
    """The mentions of an event, any of which may have been judged."""
    rows = connection.execute("SELECT mention_id FROM event_mentions WHERE event_id = ? ORDER BY 1", [event_id])
    return tuple(row["mention_id"] for row in rows)


def _named(standing: Iterable[Judgement]) -> set[str]:
    return {side for each in standing if not on_events(each) for side in (each.left, each.right)}


def _seen(connection: sqlite3.Connection, ids: Iterable[str]) -> Mapping[str, Seen]:
    """Particulars: of a known entity those of the data, else those that the mentions give."""
    seen = {each: Seen() for each in ids}
    for row in connection.execute(_SEEN, [dump_list(tuple(sorted(seen)))]):
        held = seen[row["canonical_id"]]
        held.names[row["name"]] += row["times"]
        if row["country"]:
            held.countries[row["country"]] += row["times"]
        if row["sector"] not in (None, "UNK"):
            held.sectors[row["sector"]] += row["times"]
    return seen | {each: known for each in seen if is_known(each) and (known := _of_data(each)) is not None}


def _of_data(entity: str) -> Seen | None:
    from dateline.vocab.actors import actor  # reads the data files, which only a judged record needs

    found = actor(entity)
    if found is None:
        return None
    seen = Seen()
    seen.names[found.entity.name] += 1
    if found.entity.country:
        seen.countries[found.entity.country] += 1
    if found.entity.sector:
        seen.sectors[found.entity.sector] += 1
    return seen
