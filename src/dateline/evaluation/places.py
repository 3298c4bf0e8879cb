"""Score place names against gold coordinates: ``dateline eval places GOLD``.

GOLD is JSON lines: ``text`` and ``toponyms``, each with ``start``, ``end``, ``lat``, ``lon`` and perhaps ``country``
(ISO 3166 alpha-3). Two questions are asked:

given       the gold names are handed to the resolver. ``country``: the resolved country agrees. ``near``: the resolved
            point lies within 161 km (100 miles, the field's usual limit) of the gold point.
end_to_end  the program finds the names itself. A found name pairs with at most one gold name that it overlaps.
            ``span`` counts the pairs, ``near`` those within 161 km, ``country`` those whose country agrees.

Where gold names no country, it is the country of the populated place (GeoNames) nearest to the gold point; countries
of places no more than 15 km farther count too, since a point at a border tells no more. Oceans and continents, whose
points lie near nobody or near anybody, count for ``near`` but not for ``country``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from dateline.errors import RecordError
from dateline.evaluation.agreement import Row
from dateline.evaluation.events import Share, Tally
from dateline.evaluation.passages import read_rows
from dateline.model import Evidence, Place
from dateline.resolve.geodesy import distance_km
from dateline.resolve.places import Resolved, find_places, resolve_all
from dateline.vocab.cities import nearest_cities
from dateline.vocab.places import PlaceKind, candidates

NEAR_KM = 161.0
_BORDER_KM = 15.0


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """One gold name: its span, its point, and the countries that its point may lie in (none: not asked)."""

    evidence: Evidence
    lat: float
    lon: float
    countries: frozenset[str]


@dataclass(slots=True)
class PlacesReport:
    """The figures of one file.

    Attributes:
        documents, names: How many were scored.
        country, near: Accuracy on given names.
        found: ``span``, ``near`` and ``country`` as precision, recall and F1 for names found by the program.
    """

    documents: int = 0
    names: int = 0
    country: Share = field(default_factory=Share)
    near: Share = field(default_factory=Share)
    found: dict[str, Tally] = field(default_factory=lambda: {key: Tally() for key in ("span", "near", "country")})

    def to_json(self) -> dict[str, Any]:
        """The figures under stable keys."""
        return {
            "documents": self.documents,
            "names": self.names,
            "given": {"country": self.country.to_json(), "near_161km": self.near.to_json()},
            "end_to_end": {key: tally.to_json() for key, tally in self.found.items()},
        }

    def __str__(self) -> str:
        lines = [
            f"{self.documents} documents, {self.names} names",
            f"given names    country {self.country}   within 161 km {self.near}",
        ]
        lines += [
            f"found {key:7}  P {tally.p:.3f}  R {tally.r:.3f}  F1 {tally.f1:.3f}"
            f"   gold {tally.gold} found {tally.coded}"
            for key, tally in self.found.items()
        ]
        return "\n".join(lines)


def evaluate_places(path: Path) -> PlacesReport:
    """Score the place finder and resolver on a gold file.

    Raises:
        RecordError: a row lacks its text, or a toponym its span or point.
    """
    return score_places(read_rows(path))


def score_places(rows: Iterable[Row]) -> PlacesReport:
    """Score gold rows; see the module's head for what counts."""
    report = PlacesReport()
    for row in rows:
        text = str(row.get("text") or "")
        gold = _gold(text, row)
        report.documents += 1
        report.names += len(gold)
        given = resolve_all(text, [place.evidence for place in gold])
        for place, resolved in zip(gold, given, strict=True):
            report.near.add(_near(place, resolved.place))
            if place.countries:
                report.country.add(_same_country(place, resolved.place))
        _score_found(report, gold, resolve_all(text, find_places(text)))
    return report


def _score_found(report: PlacesReport, gold: Sequence[GoldPlace], found: Sequence[Resolved]) -> None:
    free = list(found)
    hits = dict.fromkeys(report.found, 0)
    for place in gold:
        pair = next((each for each in free if _overlap(place.evidence, each.evidence)), None)
        if pair is None:
            continue
        free.remove(pair)
        near = _near(place, pair.place)
        hits["span"] += 1
        hits["near"] += near
        hits["country"] += _same_country(place, pair.place) if place.countries else near
    for key, tally in report.found.items():
        tally.add(hits[key], len(gold), len(found))


def _gold(text: str, row: Row) -> list[GoldPlace]:
    places = []
    for toponym in row.get("toponyms") or []:
        try:
            start, end = int(toponym["start"]), int(toponym["end"])
            lat, lon = float(toponym["lat"]), float(toponym["lon"])
        except (KeyError, TypeError, ValueError) as error:
            raise RecordError(f"gold row {row.get('id')}", f"toponym without span or point: {toponym}") from error
        evidence = Evidence.of(text, start, end)
        country = toponym.get("country")
        countries = frozenset({country}) if country else _countries_at(evidence.text, lat, lon)
        places.append(GoldPlace(evidence, lat, lon, countries))
    return places


def _countries_at(name: str, lat: float, lon: float) -> frozenset[str]:
    entries = candidates(name)
    if entries and entries[0].kind in (PlaceKind.AREA, PlaceKind.WATER) and entries[0].country is None:
        return frozenset()
    cities = nearest_cities(lat, lon)
    if not cities:
        return frozenset()
    distances = [(distance_km(lat, lon, city.lat, city.lon), city.country) for city in cities]
    closest = min(distances)[0]
    return frozenset(country for km, country in distances if km <= closest + _BORDER_KM)


def _overlap(a: Evidence, b: Evidence) -> bool:
    return a.start < b.end and b.start < a.end


def _near(gold: GoldPlace, place: Place | None) -> bool:
    if place is None or place.lat is None or place.lon is None:
        return False
    return distance_km(gold.lat, gold.lon, place.lat, place.lon) <= NEAR_KM


def _same_country(gold: GoldPlace, place: Place | None) -> bool:
    return place is not None and place.country in gold.countries
