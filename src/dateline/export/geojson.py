"""Events as GeoJSON (RFC 7946): those with coordinates as points, each with how exact its place is."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.export.rows import event_row
from dateline.export.tables import dumps
from dateline.store import EventRow


def geojson(rows: Iterable[EventRow]) -> str:
    """A FeatureCollection; ``unplaced`` counts the events that have no coordinates."""
    features, unplaced = [], 0
    for row in rows:
        place = row.event.where
        if place is None or place.lat is None or place.lon is None:
            unplaced += 1
            continue
        held = event_row(row)
        features.append(
            {
                "type": "Feature",
                "id": row.event.id,
                "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
                "properties": {key: value for key, value in held.items() if key != "because"},
            }
        )
    return dumps({"type": "FeatureCollection", "features": features, "unplaced": unplaced})
