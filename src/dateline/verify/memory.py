"""Memory: reference records held in memory, and several sources read as one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeVar

from dateline.model.reference import (
    ArmsTransfer,
    Ballot,
    OfficeTerm,
    Programme,
    ReferenceRecord,
    Resolution,
    SanctionDesignation,
    TivCell,
    Veto,
)
from dateline.query.reference import EditionRow
from dateline.verify.facts import Facts
from dateline.vocab.fold import fold, key

R = TypeVar("R")


class MemoryFacts:
    """Reference records held in memory: what ships with the package, or what a caller made itself."""

    def __init__(self, records: Iterable[ReferenceRecord] = ()) -> None:
        self._held = tuple(records)

    def _of(self, kind: type[R]) -> Iterator[R]:
        return (each for each in self._held if isinstance(each, kind))

    def editions(self, kind: str | None = None) -> tuple[EditionRow, ...]:  # noqa: ARG002 — as the protocol has it
        """None: records in memory are of no imported file."""
        return ()

    def transfers(
        self, *, supplier: str | None = None, recipient: str | None = None, vintage: str | None = None
    ) -> tuple[ArmsTransfer, ...]:
        """Deals by key of the two sides and vintage."""
        return tuple(
            each
            for each in self._of(ArmsTransfer)
            if supplier in (None, each.supplier.key)
            and recipient in (None, each.recipient.key)
            and vintage in (None, each.provenance.vintage)
        )

    def tiv(
        self, *, supplier: str | None = None, recipient: str | None = None, vintage: str | None = None
    ) -> tuple[TivCell, ...]:
        """Cells by key of the two sides and vintage."""
        return tuple(
            each
            for each in self._of(TivCell)
            if (supplier is None or (each.supplier is not None and each.supplier.key == supplier))
            and (recipient is None or (each.recipient is not None and each.recipient.key == recipient))
            and vintage in (None, each.provenance.vintage)
        )

    def resolutions(
        self,
        *,
        body: str | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
        words: str | None = None,
        symbol: str | None = None,
    ) -> tuple[Resolution, ...]:
        """Votes by body, day, beginnings of words and symbol, oldest first."""
        found = [
            each
            for each in self._of(Resolution)
            if body in (None, each.body)
            and symbol in (None, each.symbol)
            and _within(each.day, first, last)
            and _told(words, f"{each.title} {each.agenda} {' '.join(each.subjects)}")
        ]
        return tuple(sorted(found, key=lambda each: each.day or dt.date.min))

    def ballots(self, resolution_id: str) -> tuple[Ballot, ...]:
        """Ballots of one vote, by country."""
        found = (each for each in self._of(Ballot) if each.resolution == resolution_id)
        return tuple(sorted(found, key=lambda each: each.country))

    def vetoes(
        self, *, first: dt.date | None = None, last: dt.date | None = None, words: str | None = None
    ) -> tuple[Veto, ...]:
        """Vetoes by day and beginnings of words, oldest first."""
        found = [
            each
            for each in self._of(Veto)
            if _within(each.day, first, last) and _told(words, f"{each.subject} {each.topic} {each.draft}")
        ]
        return tuple(sorted(found, key=lambda each: each.day))

    def designations(
        self, *, name: str | None = None, day: dt.date | None = None, country: str | None = None
    ) -> tuple[SanctionDesignation, ...]:
        """Listings by name or alias in any order of words, or entity id."""
        return tuple(
            each
            for each in self._of(SanctionDesignation)
            if (name is None or name == each.entity or _bag(name) in {_bag(n) for n in (each.name, *each.aliases)})
            and (country is None or country in each.countries)
            and (day is None or ((each.listed or day) <= day and (each.delisted or dt.date.max) > day))
        )

    def programmes(self, *, country: str | None = None, day: dt.date | None = None) -> tuple[Programme, ...]:
        """Programmes by target country; with ``day`` those not known to be out of force."""
        return tuple(
            each
            for each in self._of(Programme)
            if (country is None or country in each.target_countries)
            and (day is None or ((each.start or day) <= day and (each.end or dt.date.max) >= day))
        )

    def offices(
        self, *, country: str | None = None, office: str | None = None, day: dt.date | None = None
    ) -> tuple[OfficeTerm, ...]:
        """Terms by country and office; with ``day`` those that may have run on it."""
        return tuple(
            each
            for each in self._of(OfficeTerm)
            if country in (None, each.country)
            and (office is None or fold(office) in fold(each.office))
            and (day is None or _may_run(each, day))
        )


class JoinedFacts:
    """Several sources read as one; each row keeps its own provenance."""

    def __init__(self, *sources: Facts) -> None:
        self._sources = sources

    def editions(self, kind: str | None = None) -> tuple[EditionRow, ...]:
        """The files of all sources."""
        return tuple(chain.from_iterable(each.editions(kind) for each in self._sources))

    def transfers(
        self, *, supplier: str | None = None, recipient: str | None = None, vintage: str | None = None
    ) -> tuple[ArmsTransfer, ...]:
        """Deals of all sources."""
        found = (each.transfers(supplier=supplier, recipient=recipient, vintage=vintage) for each in self._sources)
        return tuple(chain.from_iterable(found))

    def tiv(
        self, *, supplier: str | None = None, recipient: str | None = None, vintage: str | None = None
    ) -> tuple[TivCell, ...]:
        """Cells of all sources."""
        found = (each.tiv(supplier=supplier, recipient=recipient, vintage=vintage) for each in self._sources)
        return tuple(chain.from_iterable(found))

    def resolutions(
        self,
        *,
        body: str | None = None,
        first: dt.date | None = None,
        last: dt.date | None = None,
        words: str | None = None,
        symbol: str | None = None,
    ) -> tuple[Resolution, ...]:
        """Votes of all sources, oldest first."""
        found = chain.from_iterable(
            each.resolutions(body=body, first=first, last=last, words=words, symbol=symbol) for each in self._sources
        )
        return tuple(sorted(found, key=lambda each: each.day or dt.date.min))

    def ballots(self, resolution_id: str) -> tuple[Ballot, ...]:
        """Ballots of one vote, from whichever source has it."""
        return tuple(chain.from_iterable(each.ballots(resolution_id) for each in self._sources))

    def vetoes(
        self, *, first: dt.date | None = None, last: dt.date | None = None, words: str | None = None
    ) -> tuple[Veto, ...]:
        """Vetoes of all sources, oldest first."""
        found = chain.from_iterable(each.vetoes(first=first, last=last, words=words) for each in self._sources)
        return tuple(sorted(found, key=lambda each: each.day))

    def designations(
        self, *, name: str | None = None, day: dt.date | None = None, country: str | None = None
    ) -> tuple[SanctionDesignation, ...]:
        """Listings of all sources."""
        found = (each.designations(name=name, day=day, country=country) for each in self._sources)
        return tuple(chain.from_iterable(found))

    def programmes(self, *, country: str | None = None, day: dt.date | None = None) -> tuple[Programme, ...]:
        """Programmes of all sources."""
        return tuple(chain.from_iterable(each.programmes(country=country, day=day) for each in self._sources))

    def offices(
        self, *, country: str | None = None, office: str | None = None, day: dt.date | None = None
    ) -> tuple[OfficeTerm, ...]:
        """Terms of all sources."""
        found = (each.offices(country=country, office=office, day=day) for each in self._sources)
        return tuple(chain.from_iterable(found))


def _within(day: dt.date | None, first: dt.date | None, last: dt.date | None) -> bool:
    if day is None:
        return first is None and last is None
    return (first is None or first <= day) and (last is None or day <= last)


def _told(wanted: str | None, text: str) -> bool:
    if wanted is None:
        return True
    there = key(text).split()
    return all(any(word.startswith(part) for word in there) for part in key(wanted).split())


def _bag(name: str) -> frozenset[str]:
    return frozenset(key(name).split())


def _may_run(term: OfficeTerm, day: dt.date) -> bool:
    began = term.start is None or term.start.earliest <= day
    return began and (term.end is None or term.end.latest >= day)
