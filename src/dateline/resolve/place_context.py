"""What a document as a whole says about where it is: votes for countries and regions, and sure places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache

from dateline.vocab.placenames import fold
from dateline.vocab.places import GazetteerEntry, PlaceKind, candidates
from dateline.vocab.territories import ambiguity, plural, territories

_SURE_POPULATION = 500_000
_POINTS = frozenset({PlaceKind.CITY, PlaceKind.FACILITY})


@dataclass(slots=True)
class PlaceContext:
    """Evidence about where a document is set.

    Attributes:
        countries: Weight of each country (ISO3): its names, demonyms, actors, publisher.
        regions: Weight of each first-level region, by (ISO3, GeoNames code).
        anchors: Towns, facilities and counties that are settled.
        cues: For names of several territories: how often each reading's cue words stand in the text.
        own: What each settled place, by name, has added to the weights.
        most, most_of_region: The highest weight of a country, and of a region.
    """

    countries: dict[str, float] = field(default_factory=dict)
    regions: dict[tuple[str, str], float] = field(default_factory=dict)
    anchors: list[GazetteerEntry] = field(default_factory=list)
    cues: Counter[tuple[str, str]] = field(default_factory=Counter)
    own: dict[str, float] = field(default_factory=dict)
    most: float = 0.0
    most_of_region: float = 0.0

    def copy(self) -> PlaceContext:
        """A context to count further places in; the cue words stay shared."""
        return replace(
            self,
            countries=self.countries.copy(),
            regions=self.regions.copy(),
            anchors=list(self.anchors),
            own=self.own.copy(),
        )

    @property
    def top_country(self) -> str | None:
        """The country the document speaks of most, or None."""
        return max(self.countries, key=self.countries.__getitem__) if self.countries else None

    def add_country(self, iso3: str, weight: float) -> None:
        """Count something that points to a country."""
        self.countries[iso3] = held = self.countries.get(iso3, 0.0) + weight
        self.most = max(self.most, held)

    def settle(self, entry: GazetteerEntry, weight: float = 1.0) -> None:
        """Count a place that is settled."""
        self.own[entry.name] = self.own.get(entry.name, 0.0) + weight
        if entry.country:
            self.add_country(entry.country, weight)
            if entry.admin1:
                region = (entry.country, entry.admin1)
                near = weight if entry.kind in _POINTS else weight / 2
                self.regions[region] = held = self.regions.get(region, 0.0) + near
                self.most_of_region = max(self.most_of_region, held)
        if entry.kind in _POINTS or entry.detail == "county":
            self.anchors.append(entry)

    def country_share(self, country: str | None, own: GazetteerEntry | None = None) -> float:
        """How strongly the document speaks of a country, from 0 to 1: its weight against the strongest's.

        Args:
            country: ISO3, or None.
            own: What the name that asks was last settled as: it does not speak for itself.
        """
        if not country or not self.countries:
            return 0.0
        itself = self.own.get(own.name, 0.0) if own is not None and own.country == country else 0.0
        return max(0.0, self.countries.get(country, 0.0) - itself) / (self.most + 0.7)

    def region_share(self, country: str | None, admin1: str, own: GazetteerEntry | None = None) -> float:
        """How strongly the document speaks of a region, from 0 to 1; arguments as for :meth:`country_share`."""
        if not country or not admin1 or not self.regions:
            return 0.0
        same = own is not None and (own.country, own.admin1) == (country, admin1)
        itself = self.own.get(own.name, 0.0) if own is not None and same else 0.0
        return max(0.0, self.regions.get((country, admin1), 0.0) - itself) / (self.most_of_region + 0.7)


@cache
def demonyms() -> dict[str, str]:
    """ISO3 by folded demonym or adjective, plural forms included."""
    return {
        fold(form): iso3
        for iso3, territory in territories().items()
        for adjective in territory.adjectives
        for form in (adjective, plural(adjective))
        if form
    }


def document_context(
    text: str, words: Iterable[str], names: Sequence[str], *, countries: Iterable[str], publisher: str | None
) -> PlaceContext:
    """Context from everything that needs no disambiguation.

    Args:
        text: The document.
        words: Its single words, in which demonyms are looked for.
        names: The place names found in it, with repetitions.
        countries: ISO3 of actors' countries.
        publisher: ISO3 of the publisher's country, or None.
    """
    context = PlaceContext()
    for word in words:
        iso3 = demonyms().get(fold(word)) if word[0].isupper() and not ambiguity(word) else None
        if iso3:
            context.add_country(iso3, 0.6)
    for iso3 in countries:
        context.add_country(iso3, 0.7)
    if publisher:
        context.add_country(publisher, 0.8)
    for name in names:
        entry = _unambiguous(name)
        if entry:
            context.settle(entry, 1.0 if entry.kind is PlaceKind.COUNTRY else 0.8)
        case = ambiguity(name)
        if case:
            for iso3, cues in case.cues.items():
                context.cues[fold(name), iso3] = sum(cue in text for cue in cues)
    return context


def _unambiguous(name: str) -> GazetteerEntry | None:
    """The only sensible reading of a name: a country or region that no other such place shares, or a unique city."""
    entries = candidates(name)
    ours = [entry for entry in entries if entry.kind is not PlaceKind.CITY]
    cities = [entry for entry in entries if entry.kind is PlaceKind.CITY]
    if len(ours) == 1 and not (cities and cities[0].population >= _SURE_POPULATION) and not ambiguity(name):
        return ours[0]
    if not ours and len(cities) == 1:
        return cities[0]
    return None
