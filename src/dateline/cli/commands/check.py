"""``dateline check``: claims of reports held against reference records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Any

import click

from dateline.cli.claim_text import about_arms
from dateline.cli.exits import of_counts
from dateline.cli.output import emit, format_option
from dateline.cli.recording import opened, record_option
from dateline.cli.reports import hint_options, hints_of, read_reports
from dateline.cli.talk import say
from dateline.cli.verdict_cards import checked_card
from dateline.errors import UsageError
from dateline.export.verdict_rows import checked_row
from dateline.model import Document
from dateline.pipeline import Failed, make_pipeline
from dateline.pipeline.checking import check_event, check_report, starter_facts, with_starter
from dateline.sources import Unread
from dateline.verify import Checked, Facts
from dateline.verify.disagreements import disagreements
from dateline.verify.verdicts import in_scope

COLUMNS = ["verdict", "kind", "value", "quote", "summary", "formula", "needed", "document_id"]


@click.command(
    "check",
    epilog="""\b
Examples:
  dateline check report.txt --published 2021-06-22
  dateline check reports/ --record myanmar.db -f jsonl
  dateline check --event event-0123456789abcdef
  dateline check --claim "Russia is Myanmar's second-largest supplier, with 16 percent of arms" --published 2021-06-22
""",
)
@click.argument("reports", nargs=-1, metavar="[REPORT]...")
@click.option("--event", metavar="ID", help="Check what the reports on this event of the record claim of it.")
@click.option("--claim", metavar="TEXT", help="Check a claim in your own words.")
@hint_options
@record_option
@format_option
def command(
    reports: tuple[str, ...], event: str | None, claim: str | None, record: str | None, form: str | None, **options: Any
) -> int:
    """Hold the claims of REPORTs against reference records: votes, shares, ranks, sums, vetoes, embargoes, listings.

    What ships (tallies, vetoes, arms embargoes) is always asked; with --record also what was imported into it. A claim
    that is contradicted is a finding, not a failure: the exit code stays 0.
    """
    if sum(map(bool, (reports, event, claim))) != 1:
        raise UsageError("nothing to check", "give REPORTs, --event or --claim, one of them", "dateline check --help")
    with ExitStack() as stack:
        held = stack.enter_context(opened(record, create=False)) if record or event else None
        facts = with_starter(held.reference()) if held is not None else starter_facts()
        if event is not None and held is not None:
            checked, failed = list(check_event(held.store, event, facts)), 0
        elif claim is not None:
            checked, failed = _check_claim(claim, options["published"], facts)
        else:
            documents, unread = _read(reports, options)
            checked, failed = _check(documents, facts)
            failed += len(unread)
    _write(checked, form)
    return of_counts(len({each.document.id for each in checked}) or (0 if failed else 1), failed)


def _read(reports: Sequence[str], options: dict[str, Any]) -> tuple[list[Document], list[Unread]]:
    documents: list[Document] = []
    unread: list[Unread] = []
    for item in read_reports(reports, hints_of(options), private=options["allow_private"]):
        if isinstance(item, Unread):
            say(f"Error: {item.error}")
            unread.append(item)
        else:
            documents.append(item)
    return documents, unread


def _check(documents: Sequence[Document], facts: Facts) -> tuple[list[Checked], int]:
    checked: list[Checked] = []
    failed = 0
    for outcome in make_pipeline().process(documents):
        if isinstance(outcome, Failed):
            failed += 1
            say(f"Error: {outcome.document.source or outcome.document.id}: {outcome.error}")
        else:
            checked += check_report(outcome.document, outcome.annotations.sentences, outcome.coding.claims, facts)
    return checked, failed


def _check_claim(claim: str, published: dt.date | None, facts: Facts) -> tuple[list[Checked], int]:
    """A claim in the user's words; one that does not say what is supplied is read as one on arms, and that is said."""
    checked, failed = _check([Document.of(claim, published=published, source="--claim")], facts)
    fuller = about_arms(claim)
    if fuller is not None and not any(in_scope(each.verdict) for each in checked):
        say(f"read as: {fuller}")
        checked, failed = _check([Document.of(fuller, published=published, source="--claim")], facts)
    if not checked:
        raise UsageError(
            f"no claim found in {claim!r}",
            "it tells no vote, share, rank, sum, veto, embargo, listing or office that can be checked",
            "write it as a report would, in a whole sentence",
        )
    return checked, failed


def _write(checked: Sequence[Checked], form: str | None) -> None:
    differs = disagreements(checked)

    def text(_rows: object) -> str:
        if not checked:
            return "No claim that can be checked was found."
        shown = [each for each in checked if in_scope(each.verdict)]
        return "\n\n".join([*_cards(shown), _counts(checked, len(checked) - len(shown))])

    def _cards(every: Sequence[Checked]) -> Iterator[str]:
        for each in every:
            yield checked_card(each, differs.get(each.claim.id, ()))

    emit([checked_row(each, differs.get(each.claim.id, ())) for each in checked], COLUMNS, form, cards=text)


def _counts(checked: Sequence[Checked], hidden: int) -> str:
    told: dict[str, int] = {}
    for each in checked:
        told[each.verdict.status] = told.get(each.verdict.status, 0) + 1
    by_status = " · ".join(f"{count} {str(status).replace('_', ' ')}" for status, count in told.items())
    more = f"; {hidden} on things that no reference record is about are listed with -f json only" if hidden else ""
    return f"{len(checked)} {'claim' if len(checked) == 1 else 'claims'}: {by_status}{more}"
