from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import Verdict, VerdictStatus
from dateline.verify import Checked, MemoryFacts

Judge = Callable[..., Verdict]
Check = Callable[..., tuple[Checked, ...]]


def test_blocked_without_a_veto_is_no_contradiction_and_says_why(verdict_on: Judge) -> None:
    held = verdict_on("Russia and China have blocked repeated attempts in the Security Council to act on Myanmar.")
    assert held.status is VerdictStatus.NOT_CHECKABLE
    assert "which is no contradiction: a draft can be blocked without a vote" in held.summary
    assert "S/2007/14" in held.summary


def test_a_veto_is_told_with_who_cast_it(verdict_on: Judge) -> None:
    text = "{} vetoed a Security Council draft on Ukraine on 25 February 2022."
    assert verdict_on(text.format("Russia"), "2022-03-01", kind="veto").status is VerdictStatus.SUPPORTED
    wrong = verdict_on(text.format("China"), "2022-03-01", kind="veto")
    assert wrong.status is VerdictStatus.CONTRADICTED
    assert "vetoed by Russia" in wrong.summary


def test_a_veto_after_the_end_of_the_list_is_not_contradicted(verdict_on: Judge) -> None:
    held = verdict_on("Russia vetoed a Security Council draft on Mali on 30 August 2023.", "2023-08-31", kind="veto")
    assert held.status is VerdictStatus.NOT_CHECKABLE


@pytest.mark.parametrize(
    "text",
    [
        "Russia threatened to veto the Security Council draft on Syria.",
        "China could veto the resolution in the Security Council.",
        "Police blocked the road to the embassy of China.",
    ],
)
def test_what_is_no_veto_is_left_alone(check_text: Check, text: str) -> None:
    assert not check_text(text, kind="veto")
    assert not check_text(text, kind="blocked")


@pytest.mark.parametrize(
    ("day", "status"),
    [("2012-05-01", "supported"), ("2010-05-01", "contradicted"), ("2020-10-19", "contradicted")],
)
def test_an_embargo_is_judged_on_the_day_of_the_report(verdict_on: Judge, day: str, status: str) -> None:
    held = verdict_on("The UN arms embargo on Iran is in force.", day, kind="embargo")
    assert held.status == status
    assert "2010-06-09" in held.summary


def test_no_embargo_loaded_does_not_say_that_there_is_none(verdict_on: Judge) -> None:
    held = verdict_on("Norway is under a UN arms embargo.", kind="embargo")
    assert held.status is VerdictStatus.NOT_CHECKABLE
    assert "does not say that there is none" in held.summary


@pytest.mark.parametrize(
    "text",
    [
        "Activists called for a UN arms embargo on Myanmar.",
        "The Security Council lifted the arms embargo on Iran.",
        "The Council voted to impose an arms embargo on Libya.",
    ],
)
def test_embargoes_that_are_asked_for_or_lifted_are_no_statement(check_text: Check, text: str) -> None:
    assert not check_text(text, kind="embargo")


def test_a_listing_is_judged_on_the_day_of_the_report(verdict_on: Judge) -> None:
    text = "Min Aung Hlaing is under European Union sanctions."
    assert verdict_on(text, "2021-06-22", kind="listing").status is VerdictStatus.SUPPORTED
    early = verdict_on(text, "2021-03-01", kind="listing")
    assert early.status is VerdictStatus.CONTRADICTED
    assert "2021-03-22" in early.summary
    assert "consolidated lists drop entries" in early.because[0].reason


@pytest.mark.parametrize(
    "text",
    [
        "Min Aung Hlaing won a race sanctioned under international rules.",
        "The EU sanctioned Iran after Min Aung Hlaing spoke.",
        "Min Aung Hlaing should be under EU sanctions, campaigners said.",
    ],
)
def test_what_is_no_listing_is_left_alone(check_text: Check, text: str) -> None:
    assert not check_text(text, kind="listing")


def test_a_day_of_a_vote_has_one_day_of_slack(verdict_on: Judge) -> None:
    text = "The General Assembly adopted resolution 75/287 on Myanmar on {} June 2021."
    assert verdict_on(text.format(19), kind="date").status is VerdictStatus.SUPPORTED
    wrong = verdict_on(text.format(28), "2021-07-22", kind="date")
    assert wrong.status is VerdictStatus.CONTRADICTED
    assert "10 days" in wrong.summary


def test_nothing_loaded_decides_nothing(check_text: Check) -> None:
    text = (
        "Russia vetoed a Security Council draft on Syria. The UN arms embargo on Iran is in force. "
        "Min Aung Hlaing is under EU sanctions."
    )
    found = check_text(text, facts=MemoryFacts())
    assert len(found) == 3
    assert {each.verdict.status for each in found} == {VerdictStatus.NOT_CHECKABLE}
    assert all("dateline reference import" in each.verdict.needed for each in found)


@pytest.mark.parametrize(
    ("text", "published", "status"),
    [
        ("Sergey Lavrov, the foreign minister of Russia, arrived.", "2021-06-22", "supported"),
        ("Donald Trump is the president of the United States.", "2021-06-22", "contradicted"),
        ("Donald Trump is the president of the United States.", "2018-06-22", "supported"),
        ("Donald Trump was president of the United States.", "2022-06-22", "supported"),
        ("Donald Trump became president of the United States in 2017.", "2022-06-22", "supported"),
        ("Donald Trump became president of the United States in 2019.", "2022-06-22", "contradicted"),
        ("Donald Trump is the president of France.", "2018-06-22", "not_checkable"),
        ("Angela Merkel, the chancellor of Germany, agreed.", "2020-06-22", "supported"),
        ("Angela Merkel, the chancellor of Germany, agreed.", "2022-06-22", "contradicted"),
    ],
)
def test_an_office_is_the_one_held_on_the_day(verdict_on: Judge, text: str, published: str, status: str) -> None:
    held = verdict_on(text, published, kind="office")
    assert held.status == status, held.summary


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump, the former president of the United States, spoke.",
        "Donald Trump met the president of France.",
        "Donald Trump is a friend of the president of France, he said.",
    ],
)
def test_other_people_s_and_former_offices_are_left_alone(check_text: Check, text: str) -> None:
    assert not check_text(text, kind="office")
