"""Gazetteer entries as place records, and readings in words."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import Place, PlacePrecision
from dateline.resolve.place_scoring import PlaceReading
from dateline.vocab.places import GazetteerEntry, PlaceKind

_PRECISION = {
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.REGION: PlacePrecision.REGION,
    PlaceKind.AREA: PlacePrecision.REGION,
    PlaceKind.WATER: PlacePrecision.SEA,
    PlaceKind.FACILITY: PlacePrecision.FACILITY,
    PlaceKind.CITY: PlacePrecision.CITY,
}
_INLAND = frozenset({"river", "lake", "canal", "waterfall"})
_POINTS = frozenset({"site", "camp", "bridge", "facility_area"})


def place_of(entry: GazetteerEntry) -> Place:
    """The place record of a gazetteer entry."""
    precision = _PRECISION[entry.kind]
    if entry.detail in _INLAND:
        precision = PlacePrecision.REGION
    elif entry.detail in {"town", "island"}:
        precision = PlacePrecision.CITY if entry.detail == "town" else PlacePrecision.REGION
    elif entry.detail in _POINTS:
        precision = PlacePrecision.FACILITY
    return Place(
        name=entry.name,
        country=entry.country,
        precision=precision,
        lat=entry.lat,
        lon=entry.lon,
        geonames_id=entry.geonames_id,
    )


def told(entry: GazetteerEntry) -> str:
    """A gazetteer entry in words: "the city Mosul, IRQ (1,739,800 inhabitants)"."""
    where = f", {entry.country}" if entry.country and entry.kind is not PlaceKind.COUNTRY else ""
    size = f" ({entry.population:,} inhabitants)" if entry.population else ""
    return f"the {entry.detail or entry.kind.value} {entry.name}{where}{size}"


def against(readings: Sequence[PlaceReading]) -> str:
    """What the second reading is and how far it falls behind, as the end of a sentence."""
    if len(readings) < 2:
        return "; it has no other reading"
    return f"; next is {told(readings[1].entry)} with {readings[1].score:.1f} against {readings[0].score:.1f}"


def certainty(readings: Sequence[PlaceReading]) -> float:
    """How sure the best reading is, from its lead over the second: 0.5 for a tie, 0.99 for a lead of three."""
    margin = readings[0].score - readings[1].score if len(readings) > 1 else 3.0
    return round(min(0.99, 0.5 + margin / 6), 2)
