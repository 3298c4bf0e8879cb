"""The European Union's consolidated list of financial sanctions as CSV (the publisher's "CSV – version 1.1").

Semicolons; several rows per entity, each with one name, address, birth, document or citizenship of it. Built from the
public description of the layout, without a file of the publisher at hand.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dateline.errors import MalformedSource
from dateline.model.reference import BadRow, Edition, ListedKind, Note, SanctionDesignation
from dateline.reference.countries import countries
from dateline.reference.csv_rows import Row, columns, csv_rows
from dateline.reference.edition import Item
from dateline.reference.keys import Keys
from dateline.reference.listed_names import other_names
from dateline.reference.partial_dates import whole_day

_ID = "Entity_LogicalId"
_NEEDED = ("fileGenerationDate", _ID, "NameAlias_WholeName", "Entity_Regulation_PublicationDate")
_KINDS = {
    "P": ListedKind.PERSON,
    "person": ListedKind.PERSON,
    "E": ListedKind.ORGANISATION,
    "enterprise": ListedKind.ORGANISATION,
}
_UNKNOWN = ListedKind.UNKNOWN
_REGULATIONS = ("Entity_Regulation", "NameAlias_Regulation")
_LAX = "an entry's day is that of its designation or of the earliest act it cites; acts that were replaced are not told"


@dataclass(frozen=True, slots=True)
class _EntityRow:
    """One row by the names of its columns."""

    row: Row
    cells: dict[str, str]

    def get(self, name: str) -> str:
        return self.cells.get(name, "")


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Read the file: rows of one entity stand together and make one designation.

    Raises:
        MalformedSource: a column is missing.
    """
    keys = Keys()
    held: list[_EntityRow] = []
    for each in _rows(path):
        if not isinstance(each, _EntityRow):
            yield each
            continue
        if held and held[0].get(_ID) != each.get(_ID):
            yield _entry(held, edition, keys)
            held = []
        held.append(each)
    if held:
        yield _entry(held, edition, keys)
    yield Note(text=_LAX)


def vintage(path: Path) -> str | None:
    """The day on which the file was generated."""
    for each in _rows(path):
        if isinstance(each, _EntityRow):
            day = whole_day(each.get("fileGenerationDate"))
            return day.isoformat() if day else None
    return None


def _rows(path: Path) -> Iterator[_EntityRow | BadRow | Note]:
    place: dict[str, int] = {}
    for row in csv_rows(path, delimiter=";"):
        if not isinstance(row, Row):
            yield row
        elif not place:
            place = columns(path, row.cells, _NEEDED)
        elif not len(place) <= len(row.cells) <= len(place) + 1:  # a semicolon may close the row
            yield row.bad(f"it has {len(row.cells)} cells, the head has {len(place)}")
        else:
            found = _EntityRow(row, {name: row.cells[at] for name, at in place.items()})
            yield found if found.get(_ID) else row.bad("it has no Entity_LogicalId")
    if not place:
        raise MalformedSource(f"cannot read {path.name}", "it is empty", "download the file again from its publisher")


def _entry(rows: list[_EntityRow], edition: Edition, keys: Keys) -> Item:
    head, entity = rows[0], rows[0].get(_ID)
    names = _column(rows, "NameAlias_WholeName") or _built_names(rows)
    if not names:
        return head.row.bad("no row of the entity has a name")
    own = keys.own(entity, "\n".join("\t".join(each.row.cells) for each in rows), head.row.line)
    if isinstance(own, Note):
        return own
    acts = sorted(_days(rows, [f"{regulation}_PublicationDate" for regulation in _REGULATIONS]))
    designated = sorted(_days(rows, ["Entity_DesignationDate"]))
    weak = {each.get("NameAlias_WholeName") for each in rows if "weak" in each.get("NameAlias_Remark").lower()}
    return SanctionDesignation(
        id=edition.row_id(own),
        key=head.get("Entity_EU_ReferenceNumber") or entity,
        authority="EU",
        list_name="EU Consolidated Financial Sanctions List",
        name=names[0],
        aliases=other_names(names[0], names),
        weak_aliases=other_names(names[0], (name for name in names if name in weak)),
        kind=_KINDS.get(head.get("Entity_SubjectType_ClassificationCode") or head.get("Entity_SubjectType"), _UNKNOWN),
        programmes=_column(rows, *(f"{regulation}_Programme" for regulation in _REGULATIONS)),
        countries=_countries(rows),
        listed=min([*designated, *acts], default=None),
        delisted=None,
        amended=max(acts, default=None),
        titles=_column(rows, "NameAlias_Title", "NameAlias_Function"),
        born=_births(rows),
        identifiers=tuple(dict.fromkeys(filter(None, map(_identifier, rows)))),
        remarks=" ".join(_column(rows, "Entity_DesignationDetails", "Entity_Remark")),
        link=head.get("Entity_Regulation_PublicationUrl"),
        provenance=edition.at(head.row.line),
    )


def _column(rows: Iterable[_EntityRow], *names: str) -> tuple[str, ...]:
    """What stands in columns over all rows, without repetition, column by column."""
    held = list(rows)
    return tuple(dict.fromkeys(each.get(name) for name in names for each in held if each.get(name)))


def _built_names(rows: Iterable[_EntityRow]) -> tuple[str, ...]:
    parts = ("NameAlias_FirstName", "NameAlias_MiddleName", "NameAlias_LastName")
    built = (" ".join(filter(None, (each.get(part) for part in parts))) for each in rows)
    return tuple(dict.fromkeys(name for name in built if name))


def _days(rows: Iterable[_EntityRow], names: list[str]) -> set[dt.date]:
    found = (whole_day(each.get(name)) for each in rows for name in names)
    return {day for day in found if day is not None}


def _countries(rows: list[_EntityRow]) -> tuple[str, ...]:
    """Citizenships; of an entity without any the countries of its addresses. "00" and "unknown" are none."""
    for place in ("Citizenship", "Address"):
        printed = _column(rows, f"{place}_CountryIso2Code") or _column(rows, f"{place}_CountryDescription")
        found = countries(each for each in printed if each != "00" and each.lower() != "unknown")
        if found:
            return found
    return ()


def _births(rows: list[_EntityRow]) -> tuple[str, ...]:
    found = (each.get("BirthDate_BirthDate") or each.get("BirthDate_Year") for each in rows)
    return tuple(dict.fromkeys(each for each in found if each))


def _identifier(each: _EntityRow) -> str:
    number = each.get("Identification_Number")
    kind = each.get("Identification_TypeDescription") or each.get("Identification_TypeCode") or "number"
    country = each.get("Identification_CountryDescription") or each.get("Identification_CountryIso2Code")
    return "" if not number else f"{kind} {number} ({country})" if country else f"{kind} {number}"
