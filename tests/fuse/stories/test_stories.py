from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

import pytest

from dateline.fuse.stories import stories
from dateline.fuse.stories.linkage import link
from dateline.fuse.stories.similarity import Likeness, TermIndex
from dateline.fuse.stories.terms import terms


@dataclass(frozen=True)
class Told:
    id: str
    text: str
    published: dt.date | None = dt.date(2024, 5, 2)


FERRY = [
    Told(
        "f1", "The ferry Halvard ran aground off Port Ansel on Thursday with 212 people aboard, the coast guard said."
    ),
    Told("f2", "All 212 passengers of the ferry Halvard were brought to Port Ansel after it ran aground."),
    Told("f3", "Captain of the Halvard questioned: why did the ferry run aground near Port Ansel with 212 aboard?"),
]
STRIKE = [
    Told(
        "s1", "Teachers in Lorvina walked out for a third day, and union leader Greta Voss rejected an offer of 4.5 %."
    ),
    Told("s2", "Greta Voss, who leads the teachers' union of Lorvina, called the offer of 4.5 % an insult."),
]
ALONE = Told("a1", "A museum in Tresk shows maps that nobody had seen since the cellar was closed.")


def grouped(articles: list[Told]) -> set[frozenset[str]]:
    return {frozenset(story.documents) for story in stories(articles)}


def test_articles_on_one_thing_are_one_story() -> None:
    assert grouped([*FERRY, *STRIKE, ALONE]) == {
        frozenset({"f1", "f2", "f3"}),
        frozenset({"s1", "s2"}),
        frozenset({"a1"}),
    }


def test_the_order_of_arrival_plays_no_part() -> None:
    articles = [*FERRY, *STRIKE, ALONE]
    expected = stories(articles)
    for seed in range(20):
        random.Random(seed).shuffle(articles)  # noqa: S311 — an order, no secret
        assert stories(articles) == expected


def test_the_same_words_a_month_later_are_another_story() -> None:
    later = Told("f9", FERRY[1].text, dt.date(2024, 6, 3))
    assert frozenset({"f9"}) in grouped([*FERRY, later])
    undated = Told("f9", FERRY[1].text, None)
    assert frozenset({"f1", "f2", "f3", "f9"}) in grouped([*FERRY, undated])


def test_a_story_says_what_its_articles_share() -> None:
    (ferry,) = (story for story in stories([*FERRY, *STRIKE, ALONE]) if "f1" in story.documents)
    assert {"halvard", "212"} <= set(ferry.words)
    assert 0 < ferry.likeness < 1


def test_nothing_and_texts_without_words() -> None:
    assert stories([]) == ()
    assert grouped([Told("x", ""), Told("y", "—")]) == {frozenset({"x"}), frozenset({"y"})}


def test_names_and_numbers_weigh_more_and_pairs_of_names_count() -> None:
    counts = terms("Greta Voss's teachers met 40 envoys. Voss spoke")
    assert counts["voss"] == 8
    assert counts["40"] == 4
    assert counts["teacher"] == 1
    assert counts["greta voss"] == 1
    assert "envoy voss" not in counts


def test_cosines_are_of_unit_vectors() -> None:
    same = {"reef": 2, "harbour": 1}
    (pair,) = TermIndex([same, same, {"opera": 1}]).likenesses(0.01)
    assert (pair.left, pair.right) == (0, 1)
    assert pair.cosine == pytest.approx(1, abs=1e-6)


def test_average_linkage_keeps_a_chain_apart() -> None:
    chain = [Likeness(left=0, right=1, cosine=0.9), Likeness(left=1, right=2, cosine=0.5)]
    groups, joins = link(3, chain, least=0.4)
    assert groups == [[0, 1], [2]]
    assert [(join.left, join.right, join.likeness) for join in joins] == [(0, 1, 0.9)]
    groups, _ = link(3, [*chain, Likeness(left=0, right=2, cosine=0.4)], least=0.4)
    assert groups == [[0, 1, 2]]
