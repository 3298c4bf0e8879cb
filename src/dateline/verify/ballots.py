"""Ballots: "China and Russia abstained" against the roll call of the vote."""

from __future__ import annotations

from dateline.model import Ballot, Because, ReferenceRow, Verdict, VerdictStatus, Vote
from dateline.verify.facts import Facts
from dateline.verify.naming import state_name, state_names
from dateline.verify.sides import states_in
from dateline.verify.tallies import IMPORT
from dateline.verify.told import Told
from dateline.verify.verdicts import because, not_checkable, verdict
from dateline.verify.vote_records import record_key
from dateline.verify.votes import find_vote

_SAID = {Vote.YES: "voted for", Vote.NO: "voted against", Vote.ABSTAIN: "abstained", Vote.NOT_VOTING: "did not vote"}


def check_abstention(told: Told, facts: Facts) -> Verdict:
    """States that are said to have abstained."""
    named = tuple(dict.fromkeys(each.territory.iso3 for each in states_in(told.claim.subject or told.words)))
    match = find_vote(told, facts)
    if match is None or not named:
        return not_checkable(told, "No vote that is loaded fits the day or the subject of the report.", IMPORT)
    vote = match.votes[0]
    step = because("matched", f"{match.how}: {record_key(vote)}")
    held = {each.country: each for row in match.same for each in facts.ballots(row.id)}
    unknown = [code for code in named if code not in held]
    if unknown:
        why = f"The tally of {vote.symbol} is loaded, the ballots of {state_names(unknown)} are not."
        return not_checkable(told, why, IMPORT, steps=[step])
    wrong = [code for code in named if held[code].vote is not Vote.ABSTAIN]
    said = "; ".join(f"{state_name(code)} {_SAID[held[code].vote]}" for code in (wrong or named))
    return verdict(
        told,
        VerdictStatus.CONTRADICTED if wrong else VerdictStatus.SUPPORTED,
        f"{vote.symbol} of {vote.day}: {said}.",
        rows=[_row(held[code]) for code in named],
        matched=match.how,
        record=record_key(vote),
        steps=[step, *_intended([held[code] for code in named])],
    )


def _row(ballot: Ballot) -> ReferenceRow:
    return ReferenceRow(id=ballot.id, says=f"{ballot.name}: {_SAID[ballot.vote]}", provenance=ballot.provenance)


def _intended(ballots: list[Ballot]) -> list[Because]:
    told = [f"{each.name} later said it had meant to have {_SAID[each.intended]}" for each in ballots if each.intended]
    return [because("corrections", "; ".join(told))] if told else []
