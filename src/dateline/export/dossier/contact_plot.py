"""Contacts in time: filled marks where the day is told, hollow ones with a bar where it is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from dateline.export.dossier.svg import LEFT, RIGHT, WIDTH, DayScale, circle, drawing, line, words
from dateline.export.dossier.wording import interval
from dateline.query.asking.contacts import ToldEvent, sides

_ROWS = {True: 30.0, False: 74.0}
_BASE, _HEIGHT = 100.0, 126
_MARGIN = dt.timedelta(days=45)


def contact_plot(rows: Sequence[ToldEvent], title: str) -> str:
    """Two rows of marks over one axis of days."""
    dated = [each.event.when for each in rows if each.event.when is not None]
    scale = DayScale(min(when.earliest for when in dated) - _MARGIN, max(when.latest for when in dated) + _MARGIN)
    return drawing(title, _HEIGHT, _shapes(rows, scale))


def _shapes(rows: Sequence[ToldEvent], scale: DayScale) -> Iterator[str]:
    yield words(4, _ROWS[True] + 4, "meetings")
    yield words(4, _ROWS[False] + 4, "other")
    for year, x in scale.years():
        yield line(x, 12, x, _BASE, "grid")
        yield words(x, _BASE + 18, str(year), "middle")
    yield line(LEFT, _BASE, WIDTH - RIGHT, _BASE)
    taken: dict[tuple[bool, int], int] = {}
    for each in rows:
        when = each.event.when
        if when is None:
            continue
        left, right = scale.x(when.earliest), scale.x(when.latest)
        place = (each.meeting, round((left + right) / 16))
        y = _ROWS[each.meeting] - 7 + 7 * (taken.get(place, 0) % 4)
        taken[place] = taken.get(place, 0) + 1
        precise = when.earliest == when.latest
        title = f"{interval(when)}: {each.event.event_type}, {sides(each.event)}"
        if not precise:
            yield line(left, y, right, y, "span")
        kind = "dot" if each.event.modality == "asserted" else "dot unsaid"
        yield circle((left + right) / 2, y, 4.5, kind if precise else f"{kind} hollow", title)
