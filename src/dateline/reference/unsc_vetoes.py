"""Vetoes in the Security Council 1946–2022 as CSV: one row per vetoed draft, with the members that vetoed."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.model.reference import BadRow, Edition, Note, Veto
from dateline.reference.csv_rows import Row
from dateline.reference.edition import Item
from dateline.reference.partial_dates import whole_day
from dateline.reference.tabular import open_table

_NEEDED = ("date", "draft", "meeting_record", "agenda_item", "member_veto1")
_MEMBERS = {"China": "CHN", "France": "FRA", "Russia": "RUS", "USSR": "SUN", "USA": "USA", "UK": "GBR"}
_NAMED = ("member_veto1", "member_veto2", "member_veto3")
_DRAFT = re.compile(r"S/(?!PV)[\w.]+(?:/\w[\w.]*)*", re.ASCII)
_MEETING = re.compile(r"S/PV\.\d+", re.ASCII)
_BLANKS = re.compile(r"\s+")


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Read the file.

    Early rows name the meeting where the draft would stand: they have no draft. Flags of members are not used: in 26
    rows they lack a member that the row names. A note says so, and which days the file spans.

    Raises:
        MalformedSource: no such columns.
    """
    seen: Counter[str] = Counter()
    days: list[dt.date] = []
    doubtful = 0
    for found in open_table(path, _NEEDED):
        if isinstance(found, BadRow | Note):
            yield found
            continue
        row, cells = found
        made = _veto(row, cells, edition, seen)
        if isinstance(made, Veto):
            days[:] = [min([*days, made.day]), max([*days, made.day])]
            doubtful += _flags_differ(cells)
        yield made
    if days:
        yield Note(text=f"vetoes from {days[0]} to {days[1]}; later ones are not in this file")
    if doubtful:
        yield Note(text=f"in {doubtful} rows the flags of members lack one that the row names; the names count")


def vintage(path: Path) -> str | None:
    """The last month that the file's name says it reaches ("unsc_vetoes_1946-2022-09.csv" is "2022-09")."""
    found = re.search(r"(\d{4}-\d\d)(?=\.\w+$)", path.name)
    return found[1] if found else None


def _veto(row: Row, cells: Mapping[str, str], edition: Edition, seen: Counter[str]) -> Veto | BadRow:
    day = whole_day(cells["date"], month_first=True)
    if day is None:
        return row.bad(f"{cells['date']!r} is no day")
    named = [cells.get(column, "") for column in _NAMED]
    unknown = [name for name in named if name and name not in _MEMBERS]
    if unknown or not any(named):
        return row.bad(f"no permanent member: {', '.join(unknown) or 'none is named'}")
    draft, meeting, note = _symbols(cells["draft"], cells["meeting_record"])
    key = draft or f"{day}/{meeting}"
    seen[key] += 1
    return Veto(
        id=edition.row_id(key if seen[key] == 1 else f"{key}/{seen[key]}"),
        day=day,
        draft=draft,
        meeting=meeting,
        subject=_BLANKS.sub(" ", cells["agenda_item"]),
        topic=cells.get("crisis_topic", ""),
        region=cells.get("region", ""),
        vetoing=tuple(dict.fromkeys(_MEMBERS[name] for name in named if name)),
        note=note,
        provenance=edition.at(row.line),
    )


def _symbols(printed: str, meetings: str) -> tuple[str, str, str]:
    """Draft, meeting, and a note where the draft's cell says more or less than one symbol."""
    meeting = "; ".join(meetings.split())
    found = _DRAFT.search(printed)
    if found is None:
        numbered = _MEETING.match(printed)
        why = "the file names the meeting where the draft would stand" if numbered else "the file names no draft"
        return "", meeting or printed, why if printed == meeting else f"{why}: {printed}"
    draft = found[0].rstrip(".")
    return draft, meeting, "" if printed == draft else f"draft as printed: {_BLANKS.sub(' ', printed)}"


def _flags_differ(cells: Mapping[str, str]) -> bool:
    """Whether the columns of members do not repeat the members that are named."""
    flagged = {name for name in _MEMBERS if cells.get(name.casefold()) == "1"}
    return any(name.casefold() in cells for name in _MEMBERS) and flagged != {
        cells.get(column, "") for column in _NAMED
    } - {""}
