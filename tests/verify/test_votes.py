from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from claim_facts import provenance
from dateline.model import Resolution, Verdict, VerdictStatus, VotePart
from dateline.verify import Checked, MemoryFacts
from dateline.verify.disagreements import disagreements

Judge = Callable[..., Verdict]
Check = Callable[..., tuple[Checked, ...]]
DAY = "2021-06-20"


def reasons(verdict: Verdict) -> str:
    return " ".join(each.reason for each in verdict.because)


def test_a_tally_that_agrees_says_how_it_was_matched_and_adds_up(verdict_on: Judge) -> None:
    held = verdict_on(
        "The UN General Assembly voted 119 to 1, with 36 abstentions, on Myanmar on Friday.", "2021-06-20"
    )
    assert held.status is VerdictStatus.SUPPORTED
    assert held.matched == "by day and body and subject"
    assert held.formula.endswith("119 + 1 + 36 + 37 = 193")
    assert held.rows[0].provenance.source == "fixture"


def test_a_contradicted_tally_names_the_difference(verdict_on: Judge) -> None:
    held = verdict_on(
        "The UN General Assembly voted 119 to 1, with 34 abstentions, on Myanmar on Friday.", "2021-06-20"
    )
    assert held.status is VerdictStatus.CONTRADICTED
    assert "34 abstaining in the report, 36 in the record" in held.summary


def test_a_day_later_is_a_time_zone_and_two_days_later_is_not(verdict_on: Judge) -> None:
    text = "The UN General Assembly adopted the Myanmar text on {} by 119 votes to 1."
    held = verdict_on(text.format("Saturday"), "2021-06-20", kind="vote_tally")
    assert held.matched.startswith("by day")
    assert "Saturday" in reasons(held)
    assert "New York" in reasons(held)
    assert not verdict_on(text.format("Sunday"), "2021-06-20", kind="vote_tally").matched.startswith("by day")


@pytest.mark.parametrize(("absent", "says"), [("37", "which is all members"), ("27", "but the body had 193 members")])
def test_the_report_s_own_figures_are_added_up(verdict_on: Judge, absent: str, says: str) -> None:
    text = f"The UN General Assembly vote on Myanmar: 119 in favour, 1 against, 36 abstained and {absent} did not vote."
    held = verdict_on(text, "2021-06-19")
    assert says in reasons(held)
    assert held.status == ("supported" if absent == "37" else "contradicted")


def test_names_and_others_are_added(verdict_on: Judge) -> None:
    text = "The United States and 118 other countries voted for the General Assembly's Myanmar resolution in June."
    assert verdict_on(text, "2021-08-30").status is VerdictStatus.SUPPORTED


def test_a_symbol_alone_is_no_key(verdict_on: Judge) -> None:
    votes = [vote("A/RES/80/1", yes=100, no=10), vote("A/RES/80/1", yes=90, no=40, part=VotePart.PARAGRAPH)]
    text = "UN General Assembly resolution 80/1 on landmines was adopted with {} votes in favour and {} against."
    whole = verdict_on(text.format(100, 10), "2025-12-10", kind="vote_tally", facts=MemoryFacts(votes))
    part = verdict_on(text.format(90, 40), "2025-12-10", kind="vote_tally", facts=MemoryFacts(votes))
    paragraph = "A paragraph of " + text.format(90, 40)
    assert whole.status is VerdictStatus.SUPPORTED
    assert part.status is VerdictStatus.CONTRADICTED
    held = verdict_on(paragraph, "2025-12-10", kind="vote_tally", facts=MemoryFacts(votes))
    assert held.status is VerdictStatus.SUPPORTED
    assert "2 votes share it" in held.matched


def test_a_vote_of_a_parliament_is_never_held_against_the_assembly(verdict_on: Judge) -> None:
    held = verdict_on("The Ukrainian parliament voted 119-36 on the resolution on Myanmar on Friday.", "2021-06-20")
    assert held.status is VerdictStatus.NOT_CHECKABLE


def test_without_facts_it_says_what_would_be_needed(verdict_on: Judge) -> None:
    text = "The UN General Assembly voted 119 to 1 on Myanmar on Friday."
    held = verdict_on(text, "2021-06-20", facts=MemoryFacts())
    assert held.status is VerdictStatus.NOT_CHECKABLE
    assert "dateline reference import un-ga-votes" in held.needed


def test_figures_alone_match_and_say_so(verdict_on: Judge) -> None:
    held = verdict_on("It passed with 94 in favour, 14 against and 73 abstentions.", "2022-12-01")
    assert held.status is VerdictStatus.SUPPORTED
    assert held.matched.startswith("by its figures alone")
    late = verdict_on("It passed with 94 in favour, 14 against and 73 abstentions.", "2024-12-01")
    assert late.status is VerdictStatus.NOT_CHECKABLE


def test_two_votes_with_the_same_figures_are_both_named(verdict_on: Judge) -> None:
    votes = [vote("A/RES/80/1", yes=100, no=10), vote("A/RES/80/2", yes=100, no=10)]
    held = verdict_on("The text passed by 100 votes to 10.", "2025-12-10", facts=MemoryFacts(votes))
    assert held.status is VerdictStatus.SUPPORTED_ONLY_IF
    assert "A/RES/80/1" in held.summary
    assert "A/RES/80/2" in held.summary


def test_records_that_differ_on_a_vote_are_shown(verdict_on: Judge) -> None:
    votes = [vote("A/RES/80/1", yes=100, no=10), vote("A/RES/80/1", yes=101, no=10, edition="other")]
    text = "The UN General Assembly adopted a resolution on landmines on 8 December 2025 with 100 votes in favour."
    held = verdict_on(text, "2025-12-10", kind="vote_tally", facts=MemoryFacts(votes))
    assert "the records loaded differ" in reasons(held)


def test_reports_that_disagree_stand_side_by_side(check_text: Check) -> None:
    text = "The UN General Assembly voted 119 to 1 on Myanmar on Friday, with {} abstentions."
    one, other, vague = (
        check_text(words, "2021-06-20", kind="vote_tally")[0]
        for words in (text.format(36), text.format(34), "The UN General Assembly voted 119 to 1 on Myanmar on Friday.")
    )
    found = disagreements([one, other, vague])
    assert found[one.claim.id] == (other,)
    assert found[other.claim.id] == (one,)
    assert found[vague.claim.id] == ()


def vote(symbol: str, *, yes: int, no: int, part: VotePart = VotePart.WHOLE, edition: str = "one") -> Resolution:
    return Resolution(
        id=f"{symbol}-{yes}-{edition}", vote=f"{symbol}-{yes}", body="UNGA", symbol=symbol,
        title="Anti-personnel mines", day=dt.date(2025, 12, 8), yes=yes, no=no, abstain=0, not_voting=None, members=193,
        adopted=True, provenance=provenance(1), part=part,
    )  # fmt: skip
