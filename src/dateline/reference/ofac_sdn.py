"""The SDN list of the US Treasury (OFAC) as CSV: the publisher's ``sdn.csv`` without head, or with any head."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.errors import MalformedSource
from dateline.model.reference import Edition, ListedKind, Note, SanctionDesignation
from dateline.reference.countries import countries
from dateline.reference.csv_rows import Row, csv_rows
from dateline.reference.edition import Item
from dateline.reference.keys import Keys
from dateline.reference.listed_names import natural_order, other_names
from dateline.reference.ofac_remarks import read_remarks

AUTHORITY = "USA"
LIST_NAME = "OFAC SDN"
NO_DATES = "the SDN list gives no day of listing: whether an entry stood on it on a past day it does not tell"

_CELLS = 12
_NULL = "-0-"
_KINDS = {
    "": ListedKind.ORGANISATION,
    "entity": ListedKind.ORGANISATION,
    "individual": ListedKind.PERSON,
    "vessel": ListedKind.VESSEL,
    "aircraft": ListedKind.AIRCRAFT,
}
_NO_FLAG = frozenset({"", "None Identified", "Flag Not Identified", "Unknown"})


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Read the file: twelve columns in the publisher's order, with or without a head, ``-0-`` for nothing.

    Raises:
        MalformedSource: the first row has not twelve cells, or is no entry while there is no head.
    """
    keys = Keys()
    first = True
    for row in csv_rows(path):
        if not isinstance(row, Row):
            yield row
            continue
        if first:
            first = False
            if len(row.cells) != _CELLS:
                raise MalformedSource(
                    f"cannot read {path.name}", f"its first row has {len(row.cells)} cells", "sdn.csv has twelve"
                )
            if not row.cells[0].isdigit():
                continue
        yield _entry(row, edition, keys)
    yield Note(text=NO_DATES)
    yield Note(
        text="aliases are those of the remarks, which are weak ones; the strong ones are in sdn.xml (ofac-sdn-xml)"
    )


def kind_of(printed: str) -> ListedKind:
    """What an entry is, by its type; an empty one is an organisation."""
    return _KINDS.get(printed.lower(), ListedKind.UNKNOWN)


def flags(printed: str) -> tuple[str, ...]:
    """The flag of a vessel, where one is named."""
    return () if printed in _NO_FLAG else (printed,)


def _entry(row: Row, edition: Edition, keys: Keys) -> Item:
    if len(row.cells) != _CELLS:
        return row.bad(f"it has {len(row.cells)} cells, the list has {_CELLS}")
    number, printed, kind, programmes, title, call, vessel, tonnage, gross, flag, owner, remarks = (
        "" if cell == _NULL else cell for cell in row.cells
    )
    if not number.isdigit() or not printed:
        return row.bad("it has no number" if printed else "it has no name")
    own = keys.own(number, "\t".join(row.cells), row.line)
    if isinstance(own, Note):
        return own
    what = kind_of(kind)
    said = read_remarks(remarks)
    of_person = what is ListedKind.PERSON
    name = natural_order(printed) if of_person else printed
    weak = other_names(name, (natural_order(alias) if of_person else alias for alias in said.weak_aliases))
    told = {"call sign": call, "vessel type": vessel, "tonnage": tonnage, "gross tonnage": gross, "owner": owner}
    return SanctionDesignation(
        id=edition.row_id(own),
        key=number,
        authority=AUTHORITY,
        list_name=LIST_NAME,
        name=name,
        aliases=weak,
        weak_aliases=weak,
        kind=what,
        programmes=split_programmes(programmes),
        countries=countries((*said.countries, *flags(flag))),
        listed=None,
        delisted=None,
        titles=tuple(each for each in title.split("; ") if each),
        born=said.born,
        identifiers=(*(f"{label} {value}" for label, value in told.items() if value), *said.identifiers),
        remarks=remarks,
        provenance=edition.at(row.line),
    )


def split_programmes(printed: str) -> tuple[str, ...]:
    """Programme codes out of one cell: ``"SDGT] [IFSR"`` is SDGT and IFSR."""
    codes = (code.strip(" []") for code in printed.split("] ["))
    return tuple(dict.fromkeys(code for code in codes if code))
