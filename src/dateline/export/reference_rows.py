"""Official records as plain JSON objects: what ``dateline reference`` and its Python twins write."""

from __future__ import annotations

from dateline.export.contract import JsonObject
from dateline.model.reference import BadRow
from dateline.query.revisions import Revision
from dateline.store import EditionRow

EDITION_COLUMNS = ["kind", "vintages", "retrieved", "records", "rejects", "years", "file", "id"]
REJECT_COLUMNS = ["kind", "file", "line", "reason", "text"]
REVISION_COLUMNS = ["kind", "change", "key", "about", "revised"]


def edition_row(row: EditionRow) -> JsonObject:
    """One imported file; ``rows`` by class, ``records`` their sum without ballots."""
    edition = row.edition
    return {
        "id": row.id,
        "kind": edition.kind,
        "source": edition.source,
        "vintages": list(row.vintages) or ([edition.vintage] if edition.vintage else []),
        "retrieved": edition.retrieved.isoformat() if edition.retrieved else None,
        "licence": edition.licence,
        "sha256": edition.sha256,
        "file": row.file,
        "imported": row.imported.isoformat(),
        "rows": dict(row.rows),
        "records": sum(number for name, number in row.rows.items() if name != "Ballot"),
        "rejects": row.rejects,
        "years": None if row.first_year is None else f"{row.first_year}–{row.last_year}",
        "first_year": row.first_year,
        "last_year": row.last_year,
        "notes": [{"text": note.text, "line": note.line} for note in row.notes],
    }


def reject_row(edition: EditionRow, bad: BadRow) -> JsonObject:
    """One row of a file that was not read."""
    return {
        "edition": edition.id,
        "kind": edition.edition.kind,
        "file": edition.file,
        "line": bad.line,
        "reason": bad.reason,
        "text": bad.text,
    }


def revision_row(kind: str, revision: Revision) -> JsonObject:
    """What became of one row; ``revised`` says it in words, ``fields`` by field."""
    return {
        "kind": kind,
        "change": str(revision.change),
        "key": revision.key,
        "about": revision.about,
        "revised": [f"{each.field}: {each.old or 'nothing'} → {each.new or 'nothing'}" for each in revision.fields],
        "fields": {each.field: {"old": each.old, "new": each.new} for each in revision.fields},
        "old": revision.old,
        "new": revision.new,
    }
