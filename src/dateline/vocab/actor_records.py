"""Actors as records: people with dated roles, bodies with phases, and how their data entries are read."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dateline.model import DatePrecision, Entity, EntityKind, ImpreciseDate
from dateline.vocab.fold import slug
from dateline.vocab.loading import Entry

_SHORT = re.compile(r"(.+) \(([A-Z][A-Za-z0-9-]*[A-Z0-9])\)")
#: So long after a source last saw an office held it may still be.
_FADES = dt.timedelta(days=3 * 365)
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


class Holds(StrEnum):
    """Whether something held on a day, as far as the data tell."""

    YES = "yes"
    MAYBE = "maybe"
    NO = "no"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """From when to when; None = unknown or open. Each end is as precise as its source.

    ``seen`` is the last day on which the source, which tells no end, saw it held; None where it is still held.
    """

    start: ImpreciseDate | None = None
    end: ImpreciseDate | None = None
    seen: dt.date | None = None

    def holds(self, day: dt.date) -> Holds:
        """Whether it held on a day; MAYBE while its end may or may not have come, and for a while after ``seen``."""
        if self.start is not None and day < self.start.earliest:
            return Holds.NO
        if self.end is not None and day > self.end.latest:
            return Holds.NO
        if self.seen is not None and day > self.seen:
            return Holds.MAYBE if day <= self.seen + _FADES else Holds.NO
        begun = self.start is None or day >= self.start.latest
        lasts = self.end is None or day <= self.end.earliest
        return Holds.YES if begun and lasts else Holds.MAYBE

    def __str__(self) -> str:
        first = _told(self.start) if self.start else ".."
        last = _told(self.end) if self.end else f"{self.seen.year}?" if self.seen else ".."
        return f"{first}/{last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office held by a person.

    Attributes:
        office: As in ``offices.toml`` ("foreign minister") or in plain words.
        country: ISO3 of the state whose office it is, or None.
        body: Canonical id of the body whose office it is, or None.
        contested_by: Canonical id of the body that disputes the holding, or None.
        contested_since: From when it is disputed.
        note: What the dispute is.
    """

    office: str
    country: str | None
    body: str | None
    tenure: Tenure
    contested_by: str | None = None
    contested_since: dt.date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phase:
    """A sector that a body has for a time (the Taliban: rebels, then a government)."""

    sector: str
    tenure: Tenure


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """A person, body or state that can act: an entity with its history."""

    entity: Entity
    roles: tuple[Role, ...] = ()
    phases: tuple[Phase, ...] = ()

    @property
    def canonical_id(self) -> str:
        """Stable id of the entity."""
        return self.entity.canonical_id

    @property
    def names(self) -> tuple[str, ...]:
        """Canonical name and aliases."""
        return (self.entity.name, *self.entity.aliases)

    def roles_on(self, day: dt.date) -> Iterator[tuple[Role, Holds]]:
        """The roles that were, or may have been, held on a day."""
        for role in self.roles:
            holds = role.tenure.holds(day)
            if holds is not Holds.NO:
                yield role, holds

    def sector_on(self, day: dt.date) -> str | None:
        """Sector of a body on a day: that of its phase, or its only one."""
        for phase in self.phases:
            if phase.tenure.holds(day) is not Holds.NO:
                return phase.sector
        return self.entity.sector


def read_body(entry: Entry) -> Actor:
    """A ``[[body]]`` entry; of a name like "Islamic State (ISIS)" both parts are names too."""
    name = entry.text("name")
    bracketed = _SHORT.fullmatch(name)
    entity = Entity(
        canonical_id=f"body/{entry.text('id', slug(bracketed[1] if bracketed else name))}",
        kind=EntityKind(entry.text("kind", "organisation")),
        name=name,
        aliases=tuple(dict.fromkeys((*(bracketed.groups() if bracketed else ()), *entry.texts("aliases")))),
        country=entry.text("country", "") or None,
        sector=entry.text("sector", "") or None,
        successor_of=_body_id(entry.text("successor_of", "")),
        note=entry.text("note", ""),
    )
    phases = tuple(_phase(entry, text) for text in entry.texts("phases"))
    entry.done()
    return Actor(entity=entity, phases=phases)


