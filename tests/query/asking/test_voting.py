# ruff: noqa: F811, F401 — a fixture is imported, and named by what uses it
from __future__ import annotations

import datetime as dt

import pytest

from asking_samples import VOTES, asked
from dateline.errors import UsageError
from dateline.model.reference import Vote, VotePart
from dateline.query.asking import votes_of
from dateline.query.asking.topics import topic_of
from dateline.record import Record
from dateline.store.sqlite import SqliteStore
from reference_samples import ballot, edition, resolution


def test_swings_are_told_against_the_last_vote_on_the_topic(asked: Record) -> None:
    found = asked.ask.votes("Italy", on="italy")
    assert [(each.ballot.vote if each.ballot else None, each.swing) for each in found.votes] == [
        ("no", None),
        ("abstain", "no → abstain"),
        ("yes", "abstain → yes"),
        ("yes", None),
    ]


def test_earlier_votes_count_for_swings_though_they_are_not_shown(asked: Record) -> None:
    found = asked.ask.votes("ITA", on="italy", first=dt.date(2019, 1, 1))
    assert [each.swing for each in found.votes] == ["abstain → yes", None]
    assert found.earlier == 2


def test_agreement_counts_votes_in_which_both_took_a_side(asked: Record) -> None:
    found = asked.ask.votes("Italy", on="Italy", partner="Sweden")
    assert [each.agrees for each in found.votes] == [True, False, True, None]
    assert found.agreement == (2, 3)


def test_without_a_topic_there_is_no_swing(asked: Record) -> None:
    assert {each.swing for each in asked.ask.votes("Italy").votes} == {None}


def test_a_veto_is_a_vote_of_its_own(asked: Record) -> None:
    assert [each.draft for each in asked.ask.votes("Russia", on="italy").vetoes] == ["S/2019/1"]
    assert asked.ask.votes("Russia", on="italy", body="UNGA").vetoes == ()
    assert asked.ask.votes("Italy", on="italy").vetoes == ()


def test_where_no_roll_call_is_loaded_tallies_ship_and_it_says_what_to_import(store: SqliteStore) -> None:
    found = votes_of(store.reference, "Myanmar", on="burma")
    vote = next(each for each in found.votes if each.resolution.symbol == "A/RES/75/287")
    assert (vote.ballot, vote.resolution.yes, vote.resolution.abstain) == (None, 119, 36)
    assert any("un-ga-votes" in text for text in found.untold)


def test_one_vote_in_two_files_counts_once_and_differences_are_told(store: SqliteStore) -> None:
    other = edition("unvotes", vintage=None, sha="b")
    for held, cast in ((VOTES, Vote.NO), (other, Vote.ABSTAIN)):
        day, title = dt.date(2019, 12, 1), "Situation of human rights in Italy"
        vote = resolution(held, "1", "A/RES/74/1", title, day, counted=held is other)
        part = resolution(held, "2", "A/RES/74/1", f"{title}, paragraph 2", day, part=VotePart.PARAGRAPH)
        store.add_edition(held, "f.csv", [vote, ballot(vote, "ITA", cast), part, ballot(part, "ITA", Vote.YES)])
    whole, part = votes_of(store.reference, "Italy", on="italy").votes
    assert whole.ballot is not None
    assert (whole.ballot.vote, len(whole.also), whole.differ) == ("no", 1, "Test data of kind unvotes: abstain")
    assert part.swing is None


def test_a_shipped_tally_stands_back_where_the_ballots_are_loaded(store: SqliteStore) -> None:
    vote = resolution(VOTES, "1", "A/RES/75/287", "The situation in Myanmar", dt.date(2021, 6, 18), yes=119)
    store.add_edition(VOTES, "f.csv", [vote, ballot(vote, "MMR", Vote.YES)])
    held = [each for each in votes_of(store.reference, "MMR", on="myanmar").votes if "75/287" in each.resolution.symbol]
    assert [each.resolution.id for each in held] == [vote.id]


@pytest.mark.parametrize(
    ("topic", "text", "fits"),
    [
        ("MMR", "Human rights in Burma", True),
        ("syria", "The Syrian Arab Republic", True),
        ("arms trade", "The Arms Trade Treaty", True),
        ("arms trade", "Trade in grain", False),
    ],
)
def test_topics(topic: str, text: str, fits: bool) -> None:
    assert topic_of(topic).fits(text) is fits


def test_no_such_state(asked: Record) -> None:
    with pytest.raises(UsageError, match="Narnia"):
        asked.ask.votes("Narnia")


def test_a_member_that_is_not_in_the_roll_call_is_absent_not_unknown(asked: Record) -> None:
    found = asked.ask.votes("Sweden", on="italy")
    assert [(each.resolution.symbol, each.absent) for each in found.votes if each.ballot is None] == [
        ("A/RES/75/4", True)
    ]
    assert not any("only tallies" in text for text in found.untold)
