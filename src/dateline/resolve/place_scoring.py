"""Scores what a place name may stand for: containers first, then the document's countries, then size."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dateline.resolve.geodesy import distance_km
from dateline.resolve.place_context import PlaceContext
from dateline.resolve.place_usage import inside
from dateline.vocab.placenames import fold
from dateline.vocab.places import GazetteerEntry, PlaceKind
from dateline.vocab.territories import ambiguity, territories

#: What a reading is worth before the document is looked at. A city adds 0.6 for each power of ten of its population.
_PRIOR = {
    PlaceKind.COUNTRY: 6.0,
    PlaceKind.REGION: 3.8,
    PlaceKind.AREA: 3.9,
    PlaceKind.WATER: 3.9,
    PlaceKind.FACILITY: 3.7,
    PlaceKind.CITY: 0.0,
}
_COUNTY, _OPEN_WATER, _WIDE, _AMBIGUOUS = -0.7, 1.0, 1.6, -1.3
_PER_DECADE, _OTHER_SPELLING, _CAPITAL, _FAME = 0.6, -1.0, 1.5, 0.7
_CONTAINER, _WANTED, _COMPANY, _COUNTRY, _REGION, _CLOSE, _CUE = 6.0, 3.0, 2.0, 2.0, 1.2, 2.2, 1.2
_CLOSE_KM = 100.0
#: A city below this size, in a country the document does not speak of, is an unlikely namesake.
_SMALL, _NO_SUPPORT = 50_000, 0.2
#: From this size on, a city is known far from home.
_FAMOUS = 1_000_000
#: From this size on, a city is often called by a name that is not GeoNames' main one (Mecca, Calcutta).
_WELL_KNOWN = 300_000


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """One reading of a name with its score and the parts of it as words."""

    entry: GazetteerEntry
    score: float
    parts: tuple[tuple[str, float], ...]

    @property
    def reason(self) -> str:
        """The parts of the score in words, largest first."""
        return ", ".join(f"{what} {value:+.1f}" for what, value in sorted(self.parts, key=lambda part: -abs(part[1])))


@cache
def _capitals() -> frozenset[tuple[str, str]]:
    return frozenset(
        (iso3, fold(capital)) for iso3, territory in territories().items() for capital in territory.capitals[:2]
    )


def is_capital(entry: GazetteerEntry) -> bool:
    """Whether a city is the capital of its country."""
    return entry.kind is PlaceKind.CITY and (entry.country, fold(entry.name)) in _capitals()


def prior(name: str, entry: GazetteerEntry) -> float:
    """What a reading is worth before the document is looked at."""
    value = _PRIOR[entry.kind]
    if entry.kind is PlaceKind.CITY:
        value += _PER_DECADE * math.log10(entry.population + 10)
        key = fold(name)
        called_capital = (entry.country, key) in _capitals()
        value += _CAPITAL if called_capital and entry.population >= _SMALL else 0.0
        if fold(entry.name) != key and not called_capital:
            value += _OTHER_SPELLING if entry.population < _WELL_KNOWN else _OTHER_SPELLING / 4
        value += _FAME if entry.population >= _FAMOUS else 0.0
    elif entry.detail == "county":
        value += _COUNTY
    elif entry.detail in {"ocean", "sea"}:
        value += _OPEN_WATER
    elif entry.country is None:
        value += _WIDE
    elif entry.kind is PlaceKind.COUNTRY and ambiguity(name):
        value += _AMBIGUOUS
    return value


def score_readings(
    name: str,
    entries: Sequence[GazetteerEntry],
    context: PlaceContext,
    *,
    containers: Sequence[GazetteerEntry] = (),
    wanted: PlaceKind | None = None,
    company: Sequence[GazetteerEntry] = (),
    own: GazetteerEntry | None = None,
) -> tuple[PlaceReading, ...]:
    """All readings of a name, best first.

    Args:
        name: The words of the name.
        entries: What the gazetteer has under it.
        context: What the document says.
        containers: Readings of a place that the text says this one lies in ("Texas" in "Paris, Texas").
        wanted: The kind that a noun next to the name asks for ("Washington state"), or None.
        company: What the names in one list with it stand for ("Alabama, Georgia and Texas").
        own: What the name was last settled as, which must not speak for itself.
    """
    asked = _Asked(name, context, containers, wanted, company, own)
    readings = [_score(entry, asked) for entry in entries]
    return tuple(sorted(readings, key=lambda reading: -reading.score))


@dataclass(frozen=True, slots=True)
class _Asked:
    """A name and all that is known about it, as in :func:`score_readings`."""

    name: str
    context: PlaceContext
    containers: Sequence[GazetteerEntry]
    wanted: PlaceKind | None
    company: Sequence[GazetteerEntry]
    own: GazetteerEntry | None


def _score(entry: GazetteerEntry, asked: _Asked) -> PlaceReading:
    context = asked.context
    parts = [("size", prior(asked.name, entry))]
    if any(inside(entry, outer) for outer in asked.containers):
        parts.append(("named container", _CONTAINER))
    if asked.wanted is entry.kind:
        parts.append((f"called a {entry.kind.value}", _WANTED))
    if any(_alike(entry, other) for other in asked.company):
        parts.append(("listed with places of its kind", _COMPANY))
    parts.append(("country in the document", _COUNTRY * context.country_share(entry.country, asked.own)))
    if entry.kind is not PlaceKind.COUNTRY:
        share = context.region_share(entry.country, entry.admin1, asked.own)
        parts.append(("region in the document", _REGION * share))
        parts.append(("close to other places", _CLOSE * _closeness(entry, context)))
    parts += _cues(entry, asked)
    return PlaceReading(entry, sum([value for _, value in parts]), tuple([part for part in parts if part[1]]))


def _cues(entry: GazetteerEntry, asked: _Asked) -> list[tuple[str, float]]:
    """For names of several territories: what the cue words in the text say."""
    case = ambiguity(asked.name)
    if not case or not entry.country:
        return []
    counts, key = asked.context.cues, fold(asked.name)
    balance = 2 * counts[key, entry.country] - sum(counts[key, iso3] for iso3 in case.cues)
    usual = 0.3 if entry.country == case.default else 0.0
    return [("cue words", _CUE * max(-2, min(2, balance))), ("usual reading", usual)]


def _alike(entry: GazetteerEntry, other: GazetteerEntry) -> bool:
    if entry.kind is not other.kind or entry.name == other.name:
        return False
    return entry.kind is PlaceKind.COUNTRY or (entry.kind is PlaceKind.REGION and entry.country == other.country)


def unlikely(reading: PlaceReading, context: PlaceContext) -> bool:
    """Whether the best reading is only a small namesake in a country that nothing in the document points to."""
    entry = reading.entry
    other_spelling = dict(reading.parts)["size"] < prior(entry.name, entry)
    population = entry.population // 10 if other_spelling else entry.population
    if entry.kind is not PlaceKind.CITY or population >= _SMALL or not context.countries:
        return False
    return context.country_share(entry.country) < _NO_SUPPORT and not any(
        what == "named container" for what, _ in reading.parts
    )


def _closeness(entry: GazetteerEntry, context: PlaceContext) -> float:
    if entry.lat is None or entry.lon is None or not context.anchors:
        return 0.0
    closest = math.inf
    for anchor in context.anchors:
        if anchor.name != entry.name and anchor.lat is not None and anchor.lon is not None:
            closest = min(closest, distance_km(entry.lat, entry.lon, anchor.lat, anchor.lon))
    return math.exp(-closest / _CLOSE_KM)
