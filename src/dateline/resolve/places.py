"""Resolves place words to places on Earth, each with its precision and the reasons.

The order of evidence is: a container that the text names ("Paris, Texas"), the kind that a noun asks for
("Washington state"), the countries and regions that the document speaks of, nearness to its other places, and
last the size of the place.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.model import Annotations, Because, Document, Evidence, Party, Place, PlacePrecision, Where
from dateline.resolve.place_back import point_back
from dateline.resolve.place_document import PlaceDocument
from dateline.resolve.place_finder import find_places
from dateline.resolve.place_records import against, certainty, place_of, told
from dateline.resolve.place_scoring import PlaceReading
from dateline.resolve.place_words import Closeness, Exactness, closeness
from dateline.vocab.places import PlaceKind, country_entries, country_of_url

__all__ = ["PlaceResolver", "Resolved", "find_places", "place_of", "resolve_all", "resolve_span"]

_STEP = "resolve.where"


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """Place words and what they stand for; ``place`` is None when nothing tells, with the reason."""

    evidence: Evidence
    place: Place | None
    because: tuple[Because, ...]


def resolve_all(
    document_text: str,
    spans: Sequence[Evidence],
    *,
    countries_in_context: Iterable[str] = (),
    publisher_country: str | None = None,
    annotations: Annotations | None = None,
) -> list[Resolved]:
    """Resolve place words of one document together.

    Args:
        document_text: The document's text.
        spans: The words to resolve: names ("Mosul") or phrases ("near the northern city of Mosul").
        countries_in_context: ISO3 of countries that the document is about, such as its actors'.
        publisher_country: ISO3 of the publisher's country, or None.
        annotations: Names in the document, where they are known.

    Returns:
        One result for each span, in the order given.
    """
    document = PlaceDocument(
        document_text, spans, annotations=annotations, countries=countries_in_context, publisher=publisher_country
    )
    return [resolve_span(document, span) for span in spans]


class PlaceResolver:
    """Resolves the ``where`` of mentions; keeps the last document's places, as mentions come document by document."""

    def __init__(self) -> None:
        self._key: tuple[str, str] | None = None
        self._places: PlaceDocument | None = None

    def places(self, document: Document, annotations: Annotations, parties: Iterable[Party] = ()) -> PlaceDocument:
        """The places of a document, read once."""
        key = (document.id, document.text_sha256)
        if self._places is None or self._key != key:
            countries = [party.country for party in parties if party.country]
            publisher = country_of_url(document.url) if document.url else None
            self._places = PlaceDocument(
                document.text, annotations=annotations, countries=countries, publisher=publisher
            )
            self._key = key
        return self._places

    def resolve(self, document: Document, annotations: Annotations, where: Where) -> Where:
        """The same words with their place; a ``where`` that has a place, or no words, is returned as it is."""
        if where.place is not None or where.evidence is None:
            return where
        resolved = resolve_span(self.places(document, annotations), where.evidence)
        return replace(where, place=resolved.place, because=(*where.because, *resolved.because))


def resolve_span(document: PlaceDocument, span: Evidence) -> Resolved:
    """Resolve one span of a document: a name, a phrase around a name, or a capital named by its country."""
    readings = document.readings(span) if span.text[:1].isupper() or " " not in span.text else ()
    if readings:
        return _resolved(span, readings, Closeness(Exactness.AT))
    pointed = point_back(document, span)
    if pointed is not None:
        place = place_of(pointed.entry) if pointed.entry else None
        because = Because(step=_STEP, reason=pointed.reason, rule="pointing phrase")
        return Resolved(evidence=span, place=place, because=(because,))
    inner = [name for name in document.inner(span.start, span.end) if name != span]
    if inner:
        return _phrase(document, span, inner)
    return _unknown(document, span)


def _phrase(document: PlaceDocument, span: Evidence, inner: Sequence[Evidence]) -> Resolved:
    name = inner[0]
    readings = document.readings(name)
    if not readings:
        return replace(_unknown(document, name), evidence=span)
    before, after = span.text[: name.start - span.start], span.text[name.end - span.start :]
    how = closeness(before, after)
    other = document.readings(inner[1]) if len(inner) > 1 and "border" in span.text.lower() else ()
    if other and how.exactness is Exactness.NEAR:
        return _border(span, readings, other)
    return _resolved(span, readings, how)


