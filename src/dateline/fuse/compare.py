"""Whether two documents tell the same happening. Conservative: what is not told on both sides decides nothing,
what contradicts keeps them apart, and date and parties must agree. Types may be near ones (``nearness``);
how far places decide is said in ``places``.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.fuse.nearness import nearness
from dateline.fuse.parties import DIFFERENT, SAME_NAME, matched, side_likeness
from dateline.fuse.places import PLACE_PENALTY, is_verbal, place_may_err, places_agree, same_exact_place, within
from dateline.fuse.telling import Telling
from dateline.model import DatePrecision, ImpreciseDate
from dateline.model.judged import UNJUDGED, Judged

#: Longer intervals ("in June", "in 2019") are too vague to say that two reports mean one happening.
LONGEST_DAYS = 7
#: Datelines lie in other time zones than the act: two exact days may differ by one.
SLACK_DAYS = 1
#: Realities in which two documents can mean one happening; what did not happen has no day in common.
FUSABLE = ("happened", "future")

#: Likeness of two pairs of parties that needs no help from the place.
ENOUGH = 0.4
#: What it must be for words within one country that are not told of the very same days, unless the place is the same.
ENOUGH_IN_DAYS = 0.75
#: The score of a match is never lower.
LEAST = 0.05


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Two tellings mean one happening: how sure, between 0 and 1, and why."""

    score: float
    reason: str


def compare(left: Telling, right: Telling, judged: Judged = UNJUDGED) -> Match | None:
    """Match two tellings of different documents; None when they may be different happenings."""
    if left.reality != right.reality or left.reality not in FUSABLE:
        return None
    form = nearness(left, right)
    if form is None or not dates_agree(left.when, right.when) or not _arms_agree(left, right):
        return None
    astray = not places_agree(left.where, right.where)
    if astray and not place_may_err(left, right):
        return None
    who = _parties(left, right, judged, any_side=form.any_side)
    if who is None:
        return None
    same_place = same_exact_place(left.where, right.where)
    if who < ENOUGH_IN_DAYS and not same_place and _home_talk(left, right):
        return None
    score = who * (1.0 if left.when == right.when else 0.8) + (0.1 if same_place else 0.0)
    score -= form.penalty + (PLACE_PENALTY if astray else 0.0)
    return Match(score=max(min(score, 1.0), LEAST), reason=_reason(left, right, who, form.why))


def _reason(left: Telling, right: Telling, who: float, near: str) -> str:
    kinds = " and ".join(dict.fromkeys((left.event_type, right.event_type)))
    parts = [f"{kinds} on {left.when} and on {right.when}", f"parties agree {who:.2f}"]
    if near:
        parts.append(near)
    if left.where is not None and right.where is not None:
        if same_exact_place(left.where, right.where):
            parts.append(f"same place {left.where.name}")
        elif not places_agree(left.where, right.where):
            parts.append(f"told of {left.where.name} and of {right.where.name}, which does not decide for such acts")
    return "; ".join(parts)


def _home_talk(left: Telling, right: Telling) -> bool:
    """Words among people of one country, told of days that are not the same: they say much in a week."""
    if left.when == right.when or not (is_verbal(left.event_type) and is_verbal(right.event_type)):
        return False
    mine, theirs = ({party.country for party in each.parties if party.country} for each in (left, right))
    return len(mine & theirs) < 2


def dates_agree(left: ImpreciseDate | None, right: ImpreciseDate | None) -> bool:
    """Both are told, narrow, and share a day; two exact days may be neighbours."""
    if left is None or right is None or max(left.days, right.days) > LONGEST_DAYS:
        return False
    return left.overlaps(right, slack_days=SLACK_DAYS if is_day(left) and is_day(right) else 0)


def is_day(interval: ImpreciseDate) -> bool:
    """Told to the day."""
    return interval.precision is DatePrecision.DAY


def _arms_agree(left: Telling, right: Telling) -> bool:
    classes = {each.arms.item_class for each in (left, right) if each.arms is not None and each.arms.item_class}
    return len(classes) < 2


def _parties(left: Telling, right: Telling, judged: Judged, *, any_side: bool) -> float | None:
    """How well the parties agree, or None when they do not or too little is told.

    Where both tell recipients and the sides matter, each side must agree with the same side; else (a meeting told as
    visitor and host by one, as two actors by the other) all parties together. At least two parties must have partners
    where both tell two, and nameless ones must act in the same place.
    """
    if not left.parties or not right.parties:
        return None
    needed = min(2, len(left.parties), len(right.parties))
    if matched(left.parties, right.parties, judged) < needed:
        return None
    if left.recipients and right.recipients and not any_side:
        pairs = ((left.actors, right.actors), (left.recipients, right.recipients))
        sides = tuple(side_likeness(*pair, judged) for pair in pairs)
        if DIFFERENT in (side for side, told in zip(sides, _told(left, right), strict=True) if told):
            return None
        score = sum(sides) / sum(_told(left, right))
    else:
        score = side_likeness(left.parties, right.parties, judged)
    same_place = same_exact_place(left.where, right.where)
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
    if not (is_verbal(left.event_type) or is_verbal(right.event_type)):
        return very_same or same_place
    return very_same and (same_place or _one_stay(left, right))


def _one_stay(left: Telling, right: Telling) -> bool:
    """Two meetings of one day, told of a town and of its country."""
    meetings = left.event_type == right.event_type == "CONSULT"
    return meetings and left.when == right.when and within(left.where, right.where)


def _told(left: Telling, right: Telling) -> tuple[bool, bool]:
    return bool(left.actors and right.actors), bool(left.recipients and right.recipients)
