"""Whether the places of two tellings agree, and for which acts a place that does not agree decides."""

from __future__ import annotations

from dateline.fuse.parties import whole
from dateline.fuse.telling import Telling
from dateline.model import Place, PlacePrecision
from dateline.vocab.event_types import Quad, event_types

_EXACT = (PlacePrecision.FACILITY, PlacePrecision.CITY)
#: Two exact places nearer than this, in degrees of latitude and of longitude, may be one.
_NEAR_DEGREES = 0.5
_VERBAL = (Quad.VERBAL_COOPERATION, Quad.VERBAL_CONFLICT)
#: Parties of the same ids that make up for places that contradict each other.
_PARTIES = 2
#: Taken off the score of acts in words whose places differ.
PLACE_PENALTY = 0.15


def places_agree(left: Place | None, right: Place | None) -> bool:
    """Nothing told of the places contradicts: not another country, not another town."""
    if left is None or right is None:
        return True
    if left.country and right.country and left.country != right.country:
        return False
    exact = left.precision in _EXACT and right.precision in _EXACT
    return not exact or same_spot(left, right)


def place_may_err(left: Telling, right: Telling) -> bool:
    """Whether contradicting places may be a matter of wording.

    What is said, decided or voted has no place in the world that reporters agree on: a resolution "on Sudan" is placed
    in Sudan by one and in New York by another. So for acts in words and for sanctions a country, which is often what
    the act is about, contradicts nothing; and two towns do not when two parties are the very same on the very same day.
    Two persons of the same ids cannot meet in two places on one day either.
    """
    if left.where is None or right.where is None or left.when is None or right.when is None:
        return False
    same_day = left.when.overlaps(right.when)
    shared = _ids(left) & _ids(right)
    if "CONSULT" in (left.event_type, right.event_type):
        return same_day and len({each for each in shared if each.startswith("person/")}) >= _PARTIES
    if not (_of_words(left.event_type) and _of_words(right.event_type)) or not shared:
        return False
    a_country = PlacePrecision.COUNTRY in (left.where.precision, right.where.precision)
    return same_day and (a_country or len(shared) >= _PARTIES)


def same_exact_place(left: Place | None, right: Place | None) -> bool:
    """Both are told, narrower than a country, and one spot."""
    if left is None or right is None or PlacePrecision.COUNTRY in (left.precision, right.precision):
        return False
    return same_spot(left, right)


def within(left: Place | None, right: Place | None) -> bool:
    """One is a country and the other that country or a place in it."""
    if left is None or right is None or PlacePrecision.COUNTRY not in (left.precision, right.precision):
        return False
    return left.country is not None and left.country == right.country


def same_spot(left: Place, right: Place) -> bool:
    """One place by id, name or nearness."""
    if left.geonames_id is not None and left.geonames_id == right.geonames_id:
        return True
    if left.name.casefold() == right.name.casefold():
        return True
    if left.lat is None or right.lat is None or left.lon is None or right.lon is None:
        return False
    return abs(left.lat - right.lat) < _NEAR_DEGREES and abs(left.lon - right.lon) < _NEAR_DEGREES


def is_verbal(event_type: str) -> bool:
    """Whether acts of the type are words; a coder of the user's own may have other types, which count as words."""
    known = event_types().get(event_type)
    return known is None or known.quad in _VERBAL


def _of_words(event_type: str) -> bool:
    return event_type == "SANCTION" or (event_type in event_types() and is_verbal(event_type))


def _ids(telling: Telling) -> set[str]:
    return {each for party in telling.parties if (each := whole(party))}
