"""Of which country a national holiday or a fiscal year is: :func:`with_countries`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass, replace

from dateline.text import timex
from dateline.text.timex import TimeMention, Unit
from dateline.vocab.national_days import national_days
from dateline.vocab.territories import TerritoryMention, territory_mentions

#: How far around an expression a country is looked for, in code points.
REACH = 240
#: What a country behind the expression counts more than one before it.
_BEHIND = 2.0
#: What a sentence's end between counts, in code points.
_SENTENCE = 80
_ENDS = (". ", "\n", "! ", "? ")


def with_countries(text: str, times: Iterable[TimeMention]) -> Iterator[TimeMention]:
    """The same expressions, those whose day depends on a country with the one that the text names nearest."""
    for time in times:
        yield replace(time, country=country_near(text, time)) if _needs_country(time.expression) else time


def country_near(text: str, time: TimeMention) -> str | None:
    """ISO3 of the state named nearest to an expression ("India's Independence Day"), or None."""
    start, end = time.evidence.start, time.evidence.end
    first = max(0, start - REACH)
    best: tuple[float, str] | None = None
    for found in territory_mentions(text[first : end + REACH]):
        iso3 = found.territory.iso3
        distance = _distance(text, found, first, start, end)
        if iso3 and distance is not None and (best is None or distance < best[0]):
            best = distance, iso3
    return best[1] if best else None


def _distance(text: str, found: TerritoryMention, first: int, start: int, end: int) -> float | None:
    a, b = first + found.start, first + found.end
    if a < end and start < b:
        return None
    between = text[b:start] if b <= start else text[end:a]
    gap = len(between) * (1.0 if b <= start else _BEHIND)
    return gap + _SENTENCE * any(mark in between for mark in _ENDS)


def _needs_country(x: object) -> bool:
    if isinstance(x, timex.Calendar):
        return x.year_unit is Unit.FISCAL_YEAR or x.holiday in national_days()
    if isinstance(x, timex.Shifted | timex.Anaphoric):
        return x.unit is Unit.FISCAL_YEAR
    return is_dataclass(x) and any(_needs_country(getattr(x, field.name)) for field in fields(x))
