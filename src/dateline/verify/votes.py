"""Votes: which vote of the record a sentence speaks of, and how that is known.

By symbol with subject or day; by day (one day of slack: datelines lie in other time zones), body and subject; by
subject and body before publication; at last by the figures alone within 400 days. A symbol alone is no key, because
votes on paragraphs share it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dateline.model import Resolution
from dateline.model.voting import VotePart
from dateline.verify.bodies import Body, body_of, elsewhere, speaks_of_un, symbol_key, symbols
from dateline.verify.facts import Facts
from dateline.verify.subjects import likeness, subject_of
from dateline.verify.told import Time, Told
from dateline.verify.vote_records import vetoed_drafts, vote_key

_WEEK = 8
_DAY = dt.timedelta(days=1)
_BACK = dt.timedelta(days=400)
_LATELY = dt.timedelta(days=45)

#: Whether a vote agrees with the figures of a claim: every slot, at least one, or none.
Agrees = Callable[[Resolution], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Votes that a sentence may speak of, the likeliest first.

    Attributes:
        votes: One entry for each vote; several editions of one vote are in ``same``.
        how: How they were found.
        firm: The day or symbol ties the sentence to the first one; other figures contradict it.
        same: All rows of the first vote, one for each edition.
        by_day: The day or symbol is told, so that the vote is meant even where no figure agrees.
        day: What is to be said on the day ("the report says 19 June, the vote was on 18 June in New York").
    """

    votes: tuple[Resolution, ...]
    how: str
    firm: bool
    same: tuple[Resolution, ...] = ()
    by_day: bool = False
    day: str = ""


def find_vote(told: Told, facts: Facts, agrees: Agrees | None = None) -> Match | None:
    """The vote that a sentence speaks of, or None.

    Args:
        told: The claim in its report.
        facts: Where votes are looked up.
        agrees: Part of the claim's figures that a vote has (0 to 1); decides between several, matches alone at last.
    """
    if elsewhere(told) or (agrees is None and not speaks_of_un(told)):
        return None
    body = body_of(told)
    last = (told.published or dt.date.max - _DAY) + _DAY
    votes = [
        each
        for each in (
            *facts.resolutions(body=str(body) if body else None, last=last if told.published else None),
            *(() if body is Body.ASSEMBLY else vetoed_drafts(facts, last)),
        )
        if each.day is not None
    ]
    found = None
    un = speaks_of_un(told)
    for find in (_by_symbol, _by_day, _by_subject):
        found = find(told, votes, agrees)
        if found is not None and (un or (agrees is not None and agrees(found.votes[0]) == 1.0)):
            break
        found = None
    if agrees is not None and (found is None or (not found.firm and agrees(found.votes[0]) < 1.0)):
        return _by_figures(told, votes, agrees) or found
    return found


def _by_symbol(told: Told, votes: Sequence[Resolution], agrees: Agrees | None) -> Match | None:
    wanted = symbols(told.sentence)
    held = [
        each for each in votes if symbol_key(each.symbol) in wanted or (each.draft and symbol_key(each.draft) in wanted)
    ]
    if not held:
        return None
    held = _parts(told, held)
    ranked = sorted(held, key=lambda each: (-_fit(told, each), -(agrees(each) if agrees else 0.0)))
    best = ranked[0]
    others = len({vote_key(each) for each in ranked})
    if _fit(told, best) <= 0 and _days(told) and not _on_day(told, best) and agrees is None:
        return None
    how = f"by the symbol {best.symbol}" + (", with subject" if _fit(told, best) > 0 else "")
    how += f"; {others} votes share it" if others > 1 else ""
    return _match(told, ranked, how, firm=others == 1, by_day=True)


def _by_day(told: Told, votes: Sequence[Resolution], agrees: Agrees | None) -> Match | None:
    if not _days(told):
        return None
    held = [each for each in _parts(told, votes) if _on_day(told, each)]
    ranked = _ranked(told, held, agrees)
    if not ranked:
        return None
    subject = _fit(told, ranked[0]) > 0
    if not subject and not (speaks_of_un(told) and (agrees is None or agrees(ranked[0]) > 0)):
        return None
    how = "by day and body" + (" and subject" if subject else "")
    return _match(told, ranked, how, firm=subject, by_day=True)


