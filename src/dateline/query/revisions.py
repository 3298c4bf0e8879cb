"""What changed between two editions of one data set: rows added, revised, withdrawn, by the publisher's own keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from dateline.errors import UsageError
from dateline.model import to_json
from dateline.model.reference import (
    ArmsTransfer,
    OfficeTerm,
    Programme,
    ReferenceRecord,
    Resolution,
    SanctionDesignation,
    TivCell,
    Veto,
)
from dateline.query.reference import EditionRow, ReferenceReader

__all__ = ["Change", "FieldChange", "Revision", "Sheet", "compared", "revisions", "sheets"]

#: Fields that differ between any two editions, and say nothing of what is recorded.
_OWN = ("id", "provenance", "deliveries")


class Change(StrEnum):
    """What became of a row."""

    ADDED = "added"
    REVISED = "revised"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field before and after; None where it was or is not there."""

    field: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """What became of one row.

    Attributes:
        key: The publisher's key.
        about: The row in words.
        fields: Those that differ; () for rows added or withdrawn.
        old, new: Ids of the row in both editions.
    """

    change: Change
    key: str
    about: str
    fields: tuple[FieldChange, ...]
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """The rows of one kind and vintage, over all files that hold them."""

    kind: str
    vintage: str
    records: tuple[ReferenceRecord, ...]
    editions: tuple[EditionRow, ...]

    @property
    def years(self) -> tuple[int, int] | None:
        """First and last year of deliveries or votes; None where the rows have neither."""
        found = {year for record in self.records for year in _years(record)}
        return (min(found), max(found)) if found else None


def revisions(old: Iterable[ReferenceRecord], new: Iterable[ReferenceRecord]) -> tuple[Revision, ...]:
    """Rows added, revised and withdrawn, in the order of their keys."""
    before = {_key(record): record for record in old}
    after = {_key(record): record for record in new}
    return tuple(_revisions(before, after))


def sheets(reader: ReferenceReader, kind: str) -> tuple[Sheet, ...]:
    """What is loaded of a kind, by vintage, oldest first; a file without one is its own, in the order of import."""
    held: dict[str, list[ReferenceRecord]] = {}
    files: dict[str, list[EditionRow]] = {}
    for row in sorted(reader.editions(kind), key=lambda each: each.imported):
        for name in dict.fromkeys(row.vintages or (row.edition.vintage or row.id,)):
            files.setdefault(name, []).append(row)
        for record in reader.records(row.id):
            held.setdefault(record.provenance.vintage or row.id, []).append(record)
    named = sorted(name for name in files if not name.startswith("edition-"))
    order = [*(name for name in files if name.startswith("edition-")), *named]
    return tuple(
        Sheet(kind=kind, vintage=name, records=tuple(held.get(name, ())), editions=tuple(files[name])) for name in order
    )


def compared(reader: ReferenceReader, wanted: tuple[str, ...]) -> tuple[tuple[Sheet, Sheet], ...]:
    """The pairs of sheets that are meant: the last two of a kind, or two vintages or editions of every kind with both.

    Raises:
        UsageError: there are not two of them.
    """
    kinds = sorted({row.edition.kind for row in reader.editions()})
    if len(wanted) == 1 and wanted[0] in kinds:
        found = sheets(reader, wanted[0])
        if len(found) < 2:
            raise UsageError(f"cannot compare {wanted[0]}", "only one edition of it is loaded", _HINT)
        return ((found[-2], found[-1]),)
    if len(wanted) != 2:
        raise UsageError(f"cannot compare {' '.join(wanted)}", "give a loaded kind, or two vintages", _HINT)
    pairs = []
    for kind in kinds:
        held = sheets(reader, kind)
        old, new = (_meant(held, word) for word in wanted)
        if old is not None and new is not None:
            pairs.append((old, new))
    if not pairs:
        raise UsageError(f"cannot compare {' and '.join(wanted)}", "no kind is loaded in both", _HINT)
    return tuple(pairs)


_HINT = "`dateline reference list` shows what is loaded"


