"""Numbers, days and sources in words, the same in every part of a dossier."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from dateline.export.dossier.blocks import Link, Text
from dateline.model import ImpreciseDate
from dateline.model.dates import DatePrecision
from dateline.model.reference import Provenance
from dateline.query.asking.contacts import Telling
from dateline.query.asking.dossier import RowPlace
from dateline.query.asking.trade_editions import TradeEdition

#: Lines of a file named in one note.
_LINES = 40


def percent(share: float) -> str:
    """A fraction as a percentage with one place."""
    return f"{100 * share:.1f} %"


def tiv(millions: float) -> str:
    """Millions of TIV with one place; TIV are not money."""
    return f"{millions:,.1f} m TIV"


def day(held: dt.date | None) -> str:
    """A day as "22 June 2021"."""
    return f"{held.day} {held:%B %Y}" if held else "no date"


def interval(when: ImpreciseDate | None) -> str:
    """An interval in the unit in which it was told."""
    if when is None:
        return "undated"
    first, last = when.earliest, when.latest
    if first == last:
        return day(first)
    if when.precision is DatePrecision.YEAR and first.year == last.year:
        return str(first.year)
    if when.precision is DatePrecision.MONTH and (first.year, first.month) == (last.year, last.month):
        return f"{first:%B %Y}"
    return f"{day(first)} to {day(last)}"


def plural(number: int, word: str) -> str:
    """A number with its word: "1 event", "2 events"."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def row_note(where: Provenance, row_id: str) -> Text:
    """Where one reference row stands."""
    return (f"{_edition(where.source, where.vintage, where.retrieved)}, line {where.line}; row {row_id}",)


def rows_note(edition: TradeEdition, rows: Sequence[str], places: dict[str, RowPlace]) -> Text:
    """Where the rows stand that a sum adds up."""
    held = [places[row] for row in rows if row in places]
    deals = sorted({each.deal for each in held if each.deal}, key=lambda deal: (len(deal), deal))
    lines = [str(line) for line in sorted({each.line for each in held})]
    where = _edition(edition.source, edition.vintage, edition.retrieved)
    told = f"{plural(len(rows), 'row')}, line{'s' if len(lines) != 1 else ''} {_some(lines)}" if lines else ""
    of = f"; deal{'s' if len(deals) != 1 else ''} {_some(deals)}" if deals else ""
    return (f"{where}: {told or plural(len(rows), 'row')}{of}",)


def telling_note(event_id: str, tellings: Sequence[Telling]) -> Text:
    """The reports that tell an event."""
    parts: list[str | Link] = [f"{event_id}: "]
    for number, each in enumerate(tellings):
        parts.append("; " if number else "")
        parts += report(each.publisher, each.published, each.title, each.url)
        parts.append(f" ({each.document_id}, {each.mention_id})")
    return tuple(part for part in parts if part)


def report(
    publisher: str | None, published: dt.date | None, title: str | None, url: str | None
) -> tuple[str | Link, ...]:
    """A report as publisher, title and day, with its address where there is one."""
    name = f"{publisher or 'unknown publisher'}{f', “{title}”' if title else ''}, {day(published)}"
    return (Link(name, url),) if url else (name,)


def _edition(source: str, vintage: str | None, retrieved: dt.date | None) -> str:
    told = [f"vintage {vintage}" if vintage else "no vintage", f"retrieved {retrieved}" if retrieved else ""]
    return ", ".join([source, *(each for each in told if each)])


def _some(words: Sequence[str]) -> str:
    shown = ", ".join(words[:_LINES])
    return f"{shown} and {len(words) - _LINES} more" if len(words) > _LINES else shown
