"""What official records are asked, over one connection."""

from __future__ import annotations

import datetime as dt
import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager

from dateline.model.reference import (
    ArmsTransfer,
    BadRow,
    Ballot,
    OfficeTerm,
    Programme,
    ReferenceRecord,
    Resolution,
    SanctionDesignation,
    TivCell,
    Veto,
)
from dateline.store.reference import BallotChange, EditionRow
from dateline.store.sqlite.reference import editions, lists, transfers, votes, whole


class SqliteReference:
    """:class:`~dateline.store.reference.ReferenceReader` says what each method gives.

    Args:
        reading: Opens the connection for one question.
    """

    def __init__(self, reading: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._reading = reading

    def editions(self, kind: str | None = None) -> tuple[EditionRow, ...]:
        with self._reading() as connection:
            return editions.every(connection, kind)

    def records(self, edition_id: str) -> tuple[ReferenceRecord, ...]:
        with self._reading() as connection:
            return whole.records(connection, edition_id)

    def edition_rejects(self, edition_id: str | None = None) -> tuple[tuple[str, BadRow], ...]:
        with self._reading() as connection:
            return editions.rejects(connection, edition_id)

    def transfers(
        self, *, supplier: str | None = None, recipient: str | None = None, vintage: str | None = None
    ) -> tuple[ArmsTransfer, ...]:
        with self._reading() as connection:
            return transfers.transfers(connection, supplier, recipient, vintage)

    def tiv(
        self, *, supplier: str | None = None, recipient: str | None = None, vintage: str | None = None
    ) -> tuple[TivCell, ...]:
        with self._reading() as connection:
            return transfers.tiv(connection, supplier, recipient, vintage)

    def resolutions(
        self,
        *,
        body: str | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
        words: str | None = None,
        symbol: str | None = None,
    ) -> tuple[Resolution, ...]:
        with self._reading() as connection:
            return votes.resolutions(connection, body, (first, last), words, symbol)

    def resolution(self, resolution_id: str) -> Resolution | None:
        with self._reading() as connection:
            return votes.resolution(connection, resolution_id)

    def ballots(self, resolution_id: str) -> tuple[Ballot, ...]:
        with self._reading() as connection:
            return votes.ballots(connection, resolution_id)

    def ballots_of(
        self,
        country: str,
        *,
        body: str | None = None,
        words: str | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
    ) -> tuple[tuple[Resolution, Ballot], ...]:
        with self._reading() as connection:
            return votes.ballots_of(connection, country, body, (first, last), words)

    def ballot_changes(self, old: str, new: str) -> tuple[BallotChange, ...]:
        with self._reading() as connection:
            return votes.ballot_changes(connection, old, new)

    def vetoes(
        self, *, first: dt.date | None = None, last: dt.date | None = None, words: str | None = None
    ) -> tuple[Veto, ...]:
        with self._reading() as connection:
            return votes.vetoes(connection, (first, last), words)

    def designations(
        self, *, name: str | None = None, day: dt.date | None = None, country: str | None = None
    ) -> tuple[SanctionDesignation, ...]:
        with self._reading() as connection:
            return lists.designations(connection, name, day, country)

    def programmes(self, *, country: str | None = None, day: dt.date | None = None) -> tuple[Programme, ...]:
        with self._reading() as connection:
            return lists.programmes(connection, country, day)

    def offices(
        self, *, country: str | None = None, office: str | None = None, day: dt.date | None = None
    ) -> tuple[OfficeTerm, ...]:
        with self._reading() as connection:
            return lists.offices(connection, country, office, day)
