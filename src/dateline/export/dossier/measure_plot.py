"""Measures as bars from their first day, with votes and listings as marks over the same days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from dateline.export.dossier.svg import LEFT, RIGHT, WIDTH, DayScale, circle, drawing, line, rect, words
from dateline.query.asking.dossier import Dossier
from dateline.query.asking.moments import MomentKind, of_kind

#: Earliest day drawn; what began before begins at the margin.
_FIRST = dt.date(2000, 1, 1)
_ROW, _TOP = 20, 12
#: What a vote is drawn as; told by colour alone it would be lost in print.
_LETTERS = {"yes": "Y", "no": "N", "abstain": "A", "not_voting": "–", "unknown": "?"}


def measure_plot(dossier: Dossier, title: str) -> str:
    """A row for each measure, one for votes, one for listings."""
    days = [dossier.day, *(each.resolution.day for each in dossier.votes.votes if each.resolution.day)]
    listed = of_kind(dossier.moments, MomentKind.LISTING)
    starts = [each.start for each in dossier.embargoes.embargoes if each.start]
    first = max(_FIRST, min((*days, *starts, *(each.when.earliest for each in listed))))
    last = max(*days, dt.date(first.year + 1, 1, 1))
    rows = len(dossier.embargoes.embargoes) + 1 + bool(listed)
    return drawing(title, _TOP + rows * _ROW + 32, _shapes(dossier, DayScale(first, last)))


def _shapes(dossier: Dossier, scale: DayScale) -> Iterator[str]:
    listed = of_kind(dossier.moments, MomentKind.LISTING)
    held = dossier.embargoes.embargoes
    base = _TOP + (len(held) + 1 + bool(listed)) * _ROW + 4
    for year, x in scale.years():
        yield line(x, _TOP - 4, x, base, "grid")
        yield words(x, base + 16, str(year), "middle")
    y = float(_TOP)
    for each in held:
        yield words(4, y + 12, each.authority)
        known = each.start is not None
        left = scale.x(each.start or scale.first)
        right = scale.x(each.end or scale.last)
        title = f"{each.title}: {each.told}"
        yield rect(left, y + 3, right - left, 12, "bar" if known else "bar unknown", title)
        if each.end is None:
            yield f'<path class="bar" d="M{right:.1f} {y + 3:.1f} l7 6 l-7 6 z"/>'
        y += _ROW
    yield words(4, y + 12, "votes")
    for vote in dossier.votes.votes:
        if vote.resolution.day is not None and vote.resolution.recorded:
            unknown = "not_voting" if vote.absent else "unknown"
            said = str(vote.ballot.vote) if vote.ballot else unknown
            yield words(scale.x(vote.resolution.day), y + 13, _LETTERS[said], f"vote {said} middle")
    if listed:
        y += _ROW
        yield words(4, y + 12, "listings")
        for moment in listed:
            precise = moment.when.earliest == moment.when.latest
            middle = (scale.x(moment.when.earliest) + scale.x(moment.when.latest)) / 2
            yield circle(middle, y + 9, 3.5, "dot" if precise else "dot hollow", f"{moment.when}: {moment.words}")
    yield line(LEFT, base, WIDTH - RIGHT, base)