def _by_subject(told: Told, votes: Sequence[Resolution], agrees: Agrees | None) -> Match | None:
    since = (told.published - _BACK) if told.published else dt.date.min
    dated = _months(told)
    held = [
        each
        for each in _parts(told, votes)
        if each.day is not None and each.day >= since and _fit(told, each) > 0 and (not dated or _in(each.day, dated))
    ]
    if not held:
        return None
    lately = [each for each in held if told.published and each.day and told.published - each.day <= _LATELY]
    pool = lately or held
    ranked = _ranked(told, pool, agrees, recent=True)
    firm = bool(dated) or len({vote_key(each) for each in pool}) == 1
    how = (
        "by subject"
        + (" and body" if body_of(told) else "")
        + (" and the month told" if dated else " before publication")
    )
    return _match(told, ranked, how, firm=firm)


def _by_figures(told: Told, votes: Sequence[Resolution], agrees: Agrees | None) -> Match | None:
    since = (told.published - _BACK) if told.published else dt.date.min
    held = [each for each in votes if agrees and each.day and each.day >= since and agrees(each) == 1.0]
    if not held or told.claim.value.count("?") > 1 or "-" not in told.claim.value:
        return None
    ranked = sorted(held, key=lambda each: each.day or dt.date.min, reverse=True)
    return _match(told, ranked, "by its figures alone, within 400 days before publication", firm=False)


def _ranked(told: Told, held: Sequence[Resolution], agrees: Agrees | None, *, recent: bool = False) -> list[Resolution]:
    def order(each: Resolution) -> tuple[float, float, float, int]:
        told_part = agrees(each) if agrees is not None else 0.0
        fit = _fit(told, each)
        day = -(each.day.toordinal() if each.day else 0)
        return (-(told_part == 1.0) * (fit > 0), -fit, -told_part, day if recent else 0)

    return sorted(held, key=order)


def _parts(told: Told, votes: Sequence[Resolution]) -> list[Resolution]:
    """Whole texts, unless the sentence speaks of a paragraph or an amendment."""
    low = told.sentence.lower()
    if "paragraph" in low or "amendment" in low:
        return list(votes)
    return [each for each in votes if each.part is VotePart.WHOLE]


def _fit(told: Told, vote: Resolution) -> float:
    record = subject_of(" ".join((vote.title, vote.agenda, *vote.subjects)))
    here = likeness(subject_of(told.sentence), record)
    return here if here > 0 else 0.5 * max(0.0, likeness(subject_of(told.around), record))


def _days(told: Told) -> tuple[Time, ...]:
    """Days and weeks that the sentence tells, else those of its neighbours."""
    own = tuple(each for each in told.times if each.interval.days <= _WEEK)
    return own or (() if told.times else tuple(each for each in told.near_times if each.interval.days <= _WEEK))


def _on_day(told: Told, vote: Resolution) -> bool:
    return any(
        vote.day is not None and each.interval.earliest - _DAY <= vote.day <= each.interval.latest + _DAY
        for each in _days(told)
    )


def _months(told: Told) -> list[tuple[dt.date, dt.date]]:
    """Months and the like that the sentence tells: longer than a week, no longer than a year."""
    return [(each.interval.earliest, each.interval.latest) for each in told.times if _WEEK < each.interval.days <= 367]


def _in(day: dt.date, spans: Sequence[tuple[dt.date, dt.date]]) -> bool:
    return any(first - _DAY <= day <= last + _DAY for first, last in spans)


def _match(told: Told, ranked: Sequence[Resolution], how: str, *, firm: bool, by_day: bool = False) -> Match:
    seen: dict[tuple[str, dt.date | None, str, str], Resolution] = {}
    for each in ranked:
        seen.setdefault(vote_key(each), each)
    first = next(iter(seen.values()))
    same = tuple(each for each in ranked if vote_key(each) == vote_key(first))
    return Match(votes=tuple(seen.values()), how=how, firm=firm, same=same, by_day=by_day, day=day_note(told, first))


def day_note(told: Told, vote: Resolution) -> str:
    """What is to be said where the told day is not the day of the vote in New York."""
    days = [each for each in _days(told) if each.interval.days == 1]
    if vote.day is None or not days or any(each.interval.earliest == vote.day for each in days):
        return ""
    near = [each for each in days if abs((each.interval.earliest - vote.day).days) == 1]
    if not near:
        return ""
    said = near[0]
    return (
        f"the report says {said.evidence.text} ({said.interval.earliest:%a %d %b %Y}), the vote was on "
        f"{vote.day:%a %d %b %Y} in New York: a day's difference comes of time zones and datelines"
    )
