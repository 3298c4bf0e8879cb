"""OpenSanctions and other FollowTheMoney exports as JSON lines: who is on which list, since when.

Both forms are read: ``entities.ftm.json``, in which a Sanction names its entity and may stand before or after it, and
``targets.nested.json``, in which it stands within the entity.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from dateline.model import DatePrecision, ImpreciseDate
from dateline.model.reference import BadRow, Edition, ListedKind, Note, SanctionDesignation
from dateline.reference.countries import countries
from dateline.reference.edition import Item
from dateline.reference.ftm_entities import FtmEntity, ftm_entities, ftm_entity
from dateline.reference.keys import Keys
from dateline.reference.listed_names import other_names
from dateline.reference.partial_dates import partial_date, whole_day

_SANCTION = "Sanction"
_KINDS = {
    "Person": ListedKind.PERSON,
    "Organization": ListedKind.ORGANISATION,
    "Company": ListedKind.ORGANISATION,
    "PublicBody": ListedKind.ORGANISATION,
    "Vessel": ListedKind.VESSEL,
    "Airplane": ListedKind.AIRCRAFT,
}
_AUTHORITIES = {"United Nations": "UN", "UN Security Council": "UN", "European Union": "EU", "EU Council": "EU"}
_NUMBERS = {
    "imoNumber": "IMO",
    "mmsi": "MMSI",
    "callSign": "call sign",
    "passportNumber": "passport",
    "idNumber": "ID",
    "registrationNumber": "registration",
    "taxNumber": "tax number",
    "innCode": "INN",
    "ogrnCode": "OGRN",
    "leiCode": "LEI",
    "swiftBic": "SWIFT/BIC",
}


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Read the file twice: the sanctions into a temporary file first, then their entities.

    Entities on no list are left out; a note says how many, and how many sanctions name an entity that is not there.
    """
    with closing(sqlite3.connect("")) as spool:
        yield from _spool(path, spool)
        keys = Keys()
        unlisted = 0
        for entity in ftm_entities(path):
            if not isinstance(entity, FtmEntity) or entity.schema == _SANCTION:
                continue
            sanctions = [*_of(entity, spool), *entity.nested("sanctions")]
            for sanction in sanctions:
                yield _designation(entity, sanction, edition, keys)
            unlisted += not sanctions
        (lost,) = spool.execute("SELECT count(*) FROM sanction WHERE NOT used").fetchone()
    if unlisted:
        yield Note(text=f"{unlisted} entities are on no list in this file and were left out")
    if lost:
        yield Note(text=f"{lost} sanctions name an entity that is not in this file and were left out")


def _spool(path: Path, spool: sqlite3.Connection) -> Iterator[BadRow]:
    """Put the sanctions of a file aside by the entities that they name."""
    spool.execute("CREATE TABLE sanction (entity TEXT, line INTEGER, body TEXT, used INTEGER DEFAULT 0)")
    for entity in ftm_entities(path):
        if isinstance(entity, BadRow):
            yield entity
        elif entity.schema == _SANCTION:
            named = entity.texts("entity")
            if not named:
                yield BadRow(line=entity.line, reason="the sanction names no entity", text=entity.id)
            body = json.dumps(entity.values)
            spool.executemany(
                "INSERT INTO sanction (entity, line, body) VALUES (?, ?, ?)",
                ((each, entity.line, body) for each in named),
            )
    spool.execute("CREATE INDEX by_entity ON sanction (entity)")


def _of(entity: FtmEntity, spool: sqlite3.Connection) -> Iterator[FtmEntity]:
    """The sanctions put aside for an entity, by any id that was merged into it."""
    for name in (entity.id, *entity.listed("referents")):
        rows = spool.execute(
            "SELECT line, body FROM sanction WHERE entity = ? AND NOT used ORDER BY line", (name,)
        ).fetchall()
        if rows:
            spool.execute("UPDATE sanction SET used = 1 WHERE entity = ?", (name,))
        for line, body in rows:
            if isinstance(made := ftm_entity(json.loads(body), line), FtmEntity):
                yield made


