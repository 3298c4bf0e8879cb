"""Office holders as CSV in the form of a Wikidata query: country, position, holder, first and last year of the term.

A year stays a year: the term began on some day of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from dateline.model.reference import BadRow, Edition, Note, OfficeTerm
from dateline.reference.countries import iso3
from dateline.reference.csv_rows import Row
from dateline.reference.edition import Item
from dateline.reference.keys import Keys
from dateline.reference.partial_dates import partial_date
from dateline.reference.tabular import open_table

_NEEDED = ("country", "positionlabel", "officeholderlabel", "start_year", "end_year")


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Read the file; an empty end is a term that ran on or whose end is unknown when the file was made.

    Raises:
        MalformedSource: no such columns.
    """
    keys = Keys()
    for found in open_table(path, _NEEDED):
        yield found if isinstance(found, BadRow | Note) else _term(*found, edition, keys)


def _term(row: Row, cells: Mapping[str, str], edition: Edition, keys: Keys) -> Item:
    holder, office, land = cells["officeholderlabel"], cells["positionlabel"], cells["country"]
    if not holder or not office:
        return row.bad("it names no holder" if office else "it names no office")
    start, end = partial_date(cells["start_year"]), partial_date(cells["end_year"])
    for name, found in (("start_year", start), ("end_year", end)):
        if cells[name] and found is None:
            return row.bad(f"{name} {cells[name]!r} is no year or date")
    if start is not None and end is not None and end.latest < start.earliest:
        return row.bad("the term ends before it begins")
    ids = [cells.get(name, "") for name in ("countryid", "position", "officeholder")]
    key = "/".join([*(ids if all(ids) else (land, office, holder)), cells["start_year"]])
    own = keys.own(key, "\t".join(row.cells), row.line)
    if isinstance(own, Note):
        return own
    code = iso3(land)
    unnamed = holder == cells.get("officeholder")
    remarks = ("" if code or not land else f"country as printed: {land}", "the file gives no name" if unnamed else "")
    return OfficeTerm(
        id=edition.row_id(own),
        key=key,
        holder=holder,
        office=office,
        country=code,
        start=start,
        end=end,
        note="; ".join(remark for remark in remarks if remark),
        provenance=edition.at(row.line),
    )
