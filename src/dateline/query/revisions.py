"""What changed between two editions of one data set: rows added, revised, withdrawn, by the publisher's own keys."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

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
from dateline.query.reference import ReferenceReader
from dateline.query.sheets import Sheet
from dateline.vocab.states import state_name

__all__ = ["Change", "FieldChange", "Revision", "ballot_revisions", "revisions"]

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


def revisions(old: Iterable[ReferenceRecord], new: Iterable[ReferenceRecord]) -> tuple[Revision, ...]:
    """Rows added, revised and withdrawn, in the order of their keys."""
    before = {_key(record): record for record in old}
    after = {_key(record): record for record in new}
    return tuple(_revisions(before, after))


def ballot_revisions(reader: ReferenceReader, old: Sheet, new: Sheet) -> tuple[Revision, ...]:
    """Ballots that the files of two sheets give otherwise: corrected, or mistaken in one of them."""
    return tuple(
        Revision(
            change=Change.REVISED,
            key=f"{each.vote}/{each.country}",
            about=f"ballot of {state_name(each.country)} on {each.symbol or each.vote}",
            fields=(FieldChange(field="vote", old=str(each.old), new=str(each.new)),),
            old=None,
            new=None,
        )
        for before in old.editions
        for after in new.editions
        for each in reader.ballot_changes(before.id, after.id)
    )


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


def _natural(key: str) -> tuple[tuple[int, str], ...]:
    """Numbers by their size: "9" before "10"."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in re.split(r"(\d+)", key))
