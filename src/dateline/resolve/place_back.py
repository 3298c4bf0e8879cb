"""Phrases that name no place but point to one: "the capital", "the Belarusian capital", "the city", "the country"."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Evidence
from dateline.resolve.place_context import demonyms
from dateline.resolve.place_document import PlaceDocument
from dateline.resolve.place_words import capital_of, refers_back
from dateline.vocab.placenames import fold
from dateline.vocab.places import GazetteerEntry, PlaceKind, candidates, country_entries
from dateline.vocab.placewords import place_words
from dateline.vocab.territories import lookup_territory, territories

_COUNTRY = frozenset({PlaceKind.COUNTRY})
_CITY = frozenset({PlaceKind.CITY})
_PART = frozenset({PlaceKind.REGION, PlaceKind.AREA, PlaceKind.FACILITY, PlaceKind.CITY})
_WATER = frozenset({PlaceKind.WATER})
_KINDS = {
    **dict.fromkeys(("country", "nation", "kingdom", "republic"), _COUNTRY),
    **dict.fromkeys(("city", "town", "village"), _CITY),
    **dict.fromkeys(("strait",), _WATER),
}


@dataclass(frozen=True, slots=True)
class PointedAt:
    """The place a phrase points to, with the reason; without a place the reason says why."""

    entry: GazetteerEntry | None
    reason: str


def point_back(document: PlaceDocument, span: Evidence) -> PointedAt | None:
    """What a phrase points to, or None when it is no such phrase."""
    owner = capital_of(span.text)
    if owner is not None:
        return _capital(document, span, owner)
    if not refers_back(span.text):
        return None
    noun = span.text.split()[-1].lower()
    entry = _last(document, span.start, _KINDS.get(noun, _PART))
    if entry is None and _KINDS.get(noun) is _COUNTRY:
        entry = country_entries().get(document.context.top_country or "")
    if entry is None:
        return PointedAt(None, f"{span.text!r} points back, but the text names no such place before it")
    return PointedAt(entry, f"{span.text!r} points back to {entry.name}, the last such place named")


def _last(document: PlaceDocument, position: int, kinds: frozenset[PlaceKind]) -> GazetteerEntry | None:
    """The last place of a kind before a position; one after a preposition of place is preferred to a bare one."""
    bare = located = None
    for name in document.evidences:
        if name.start >= position:
            break
        readings = document.readings(name)
        if readings and readings[0].entry.kind in kinds:
            bare = readings[0].entry
            before = document.text[max(0, name.start - 20) : name.start].split()
            located = bare if _prepositional(before) else located
    return located or bare


def _prepositional(before: list[str]) -> bool:
    words = [word.lower() for word in before[-2:]]
    return any(word in place_words().locative or word in {"from", "to", "of", "into"} for word in words)


def _capital(document: PlaceDocument, span: Evidence, owner: str) -> PointedAt:
    country = _owner_country(document, span, owner)
    territory = territories().get(country) if country else None
    if territory is None or not territory.capitals:
        return PointedAt(None, f"{span.text!r} names a capital, but the text does not tell of which country")
    entries = [entry for entry in candidates(territory.capitals[0]) if entry.country == country]
    if not entries:
        return PointedAt(None, f"the gazetteer does not have {territory.capitals[0]}, capital of {territory.name}")
    best = max(entries, key=lambda entry: (entry.kind is PlaceKind.CITY, entry.population))
    return PointedAt(best, f"{span.text!r} is the capital of {territory.name}")


def _owner_country(document: PlaceDocument, span: Evidence, owner: str) -> str | None:
    if owner:
        inner = document.inner(span.start, span.end)
        readings = document.readings(inner[0]) if inner else ()
        territory = lookup_territory(owner)
        iso3 = readings[0].entry.country if readings else demonyms().get(fold(owner))
        return iso3 or (territory.iso3 if territory else None)
    last = _last(document, span.start, _COUNTRY)
    return last.country if last is not None else document.context.top_country
