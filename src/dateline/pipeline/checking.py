"""Checking a report: its coded claims and its statements, each with resolved days, held against reference records."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from dateline.errors import UsageError
from dateline.model import Claim, Document, Sentence
from dateline.store import Reader
from dateline.text.time_expressions import find_times
from dateline.verify import Checked, Facts, JoinedFacts, MemoryFacts, Time, check_all
from dateline.vocab.starter import starter_records

__all__ = ["check_document", "check_event", "check_report", "starter_facts", "with_starter"]


@cache
def starter_facts() -> Facts:
    """The tallies, vetoes and embargoes that ship with Dateline."""
    return MemoryFacts(starter_records())


def with_starter(facts: Facts) -> Facts:
    """What is loaded, and beside it what ships."""
    return JoinedFacts(facts, starter_facts())


def check_report(
    document: Document, sentences: Sequence[Sentence], claims: Iterable[Claim], facts: Facts
) -> tuple[Checked, ...]:
    """Every claim and statement of a report with its verdict, in text order.

    Args:
        document: The report.
        sentences: Its sentences.
        claims: What the coder found.
        facts: The reference records.
    """
    return tuple(check_all(document, sentences, times_by_sentence(document, sentences), claims, facts))


def check_document(store: Reader, document_id: str, facts: Facts) -> tuple[Checked, ...]:
    """The claims of a stored report.

    Raises:
        UsageError: there is none of that id, or it is not coded yet.
    """
    document, annotations = store.document(document_id), store.annotations(document_id)
    if document is None:
        raise UsageError(f"no document {document_id!r}", "the record has none of that id", "dateline events lists ids")
    if annotations is None:
        raise UsageError(f"document {document_id!r} is not coded", "its claims are not known yet", "dateline run")
    return check_report(document, annotations.sentences, store.claims(document_id), facts)


def check_event(store: Reader, event_id: str, facts: Facts) -> tuple[Checked, ...]:
    """The claims that stand in the sentences that tell an event, in every report that tells it.

    Raises:
        UsageError: there is no event of that id.
    """
    rows = store.event_mentions(event_id)
    if not rows:
        raise UsageError(f"no event {event_id!r}", "the record has none of that id", "dateline events lists ids")
    told = {(row.mention.document_id, row.mention.sentence) for row in rows}
    return tuple(
        each
        for document_id in dict.fromkeys(row.mention.document_id for row in rows)
        for each in check_document(store, document_id, facts)
        if (document_id, each.claim.sentence) in told
    )


def times_by_sentence(document: Document, sentences: Sequence[Sentence]) -> dict[int, tuple[Time, ...]]:
    """Time expressions that can be dated, by index of the sentence they stand in; votes and deliveries are past."""
    from dateline.resolve.times import anchor_of, resolve_time  # loads with the resolver only

    anchor = anchor_of(document)
    found: dict[int, list[Time]] = {}
    at = 0
    for mention in find_times(document.text):
        while at < len(sentences) and sentences[at].end <= mention.evidence.start:
            at += 1
        if at == len(sentences):
            break
        interval = resolve_time(mention, anchor, tense="past").interval
        if interval is not None and mention.evidence.start >= sentences[at].start:
            found.setdefault(at, []).append(Time(evidence=mention.evidence, interval=interval))
    return {index: tuple(times) for index, times in found.items()}
