"""Was arming this state forbidden on that day, by whom, and for what: what is loaded joined with what ships."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.reference import Programme
from dateline.query.asking.starter import starter_embargoes
from dateline.query.reference import ReferenceReader, state_code
from dateline.vocab.states import state_name

#: What the starter set says of a measure without a known first day.
_YEARS = re.compile(r"[Ii]n force throughout (\d{4}) to (\d{4})")


class InForce(StrEnum):
    """What the rows say of one day; the most telling first."""

    IN_FORCE = "in_force"
    EDITION_OLDER = "in_force_when_last_seen"
    START_UNKNOWN = "start_unknown"
    NOT_YET = "not_yet_in_force"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Embargo:
    """One measure of one authority, as one or more rows tell it.

    Attributes:
        status, told: What the rows say of the day, and the same in words.
        start, end: First and last day in force; None where no row tells.
        arms: Whether it forbids arms.
        coverage: What it covers, in the words of the fullest row.
        rows: The rows that tell it, what is loaded first.
    """

    authority: str
    title: str
    status: InForce
    told: str
    start: dt.date | None
    end: dt.date | None
    arms: bool
    measures: tuple[str, ...]
    coverage: str
    legal_basis: tuple[str, ...]
    rows: tuple[Programme, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmbargoAnswer:
    """Embargoes on a state and one day, those in force first.

    Attributes:
        untold: What the rows cannot tell, in sentences.
    """

    of: str
    name: str
    day: dt.date
    embargoes: tuple[Embargo, ...]
    untold: tuple[str, ...]

    @property
    def in_force(self) -> tuple[Embargo, ...]:
        """Those in force on the day, as far as the rows tell."""
        return tuple(each for each in self.embargoes if each.status in (InForce.IN_FORCE, InForce.EDITION_OLDER))


def embargoes_on(reader: ReferenceReader, country: str, day: dt.date, *, all_measures: bool = False) -> EmbargoAnswer:
    """Arms embargoes on a state: what was imported, and the starter set.

    Args:
        reader: The official records.
        country: Code or name of the state.
        day: The day.
        all_measures: Also programmes that forbid no arms (asset freezes, travel bans).

    Raises:
        UsageError: there is no such state.
    """
    code = state_code(country)
    loaded = [each for each in reader.programmes(country=code) if each.arms_embargo or all_measures]
    found = [_embargo(rows, day) for rows in _joined(loaded, starter_embargoes(code))]
    order = list(InForce)
    found.sort(key=lambda each: (order.index(each.status), not each.arms, each.start or dt.date.min, each.title))
    untold = tuple(_untold(reader, state_name(code), found, day))
    return EmbargoAnswer(of=code, name=state_name(code), day=day, embargoes=tuple(found), untold=untold)


def _joined(loaded: Sequence[Programme], shipped: Sequence[Programme]) -> list[list[Programme]]:
    """Rows that tell one measure: an authority's only loaded arms embargo, and its only shipped one, in one group."""
    groups = [[each] for each in loaded]
    for each in shipped:
        mates = [group for group in groups if group[0].arms_embargo and _same(group[0], each)]
        alone = sum(1 for other in shipped if other.authority == each.authority) == 1
        if len(mates) == 1 and alone:
            mates[0].append(each)
        else:
            groups.append([each])
    return groups


def _same(left: Programme, right: Programme) -> bool:
    return left.authority == right.authority and (
        left.start is None or right.start is None or left.start == right.start or left.key == right.key
    )


def _embargo(rows: list[Programme], day: dt.date) -> Embargo:
    start = next((each.start for each in rows if each.start), None)
    end = next((each.end for each in rows if each.end), None)
    status, told = _status(rows, start, end, day)
    return Embargo(
        authority=rows[0].authority,
        title=rows[0].title,
        status=status,
        told=told,
        start=start,
        end=end,
        arms=any(each.arms_embargo for each in rows),
        measures=tuple(dict.fromkeys(measure for each in rows for measure in each.measures)),
        coverage=next((each.coverage for each in reversed(rows) if each.coverage), ""),
        legal_basis=tuple(dict.fromkeys(basis for each in rows for basis in each.legal_basis)),
        rows=tuple(rows),
    )


def _status(rows: Sequence[Programme], start: dt.date | None, end: dt.date | None, day: dt.date) -> tuple[InForce, str]:
    if end is not None and end < day:
        return InForce.ENDED, f"ended on {end}"
    if start is not None and start > day:
        return InForce.NOT_YET, f"in force from {start} only"
    seen = max((each for each in map(_seen, rows) if each), default=None)
    if start is None:
        note = next((each.note for each in rows if (years := _YEARS.search(each.note)) and _in(years, day)), "")
        status = InForce.IN_FORCE if note else InForce.START_UNKNOWN
        return status, note or "; ".join(each.note for each in rows if each.note) or "no row tells since when"
    if end is None and seen is not None and seen < day:
        return InForce.EDITION_OLDER, f"in force since {start}; last seen {seen}, an end since is not seen"
    return InForce.IN_FORCE, f"in force since {start}" + (f", until {end}" if end else "")


def _in(years: re.Match[str], day: dt.date) -> bool:
    return int(years[1]) <= day.year <= int(years[2])


def _seen(row: Programme) -> dt.date | None:
    """The day of which a row is a picture."""
    try:
        return dt.date.fromisoformat(row.provenance.vintage or "")
    except ValueError:
        return row.provenance.retrieved


def _untold(reader: ReferenceReader, name: str, found: Sequence[Embargo], day: dt.date) -> Iterator[str]:
    if not found:
        yield f"no embargo on {name} is loaded or ships: that does not say that there was none on {day}"
    if not any(row.rows.get("Programme") for row in reader.editions()):
        yield "no programmes are loaded: dateline reference import sanction-programmes FILE"
    if any(each.status is InForce.START_UNKNOWN for each in found):
        yield "where no row tells the first day, the embargo may or may not have been in force"
