"""Place names in their place: what the words next to a name say about it, before anything is looked up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dateline.model import Evidence
from dateline.resolve.place_usage import FAMOUS, inside
from dateline.vocab.placenames import fold
from dateline.vocab.places import GazetteerEntry, PlaceKind, abbreviation, candidates
from dateline.vocab.territories import ambiguity

_SIDE = r"[\w-]*(?:north|south|east|west|central)[\w-]*"
_CONTAINED = re.compile(
    rf"^(?:, |,? (?:in|of) | \()(?:(?:the|a|an)? ?(?:{_SIDE}|remote|nearby|[a-z-]+ (?:of|in)|the) )*(?:the )?$"
)
_OWNER = re.compile(rf"^['’]s? (?:(?:{_SIDE}|second|largest|port|capital|city|of) )*$")
_REGION_AFTER = re.compile(
    r"^ (?:state|province|region|governorate|oblast|county|prefecture|district|Governor|Gov\.|Department of|Attorney|"
    r"Legislature|legislature|Senator|Sen\.)\b"
)
_CITY_AFTER = re.compile(r"^ (?:city|City|Mayor|mayor|suburb|airport|Airport|City Council)\b")
_REGION_BEFORE = re.compile(r"\b(?:state|province|region|governorate|county|Governor|governor) of $")
_CITY_BEFORE = re.compile(r"\b(?:city|town|village|port|Mayor|mayor|suburb|outskirts) of $")
_LIST_GAPS = frozenset({", ", " and ", ", and ", " or ", "; "})
_RANK = {PlaceKind.COUNTRY: 3, PlaceKind.REGION: 2}

Lookup = Callable[[Evidence], tuple[GazetteerEntry, ...]]


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One name in the text.

    Attributes:
        containers: Readings of the places that the text says it lies in.
        wanted: The kind of place that a noun next to it asks for, or None.
        listed: The names that stand in one list with it.
    """

    evidence: Evidence
    containers: tuple[GazetteerEntry, ...] = ()
    wanted: PlaceKind | None = None
    listed: tuple[Evidence, ...] = ()


def place_mentions(text: str, names: Sequence[Evidence], entries: Lookup) -> tuple[PlaceMention, ...]:
    """The names of a text with what stands next to them.

    Args:
        text: The document.
        names: Its place names in text order.
        entries: What the gazetteer has for a name.
    """
    return tuple(
        PlaceMention(name, _outer(text, names, i, entries), _wanted(text, name), _listed(text, names, i))
        for i, name in enumerate(names)
    )


def merged(found: Iterable[Evidence], spans: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Found names and given spans: a given span wins over names it overlaps, unless it only says more than they do."""
    kept = list(found)
    for span in spans:
        overlapping = [name for name in kept if name.start < span.end and span.start < name.end]
        if len(overlapping) > 1 or any(name != span and _wider(span, name) for name in overlapping):
            continue
        kept = [name for name in kept if name not in overlapping]
        kept.append(span)
    return tuple(sorted(kept, key=lambda name: name.start))


def _wider(span: Evidence, name: Evidence) -> bool:
    return span.start <= name.start and name.end <= span.end and not candidates(span.text)


def _wanted(text: str, name: Evidence) -> PlaceKind | None:
    before, after = text[max(0, name.start - 24) : name.start], text[name.end : name.end + 24]
    if _REGION_AFTER.match(after) or _REGION_BEFORE.search(before):
        return PlaceKind.REGION
    if _CITY_AFTER.match(after) or _CITY_BEFORE.search(before):
        return PlaceKind.CITY
    return PlaceKind.WATER if before.endswith(("the ", "The ")) else None


def _listed(text: str, names: Sequence[Evidence], i: int) -> tuple[Evidence, ...]:
    beside = []
    if i and text[names[i - 1].end : names[i].start] in _LIST_GAPS:
        beside.append(names[i - 1])
    if i + 1 < len(names) and text[names[i].end : names[i + 1].start] in _LIST_GAPS:
        beside.append(names[i + 1])
    return tuple(beside)


def _outer(text: str, names: Sequence[Evidence], i: int, entries: Lookup) -> tuple[GazetteerEntry, ...]:
    """Readings of the one or two names that follow ("Pandi, Bulacan, Philippines") or own it ("Syria's Aleppo")."""
    name, inner = names[i].text, entries(names[i])
    outer: list[GazetteerEntry] = []
    for j in range(i + 1, min(i + 3, len(names))):
        if not _CONTAINED.match(text[names[j - 1].end : names[j].start]):
            break
        if abbreviation(names[j].text, after_comma=True):
            return entries(names[j])
        outer += [entry for entry in entries(names[j]) if _can_contain(name, entry, inner)]
    if i and _OWNER.match(text[names[i - 1].end : names[i].start]):
        outer += [entry for entry in entries(names[i - 1]) if _can_contain(name, entry, inner)]
    return tuple(outer)


def _can_contain(name: str, outer: GazetteerEntry, inner: Sequence[GazetteerEntry]) -> bool:
    """Whether "inner, outer" may say that one lies in the other; "China, Japan" and "Texas, Ohio" are lists."""
    if not inner:
        return outer.kind is not PlaceKind.WATER
    key = fold(name)
    main = [entry for entry in inner if entry.kind is not PlaceKind.CITY or entry.population >= FAMOUS]
    if any(_RANK.get(entry.kind, 1) >= _RANK.get(outer.kind, 1) for entry in main) and not ambiguity(name):
        return False
    exact = [entry for entry in inner if fold(entry.name) == key]
    return any(inside(entry, outer) for entry in exact or inner)
