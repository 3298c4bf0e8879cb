"""Tallies: "119 to 1 with 36 abstentions", "unanimously", "a two-thirds majority" against the vote they speak of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Because, Reading, Resolution, Verdict, VerdictStatus
from dateline.verify.bodies import elsewhere, speaks_of_un
from dateline.verify.facts import Facts
from dateline.verify.told import Told
from dateline.verify.verdicts import because, not_checkable, out_of_scope, verdict
from dateline.verify.vote_records import record_key, vote_row
from dateline.verify.votes import Match, find_vote

_SLOTS = ("for", "against", "abstaining", "not voting")
_TALLY = re.compile(r"(\?|\d+)-(\?|\d+)-(\?|\d+)(?:-(\?|\d+))?")
_OF = re.compile(r"(\d+)/(\d+)")
IMPORT = (
    "the roll call: download the voting data of the UN Digital Library, then "
    "`dateline reference import un-ga-votes FILE` (or un-sc-votes)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """The slots that a claim fills: number or None for each of ``_SLOTS``; ``members`` where "of 15" is told."""

    slots: tuple[int | None, int | None, int | None, int | None]
    members: int | None = None

    def differences(self, vote: Resolution) -> list[str]:
        """Each slot in which the vote has another number, in words."""
        told = [
            f"{mine} {name} in the report, {theirs} in the record"
            for mine, theirs, name in zip(self.slots, slots_of(vote), _SLOTS, strict=True)
            if mine is not None and theirs is not None and mine != theirs
        ]
        if self.members is not None and (members := members_of(vote)) is not None and members != self.members:
            told.append(f"{self.members} members in the report, {members} in the record")
        return told

    def agreement(self, vote: Resolution) -> float:
        """The part of the told slots that the vote has; 0 where it has none of them."""
        pairs = [(m, t) for m, t in zip(self.slots, slots_of(vote), strict=True) if m is not None and t is not None]
        return sum(m == t for m, t in pairs) / len(pairs) if pairs else 0.0


def check_tally(told: Told, facts: Facts) -> Verdict:
    """Figures of a vote."""
    figures = read_tally(told.claim.value, told.claim.unit)
    if figures is None:
        return out_of_scope(told, "It is no tally of a body whose votes are recorded here.", IMPORT)
    if elsewhere(told):
        return out_of_scope(told, "It is a vote of another body than the two of the United Nations.", IMPORT)
    match = find_vote(told, facts, figures.agreement)
    if match is None and not speaks_of_un(told):
        return out_of_scope(
            told, "Nothing says that it is a vote of the United Nations, and no figures fit one.", IMPORT
        )
    if match is None or (not match.by_day and figures.agreement(match.votes[0]) == 0.0):
        return not_checkable(
            told, "No vote that is loaded fits the day, the subject or the figures of the report.", IMPORT
        )
    return _decide(told, figures, match)


def read_tally(value: str, unit: str | None) -> Figures | None:
    """The slots of a value: "119-1-36", "119-1-36-37", "12/15", or a plain number of votes, taken as in favour."""
    if (match := _TALLY.fullmatch(value)) is not None:
        slots = tuple(int(each) if each and each != "?" else None for each in match.groups())
        return Figures(slots=(slots[0], slots[1], slots[2], slots[3]))
    if (match := _OF.fullmatch(value)) is not None and unit == "votes" and int(match[2]) > 9:
        return Figures(slots=(int(match[1]), None, None, None), members=int(match[2]))
    if value.isdigit() and unit == "votes":
        return Figures(slots=(int(value), None, None, None))
    return None


def slots_of(vote: Resolution) -> tuple[int | None, int | None, int | None, int | None]:
    """For, against, abstaining and not voting; the last is computed from the members where it is not told."""
    absent = vote.not_voting
    if absent is None and vote.members is not None and None not in (vote.yes, vote.no, vote.abstain):
        absent = vote.members - (vote.yes or 0) - (vote.no or 0) - (vote.abstain or 0)
    return (vote.yes, vote.no, vote.abstain, absent)


def members_of(vote: Resolution) -> int | None:
    """Members of the body on that day, as recorded or as the sum of all slots."""
    if vote.members is not None:
        return vote.members
    told = [each for each in slots_of(vote) if each is not None]
    return sum(told) if len(told) == len(_SLOTS) else None


def _decide(told: Told, figures: Figures, match: Match) -> Verdict:
    agreeing = [each for each in match.votes if not figures.differences(each) and figures.agreement(each) > 0]
    best = match.votes[0]
    differences = figures.differences(best)
    steps = [because("matched", f"{match.how}: {record_key(best)}"), *_arithmetic(figures, best)]
    if match.day:
        steps.append(because("day", match.day))
    steps += _editions(match.same)
    if not differences and figures.agreement(best) > 0:
        if not match.firm and len(agreeing) > 1:
            return _several(told, figures, agreeing, match, steps)
        said = f"{_tally(best)}, {best.symbol} of {best.day}: every figure of the report agrees."
        return _verdict(told, VerdictStatus.SUPPORTED, said, figures, [best], match, steps)
    if not match.firm and agreeing:
        return _several(told, figures, agreeing, match, steps)
    if not match.firm and figures.agreement(best) == 0.0:
        return not_checkable(
            told, "Several votes on the subject are loaded, and none has any figure of the report.", IMPORT, steps=steps
        )
    if not differences:
        return not_checkable(told, f"{best.symbol} of {best.day} is recorded without that figure.", IMPORT, steps=steps)
    said = f"{best.symbol} of {best.day} was {_tally(best)}: {'; '.join(differences)}."
    return _verdict(told, VerdictStatus.CONTRADICTED, said, figures, [best], match, steps)


def _several(
    told: Told, figures: Figures, agreeing: list[Resolution], match: Match, steps: Sequence[Because]
) -> Verdict:
    if len(agreeing) == 1:
        said = f"{_tally(agreeing[0])}, {agreeing[0].symbol} of {agreeing[0].day}, is the one vote with these figures."
        return _verdict(told, VerdictStatus.SUPPORTED, said, figures, agreeing, match, steps)
    which = "; ".join(f"{each.symbol} of {each.day}" for each in agreeing[:4])
    said = f"It holds only if it speaks of one of these votes: {which}."
    return _verdict(told, VerdictStatus.SUPPORTED_ONLY_IF, said, figures, agreeing, match, steps)


def _verdict(
    told: Told,
    status: VerdictStatus,
    said: str,
    figures: Figures,
    votes: Sequence[Resolution],
    match: Match,
    steps: Sequence[Because],
) -> Verdict:
    return verdict(
        told,
        status,
        said,
        readings=[
            Reading(
                window=str(each.day),
                vintage=each.provenance.vintage,
                measure=f"votes on {each.symbol}",
                value=float(each.yes or 0),
                unit="votes",
                fits=not figures.differences(each),
                first_choice=each is votes[0],
                rows=1,
            )
            for each in votes
        ],
        formula=formula(votes[0]),
        rows=[vote_row(each) for each in (match.same if match.same and match.same[0] in votes else votes)],
        matched=match.how,
        record=record_key(votes[0]),
        steps=steps,
    )


def formula(vote: Resolution) -> str:
    """The sum behind a tally: for + against + abstaining + not voting = members."""
    slots = slots_of(vote)
    told = " + ".join("?" if each is None else str(each) for each in slots)
    members = members_of(vote)
    return f"for + against + abstaining + not voting = members: {told} = {members if members is not None else '?'}"


def _arithmetic(figures: Figures, vote: Resolution) -> list[Because]:
    """Whether the report's own figures add up to the members."""
    members = members_of(vote)
    if members is None or any(each is None for each in figures.slots):
        return []
    total = sum(each or 0 for each in figures.slots)
    told = " + ".join(str(each) for each in figures.slots)
    verdict_ = "which is all members" if total == members else f"but the body had {members} members"
    return [because("arithmetic", f"the report's figures: {told} = {total}, {verdict_}")]


def _editions(same: Sequence[Resolution]) -> list[Because]:
    """Where editions of the record itself differ on a vote."""
    tallies = {slots_of(each)[:3]: each for each in same}
    if len(tallies) < 2:
        return []
    told = "; ".join(f"{_tally(each)} in {each.provenance.source}" for each in tallies.values())
    return [because("editions", f"the records loaded differ: {told}")]


def _tally(vote: Resolution) -> str:
    slots = slots_of(vote)
    return "-".join("?" if each is None else str(each) for each in slots[:3]) + (
        f", {slots[3]} not voting" if slots[3] else ""
    )
