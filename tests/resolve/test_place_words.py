"""How exactly words place something."""

from __future__ import annotations

import pytest

from dateline.resolve.place_words import Exactness, capital_of, closeness, refers_back


@pytest.mark.parametrize(
    ("before", "after", "how"),
    [
        ("", "", Exactness.AT),
        ("in the northern city of", "", Exactness.AT),
        ("the border town of", "", Exactness.AT),
        ("near", "", Exactness.NEAR),
        ("off the coast of", "", Exactness.NEAR),
        ("20 miles south of", "", Exactness.NEAR),
        ("just outside", "", Exactness.NEAR),
        ("the outskirts of", "", Exactness.NEAR),
        ("the border between", " and Egypt", Exactness.NEAR),
        ("", "'s eastern border", Exactness.NEAR),
        ("the", "-Pakistan border", Exactness.NEAR),
        ("", " coast", Exactness.NEAR),
        ("northern", "", Exactness.PART),
        ("the north-east of", "", Exactness.PART),
        ("parts of", "", Exactness.PART),
        ("", "'s east", Exactness.PART),
        ("", " airport", Exactness.FACILITY),
        ("", "'s international airport", Exactness.FACILITY),
        ("a hospital in", "", Exactness.AT),
        ("", " University", Exactness.FACILITY),
        ("near", "'s airport", Exactness.NEAR),
    ],
)
def test_closeness(before: str, after: str, how: Exactness) -> None:
    assert closeness(before, after).exactness is how


@pytest.mark.parametrize(
    ("words", "owner"),
    [
        ("the capital", ""),
        ("the Belarusian capital", "Belarusian"),
        ("Russia's capital", "Russia"),
        ("the capital of Chad", "Chad"),
        ("its capital city", ""),
        ("the capital market", None),
        ("Paris", None),
    ],
)
def test_capitals(words: str, owner: str | None) -> None:
    assert capital_of(words) == owner


@pytest.mark.parametrize(
    ("words", "back"), [("the country", True), ("the city", True), ("the Kingdom", True), ("Rome", False)]
)
def test_phrases_that_point_back(words: str, back: bool) -> None:
    assert refers_back(words) is back
