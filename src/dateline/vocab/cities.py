"""Populated places of GeoNames, looked up in two sorted text files without loading them.

``names.tsv`` has one line for each key (see :func:`dateline.vocab.placenames.fold`): the key, and the byte
offsets in ``cities.tsv`` of the places that bear it, in base 36, largest place first. Both files are made by
``scripts/build_cities.py`` from GeoNames (CC BY 4.0; see ``data/places/README.md``). They are mapped into memory
and searched by bisection, so that start-up costs nothing and a lookup some microseconds.
"""

from __future__ import annotations

import mmap
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from dateline.errors import VocabularyError
from dateline.vocab.placenames import fold

DATA = Path(__file__).parent / "data" / "places"


@dataclass(frozen=True, slots=True, kw_only=True)
class City:
    """One populated place.

    Attributes:
        geonames_id: GeoNames identifier.
        name: GeoNames' main name.
        country: ISO 3166 alpha-3.
        admin1: GeoNames code of its first-level region ("TX" in the United States).
        lat, lon: Degrees north and east.
        population: Inhabitants as GeoNames has them; 0 when unknown.
    """

    geonames_id: int
    name: str
    country: str
    admin1: str
    lat: float
    lon: float
    population: int


@cache
def _mapped(file: str) -> mmap.mmap:
    path = DATA / file
    try:
        with path.open("rb") as handle:
            return mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ)
    except (OSError, ValueError) as error:
        raise VocabularyError(
            f"cannot open the gazetteer file {file}", str(error), "install the package again"
        ) from error


def _line_at(data: mmap.mmap, offset: int) -> bytes:
    end = data.find(b"\n", offset)
    return data[offset : end if end >= 0 else len(data)]


def _find(data: mmap.mmap, key: bytes) -> bytes | None:
    """The line of a sorted file that starts with ``key`` and a tab."""
    low, high = 0, len(data)
    while low < high:
        middle = (low + high) // 2
        start = data.rfind(b"\n", low, middle) + 1 or low
        line = _line_at(data, start)
        found = line.partition(b"\t")[0]
        if found == key:
            return line
        if found < key:
            low = start + len(line) + 1
        else:
            high = start
    return None


@lru_cache(maxsize=65536)
def _city_at(offset: int) -> City:
    fields = _line_at(_mapped("cities.tsv"), offset).decode().split("\t")
    geonames_id, name, country, admin1, lat, lon, population = fields
    return City(
        geonames_id=int(geonames_id),
        name=name,
        country=country,
        admin1=admin1,
        lat=float(lat),
        lon=float(lon),
        population=int(population),
    )


@lru_cache(maxsize=65536)
def cities_by_key(key: str) -> tuple[City, ...]:
    """The populated places that bear a folded name, largest first.

    Raises:
        VocabularyError: the gazetteer files are missing or empty.
    """
    line = _find(_mapped("names.tsv"), key.encode())
    if line is None:
        return ()
    offsets = line.decode().split("\t", 1)[1].split(" ")
    return tuple(_city_at(int(offset, 36)) for offset in offsets)


def cities_named(name: str) -> tuple[City, ...]:
    """The populated places that bear a name in any spelling, largest first."""
    return cities_by_key(fold(name))


@cache
def _grid() -> dict[tuple[int, int], tuple[int, ...]]:
    """Offsets of all places by the whole degrees of their point; reads the whole file, for evaluation only."""
    cells: dict[tuple[int, int], list[int]] = {}
    data, offset = _mapped("cities.tsv"), 0
    while offset < len(data):
        line = _line_at(data, offset)
        lat, lon = line.split(b"\t")[4:6]
        cells.setdefault((int(float(lat) // 1), int(float(lon) // 1)), []).append(offset)
        offset += len(line) + 1
    return {cell: tuple(offsets) for cell, offsets in cells.items()}


def nearest_cities(lat: float, lon: float, *, reach: int = 6) -> tuple[City, ...]:
    """All places in the smallest square of whole degrees around a point that has any, and one ring more.

    Args:
        lat: Degrees north.
        lon: Degrees east.
        reach: Degrees to look in each direction before giving up.
    """
    row, column = int(lat // 1), int(lon // 1)
    for size in range(reach + 1):
        if _square(row, column, size):
            return _square(row, column, size + 1)
    return ()


def _square(row: int, column: int, size: int) -> tuple[City, ...]:
    around = range(-size, size + 1)
    return tuple(
        _city_at(offset)
        for i in around
        for j in around
        for offset in _grid().get((row + i, (column + j + 180) % 360 - 180), ())
    )
