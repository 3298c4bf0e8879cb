"""Voting data of the UN Digital Library: one line for each member's ballot, the particulars of the vote on each.

The code books of both data sets are at https://digitallibrary.un.org/record/4060887 (General Assembly) and
https://digitallibrary.un.org/record/4055387 (Security Council). Read line by line; what is held is a few numbers for
each vote, so that a file of a million ballots needs no more memory than one of a thousand votes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from dateline.model.reference import Ballot, Resolution
from dateline.reference.edition import BadRow, Edition, Item, Note
from dateline.reference.partial_dates import whole_day
from dateline.reference.roll_calls import LETTERS, Seen, Tally, correction, member, resolution_symbol, several_votes
from dateline.reference.tabular import open_table

__all__ = ["Columns", "read_votes"]

_NEEDED = ("undl_id", "ms_code", "ms_name", "ms_vote", "date", "resolution")
_CODE = re.compile(r"[A-Z]{3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What a body's file calls its columns.

    Attributes:
        body: "UNGA" or "UNSC".
        title, agenda: Columns of the title and of the agenda item.
        modality: Column that says whether a vote was taken, or "".
    """

    body: str
    title: str
    agenda: str
    modality: str = ""


def read_votes(path: Path, edition: Edition, columns: Columns) -> Iterator[Item]:
    """Each vote before its first ballot, and each ballot; then what is odd about the file.

    Raises:
        MalformedSource: no such columns.
    """
    reading = _Reading(edition, columns)
    for found in open_table(path, _NEEDED):
        if isinstance(found, BadRow | Note):
            yield found
            continue
        row, cells = found
        try:
            yield from reading.take(row.line, cells)
        except ValueError as error:
            yield row.bad(str(error))
    yield from reading.remarks()


class _Reading:
    """The votes of a file while its ballots come in."""

    def __init__(self, edition: Edition, columns: Columns) -> None:
        self._edition = edition
        self._columns = columns
        self._tally = Tally()
        self._votes: dict[str, Resolution] = {}
        self._symbols: Counter[str] = Counter()
        self._unknown: set[str] = set()
        self._again = 0

    def take(self, line: int, row: Mapping[str, str]) -> Iterator[Resolution | Ballot]:
        """The ballot of one line, and before it the vote where it is new.

        Raises:
            ValueError: a cell that does not fit its column, or a second ballot of one member.
        """
        number, letter = row["undl_id"], row["ms_vote"].upper()
        if not number:
            raise ValueError("no undl_id")
        vote = LETTERS.get(letter)
        if vote is None:
            raise ValueError(f"ms_vote {letter!r} is not one of Y, N, A, X")
        country = member(row["ms_code"].upper(), row["ms_name"])
        if not country:
            raise ValueError("no member state")
        if not _CODE.fullmatch(country):
            self._unknown.add(row["ms_name"])
        on = self._votes.get(number)
        if on is None:
            on = _resolution(line, row, self._columns, self._edition)
            yield on
            self._votes[number] = _light(on)
            self._symbols[on.symbol] += 1
        seen = self._tally.take(number, country, vote)
        if seen is Seen.OTHER:
            raise ValueError(f"a second and other ballot of {row['ms_name']} on vote {number}; the first one stands")
        if seen is Seen.AGAIN:
            self._again += 1
            return
        note = row.get("vote_note", "")
        meant = correction(note, country) if note else None
        own = note if note and (meant or note != on.note) else ""
        yield Ballot(
            resolution=on.id,
            country=country,
            name=row["ms_name"] or country,
            vote=vote,
            provenance=self._edition.at(line),
            intended=meant if meant is not vote else None,
            note=own,
        )

    def remarks(self) -> Iterator[Note]:
        """What is odd about the file as a whole."""
        yield from several_votes(self._symbols)
        odd = [text for vote in self._votes.values() if (text := self._tally.difference(vote))]
        if odd:
            yield Note(text=f"in {len(odd)} votes the numbers do not agree: {'; '.join(odd[:5])}")
        if self._again:
            yield Note(text=f"{self._again} lines repeat a ballot: each counts once")
        if self._unknown:
            yield Note(text=f"members without a known code, kept by name: {', '.join(sorted(self._unknown))}")


def _resolution(line: int, row: Mapping[str, str], columns: Columns, edition: Edition) -> Resolution:
    day = whole_day(row["date"])
    if day is None:
        raise ValueError(f"date {row['date']!r} is no day")
    totals = {name: _count(row.get(f"total_{name}", ""), name) for name in _TOTALS}
    modality = row.get(columns.modality, "").casefold()
    return Resolution(
        id=edition.row_id(row["undl_id"]),
        vote=row["undl_id"],
        body=columns.body,
        symbol=resolution_symbol(row["resolution"]),
        title=" ".join(row.get(columns.title, "").split()),
        day=day,
        yes=totals["yes"],
        no=totals["no"],
        abstain=totals["abstentions"],
        not_voting=totals["non_voting"],
        members=totals["ms"],
        adopted=True,
        provenance=edition.at(line),
        recorded="without" not in modality,
        session=row.get("session", ""),
        draft=row.get("draft", ""),
        meeting=row.get("meeting", ""),
        agenda=row.get(columns.agenda, ""),
        subjects=tuple(part.strip() for part in row.get("subjects", "").split("|") if part.strip()),
        link=row.get("undl_link", ""),
        note=row.get("vote_note", ""),
    )


_TOTALS = ("yes", "no", "abstentions", "non_voting", "ms")


def _count(cell: str, name: str) -> int | None:
    if not cell:
        return None
    if not re.fullmatch(r"\d+(\.0)?", cell):
        raise ValueError(f"total_{name} {cell!r} is no number")
    return int(float(cell))


def _light(vote: Resolution) -> Resolution:
    """The vote without its long texts, which are written already."""
    return replace(vote, title="", agenda="", subjects=(), link="")
