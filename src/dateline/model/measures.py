"""Records of sanctions and offices: programmes and embargoes, designations, who held which office."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.dates import ImpreciseDate
from dateline.model.provenance import Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """A sanctions programme or embargo of one authority.

    Attributes:
        id: Unique among all editions.
        key: The publisher's own name of it, the same in every vintage ("EU-MMR").
        authority: Who imposes it ("UN", "EU", "USA", or an alpha-3 code).
        target_countries: Alpha-3 codes of the states it is about; () where it is about persons or groups anywhere.
        measures: What it does, in words of one list ("arms embargo", "asset freeze", "travel ban", "dual-use export").
        start, end: First and last day in force; None when not public, and for ``end`` also while it is in force.
        in_force: Whether the source says that it is in force when retrieved; None where it does not say.
        coverage: What and whom it covers, and what is exempt, in words.
        targets: Names of groups or persons it is about, where it is not a state.
        legal_basis: Decisions and acts.
        issues: What it is about, in the publisher's words.
        note: What a reader needs to know: end dates not public, succession.
    """

    id: str
    key: str
    authority: str
    title: str
    target_countries: tuple[str, ...]
    measures: tuple[str, ...]
    start: dt.date | None
    end: dt.date | None
    provenance: Provenance
    in_force: bool | None = None
    coverage: str = ""
    targets: tuple[str, ...] = ()
    legal_basis: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()
    link: str = ""
    note: str = ""

    @property
    def arms_embargo(self) -> bool:
        """Whether it forbids arms."""
        return "arms embargo" in self.measures


class ListedKind(StrEnum):
    """What a designated party is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    VESSEL = "vessel"
    AIRCRAFT = "aircraft"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class SanctionDesignation:
    """One listing of one party.

    Attributes:
        id: Unique among all editions.
        key: The list's own number or reference, the same in every vintage.
        authority: Whose list it is ("UN", "EU", "USA").
        list_name: "OFAC SDN", "UN Consolidated List".
        name: Principal name, in natural order ("Min Aung Hlaing").
        aliases: Other names, in natural order; weak ones too.
        kind: Person, organisation, vessel, aircraft.
        programmes: The list's own programme codes.
        countries: Alpha-3 codes of nationality, flag or address.
        listed: Day of the listing; None where the list does not tell, which is not "always".
        amended: Last day on which the entry was changed, or None.
        delisted: Day of removal. Consolidated lists drop removed entries, so None says only that it is on this edition.
        titles: Offices and ranks as the list gives them.
        identifiers: "IMO 9187629", "passport A123".
        born: Dates or years of birth, as printed.
        remarks: The list's reasons and remarks.
        entity: The project's own entity id, where it is known to be the same ("person/min-aung-hlaing").
        weak_aliases: Those of the aliases that the list itself calls weak or of low quality.
        listed_in: Interval of the listing where the list tells a month or a year only; ``listed`` is None then.
        first_seen, last_seen: Days on which whoever collected the list first and last saw the entry on it.
    """

    id: str
    key: str
    authority: str
    list_name: str
    name: str
    aliases: tuple[str, ...]
    kind: ListedKind
    programmes: tuple[str, ...]
    countries: tuple[str, ...]
    listed: dt.date | None
    delisted: dt.date | None
    provenance: Provenance
    amended: dt.date | None = None
    titles: tuple[str, ...] = ()
    identifiers: tuple[str, ...] = ()
    born: tuple[str, ...] = ()
    remarks: str = ""
    link: str = ""
    entity: str | None = None
    weak_aliases: tuple[str, ...] = ()
    listed_in: ImpreciseDate | None = None
    first_seen: dt.date | None = None
    last_seen: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTerm:
    """A person held an office, as one file says; :class:`OfficeHolding` is the project's own knowledge.

    Attributes:
        id: Unique among all editions.
        key: The publisher's own key, the same in every vintage ("Q836/Q1234/Q5678").
        holder: Name of the person.
        office: Title of the office ("President of Myanmar").
        country: Alpha-3 code, or None.
        start, end: Intervals in which the term began and ended; None = unknown, or still held.
        contested_by: Who disputes it, in words.
        entity: The project's own entity id, where it is known.
    """

    id: str
    key: str
    holder: str
    office: str
    country: str | None
    start: ImpreciseDate | None
    end: ImpreciseDate | None
    provenance: Provenance
    body: str = ""
    contested_by: str = ""
    entity: str | None = None
    note: str = ""
