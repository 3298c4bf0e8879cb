"""The gazetteer: everything a place word may stand for, from our own overlay and from GeoNames.

The overlay lists in ``data/places/*.csv`` are the one place to add a region, sea, disputed area or facility:
``name, aliases (|-separated), country (ISO3 or empty), admin1 (GeoNames code or empty), lat, lon, kind``.
A user's own file of that form, named by the environment variable ``DATELINE_PLACES``, adds places and corrects them:
its names and aliases stand for its places alone. Their kind is a facility unless it is region, area, water or city.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from urllib.parse import urlsplit

from dateline.vocab.cities import City, cities_by_key
from dateline.vocab.loading import Entry, csv_entries, own_csv_entries
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


class _AbbreviationUse(StrEnum):
    """Where an abbreviation stands for a region."""

    ANYWHERE = "anywhere"
    AFTER_COMMA = "after_comma"


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


#: Environment variable that names a user's own file of places.
OWN = "DATELINE_PLACES"


def _entry(row: Entry, kind: PlaceKind) -> GazetteerEntry:
    try:
        lat, lon = float(row.text("lat")), float(row.text("lon"))
    except ValueError as error:
        raise row.wrong("lat and lon must be degrees", "see data/places/README.md") from error
    return GazetteerEntry(
        name=row.text("name"),
        kind=kind,
        country=row.text("country", "") or None,
        admin1=row.text("admin1", ""),
        lat=lat,
        lon=lon,
        detail=row.text("kind", ""),
    )


@cache
def country_entries() -> Mapping[str, GazetteerEntry]:
    """The countries and territories by ISO3, each with its centre."""
    return {row.text("country"): _entry(row, PlaceKind.COUNTRY) for row in csv_entries("places/countries.csv")}


@cache
def _countries_by_domain() -> Mapping[str, str]:
    rows = csv_entries("places/countries.csv")
    return {row.text("tld"): row.text("country") for row in rows if row.has("tld")}


def country_of_url(url: str) -> str | None:
    """ISO3 of the country whose top-level domain an address has (``https://www.example.co.uk/a`` is GBR), or None.

    Domains that sites of the whole world use (.tv, .io, .me) tell none; see the ``tld`` column of countries.csv.
    """
    host = urlsplit(url).hostname or ""
    return _countries_by_domain().get(host.rpartition(".")[2])


@cache
def overlay() -> Mapping[str, tuple[GazetteerEntry, ...]]:
    """Our own entries by key: countries, regions, areas, waters and facilities.

    Raises:
        VocabularyError: a list is missing or a row has no valid coordinates.
    """
    found: dict[str, dict[GazetteerEntry, None]] = {}
    for file, kind in _FILES.items():
        for row in csv_entries(f"places/{file}"):
            entry = _entry(row, kind)
            for name in (entry.name, *filter(None, row.text("aliases", "").split("|"))):
                found.setdefault(fold(name), {})[entry] = None
            row.done()
    for key, entry in _country_names(set(found)).items():
        found.setdefault(key, {})[entry] = None
    return {key: tuple(entries) for key, entries in found.items()} | _own()


@cache
def _own() -> dict[str, tuple[GazetteerEntry, ...]]:
    """The user's own entries by key."""
    path = os.environ.get(OWN)
    found: dict[str, tuple[GazetteerEntry, ...]] = {}
    for row in own_csv_entries(path) if path else ():
        kinds = {kind.value: kind for kind in PlaceKind}
        entry = _entry(row, kinds.get(row.text("kind", ""), PlaceKind.FACILITY))
        if entry.country is not None and entry.country not in country_entries():
            raise row.wrong(f"country {entry.country!r} is no ISO 3166 alpha-3 code", "see data/places/countries.csv")
        for name in (entry.name, *filter(None, row.text("aliases", "").split("|"))):
            found[fold(name)] = (*found.get(fold(name), ()), entry)
        row.done()
    return found


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
        if key in _own():
            return ours
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
    found: dict[str, dict[str, GazetteerEntry]] = {use.value: {} for use in _AbbreviationUse}
    for row in csv_entries("places/abbreviations.csv"):
        name, country = row.text("region"), row.text("country")
        named = [entry for entry in overlay().get(fold(name), ()) if entry.country == country]
        if not named:
            raise row.wrong(f"{name!r} is no region of {country}", "write the name as in regions.csv")
        found[row.choice("use", _AbbreviationUse)][row.text("short")] = named[0]
    return found


def abbreviation(word: str, *, after_comma: bool = False) -> GazetteerEntry | None:
    """The region that a written abbreviation stands for ("Calif."; after a comma also "TX")."""
    entry = _abbreviations()["anywhere"].get(word)
    return _abbreviations()["after_comma"].get(word, entry) if after_comma else entry
