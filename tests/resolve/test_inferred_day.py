from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

import pytest

from dateline.model import Claim, ClaimKind, Evidence
from dateline.resolve.inferred_day import infer_day


@dataclass(frozen=True)
class Vote:
    day: dt.date
    yes: int | None
    no: int | None
    abstain: int | None
    symbol: str
    title: str


LARGE = Vote(dt.date(2016, 3, 4), 101, 5, 40, "A/RES/70/999", "Fishing in the Sea of Marmara")
SMALL = Vote(dt.date(2017, 5, 6), 13, 1, 1, "S/RES/2999", "Sanctions on Ruritania")
OTHER = Vote(dt.date(2018, 7, 8), 13, 1, 1, "S/RES/3001", "Mission in Sylvania")


def claim(value: str, words: str = "101 to 5", kind: ClaimKind = ClaimKind.VOTE_TALLY) -> Claim:
    return Claim(
        id=words,
        document_id="d",
        sentence=0,
        evidence=Evidence.of(words, 0, len(words)),
        kind=kind,
        subject="the council",
        predicate="voted",
        object=None,
        value=value,
        unit="votes",
        period=None,
    )


def test_three_figures_of_a_large_body_tell_the_day() -> None:
    found = infer_day([claim("101-5-40")], [SMALL, LARGE])
    assert found is not None
    day, because = found
    assert str(day) == "2016-03-04"
    assert because.step == "resolve.inferred_date"
    assert "A/RES/70/999" in because.reason
    assert "or later" in because.reason


@pytest.mark.parametrize("value", ["101-5-41", "101-?-?", "majority", "100-5-40"])
def test_other_figures_and_single_ones_tell_nothing(value: str) -> None:
    assert infer_day([claim(value)], [LARGE]) is None


def test_figures_of_a_small_body_need_a_word_of_the_title() -> None:
    assert infer_day([claim("13-1-1")], [SMALL]) is None
    found = infer_day([claim("13-1-1")], [SMALL, OTHER], "They voted for new sanctions on Ruritania.")
    assert found is not None
    assert str(found[0]) == "2017-05-06"


def test_votes_of_several_days_tell_nothing() -> None:
    text = "They voted on sanctions on Ruritania and on the mission in Sylvania."
    again = Vote(dt.date(2019, 1, 2), 101, 5, 40, "A/RES/73/1", "Another matter")
    assert infer_day([claim("101-5-40")], [LARGE, again]) is None
    assert infer_day([claim("101-5-40"), claim("13-1-1")], [LARGE, SMALL], text) is None


def test_claims_of_other_kinds_are_left_alone() -> None:
    assert infer_day([claim("101-5-40", kind=ClaimKind.COUNT)], [LARGE]) is None