def _border(span: Evidence, one: Sequence[PlaceReading], other: Sequence[PlaceReading]) -> Resolved:
    """The border between two places: half-way between their points, counted under the first."""
    first, second = place_of(one[0].entry), place_of(other[0].entry)
    lat, lon = first.lat, first.lon
    if lat is not None and lon is not None and second.lat is not None and second.lon is not None:
        lat, lon = (lat + second.lat) / 2, (lon + second.lon) / 2
    name = f"border between {first.name} and {second.name}"
    place = replace(first, name=name, precision=PlacePrecision.NEAR, lat=lat, lon=lon, geonames_id=None)
    reason = (
        f"{span.text!r} names a border; the point is half-way between the middles of {first.name} and {second.name}"
    )
    return Resolved(evidence=span, place=place, because=(Because(step=_STEP, reason=reason, rule="border"),))


def _resolved(span: Evidence, readings: Sequence[PlaceReading], how: Closeness) -> Resolved:
    best = readings[0]
    place = place_of(best.entry)
    because = [
        Because(
            step=_STEP,
            reason=f"{span.text!r} is read as {told(best.entry)}: {best.reason}{against(readings)}",
            rule="gazetteer",
            score=certainty(readings),
        )
    ]
    if how.exactness is not Exactness.AT:
        place, reason = _imprecise(place, how)
        because.append(Because(step=_STEP, reason=reason, rule=how.exactness.value))
    return Resolved(evidence=span, place=place, because=tuple(because))


def _imprecise(place: Place, how: Closeness) -> tuple[Place, str]:
    if how.exactness is Exactness.NEAR:
        near = replace(place, name=f"near {place.name}", precision=PlacePrecision.NEAR)
        return near, f"{how.words!r} says near it, not in it; the coordinates are the named place's"
    if how.exactness is Exactness.FACILITY:
        return (
            replace(place, name=f"{place.name} {how.words}", precision=PlacePrecision.FACILITY),
            f"the {how.words} is not in the gazetteer; the coordinates are those of {place.name}",
        )
    part = replace(place, name=f"{how.words} {place.name}", precision=PlacePrecision.REGION)
    return part, f"{how.words!r} names a part of it; the coordinates are the whole's"


def _unknown(document: PlaceDocument, span: Evidence) -> Resolved:
    """A name that no gazetteer has: it lies in the place that the text says, or by the nearest one it names."""
    outer = document.container(span)
    inside = outer.entry.country if outer and outer.entry.kind is PlaceKind.COUNTRY else None
    by = document.nearest(span.start, inside) if inside else None
    if outer is not None and by is None:
        place = replace(place_of(outer.entry), name=span.text, geonames_id=None, precision=PlacePrecision.NEAR)
        reason = f"{span.text!r} is not in the gazetteer; the text places it in {told(outer.entry)}"
        return Resolved(evidence=span, place=place, because=(Because(step=_STEP, reason=reason, rule="container"),))
    country = inside or document.context.top_country
    by = by or document.nearest(span.start, country)
    if by is not None:
        place = replace(place_of(by.entry), name=span.text, geonames_id=None, precision=PlacePrecision.NEAR)
        reason = f"{span.text!r} is not in the gazetteer; {told(by.entry)} is the nearest place the text names"
        return Resolved(evidence=span, place=place, because=(Because(step=_STEP, reason=reason, rule="nearest"),))
    if country and country in country_entries():
        place = replace(place_of(country_entries()[country]), name=span.text)
        reason = f"{span.text!r} is not in the gazetteer; the document speaks most of {country}"
        return Resolved(evidence=span, place=place, because=(Because(step=_STEP, reason=reason, rule="country"),))
    return _none(span, f"{span.text!r} is not in the gazetteer, and the document names no place near it")


def _none(span: Evidence, reason: str) -> Resolved:
    return Resolved(evidence=span, place=None, because=(Because(step=_STEP, reason=reason, rule="unresolved"),))
