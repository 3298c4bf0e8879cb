"""``dateline reference``: official records that reports are held against."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import click

from dateline.cli.exits import Exit, of_counts
from dateline.cli.output import emit, format_option
from dateline.cli.recording import opened, record_option
from dateline.cli.talk import progress, say
from dateline.errors import UsageError
from dateline.export.reference_rows import (
    EDITION_COLUMNS,
    REJECT_COLUMNS,
    REVISION_COLUMNS,
    edition_row,
    reject_row,
    revision_row,
)
from dateline.query.revisions import Change, Revision, ballot_revisions, revisions
from dateline.query.sheets import Sheet, compared
from dateline.record import Record
from dateline.reference.registry import KINDS
from dateline.store import EditionRow

#: Class of record → what people call several of them.
_WORDS = {
    "ArmsTransfer": "deals",
    "TivCell": "cells",
    "Resolution": "votes",
    "Ballot": "ballots",
    "Veto": "vetoes",
    "Programme": "programmes",
    "SanctionDesignation": "listings",
    "OfficeTerm": "terms of office",
}
_DAY = click.DateTime(formats=["%Y-%m-%d"])


@click.group("reference")
def command() -> None:
    """Official records: registers of arms transfers, roll calls, vetoes, sanctions lists, offices.

    You fetch the files, Dateline reads them: its publishers' terms rarely allow passing them on. Every row keeps its
    file's hash, edition, day of retrieval and licence, and its line.
    """


@command.command(
    "import",
    epilog="""\b
Examples:
  dateline reference import sipri-register trade-register.csv --retrieved 2026-02-12
  dateline reference import un-ga-votes votes.csv.gz --vintage "version 5"
  dateline reference kinds
""",
)
@click.argument("kind")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@click.option("--vintage", help="Name of the edition; by default what the file itself says, where it does.")
@click.option("--retrieved", type=_DAY, metavar="DAY", help="Day on which you fetched it, YYYY-MM-DD.")
@record_option
def import_(kind: str, file: Path, vintage: str | None, retrieved: dt.datetime | None, record: str | None) -> int:
    """Import FILE of KIND, as a whole or not at all; the same file twice changes nothing.

    Rows that cannot be read are kept apart with line and reason, and the exit code is 3.
    """
    with opened(record, create=True) as held, progress(f"importing {file.name}") as tick:
        done = held.import_reference(
            kind,
            file,
            vintage=vintage,
            retrieved=retrieved.date() if retrieved else None,
            on_row=lambda rows: tick(rows, None),
        )
        row = done.row
        if not done.new:
            say(f"known already, nothing changed: {_named(row)}")
            return Exit.DONE
        counts = " · ".join(f"{number:,} {_WORDS[name]}" for name, number in row.rows.items()) or "no rows"
        say(f"imported {_named(row)}: {counts} · {row.rejects:,} rejected")
        for note in row.notes:
            say(f"note: {note.text}")
        if row.rejects:
            say(f"`dateline reference list --rejects {row.id}` lists the rejected rows with the reason.")
    return of_counts(sum(row.rows.values()), row.rejects)


@command.command(
    "list",
    epilog="""\b
Examples:
  dateline reference list
  dateline reference list sipri-register -f json
  dateline reference list --rejects
""",
)
@click.argument("what", required=False, metavar="[KIND|EDITION]")
@click.option("--rejects", is_flag=True, help="List the rows that could not be read, with line and reason.")
@record_option
@format_option
def list_(what: str | None, rejects: bool, record: str | None, form: str | None) -> None:
    """List the imported files with editions, numbers of rows, years and what is odd about them."""
    with opened(record, create=False) as held:
        rows = _editions(held, what)
        if rejects:
            names = {row.id: row for row in rows}
            bad = [
                reject_row(names[edition], row)
                for edition, row in held.reference().edition_rejects()
                if edition in names
            ]
            emit(bad, REJECT_COLUMNS, form, title=f"{len(bad)} rejected rows")
            return
    emit(map(edition_row, rows), EDITION_COLUMNS, form, title=f"{len(rows)} imported files")
    if not rows:
        say("`dateline reference kinds` says what can be imported.")


@command.command(
    "diff",
    epilog="""\b
Examples:
  dateline reference diff sipri-register
  dateline reference diff 2022-07-28 2026-02-12 -f csv > revised.csv
""",
)
@click.argument("editions", nargs=-1, required=True, metavar="KIND | OLD NEW")
@record_option
@format_option
def diff(editions: tuple[str, ...], record: str | None, form: str | None) -> None:
    """List rows added, revised (with each field) and withdrawn between two editions, by the publisher's own keys.

    KIND compares its last two editions; OLD and NEW are vintages, or ids of imported files.
    """
    with opened(record, create=False) as held:
        rows: list[dict[str, Any]] = []
        for old, new in compared(held.reference(), editions):
            found = revisions(old.records, new.records) + ballot_revisions(held.reference(), old, new)
            say(_summary(old, new, found))
            rows.extend(revision_row(old.kind, each) for each in found)
    emit(rows, REVISION_COLUMNS, form, title=f"{len(rows)} rows differ")


@command.command("remove", epilog="\b\nExample:\n  dateline reference remove edition-0123456789abcdef")
@click.argument("edition")
@record_option
def remove(edition: str, record: str | None) -> None:
    """Remove the imported file EDITION (its id, or the beginning of it) with all its rows."""
    with opened(record, create=False) as held:
        (row,) = _one(held, edition)
        held.store.remove_edition(row.id)
        say(f"removed {_named(row)}")


@command.command("kinds", epilog="\b\nExample:\n  dateline reference kinds -f json")
@format_option
def kinds(form: str | None) -> None:
    """List the kinds of files that can be imported, with what their publishers allow."""
    rows = [
        {"kind": name, "help": kind.help, "source": kind.source, "licence": kind.licence}
        for name, kind in KINDS.items()
    ]
    emit(rows, ["kind", "help", "licence"], form)


def _editions(held: Record, what: str | None) -> tuple[EditionRow, ...]:
    rows = held.reference().editions()
    if what is None:
        return rows
    return tuple(row for row in rows if row.edition.kind == what) or _one(held, what)


def _one(held: Record, wanted: str) -> tuple[EditionRow]:
    rows = [row for row in held.reference().editions() if row.id.startswith(wanted)]
    if len(rows) != 1:
        why = "no imported file has that id" if not rows else f"{len(rows)} ids begin so"
        raise UsageError(f"no edition {wanted!r}", why, "`dateline reference list -f jsonl` shows their ids")
    return (rows[0],)


def _named(row: EditionRow) -> str:
    vintages = ", ".join(row.vintages) or row.edition.vintage or "no vintage"
    return f"{row.edition.kind}, {vintages} ({row.id})"


def _summary(old: Sheet, new: Sheet, found: tuple[Revision, ...]) -> str:
    counts = ", ".join(f"{sum(1 for each in found if each.change is change):,} {change}" for change in Change)
    spans = " and ".join(f"{each.vintage} ({len(each.records):,} rows{_years(each)})" for each in (old, new))
    return f"{old.kind}, {spans}: {counts}"


def _years(sheet: Sheet) -> str:
    return f", {sheet.years[0]}–{sheet.years[1]}" if sheet.years else ""
