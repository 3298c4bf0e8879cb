"""Checking: one claim to the check of its kind, one report to all of its claims."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import Claim, ClaimKind, Document, Sentence, Verdict
from dateline.verify.amounts import check_amount
from dateline.verify.ballots import check_abstention
from dateline.verify.embargoes import check_embargo
from dateline.verify.facts import Facts
from dateline.verify.listings import check_listing
from dateline.verify.majorities import WORDS, check_majority
from dateline.verify.offices import check_office
from dateline.verify.ranks import check_rank
from dateline.verify.shares import check_share
from dateline.verify.statements import find_statements
from dateline.verify.tallies import check_tally
from dateline.verify.told import Time, Told, told
from dateline.verify.verdicts import out_of_scope
from dateline.verify.vetoes import check_blocked, check_veto
from dateline.verify.vote_days import check_day

Check = Callable[[Told, Facts], Verdict]


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


def check_all(
    document: Document,
    sentences: Sequence[Sentence],
    times: Mapping[int, tuple[Time, ...]],
    claims: Iterable[Claim],
    facts: Facts,
) -> Iterator[Checked]:
    """Every claim and statement of a report with its verdict, in text order.

    Args:
        document: The report.
        sentences: Its sentences.
        times: Resolved time expressions by index of sentence.
        claims: What the coder found.
        facts: The reference records.
    """
    for each in claims_to_check(document, sentences, times, claims):
        yield Checked(document=document, told=each, verdict=check(each, facts))


def check(told: Told, facts: Facts) -> Verdict:
    """Hold a claim against reference records. It touches no file and no database: ``facts`` answers."""
    return _CHECKS.get(told.claim.kind, _unknown)(told, facts)


def claims_to_check(
    document: Document, sentences: Sequence[Sentence], times: Mapping[int, tuple[Time, ...]], claims: Iterable[Claim]
) -> tuple[Told, ...]:
    """The coder's claims and the statements of a report, in text order, each with its surroundings."""
    every = (*claims, *find_statements(document, sentences, times))
    ordered = sorted(every, key=lambda each: (each.evidence.start, each.evidence.end))
    return tuple(told(document, sentences, times, claim) for claim in ordered)


def _vote(told: Told, facts: Facts) -> Verdict:
    if told.claim.value == "abstain":
        return check_abstention(told, facts)
    return check_majority(told, facts) if told.claim.value in WORDS else check_tally(told, facts)


def _unknown(told: Told, facts: Facts) -> Verdict:  # noqa: ARG001 — one signature for all checks
    return out_of_scope(
        told, f"No reference records are about a {told.claim.kind} of this kind.", "none that Dateline reads"
    )


_CHECKS: Mapping[ClaimKind, Check] = {
    ClaimKind.VOTE_TALLY: _vote,
    ClaimKind.SHARE: check_share,
    ClaimKind.RANK: check_rank,
    ClaimKind.AMOUNT: check_amount,
    ClaimKind.DATE: check_day,
    ClaimKind.VETO: check_veto,
    ClaimKind.BLOCKED: check_blocked,
    ClaimKind.EMBARGO: check_embargo,
    ClaimKind.LISTING: check_listing,
    ClaimKind.OFFICE: check_office,
}
