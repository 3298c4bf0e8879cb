"""How the events of a selection spread over types, modalities, countries, years and publishers."""

from __future__ import annotations

import sqlite3

from dateline.store.rows import Facets
from dateline.store.selection import Selection
from dateline.store.sqlite.select import where

#: Values listed of each.
_MOST = 40
_COLUMNS = {"type": "event_type", "mode": "mode", "modality": "modality", "item_class": "item_class"}
_TOLD = """
chosen c CROSS JOIN event_mentions em ON em.event_id = c.id CROSS JOIN mentions m ON m.id = em.mention_id
CROSS JOIN documents d ON d.id = m.document_id
"""


def facets(connection: sqlite3.Connection, selection: Selection) -> Facets:
    """Events by value, most frequent first; years in their own order, an undated event in none."""
    clause, bound = where(selection)
    connection.execute("DROP TABLE IF EXISTS temp.chosen")
    connection.execute(
        "CREATE TEMP TABLE chosen AS SELECT e.id, e.event_type, e.mode, e.modality, e.item_class, e.contexts, "  # noqa: S608
        f"substr(e.latest, 1, 4) AS year FROM events e WHERE {clause}",
        bound,
    )
    try:
        return Facets(by=_spread(connection))
    finally:
        connection.execute("DROP TABLE temp.chosen")


def _spread(connection: sqlite3.Connection) -> dict[str, dict[str, int]]:
    def by(value: str, source: str = "chosen c", times: str = "count(*)") -> dict[str, int]:
        sql = (
            f"SELECT {value} AS value, {times} AS times FROM {source} WHERE value IS NOT NULL "  # noqa: S608 (our words)
            f"GROUP BY value ORDER BY times DESC, value LIMIT {_MOST}"
        )
        return {str(row["value"]): int(row["times"]) for row in connection.execute(sql)}

    once = "count(DISTINCT c.id)"
    parties = "chosen c CROSS JOIN judged_event_parties p ON p.event_id = c.id"
    return {
        **{name: by(f"c.{column}") for name, column in _COLUMNS.items()},
        "context": by("j.value", "chosen c JOIN json_each(c.contexts) j"),
        "country": by("p.country", parties, once),
        "publisher": by("d.publisher", _TOLD, once),
        "year": dict(sorted(by("c.year").items())),
    }
