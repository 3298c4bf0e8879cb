"""What verification and the analyst's questions ask of official records: the read protocol, and filters on top.

:class:`ReferenceReader` is the protocol; ``Record.reference()`` gives one. Its methods take codes. The functions here
take what people write ("Burma", "Soviet Union") and put editions in order.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.errors import UsageError
from dateline.model.reference import ArmsTransfer, TivCell
from dateline.query.filter import country_code
from dateline.store.reference import EditionRow, ReferenceReader
from dateline.vocab import states

__all__ = ["EditionRow", "ReferenceReader", "by_vintage", "coverage", "newest", "state_code", "vintages"]


def state_code(word: str) -> str:
    """The code under which reference records keep a state, present or past, by name or code ("Soviet Union": SUN).

    Raises:
        UsageError: there is no such state.
    """
    return states.state_code(word) or country_code(word)


def vintages(rows: Iterable[ArmsTransfer | TivCell]) -> tuple[str | None, ...]:
    """The editions from which the rows are, oldest first; an unnamed one before all."""
    return tuple(sorted({row.provenance.vintage for row in rows}, key=lambda each: each or ""))


def by_vintage(rows: Iterable[ArmsTransfer]) -> dict[str | None, tuple[ArmsTransfer, ...]]:
    """Deals by edition, oldest first, so that editions are never added up."""
    held = tuple(rows)
    return {each: tuple(row for row in held if row.provenance.vintage == each) for each in vintages(held)}


def coverage(reader: ReferenceReader) -> dict[tuple[str, str], int]:
    """Last year that each edition of deliveries goes to, by source and vintage ("" for none).

    A file may set vintages side by side: the rows of one end, at the latest, with the year before its day.
    """
    found: dict[tuple[str, str], int] = {}
    for row in reader.editions():
        if row.last_year is None or not row.rows.keys() & {"ArmsTransfer", "TivCell"}:
            continue
        for vintage in row.vintages or ("",):
            year = vintage[:4]
            last = min(row.last_year, int(year) - 1) if year.isdigit() else row.last_year
            key = (row.edition.source, vintage)
            found[key] = max(last, found.get(key, 0))
    return found


def newest(editions: Iterable[EditionRow]) -> str | None:
    """The newest vintage among them.

    Raises:
        UsageError: there are none.
    """
    named = sorted(vintage for each in editions for vintage in each.vintages)
    if not named:
        raise UsageError("no vintage", "nothing of that kind is loaded", "dateline reference import KIND FILE")
    return named[-1]
