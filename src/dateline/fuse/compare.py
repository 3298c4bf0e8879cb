"""Whether two documents tell the same happening. Conservative: what is not told on both sides decides nothing,
what contradicts keeps them apart, and date and parties must agree.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.fuse.parties import DIFFERENT, SAME_NAME, matched, side_likeness
from dateline.fuse.telling import Telling
from dateline.model import DatePrecision, ImpreciseDate, Place, PlacePrecision
from dateline.model.judged import UNJUDGED, Judged
from dateline.vocab.event_types import Quad, event_types

#: Longer intervals ("in June", "in 2019") are too vague to say that two reports mean one happening.
LONGEST_DAYS = 7
#: Datelines lie in other time zones than the act: two exact days may differ by one.
SLACK_DAYS = 1
#: Realities in which two documents can mean one happening; what did not happen has no day in common.
FUSABLE = ("happened", "future")

#: Likeness of two pairs of parties that needs no help from the place.
ENOUGH = 0.4

_EXACT = (PlacePrecision.FACILITY, PlacePrecision.CITY)
#: Two exact places nearer than this, in degrees of latitude and of longitude, may be one.
_NEAR_DEGREES = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two tellings mean one happening: how sure, between 0 and 1, and why."""

    score: float
    reason: str


def compare(left: Telling, right: Telling, judged: Judged = UNJUDGED) -> Match | None:
    """Match two tellings of different documents; None when they may be different happenings."""
    if (left.event_type, left.reality) != (right.event_type, right.reality) or left.reality not in FUSABLE:
        return None
    if left.mode and right.mode and left.mode != right.mode:
        return None
    if not dates_agree(left.when, right.when) or not places_agree(left.where, right.where):
        return None
    if not _arms_agree(left, right):
        return None
    who = _parties(left, right, judged)
    if who is None:
        return None
    same_day = left.when == right.when
    same_place = _same_exact_place(left.where, right.where)
    score = who * (1.0 if same_day else 0.8) + (0.1 if same_place else 0.0)
    reason = (
        f"{left.event_type} on {left.when} and on {right.when}; parties agree {who:.2f}"
        f"{'; same place ' + left.where.name if same_place and left.where else ''}"
    )
    return Match(score=min(score, 1.0), reason=reason)


def dates_agree(left: ImpreciseDate | None, right: ImpreciseDate | None) -> bool:
    """Both are told, narrow, and share a day; two exact days may be neighbours."""
    if left is None or right is None or max(left.days, right.days) > LONGEST_DAYS:
        return False
    return left.overlaps(right, slack_days=SLACK_DAYS if is_day(left) and is_day(right) else 0)


def is_day(interval: ImpreciseDate) -> bool:
    """Told to the day."""
    return interval.precision is DatePrecision.DAY


def places_agree(left: Place | None, right: Place | None) -> bool:
    """Nothing told of the places contradicts: not another country, not another town."""
    if left is None or right is None:
        return True
    if left.country and right.country and left.country != right.country:
        return False
    exact = left.precision in _EXACT and right.precision in _EXACT
    return not exact or _same_spot(left, right)


def _same_exact_place(left: Place | None, right: Place | None) -> bool:
    if left is None or right is None or PlacePrecision.COUNTRY in (left.precision, right.precision):
        return False
    return _same_spot(left, right)


def _same_spot(left: Place, right: Place) -> bool:
    if left.geonames_id is not None and left.geonames_id == right.geonames_id:
        return True
    if left.name.casefold() == right.name.casefold():
        return True
    if left.lat is None or right.lat is None or left.lon is None or right.lon is None:
        return False
    return abs(left.lat - right.lat) < _NEAR_DEGREES and abs(left.lon - right.lon) < _NEAR_DEGREES


def _arms_agree(left: Telling, right: Telling) -> bool:
    classes = {each.arms.item_class for each in (left, right) if each.arms is not None and each.arms.item_class}
    return len(classes) < 2


def _parties(left: Telling, right: Telling, judged: Judged) -> float | None:
    """How well the parties agree, or None when they do not or too little is told.

    Where both tell recipients, each side must agree with the same side; else (a meeting told as visitor and
    host by one, as two actors by the other) all parties together. At least two parties must have partners
    where both tell two, and nameless ones must act in the same place.
    """
    if not left.parties or not right.parties:
        return None
    needed = min(2, len(left.parties), len(right.parties))
    if matched(left.parties, right.parties, judged) < needed:
        return None
    if left.recipients and right.recipients:
        pairs = ((left.actors, right.actors), (left.recipients, right.recipients))
        sides = tuple(side_likeness(*pair, judged) for pair in pairs)
        if DIFFERENT in (side for side, told in zip(sides, _told(left, right), strict=True) if told):
            return None
        score = sum(sides) / sum(_told(left, right))
    else:
        score = side_likeness(left.parties, right.parties, judged)
    same_place = _same_exact_place(left.where, right.where)
    agreed = _lone_agrees(left, right, score, same_place) if needed < 2 else score >= ENOUGH or same_place
    return score if agreed else None


def _lone_agrees(left: Telling, right: Telling, score: float, same_place: bool) -> bool:
    """Whether a single party is enough: one may speak, and meet, several times on a day and in a place.

    The days must truly overlap. For acts the party must be the very same or the place must be; for words and
    meetings both.
    """
    if left.when is None or right.when is None or not left.when.overlaps(right.when):
        return False
    very_same = score >= SAME_NAME
    return (very_same and same_place) if _is_verbal(left.event_type) else (very_same or same_place)


def _is_verbal(event_type: str) -> bool:
    known = event_types().get(event_type)  # a coder of the user's own may have other types
    return known is None or known.quad in (Quad.VERBAL_COOPERATION, Quad.VERBAL_CONFLICT)


def _told(left: Telling, right: Telling) -> tuple[bool, bool]:
    return bool(left.actors and right.actors), bool(left.recipients and right.recipients)