def _designation(entity: FtmEntity, sanction: FtmEntity, edition: Edition, keys: Keys) -> Item:
    names = (*filter(None, [entity.caption]), *entity.texts("name"))
    if not names:
        return BadRow(line=entity.line, reason="the entity has no name", text=entity.id)
    own = keys.own(f"{entity.id}/{sanction.id}", json.dumps([entity.values, sanction.values]), sanction.line)
    if isinstance(own, Note):
        return own
    kind = _KINDS.get(entity.schema, ListedKind.UNKNOWN)
    weak = entity.texts("weakAlias")
    first = _first(sanction.texts("listingDate") or sanction.texts("startDate"))
    listed = first.earliest if first is not None and first.precision is DatePrecision.DAY else None
    printed = sanction.texts("listingDate", "startDate", "endDate", "reason", "summary", "provisions", "status")
    return SanctionDesignation(
        id=edition.row_id(own),
        key=f"{entity.id}/{sanction.id}",
        authority=_authority(sanction),
        list_name=", ".join(sanction.listed("datasets") or sanction.texts("authority")) or "FollowTheMoney",
        name=names[0],
        aliases=other_names(names[0], (*names, *entity.texts("alias", "previousName", "abbreviation"), *weak)),
        weak_aliases=other_names(names[0], weak),
        kind=kind,
        programmes=sanction.texts("programId") or sanction.texts("program"),
        countries=_countries(entity, kind),
        listed=listed,
        listed_in=first if listed is None else None,
        delisted=max((day for day in map(whole_day, sanction.texts("endDate")) if day), default=None),
        first_seen=_seen("first_seen", sanction, entity),
        last_seen=_seen("last_seen", sanction, entity),
        amended=max((day for day in map(whole_day, sanction.texts("modifiedAt")) if day), default=None),
        titles=entity.texts("title", "position"),
        born=entity.texts("birthDate"),
        identifiers=tuple(f"{label} {text}" for name, label in _NUMBERS.items() for text in entity.texts(name)),
        remarks="; ".join(printed),
        link=next(iter(sanction.texts("sourceUrl")), ""),
        provenance=edition.at(sanction.line),
    )


def _first(printed: tuple[str, ...]) -> ImpreciseDate | None:
    """The earliest day among the dates, unless a month or year is over before it."""
    found = [date for date in map(partial_date, printed) if date is not None]
    days = [date for date in found if date.precision is DatePrecision.DAY]
    rest = [date for date in found if not days or date.latest < min(day.earliest for day in days)]
    return min(rest or days, key=lambda date: (date.earliest, date.days), default=None)


def _authority(sanction: FtmEntity) -> str:
    """One of "UN", "EU" and the codes of states that sanction, else the authority as printed."""
    printed = sanction.texts("authority", "publisher")
    for text in printed:
        for words, code in _AUTHORITIES.items():
            if words in text:
                return code
    named = sanction.texts("country")
    if "eu" in named:
        return "EU"
    found = countries(named)
    return found[0] if found else next(iter(printed), "unknown")


def _countries(entity: FtmEntity, kind: ListedKind) -> tuple[str, ...]:
    """Of persons the nationality, of vessels the flag, of others the seat; else any country named."""
    own = {
        ListedKind.PERSON: ("nationality", "citizenship"),
        ListedKind.VESSEL: ("flag",),
        ListedKind.AIRCRAFT: ("country",),
    }
    return countries(entity.texts(*own.get(kind, ("jurisdiction", "mainCountry"))) or entity.texts("country"))


def _seen(field: str, sanction: FtmEntity, entity: FtmEntity) -> dt.date | None:
    for holder in (sanction, entity):
        value = holder.values.get(field)
        if isinstance(value, str) and (day := whole_day(value)) is not None:
            return day
    return None
