"""Office holders as CSV in the form of a Wikidata query: country, position, holder, first and last year of the term.

A year stays a year: the term began on some day of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from dateline.model.reference import Edition, Note, OfficeTerm
from dateline.reference.countries import iso3
from dateline.reference.csv_rows import Row, columns, csv_rows
from dateline.reference.edition import Item
from dateline.reference.keys import Keys
from dateline.reference.partial_dates import partial_date

_NEEDED = ("country", "positionLabel", "officeholderLabel", "start_year", "end_year")


def read(path: Path, edition: Edition) -> Iterator[Item]:
    """Read the file; an empty end is a term that ran on or whose end is unknown when the file was made.

    Raises:
        MalformedSource: a column is missing.
    """
    place: dict[str, int] = {}
    keys = Keys()
    for row in csv_rows(path):
        if not isinstance(row, Row):
            yield row
        elif not place:
            place = columns(path, row.cells, _NEEDED)
        elif len(row.cells) != len(place):
            yield row.bad(f"it has {len(row.cells)} cells, the head has {len(place)}")
        else:
            yield _term(row, {name: row.cells[at] for name, at in place.items()}, edition, keys)


def _term(row: Row, cells: dict[str, str], edition: Edition, keys: Keys) -> Item:
    holder, office, land = cells["officeholderLabel"], cells["positionLabel"], cells["country"]
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
