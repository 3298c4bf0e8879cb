"""Checking a report: its coded claims and its statements, each with resolved days, held against reference records."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Claim, Document, Sentence, Verdict
from dateline.text.time_expressions import find_times
from dateline.verify import Facts, Time, Told, check, claims_to_check


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """A claim in its report with the verdict on it."""

    document: Document
    told: Told
    verdict: Verdict

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.told.claim


def check_report(
    document: Document, sentences: Sequence[Sentence], claims: Iterable[Claim], facts: Facts
) -> Iterator[Checked]:
    """Every claim and statement of a report with its verdict, in text order.

    Args:
        document: The report.
        sentences: Its sentences.
        claims: What the coder found.
        facts: The reference records.
    """
    for told in claims_to_check(document, sentences, times_by_sentence(document, sentences), claims):
        yield Checked(document=document, told=told, verdict=check(told, facts))


def times_by_sentence(document: Document, sentences: Sequence[Sentence]) -> dict[int, tuple[Time, ...]]:
    """Time expressions that can be dated, by index of the sentence they stand in; votes and deliveries are past."""
    from dateline.resolve.times import anchor_of, resolve_time

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