def read_person(entry: Entry) -> Actor:
    """A ``[[person]]`` entry."""
    name = entry.text("name")
    country = entry.text("country", "") or None
    entity = Entity(
        canonical_id=f"person/{entry.text('id', slug(name))}",
        kind=EntityKind.PERSON,
        name=name,
        aliases=entry.texts("aliases"),
        country=country,
        sector=entry.text("sector", "") or None,
        note=entry.text("note", ""),
        source=entry.text("source", ""),
    )
    roles = tuple(_role(entry, text, country) for text in entry.texts("roles"))
    disputes = tuple(entry.entries("contested"))
    entry.done()
    return Actor(entity=entity, roles=_contested(roles, disputes))


def _role(entry: Entry, text: str, country: str | None) -> Role:
    words, _, interval = text.rpartition(" ")
    office, _, owner = words.partition(" @")
    if "/" not in interval or not office:
        raise entry.wrong(f"role {text!r} is not read", 'write "office 2004-03/2012", "office @body-id 2010/.."')
    if re.fullmatch(r"[A-Z]{3}", owner):
        return Role(office=office, country=owner, body=None, tenure=_tenure(entry, interval))
    return Role(
        office=office,
        country=None if owner else country,
        body=_body_id(owner),
        tenure=_tenure(entry, interval),
    )


def _contested(roles: tuple[Role, ...], disputes: tuple[Entry, ...]) -> tuple[Role, ...]:
    changed = list(roles)
    for dispute in disputes:
        office = dispute.text("office")
        at = next((n for n, role in enumerate(changed) if role.office == office), None)
        if at is None:
            raise dispute.wrong(f"no role {office!r} stands in its roles")
        role = changed[at]
        changed[at] = Role(
            office=role.office,
            country=role.country,
            body=role.body,
            tenure=role.tenure,
            contested_by=_body_id(dispute.text("by")),
            contested_since=dt.date.fromisoformat(dispute.text("since")),
            note=dispute.text("says", ""),
        )
        dispute.done()
    return tuple(changed)


def _phase(entry: Entry, text: str) -> Phase:
    sector, _, interval = text.partition(" ")
    return Phase(sector=sector, tenure=_tenure(entry, interval))


def _body_id(short: str) -> str | None:
    return f"body/{short}" if short else None


def _tenure(entry: Entry, text: str) -> Tenure:
    start, _, end = text.partition("/")
    if end.endswith("?"):
        seen = _date(entry, end[:-1])
        return Tenure(start=_date(entry, start), seen=seen.latest if seen else None)
    return Tenure(start=_date(entry, start), end=_date(entry, end))


def _date(entry: Entry, text: str) -> ImpreciseDate | None:
    if text in {"", ".."}:
        return None
    found = _DATE.fullmatch(text)
    if found is None:
        raise entry.wrong(f"{text!r} is no date", 'write "2004", "2004-03", "2004-03-09", or ".." for open')
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if day:
        return ImpreciseDate.day(dt.date(year, month, day))
    if month:
        last = calendar.monthrange(year, month)[1]
        return ImpreciseDate(
            earliest=dt.date(year, month, 1), latest=dt.date(year, month, last), precision=DatePrecision.MONTH
        )
    return ImpreciseDate(earliest=dt.date(year, 1, 1), latest=dt.date(year, 12, 31), precision=DatePrecision.YEAR)


def _told(date: ImpreciseDate) -> str:
    length = {DatePrecision.YEAR: 4, DatePrecision.MONTH: 7}.get(date.precision, 10)
    return date.earliest.isoformat()[:length]
