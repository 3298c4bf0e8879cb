"""Days told in one time zone that happened in another: the interval admits both days, and says why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace

from dateline.model import Annotations, Because, DatePrecision, Document, EventMention, ImpreciseDate, Place, When
from dateline.resolve.date_arithmetic import DAY
from dateline.resolve.place_document import PlaceDocument
from dateline.resolve.place_records import place_of
from dateline.resolve.places import resolve_span
from dateline.resolve.times import times_of
from dateline.text import timex
from dateline.text.timex import Unit
from dateline.vocab.places import country_entries, country_of_url

#: Degrees that the sun takes an hour for. Solar time is within two hours of the clock almost everywhere.
DEGREES_AN_HOUR = 15.0
#: From this difference on a day's name is likely to be another one at the other place.
HOURS = 6.0


def across_zones(
    document: Document, annotations: Annotations, mentions: Iterable[EventMention], places: PlaceDocument
) -> tuple[EventMention, ...]:
    """The mentions, those dated by a weekday or "yesterday" widened by a day where the report was filed far away.

    "On Saturday" in a report from Yangon on a vote in New York may have been Friday there. Calendar dates ("June 18")
    are left as they are. Reports that tell neither a dateline nor a country by their address change nothing.
    """
    here = _filed_at(document, annotations, places)
    if here is None or here.lon is None:
        return tuple(mentions)
    named = {time.evidence for time in times_of(document.text) if _counts_from_report(time.expression)}
    return tuple(
        replace(mention, when=_widened(mention.when, mention.where.place, here))
        if mention.when is not None
        and mention.when.evidence in named
        and mention.where is not None
        and mention.where.place is not None
        else mention
        for mention in mentions
    )


def hours_apart(place: Place, other: Place) -> float:
    """How many hours of solar time a place is ahead of another, between -12 and 12; 0 where one is not located."""
    if place.lon is None or other.lon is None:
        return 0.0
    return (place.lon - other.lon) / DEGREES_AN_HOUR


def _widened(when: When, there: Place, here: Place) -> When:
    found = when.interval
    ahead = hours_apart(there, here)
    if found is None or found.days != 1 or abs(ahead) < HOURS:
        return when
    other: dt.date = found.earliest + (DAY if ahead > 0 else -DAY)
    both = ImpreciseDate(
        earliest=min(found.earliest, other), latest=max(found.latest, other), precision=DatePrecision.DAYS
    )
    words = when.evidence.text if when.evidence is not None else str(found)
    reason = (
        f"“{words}” as told in {here.name}; {there.name} lies some {abs(ahead):.0f} hours "
        f"{'ahead' if ahead > 0 else 'behind'}, where it may have been {other.isoformat()}"
    )
    because = Because(step="resolve.when", reason=reason, rule="time zones")
    return replace(when, interval=both, because=(*when.because, because))


def _filed_at(document: Document, annotations: Annotations, places: PlaceDocument) -> Place | None:
    """Where a report was filed: its dateline's place, else the country that its address tells."""
    line = annotations.dateline
    named = places.inner(line.start, line.end) if line is not None else ()
    if named and (found := resolve_span(places, named[0]).place) is not None:
        return found
    country = country_of_url(document.url) if document.url else None
    entry = country_entries().get(country) if country else None
    return place_of(entry) if entry is not None else None


def _counts_from_report(x: timex.Expression | None) -> bool:
    match x:
        case timex.Calendar(weekday=int(), month=None) | timex.Shifted(unit=Unit.DAY):
            return True
        case timex.Which(base=base) | timex.Part(base=base):
            return _counts_from_report(base)
        case _:
            return False
