from __future__ import annotations

import pytest

from claim_facts import day, told
from dateline.verify.windows import freshest_year, grid


@pytest.mark.parametrize(
    ("published", "year"),
    [("2021-06-22", 2020), ("2021-03-13", 2020), ("2021-03-12", 2019), ("2021-01-02", 2019), (None, 2024)],
)
def test_what_was_freshest_depends_on_the_day_of_the_report(published: str | None, year: int) -> None:
    assert freshest_year(day(published) if published else None, 2024) == year


def test_a_report_without_a_period_gets_the_declared_grid() -> None:
    found = grid(told("Russia accounts for 16 percent of arms sales."), "MMR", 2024)
    assert [str(each) for each in found.windows if each.first_choice] == ["2016–2020"]
    assert [str(each) for each in found.windows] == [
        "2016–2020", "2015–2019", "2014–2018", "2013–2017", "2011–2020", "2010–2019", "2020", "2019", "2018",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "window"),
    [
        ("in 2015–19", "2015–2019"),
        ("between 2015 and 2019", "2015–2019"),
        ("from 1999 to 2018", "1999–2018"),
        ("in 2019", "2019"),
        ("since 2014", "2014–2020"),
        ("in the five years to 2019", "2015–2019"),
        ("over the past five years", "2016–2020"),
        ("in the last decade", "2011–2020"),
        ("last year", "2020"),
    ],
)
def test_a_told_period_is_held_to(words: str, window: str) -> None:
    found = grid(told(f"Russia accounted for 16 percent of arms sales {words}."), "MMR", 2024)
    assert [str(each) for each in found.windows] == [window]
    assert found.told


def test_since_the_coup_has_two_readings_and_needs_a_known_coup() -> None:
    sentence = "Since the coup Russia has had 16 percent of sales."
    found = grid(told(sentence, "2023-06-01"), "MMR", 2024)
    assert [str(each) for each in found.windows] == ["2021–2022", "2022"]
    assert not found.exact
    assert grid(told(sentence, "2023-06-01"), "NOR", 2024).told == ""


def test_of_two_periods_the_one_behind_the_figure_counts() -> None:
    sentence = "Its share fell from 20 percent in 2011–15 to 16 percent in 2016–20."
    assert [str(each) for each in grid(told(sentence), "MMR", 2024).windows] == ["2016–2020"]
