"""Places with their precision: a country is never drawn as an exact point."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PlacePrecision(StrEnum):
    """How small an area the name stands for."""

    FACILITY = "facility"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"
    SEA = "sea"
    NEAR = "near"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place on Earth.

    Attributes:
        name: Canonical English name.
        country: ISO 3166 alpha-3 of the country it lies in; None for seas and the like.
        precision: What kind of area the coordinates stand for.
        lat: Latitude of its centre in degrees north, or None.
        lon: Longitude of its centre in degrees east, or None.
        geonames_id: GeoNames identifier, or None.
    """

    name: str
    country: str | None
    precision: PlacePrecision
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
