"""Entities seen in the record: persons, bodies and states, under the ids that judgements give them."""

from __future__ import annotations

import json
import sqlite3

from dateline.store.rows import EntityRow
from dateline.store.selection import MAX_LIMIT
from dateline.store.sqlite.select import Condition, is_country, matches

#: Names kept per entity.
_NAMES = 12
_PRONOUNS = """
'he', 'she', 'it', 'they', 'him', 'her', 'his', 'hers', 'its', 'their', 'theirs', 'them', 'who', 'whom', 'whose',
'which', 'that', 'we', 'us', 'our', 'i', 'you'
"""
_LIST = f"""
INSERT INTO entities (canonical_id, name, country, sector, events, mentions, documents, names)
WITH seen AS (
  SELECT p.canonical_id, p.name, p.country, p.sector, p.text, p.mention_id, m.document_id, em.event_id
  FROM judged_parties p JOIN mentions m ON m.id = p.mention_id
  LEFT JOIN event_mentions em ON em.mention_id = m.id
  WHERE p.canonical_id IS NOT NULL {{some}}
), ranked AS (  -- the particulars that most mentions give; ties by alphabet
  SELECT canonical_id, name, country, sector, row_number() OVER (
    PARTITION BY canonical_id ORDER BY count(*) DESC, name, country, sector
  ) AS place
  FROM seen GROUP BY canonical_id, name, country, sector
), counted AS (
  SELECT canonical_id, count(DISTINCT event_id) AS events, count(DISTINCT mention_id) AS mentions,
         count(DISTINCT document_id) AS documents
  FROM seen GROUP BY canonical_id
), printed AS (  -- wordings that name: more than small letters, no pronoun
  SELECT canonical_id, text, row_number() OVER (
    PARTITION BY canonical_id ORDER BY count(*) DESC, text
  ) AS place
  FROM seen WHERE text GLOB '*[^a-z ''-]*' AND lower(text) NOT IN ({_PRONOUNS})
  GROUP BY canonical_id, text
), named AS (
  SELECT canonical_id, json_group_array(text) AS names
  FROM (SELECT canonical_id, text FROM printed WHERE place <= {_NAMES} ORDER BY canonical_id, place)
  GROUP BY canonical_id
)
SELECT canonical_id, name, country, sector, events, mentions, documents, ifnull(names, '[]')
FROM ranked JOIN counted USING (canonical_id) LEFT JOIN named USING (canonical_id)
WHERE place = 1 ORDER BY canonical_id
"""  # noqa: S608 (our own words)


def list_entities(connection: sqlite3.Connection) -> None:
    """Write the table anew from the mentions and the judgements."""
    connection.execute("DELETE FROM entities")
    connection.execute(_LIST.format(some=""))
    connection.execute("DELETE FROM unlisted")


def list_unlisted(connection: sqlite3.Connection) -> None:
    """Write anew the entities that are marked; only right where no judgement takes one for another."""
    connection.execute("DELETE FROM entities WHERE canonical_id IN (SELECT canonical_id FROM unlisted)")
    connection.execute(_LIST.format(some="AND p.canonical_id IN (SELECT canonical_id FROM unlisted)"))
    connection.execute("DELETE FROM unlisted")


def find(
    connection: sqlite3.Connection,
    text: str | None,
    country: tuple[str, ...],
    sector: tuple[str, ...],
    unknown: bool,
    limit: int,
) -> tuple[EntityRow, ...]:
    """Most events first, then most mentions."""
    conditions: list[Condition] = []
    if text is not None:
        conditions.append(_called(text))
    for column, values in (("country", country), ("sector", sector)):
        if values:
            conditions.append((f"t.{column} IN ({', '.join('?' * len(values))})", list(values)))
    if unknown:
        conditions.append(("t.canonical_id LIKE 'unknown/%'", []))
    clause = " AND ".join(clause for clause, _ in conditions) or "1"
    bound = [value for _, values in conditions for value in values]
    sql = f"SELECT * FROM entities t WHERE {clause} ORDER BY events DESC, mentions DESC, canonical_id LIMIT ?"  # noqa: S608
    return tuple(map(_row, connection.execute(sql, [*bound, min(limit, MAX_LIMIT)])))


def get(connection: sqlite3.Connection, canonical_id: str) -> EntityRow | None:
    """One entity, by the id that judgements give it."""
    row = connection.execute("SELECT * FROM entities WHERE canonical_id = ?", [canonical_id]).fetchone()
    return _row(row) if row else None


def _called(text: str) -> Condition:
    """By id, by country, by part of a name, or by part of the words under which it was printed."""
    clause, values = matches("t", text)
    if "/" in text or is_country(text):
        return clause, values
    return f"({clause} OR t.names LIKE ? ESCAPE '\\')", [*values, values[-1]]


def _row(row: sqlite3.Row) -> EntityRow:
    return EntityRow(**{**dict(row), "names": tuple(json.loads(row["names"]))})
