"""The part on what is loaded: every file with its edition, day of retrieval, licence and hash."""

from __future__ import annotations

from dateline.export.dossier.blocks import Items, Paragraph, Section, Strong, Table
from dateline.export.dossier.wording import day
from dateline.query.asking.dossier import Dossier


def source_part(dossier: Dossier) -> Section:
    """Files, and what is odd about them."""
    if not dossier.files:
        return Section(
            id="files",
            title="Records asked",
            blocks=(
                Paragraph(text=("No file of official records is loaded: only what ships with Dateline was asked.",)),
            ),
        )
    rows = tuple(
        (
            (row.edition.source,),
            (", ".join(row.vintages) or row.edition.vintage or "none named",),
            (day(row.edition.retrieved) if row.edition.retrieved else "not told",),
            (row.edition.licence,),
            (f"{row.file}, sha256 {row.edition.sha256[:12]}",),
        )
        for row in dossier.files
    )
    remarks = tuple((f"{row.file}: {note.text}",) for row in dossier.files for note in row.notes)
    table = Table(
        caption=(Strong("Files loaded"), "; beside them the starter set that ships with Dateline was asked"),
        columns=("Data set", "Vintage", "Retrieved", "Licence", "File"),
        rows=rows,
    )
    return Section(id="files", title="Records asked", blocks=(table, *((Items(items=remarks),) if remarks else ())))
