"""How the events of a selection spread over types, modalities, countries, years and publishers."""

from __future__ import annotations

import sqlite3

from dateline.store.rows import Facets
from dateline.store.selection import Selection
from dateline.store.sqlite.select import where

#: Values listed of each.
_MOST = 40
_COLUMNS = {"type": "e.event_type", "mode": "e.mode", "modality": "e.modality", "item_class": "e.item_class"}


def facets(connection: sqlite3.Connection, selection: Selection) -> Facets:
    """Events by value, most frequent first; years in their own order, an undated event in none."""
    clause, bound = where(selection)
    chosen = f"WITH chosen AS MATERIALIZED (SELECT e.* FROM events e WHERE {clause})"  # noqa: S608 (values are bound)

    def counted(sql: str) -> dict[str, int]:
        return {str(row[0]): int(row[1]) for row in connection.execute(f"{chosen} {sql}", bound)}

    def by(expression: str, source: str = "chosen e") -> dict[str, int]:
        return counted(
            f"SELECT {expression} AS value, count(DISTINCT e.id) AS times FROM {source} WHERE value IS NOT NULL "  # noqa: S608
            f"GROUP BY value ORDER BY times DESC, value LIMIT {_MOST}"
        )

    years = by("substr(e.latest, 1, 4)")
    told = "chosen e JOIN event_mentions em ON em.event_id = e.id JOIN mentions m ON m.id = em.mention_id"
    return Facets(
        by={
            **{name: by(column) for name, column in _COLUMNS.items()},
            "context": by("c.value", "chosen e JOIN json_each(e.contexts) c"),
            "country": by("p.country", "chosen e JOIN judged_event_parties p ON p.event_id = e.id"),
            "publisher": by("d.publisher", f"{told} JOIN documents d ON d.id = m.document_id"),
            "year": dict(sorted(years.items())),
        }
    )
