from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Verdict, VerdictStatus
from dateline.verify import Checked, MemoryFacts
from dateline.verify.verdicts import in_scope

Judge = Callable[..., Verdict]
Check = Callable[..., tuple[Checked, ...]]


def test_a_share_is_judged_in_the_window_that_was_freshest(verdict_on: Judge) -> None:
    text = "Russia accounts for 30 percent of Myanmar's arms imports."
    held = verdict_on(text, "2021-06-22")
    assert held.status is VerdictStatus.SUPPORTED
    assert held.formula.startswith("150 m TIV of Russia / 500 m TIV of all = 30 %")
    assert held.estimated_share == pytest.approx(0.2)
    assert len(held.rows) == 5
    earlier = verdict_on(text, "2021-02-01")
    assert earlier.status is VerdictStatus.SUPPORTED_ONLY_IF
    assert "In 2015–2019, freshest at publication, it is 28 %" in earlier.summary


def test_readings_are_the_declared_grid_those_that_fit_first(verdict_on: Judge) -> None:
    held = verdict_on("Russia accounts for 26 percent of Myanmar's arms imports.")
    assert held.status is VerdictStatus.SUPPORTED_ONLY_IF
    fits = [(each.window, each.estimates[:4]) for each in held.readings if each.fits]
    assert ("2014–2018", "all") in fits
    assert [each.fits for each in held.readings] == sorted((each.fits for each in held.readings), reverse=True)
    assert {each.measure for each in held.readings} == {"TIV by year of delivery", "TIV by year of order"}
    assert {each.estimates[:7] for each in held.readings} == {"all", "none", "without"}


def test_vintages_that_differ_make_it_depend_on_them(verdict_on: Judge) -> None:
    held = verdict_on("China provides 40 percent of Kenya's arms imports.", "2021-05-05")
    assert held.status is VerdictStatus.SUPPORTED_ONLY_IF
    assert "40 % (vintage fixture A)" in held.summary
    assert "30 % (vintage fixture B)" in held.summary


def test_no_reading_contradicts_with_the_range(verdict_on: Judge) -> None:
    held = verdict_on("Russia supplies 45 percent of Myanmar's arms.")
    assert held.status is VerdictStatus.CONTRADICTED
    assert "No reading gives it" in held.summary


def test_a_rank_shows_the_table_it_was_read_from(verdict_on: Judge) -> None:
    held = verdict_on("Russia is the second-largest supplier of arms to Myanmar.", kind="rank")
    assert held.status is VerdictStatus.SUPPORTED
    assert held.formula.startswith("1. China 200.0, 2. Russia 150.0, 3. India 100.0")


def test_a_rank_flips_between_vintages(verdict_on: Judge) -> None:
    held = verdict_on("China is Kenya's top weapons supplier.", "2021-05-05")
    assert held.status is VerdictStatus.SUPPORTED_ONLY_IF


def test_tiv_printed_as_dollars_are_suspected_with_the_sum(verdict_on: Judge) -> None:
    held = verdict_on("Russia sold Myanmar arms worth $150 million between 2016 and 2020.")
    assert held.status is VerdictStatus.UNIT_ERROR_SUSPECTED
    assert "TIV are no dollars" in held.summary
    assert held.formula.startswith("sum of TIV Russia → Myanmar 2016–2020 = 150 m")


def test_money_is_never_compared_with_tiv_otherwise(verdict_on: Judge) -> None:
    held = verdict_on("Russia sold Myanmar arms worth $650 million between 2016 and 2020.")
    assert held.status is VerdictStatus.NOT_CHECKABLE
    assert "never added or compared" in " ".join(each.reason for each in held.because)


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("Russia accounts for 30 percent of Myanmar's arms imports.", "all suppliers to Myanmar"),
        ("Russia is the second-largest supplier of arms to Myanmar.", "all suppliers to Myanmar"),
        ("Russia accounts for 20 percent of global arms exports.", "all suppliers and recipients"),
    ],
)
def test_without_a_register_it_names_the_file_and_the_command(verdict_on: Judge, text: str, needs: str) -> None:
    held = verdict_on(text, facts=MemoryFacts())
    assert held.status is VerdictStatus.NOT_CHECKABLE
    assert needs in held.needed
    assert "dateline reference import sipri-register FILE" in held.needed


@pytest.mark.parametrize(
    ("text", "status", "says"),
    [
        ("India took 31 percent of Russia's arms exports in 2016-20.", "supported", "Russia → India"),
        ("Half of Russia's arms exports in 2016-20 went to Vietnam.", "supported", "Russia → Vietnam"),
        ("Russia sent 60 percent of its arms exports to India in 2016-20.", "contradicted", "Russia → India"),
        ("Vietnam was Russia's largest arms customer in 2016-20.", "supported", "recipients of Russia"),
        ("India was the largest recipient of Russian arms in 2016-20.", "contradicted", "recipients of Russia"),
    ],
)
def test_a_buyer_is_one_of_those_whom_a_state_supplies(verdict_on: Judge, text: str, status: str, says: str) -> None:
    held = verdict_on(text)
    assert held.status == status, held.summary
    assert says in held.summary or says in " ".join(each.reason for each in held.because)


def test_an_extract_does_not_stand_for_all_exports_of_a_supplier(verdict_on: Judge) -> None:
    held = verdict_on("Jordan sent half of its arms exports to Kenya in 2016-20.")
    assert held.status is VerdictStatus.NOT_CHECKABLE
    world = verdict_on("Myanmar has less than 1 percent of the world's arms imports.")
    assert world.status is VerdictStatus.NOT_CHECKABLE


@pytest.mark.parametrize(
    "text",
    [
        "Russia made 30 percent of the missiles that Myanmar bought.",
        "Some 30 percent of Myanmar's military equipment is of Russian origin.",
        "Russia supplied 30 percent of the weapons seized in Myanmar.",
        "The United States gave 45 percent of the military aid to Ukraine.",
        "China is the largest supplier of drones to Myanmar.",
    ],
)
def test_what_a_register_does_not_count_is_not_held_against_it(check_text: Check, text: str) -> None:
    found = [each for each in check_text(text) if each.claim.kind in ("share", "rank")]
    assert found
    assert all(each.verdict.status is VerdictStatus.NOT_CHECKABLE for each in found)
    assert not any(in_scope(each.verdict) for each in found)
