"""The gazetteer: everything a place word may stand for, from our own overlay and from GeoNames.

The overlay lists in ``data/places/*.csv`` are the one place to add a region, sea, disputed area or facility:
``name, aliases (|-separated), country (ISO3 or empty), admin1 (GeoNames code or empty), lat, lon, kind``.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from dateline.errors import VocabularyError
from dateline.vocab.cities import DATA, City, cities_by_key
from dateline.vocab.placenames import fold, keys
from dateline.vocab.territories import territories


class PlaceKind(StrEnum):
    """What sort of place a gazetteer entry is."""

    COUNTRY = "country"
    REGION = "region"
    AREA = "area"
    WATER = "water"
    FACILITY = "facility"
    CITY = "city"


@dataclass(frozen=True, slots=True, kw_only=True)
class GazetteerEntry:
    """One place that a word may stand for.

    Attributes:
        name: Canonical English name.
        kind: What sort of place.
        country: ISO 3166 alpha-3, or None for seas, continents and the like.
        admin1: GeoNames code of the first-level region it is or lies in; empty when unknown.
        lat, lon: Its centre; None when the gazetteer does not know it.
        population: For cities, inhabitants; 0 otherwise.
        geonames_id: GeoNames identifier, or None.
        detail: The list's own word for its kind ("oblast", "strait", "base").
    """

    name: str
    kind: PlaceKind
    country: str | None
    admin1: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    geonames_id: int | None = None
    detail: str = ""


_FILES = {
    "regions.csv": PlaceKind.REGION,
    "us_counties.csv": PlaceKind.REGION,
    "areas.csv": PlaceKind.AREA,
    "waters.csv": PlaceKind.WATER,
    "facilities.csv": PlaceKind.FACILITY,
    "towns.csv": PlaceKind.FACILITY,
}


def _rows(file: str) -> Iterator[dict[str, str]]:
    try:
        with (DATA / file).open(encoding="utf-8", newline="") as handle:
            yield from csv.DictReader(handle)
    except OSError as error:
        raise VocabularyError(f"cannot read {file}", str(error), "install the package again") from error


def _number(file: str, row: Mapping[str, str], field: str) -> float | None:
    try:
        return float(row[field]) if row[field] else None
    except (KeyError, ValueError) as error:
        raise VocabularyError(f"{file}: row {row.get('name')!r}", f"{field} is no number of degrees") from error


@cache
def country_entries() -> Mapping[str, GazetteerEntry]:
    """The countries and territories by ISO3, each with its centre."""
    return {
        row["country"]: GazetteerEntry(
            name=row["name"],
            kind=PlaceKind.COUNTRY,
            country=row["country"],
            lat=_number("countries.csv", row, "lat"),
            lon=_number("countries.csv", row, "lon"),
        )
        for row in _rows("countries.csv")
    }


@cache
def overlay() -> Mapping[str, tuple[GazetteerEntry, ...]]:
    """Our own entries by key: countries, regions, areas, waters and facilities.

    Raises:
        VocabularyError: a list is missing or a row has no valid coordinates.
    """
    found: dict[str, dict[GazetteerEntry, None]] = {}
    for file, kind in _FILES.items():
        for row in _rows(file):
            entry = GazetteerEntry(
                name=row["name"],
                kind=kind,
                country=row["country"] or None,
                admin1=row["admin1"],
                lat=_number(file, row, "lat"),
                lon=_number(file, row, "lon"),
                detail=row["kind"],
            )
            for name in (row["name"], *filter(None, row["aliases"].split("|"))):
                found.setdefault(fold(name), {})[entry] = None
    for key, entry in _country_names(set(found)).items():
        found.setdefault(key, {})[entry] = None
    return {key: tuple(entries) for key, entries in found.items()}


def _country_names(listed: set[str]) -> dict[str, GazetteerEntry]:
    """Keys of countries; an alias ("Scotland" for GBR) yields to an own entry of our lists and to other countries."""
    named: dict[str, GazetteerEntry] = {}
    for iso3, entry in country_entries().items():
        territory = territories().get(iso3)
        for name in (entry.name, territory.name if territory else entry.name):
            named[fold(name)] = entry
    for iso3, entry in country_entries().items():
        territory = territories().get(iso3)
        for alias in territory.aliases if territory else ():
            if fold(alias) not in listed:
                named.setdefault(fold(alias), entry)
    return named


@cache
def _regions_by_code() -> Mapping[tuple[str, str], GazetteerEntry]:
    return {
        (entry.country, entry.admin1): entry
        for entries in overlay().values()
        for entry in entries
        if entry.kind is PlaceKind.REGION and entry.country and entry.admin1 and entry.detail != "county"
    }


def region_of(country: str | None, admin1: str) -> GazetteerEntry | None:
    """The first-level region with a GeoNames code, where our lists have it."""
    return _regions_by_code().get((country, admin1)) if country and admin1 else None


def _city_entry(city: City) -> GazetteerEntry:
    return GazetteerEntry(
        name=city.name,
        kind=PlaceKind.CITY,
        country=city.country,
        admin1=city.admin1,
        lat=city.lat,
        lon=city.lon,
        population=city.population,
        geonames_id=city.geonames_id,
    )


@lru_cache(maxsize=65536)
def candidates(name: str) -> tuple[GazetteerEntry, ...]:
    """Everything a name may stand for: overlay entries first, then cities, largest first; empty when unknown.

    >>> [entry.country for entry in candidates("Helmand province")]
    ['AFG']
    """
    forms = keys(name)
    for key in forms:
        ours = overlay().get(key, ())
        cities = tuple(_city_entry(city) for city in cities_by_key(key))
        if key != forms[0] and ours:
            return ours
        if ours or cities:
            return (*ours, *cities)
    return ()


def is_listed(name: str) -> bool:
    """Whether the gazetteer has the very words of a name ("Kansas City"), with its area word."""
    return fold(name) in overlay() or bool(cities_by_key(fold(name)))


@cache
def _abbreviations() -> Mapping[str, Mapping[str, GazetteerEntry]]:
    data = tomllib.loads((DATA / "abbreviations.toml").read_text(encoding="utf-8"))
    return {
        where: {
            short: next(entry for entry in overlay()[fold(name)] if entry.country == country)
            for country, names in tables.items()
            for short, name in names.items()
        }
        for where, tables in data.items()
    }


def abbreviation(word: str, *, after_comma: bool = False) -> GazetteerEntry | None:
    """The region that a written abbreviation stands for ("Calif."; after a comma also "TX")."""
    entry = _abbreviations()["anywhere"].get(word)
    return _abbreviations()["after_comma"].get(word, entry) if after_comma else entry
