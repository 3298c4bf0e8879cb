"""``dateline rejects``: what could not be read or coded, rows of reference files included."""

from __future__ import annotations

import click

from dateline.cli.output import emit, format_option
from dateline.cli.recording import opened, record_option
from dateline.export.rows import reject_row


@click.command("rejects", epilog="\b\nExample:\n  dateline rejects -f csv > rejects.csv")
@record_option
@format_option
def command(record: str | None, form: str | None) -> None:
    """List what could not be read or coded, with where it stands and the reason."""
    with opened(record, create=False) as held:
        rows = [reject_row(reject) for reject in held.rejects()]
        files = {row.id: row.file for row in held.reference().editions()}
        rows += [
            {"source": files[edition], "position": bad.line, "reason": "BadRow", "message": f"{bad.reason}: {bad.text}"}
            for edition, bad in held.reference().edition_rejects()
        ]
    emit(rows, ["source", "position", "reason", "message"], form, title=f"{len(rows)} rejects")
