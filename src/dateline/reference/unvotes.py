"""General Assembly roll calls of Voeten and others, joined as by the R package ``unvotes``: one line for each ballot.

The file holds only those who voted; tallies are therefore counted, and how many did not vote is not known. It is read
twice: once for the tallies, once for the ballots, so that its size does not matter.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dateline.model.reference import Ballot, Resolution, Vote, VotePart
from dateline.reference.countries import iso3
from dateline.reference.edition import BadRow, Edition, Item, Note
from dateline.reference.partial_dates import whole_day
from dateline.reference.roll_calls import Seen, Tally, member, resolution_symbol, several_votes
from dateline.reference.tabular import open_table
from dateline.reference.unvotes_titles import Told, told

__all__ = ["read"]

_NEEDED = ("rcid", "date", "unres", "country", "vote")
#: Words of the package, numbers of Voeten's file; 8 is absent, 9 is no member.
_VOTES: Mapping[str, Vote | None] = {
    "yes": Vote.YES,
    "no": Vote.NO,
    "abstain": Vote.ABSTAIN,
    "1": Vote.YES,
    "2": Vote.ABSTAIN,
    "3": Vote.NO,
    "8": Vote.NOT_VOTING,
    "9": None,
}
_FLAG = re.compile(r"1(\.0)?|true|yes", re.IGNORECASE)


@dataclass(slots=True)
class _First:
    """What the first reading finds out."""

    tally: Tally = field(default_factory=Tally)
    symbols: dict[str, list[str]] = field(default_factory=dict)
    absent: bool = False


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Each vote before its first ballot, and each ballot; then what is odd about the file.

    Raises:
        MalformedSource: no such columns.
    """
    first = _first_reading(path)
    seen: set[str] = set()
    tally, mended, broken = Tally(), 0, 0
    for found in open_table(path, _NEEDED):
        if isinstance(found, BadRow | Note):
            yield found
            continue
        row, cells = found
        try:
            number, country, vote = _ballot(cells)
            if vote is None:
                continue
            if number not in seen:
                on = _resolution(row.line, cells, first, edition)
                seen.add(number)
                mended += on.mended.startswith("mended")
                broken += on.mended.startswith("left")
                yield on
        except ValueError as error:
            yield row.bad(str(error))
            continue
        if tally.take(number, country, vote) is not Seen.NEW:
            yield row.bad(f"a second ballot of {cells['country']} on vote {number}; the first one stands")
            continue
        yield Ballot(
            resolution=edition.row_id(number),
            country=country,
            name=cells["country"] or country,
            vote=vote,
            provenance=edition.at(row.line),
        )
    yield from _remarks(first, mended, broken)


def _first_reading(path: Path) -> _First:
    first = _First()
    for found in open_table(path, _NEEDED):
        if isinstance(found, BadRow | Note):
            continue
        try:
            number, country, vote = _ballot(found[1])
        except ValueError:
            continue  # told by the second reading
        if vote is None:
            continue
        first.tally.take(number, country, vote)
        first.absent = first.absent or vote is Vote.NOT_VOTING
        votes = first.symbols.setdefault(resolution_symbol(found[1]["unres"]), [])
        if number not in votes:
            votes.append(number)
    return first


def _ballot(cells: Mapping[str, str]) -> tuple[str, str, Vote | None]:
    """Number of the vote, country, and ballot (None for who was no member).

    Raises:
        ValueError: a cell that does not fit its column.
    """
    number, word = cells["rcid"].removesuffix(".0"), cells["vote"].lower().removesuffix(".0")
    if not number:
        raise ValueError("no rcid")
    if word not in _VOTES:
        raise ValueError(f"vote {cells['vote']!r} is not one of {', '.join(_VOTES)}")
    country = member(iso3(cells.get("country_code", "")) or "", cells["country"])
    if not country:
        raise ValueError("no country")
    return number, country, _VOTES[word]


def _resolution(line: int, cells: Mapping[str, str], first: _First, edition: Edition) -> Resolution:
    day = whole_day(cells["date"])
    if day is None:
        raise ValueError(f"date {cells['date']!r} is no day")
    number, symbol = cells["rcid"].removesuffix(".0"), resolution_symbol(cells["unres"])
    yes, no, abstain, not_voting = first.tally.counted(number)
    others = [other for other in first.symbols[symbol] if other != number] if symbol else []
    title: Told = told(cells.get("short", ""), cells.get("descr", ""))
    return Resolution(
        id=edition.row_id(number),
        vote=number,
        body="UNGA",
        symbol=symbol,
        title=title.title,
        day=day,
        yes=yes,
        no=no,
        abstain=abstain,
        not_voting=not_voting if first.absent else None,
        members=None,
        adopted=None,
        provenance=edition.at(line),
        part=_part(cells),
        session=cells.get("session", "").removesuffix(".0"),
        subjects=title.subjects,
        note=f"the symbol also names vote {', '.join(others)}" if others else "",
        mended=title.mended,
        counted=True,
    )


def _part(cells: Mapping[str, str]) -> VotePart:
    if _FLAG.fullmatch(cells.get("amend", "")):
        return VotePart.AMENDMENT
    return VotePart.PARAGRAPH if _FLAG.fullmatch(cells.get("para", "")) else VotePart.WHOLE


def _remarks(first: _First, mended: int, broken: int) -> Iterator[Note]:
    yield from several_votes(Counter({symbol: len(votes) for symbol, votes in first.symbols.items()}))
    if not first.absent:
        yield Note(text="members who did not vote are not in the file: tallies are counted, and lack them")
    if mended or broken:
        yield Note(text=f"{mended} titles mended that a wrong code page had broken, {broken} left broken and marked")
