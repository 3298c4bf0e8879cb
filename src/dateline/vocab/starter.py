"""The starter set: reference facts that ship with Dateline, written by us, each with its source.

Tallies of main votes of the General Assembly and the Security Council, vetoes and arms embargoes; ``data/reference/``
says in the head of each file what is in it and how it was checked. Nothing else may ship: users load the rest.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from dateline.errors import VocabularyError
from dateline.model.reference import Edition, Programme, Provenance, ReferenceRecord, Resolution, Veto
from dateline.vocab.loading import read_text, read_toml

#: The kind of these editions.
KIND = "starter"
LICENCE = "Apache-2.0; facts with their sources"

T = TypeVar("T")


def starter_editions() -> tuple[tuple[str, Edition], ...]:
    """The files of the starter set, by name, each with the edition that its rows are of."""
    return tuple((file, _edition(file)) for file in _ROWS)


def starter_records(file: str | None = None) -> Iterator[ReferenceRecord]:
    """The records of one file of the starter set, or of all, in order.

    Raises:
        VocabularyError: a row that does not hold together.
    """
    for name, (table, make) in _ROWS.items():
        if file is None or file == name:
            edition = _edition(name)
            lines = read_text(_path(name)).splitlines()
            rows = read_toml(_path(name))[table]
            for number, values in enumerate(rows if isinstance(rows, list) else (), start=1):
                yield make(_Row(name, number, values, edition, lines))


class _Row:
    """One row of a file, read field by field."""

    def __init__(
        self, file: str, number: int, values: Mapping[str, object], edition: Edition, lines: list[str]
    ) -> None:
        self._file, self._number, self._values, self._edition, self._lines = file, number, values, edition, lines

    def text(self, key: str) -> str:
        return self.get(key, str) or ""

    def need(self, key: str, kind: type[T]) -> T:
        value = self.get(key, kind)
        if value is None:
            raise VocabularyError(f"{self._file}: row {self._number}", f"{key} is missing", "see the head of the file")
        return value

    def get(self, key: str, kind: type[T]) -> T | None:
        value = self._values.get(key)
        if value is not None and type(value) is not kind:
            raise VocabularyError(f"{self._file}: row {self._number}", f"{key} is {value!r}, not {kind.__name__}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        return tuple(str(each) for each in self.get(key, list) or ())

    def row_id(self, key: str) -> str:
        return self._edition.row_id(key)

    def at(self, key: str) -> Provenance:
        """Where the row stands: on the first line that holds its key as a text."""
        needle = f' = "{key}"'
        line = next((number for number, text in enumerate(self._lines, start=1) if needle in text), self._number)
        return self._edition.at(line)


def _general_assembly(row: _Row) -> Resolution:
    return _resolution(row, "UNGA")


def _security_council(row: _Row) -> Resolution:
    return _resolution(row, "UNSC")


def _resolution(row: _Row, body: str) -> Resolution:
    symbol = row.need("symbol", str)
    recorded = not row.get("without_vote", bool)
    tally = [row.need(key, int) for key in ("yes", "no", "abstain", "not_voting")] if recorded else []
    adopted = row.get("adopted", bool) is not False
    counted = "; equal to the ballots counted in the unvotes data" if row.get("ballots_counted", bool) else ""
    yes, no, abstain, not_voting = tally or (None, None, None, None)
    return Resolution(
        id=row.row_id(symbol),
        vote=symbol,
        body=body,
        symbol=symbol,
        title=row.need("title", str),
        day=row.need("day", dt.date),
        yes=yes,
        no=no,
        abstain=abstain,
        not_voting=not_voting,
        members=sum(tally) if tally else None,
        adopted=adopted,
        recorded=recorded,
        draft="" if adopted else symbol,
        subjects=row.texts("topics"),
        link=_link(symbol),
        note=f"source: {row.need('source', str)}{counted}",
        provenance=row.at(symbol),
    )


def _veto(row: _Row) -> Veto:
    draft = row.need("draft", str)
    source = row.need("source", str)
    return Veto(
        id=row.row_id(draft),
        day=row.need("day", dt.date),
        draft=draft,
        subject=row.need("title", str),
        vetoing=row.texts("vetoing"),
        topic=" ".join(row.texts("topics")),
        meeting=source.rpartition("meeting record ")[2] if "meeting record " in source else "",
        yes=row.need("yes", int),
        no=row.need("no", int),
        abstain=row.need("abstain", int),
        note=f"source: {source}",
        provenance=row.at(draft),
    )


def _embargo(row: _Row) -> Programme:
    key = row.need("id", str)
    target = row.text("target")
    return Programme(
        id=row.row_id(key),
        key=key,
        authority=row.need("authority", str),
        title=row.need("title", str),
        target_countries=(target,) if target else (),
        measures=("arms embargo",),
        start=row.get("start", dt.date),
        end=row.get("end", dt.date),
        coverage=row.need("coverage", str),
        legal_basis=tuple(row.need("source", str).split("; ")),
        note=row.text("note"),
        provenance=row.at(key),
    )


def _link(symbol: str) -> str:
    """Where the United Nations keeps the document; "A/RES/66/253 A" is a part of A/RES/66/253."""
    return f"https://docs.un.org/en/{symbol.replace(' (', '(').partition(' ')[0]}"


def _path(file: str) -> str:
    return f"reference/{file}"


def _edition(file: str) -> Edition:
    head = read_toml(_path(file))
    return Edition(
        kind=KIND,
        source=f"Dateline starter set: {head['title']}",
        vintage=str(head["vintage"]),
        retrieved=None,
        licence=LICENCE,
        sha256=hashlib.sha256(read_text(_path(file)).encode()).hexdigest(),
    )


#: File → the list that holds its rows, and what makes a record of a row.
_ROWS: dict[str, tuple[str, Callable[[_Row], ReferenceRecord]]] = {
    "votes_general_assembly.toml": ("votes", _general_assembly),
    "votes_security_council.toml": ("votes", _security_council),
    "vetoes.toml": ("vetoes", _veto),
    "arms_embargoes.toml": ("embargo", _embargo),
}
