"""The rows of one kind and vintage, over all files that hold them, and which two of them are compared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.model.reference import ArmsTransfer, ReferenceRecord, Resolution, TivCell, Veto
from dateline.query.reference import EditionRow, ReferenceReader

__all__ = ["Sheet", "compared", "sheets"]

_HINT = "`dateline reference list` shows what is loaded"


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


def _meant(held: Iterable[Sheet], word: str) -> Sheet | None:
    for sheet in held:
        if sheet.vintage == word or any(row.id.startswith(word) for row in sheet.editions):
            return sheet
    return None


def _years(record: ReferenceRecord) -> tuple[int, ...]:
    if isinstance(record, ArmsTransfer):
        return record.delivery_years
    if isinstance(record, TivCell):
        return (record.year,)
    if isinstance(record, Resolution | Veto) and record.day is not None:
        return (record.day.year,)
    return ()
