"""Entities and judgements: people, bodies and states, and who decided that two are the same."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.because import Because


class EntityKind(StrEnum):
    """What an entity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    STATE = "state"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeHolding:
    """A person held an office during an interval, as one source says.

    Attributes:
        holder: Entity id of the person.
        office: Office title ("foreign minister").
        country: ISO 3166 alpha-3, or None for international bodies.
        body: Entity id of the body the office belongs to, or None.
        start, end: First and last day; None = unknown or still held.
        contested_by: Entity id of a body that disputes the holding, or None.
        source: Where the fact is from.
    """

    holder: str
    office: str
    country: str | None
    body: str | None
    start: dt.date | None
    end: dt.date | None
    contested_by: str | None = None
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, body or state that can act.

    Attributes:
        canonical_id: Stable id ("person/min-aung-hlaing", "state/MMR").
        name: Canonical English name.
        aliases: Other spellings and names, any script.
        country: ISO 3166 alpha-3 of the state it belongs to, or None.
        sector: PLOVER sector code, or None.
        successor_of: Entity id of the body it succeeded, or None.
        note: One line a reader needs ("contested since …").
        source: Where the facts are from.
    """

    canonical_id: str
    kind: EntityKind
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None
    successor_of: str | None = None
    note: str = ""
    source: str = ""


class JudgementKind(StrEnum):
    """What was decided about two entities or two events."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """A decision that can be undone: an edge between two entities or two mentions, never an edit."""

    id: str
    left: str
    right: str
    kind: JudgementKind
    score: float | None
    who: str
    made: dt.datetime
    because: tuple[Because, ...] = ()
