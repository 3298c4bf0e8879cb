from __future__ import annotations

from pathlib import Path

import pytest

from claim_wordings import Score, lines, score, wordings
from dateline.verify import Facts

DATA = Path(__file__).parent / "data"
FIRST = ("wordings_votes.toml", "wordings_supply.toml", "wordings_more.toml")
#: Floors of the two figures; raise them when they improve, never lower them without a reason in the changelog.
FLOORS = {"first": (0.97, 0.98), "second": (0.96, 0.97), "third": (0.95, 0.95), "fourth": (0.95, 0.95)}


@pytest.fixture(scope="module")
def scores(facts: Facts) -> dict[str, Score]:
    return {
        "first": score(wordings(*(DATA / name for name in FIRST)), facts),
        "second": score(wordings(DATA / "wordings_second.toml"), facts),
        "third": score(wordings(DATA / "wordings_third.toml"), facts),
        "fourth": score(wordings(DATA / "wordings_fourth.toml"), facts),
    }


def test_the_first_set_has_two_hundred_wordings_in_six_styles() -> None:
    held = wordings(*(DATA / name for name in FIRST))
    assert len(held) == len({each["text"] for each in held}) == 200
    assert {each["style"] for each in held} == {"wire", "tabloid", "ngo", "un", "tank", "broadcast"}
    assert {each["verdict"] for each in held} == {
        "supported", "supported_only_if", "contradicted", "unit_error_suspected", "not_checkable",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["first", "second", "third", "fourth"])
def test_claims_are_found_and_verdicts_are_right(scores: dict[str, Score], name: str) -> None:
    held = scores[name]
    print("\n".join([name, *lines(held), *held.missed, *held.wrong]))  # noqa: T201 — the figures are what is wanted
    extraction, verdicts = FLOORS[name]
    assert held.extraction >= extraction, held.missed
    assert held.verdicts >= verdicts, held.wrong