def _meant(held: Iterable[Sheet], word: str) -> Sheet | None:
    for sheet in held:
        if sheet.vintage == word or any(row.id.startswith(word) for row in sheet.editions):
            return sheet
    return None


def _revisions(before: Mapping[str, ReferenceRecord], after: Mapping[str, ReferenceRecord]) -> Iterator[Revision]:
    for key in sorted(before.keys() | after.keys(), key=_natural):
        old, new = before.get(key), after.get(key)
        fields = tuple(_fields(old, new)) if old and new else ()
        if old and new and not fields:
            continue
        change = Change.REVISED if old and new else Change.ADDED if new else Change.WITHDRAWN
        record = new or old
        yield Revision(
            change=change,
            key=key,
            about=_about(record) if record else "",
            fields=fields,
            old=old.id if old else None,
            new=new.id if new else None,
        )


def _fields(old: ReferenceRecord, new: ReferenceRecord) -> Iterator[FieldChange]:
    before, after = _comparable(old), _comparable(new)
    for name in dict.fromkeys((*before, *after)):
        if before.get(name) != after.get(name):
            yield FieldChange(field=name, old=before.get(name), new=after.get(name))


def _comparable(record: ReferenceRecord) -> dict[str, str]:
    """Each field as text; a deal's deliveries by year."""
    told = {name: _text(value) for name, value in to_json(record).items() if name not in _OWN}
    if isinstance(record, ArmsTransfer):
        for year in record.delivery_years:
            told[f"delivered {year}"] = "; ".join(
                f"{_number(each.quantity)} items{_mark(each.quantity_estimated)}, {_number(each.tiv)} m TIV, "
                f"year{_mark(each.year_estimated)}"
                for each in record.deliveries
                if each.year == year
            )
    return {name: text for name, text in told.items() if text}


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return ", ".join(f"{key} {_text(each)}" for key, each in value.items())
    if isinstance(value, list):
        return "; ".join(map(_text, value))
    return _number(value) if isinstance(value, float) else str(value)


def _number(value: float | None) -> str:
    return "?" if value is None else f"{value:g}"


def _mark(flag: bool | None) -> str:
    return {True: " estimated", False: "", None: " unmarked"}[flag]


def _key(record: ReferenceRecord) -> str:
    """The publisher's key, the same in every edition."""
    if isinstance(record, ArmsTransfer):
        return record.deal
    if isinstance(record, TivCell):
        supplier, recipient = (side.key if side else "all" for side in (record.supplier, record.recipient))
        return f"{supplier}>{recipient}/{record.year}"
    if isinstance(record, Resolution):
        return record.vote
    if isinstance(record, Veto):
        return f"{record.day}/{record.draft}"
    return record.key if isinstance(record, Programme | SanctionDesignation | OfficeTerm) else record.id


def _about(record: ReferenceRecord) -> str:
    if isinstance(record, ArmsTransfer):
        goods = " ".join(filter(None, (record.designation, record.description)))
        return f"{record.supplier.name} → {record.recipient.name}: {goods}, ordered {record.order_year or 'unknown'}"
    if isinstance(record, TivCell):
        supplier, recipient = (side.name if side else "all" for side in (record.supplier, record.recipient))
        return f"{supplier} → {recipient}, {record.year}"
    if isinstance(record, Resolution | Programme):
        return record.title
    if isinstance(record, Veto):
        return record.subject
    if isinstance(record, SanctionDesignation):
        return record.name
    return f"{record.holder}, {record.office}" if isinstance(record, OfficeTerm) else record.id


def _years(record: ReferenceRecord) -> tuple[int, ...]:
    if isinstance(record, ArmsTransfer):
        return record.delivery_years
    if isinstance(record, TivCell):
        return (record.year,)
    if isinstance(record, Resolution | Veto) and record.day is not None:
        return (record.day.year,)
    return ()


def _natural(key: str) -> tuple[tuple[int, str], ...]:
    """Numbers by their size: "9" before "10"."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", key))
