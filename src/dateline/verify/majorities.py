"""Majorities in words: "unanimously", "overwhelmingly", "with a two-thirds majority"."""

from __future__ import annotations

from collections.abc import Mapping

from dateline.model import Resolution, Verdict, VerdictStatus
from dateline.verify.bodies import elsewhere, speaks_of_un
from dateline.verify.facts import Facts
from dateline.verify.tallies import IMPORT, formula
from dateline.verify.told import Told
from dateline.verify.verdicts import because, not_checkable, out_of_scope, verdict
from dateline.verify.vote_records import record_key, vote_row
from dateline.verify.votes import find_vote

UNANIMOUS, OVERWHELMING = "unanimous", "overwhelming"
#: Word → part of the yes and no votes that it needs, and what it is called.
_OF_VOTES: Mapping[str, float] = {"2/3": 2 / 3, "3/4": 3 / 4, "3/5": 3 / 5, "majority": 0.5}
#: What "overwhelming" is taken for: this part of all who voted, abstentions counted.
_OVERWHELMING = 2 / 3

WORDS = frozenset({UNANIMOUS, OVERWHELMING, *_OF_VOTES})


def check_majority(told: Told, facts: Facts) -> Verdict:
    """How large a majority was, told in words."""
    match = find_vote(told, facts)
    if match is None and (elsewhere(told) or not speaks_of_un(told)):
        return out_of_scope(told, "It is a vote of another body than the two of the United Nations.", IMPORT)
    if match is None:
        return not_checkable(told, "No vote that is loaded fits the day or the subject of the report.", IMPORT)
    vote = match.votes[0]
    steps = [because("matched", f"{match.how}: {record_key(vote)}")]
    if match.day:
        steps.append(because("day", match.day))
    if len(match.votes) > 1 and not match.firm:
        found = {_holds(told.claim.value, each)[0] for each in match.votes}
        if len(found) > 1:
            return not_checkable(
                told, "Several votes on the subject are loaded; the words fit only some.", IMPORT, steps=steps
            )
    holds, how = _holds(told.claim.value, vote)
    if holds is None:
        return not_checkable(
            told, f"{vote.symbol} of {vote.day} is recorded without a tally: {how}.", IMPORT, steps=steps
        )
    status = VerdictStatus.SUPPORTED if holds else VerdictStatus.CONTRADICTED
    return verdict(
        told,
        status,
        f"{vote.symbol} of {vote.day}: {how}.",
        formula=formula(vote),
        rows=[vote_row(each) for each in match.same],
        matched=match.how,
        record=record_key(vote),
        steps=steps,
    )


def _holds(word: str, vote: Resolution) -> tuple[bool | None, str]:
    """Whether a vote was as the word says, and the figures."""
    if vote.yes is None or vote.no is None:
        if word == UNANIMOUS and not vote.recorded:
            return True, "adopted without a vote, by consensus"
        return None, "no figures"
    abstain = vote.abstain or 0
    figures = f"{vote.yes} for, {vote.no} against, {abstain} abstaining"
    if word == UNANIMOUS:
        return vote.no == 0 and abstain == 0, figures
    if word == OVERWHELMING:
        part = vote.yes / max(1, vote.yes + vote.no + abstain)
        return (
            part >= _OVERWHELMING,
            f"{figures}: {100 * part:.0f} % in favour of all who voted or abstained (two thirds are asked)",
        )
    part = vote.yes / max(1, vote.yes + vote.no)
    return part >= _OF_VOTES[word], f"{figures}: {100 * part:.0f} % of yes and no votes ({word} is asked)"
