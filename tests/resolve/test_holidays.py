from __future__ import annotations

import datetime as dt

import pytest

from dateline.resolve.date_arithmetic import add, choose_year, interval, nth_weekday, unit_around
from dateline.resolve.holidays import easter, holiday, holiday_interval, orthodox_easter
from dateline.resolve.times import resolve_time, times_of
from dateline.text.languages.en_holidays import HOLIDAYS
from dateline.text.timex import Unit
from dateline.vocab.national_days import national_days


@pytest.mark.parametrize(
    ("year", "western", "orthodox"),
    [
        (1997, "03-30", "04-27"),
        (2000, "04-23", "04-30"),
        (2016, "03-27", "05-01"),
        (2021, "04-04", "05-02"),
        (2025, "04-20", "04-20"),
    ],
)
def test_easter(year: int, western: str, orthodox: str) -> None:
    assert f"{easter(year):%m-%d}" == western
    assert f"{orthodox_easter(year):%m-%d}" == orthodox


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("thanksgiving", dt.date(2021, 11, 25)),
        ("memorial day", dt.date(2021, 5, 31)),
        ("labor day", dt.date(2021, 9, 6)),
        ("black friday", dt.date(2021, 11, 26)),
        ("pentecost", dt.date(2021, 5, 23)),
        ("victory day", dt.date(2021, 5, 9)),
        ("eid al-fitr", None),
    ],
)
def test_days_of_2021(name: str, day: dt.date | None) -> None:
    assert holiday(name, 2021) == day


def test_every_known_name_has_a_day_or_a_lunar_calendar() -> None:
    without = {key for _, key in HOLIDAYS if holiday_interval(key, 2021) is None}
    assert without <= set(national_days())


@pytest.mark.parametrize(
    ("name", "country", "year", "days"),
    [
        ("independence day", None, 2021, "2021-07-04"),
        ("independence day", "IND", 2021, "2021-08-15"),
        ("independence day", "ISR", 2016, "2016-05-12"),
        ("independence day", "TKM", 2017, "2017-10-27"),
        ("independence day", "TKM", 2018, "2018-09-27"),
        ("independence day", "CHE", 2018, ""),
        ("victory day", "TUR", 2021, "2021-08-30"),
        ("armed forces day", "MMR", 2021, "2021-03-27"),
        ("armed forces day", None, 2021, ""),
        ("eid al-fitr", None, 2016, "2016-07-06/2016-07-08"),
        ("ramadan", "EGY", 2021, "2021-04-12/2021-05-13"),
        ("yom kippur", None, 2021, "2021-09-16"),
        ("passover", None, 2020, "2020-04-09"),
        ("lunar new year", "VNM", 2020, "2020-01-25"),
        ("nowruz", "IRN", 2020, "2020-03-20/2020-03-21"),
    ],
)
def test_national_and_movable_days(name: str, country: str | None, year: int, days: str) -> None:
    assert str(holiday_interval(name, year, country) or "") == days


def days_of(text: str) -> str:
    (time,) = times_of(text)
    return str(resolve_time(time, dt.date(2021, 9, 22), tense="past").interval or "")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Envoys attended India's Independence Day parade.", "2021-08-15"),
        ("Ukraine was shelled. On Independence Day its army answered.", "2021-08-24"),
        ("The junta of Myanmar showed tanks on Armed Forces Day.", "2021-03-27"),
        ("He spoke on Independence Day.", "2021-07-04"),
        ("The United States sold jets in fiscal year 2020.", "2019-10-01/2020-09-30"),
        ("Japan's budget for fiscal year 2020 was larger.", "2020-04-01/2021-03-31"),
        ("France's budget for fiscal year 2020 was larger.", "2020-01-01/2020-12-31"),
        ("Pakistan spent more this fiscal year.", "2021-07-01/2021-09-22"),
    ],
)
def test_the_country_named_near_decides(text: str, days: str) -> None:
    assert days_of(text) == days


def test_adding_months_keeps_to_the_month() -> None:
    assert add(dt.date(2021, 1, 31), 1, Unit.MONTH) == dt.date(2021, 2, 28)
    assert add(dt.date(2020, 2, 29), 1, Unit.YEAR) == dt.date(2021, 2, 28)
    assert add(dt.date(2021, 6, 18), 1, Unit.WORKDAY) == dt.date(2021, 6, 21)
    assert add(dt.date(2021, 6, 21), -1, Unit.WORKDAY) == dt.date(2021, 6, 18)
    assert add(dt.date(2021, 1, 1), 1.5, Unit.YEAR) == dt.date(2022, 7, 1)


@pytest.mark.parametrize(
    ("unit", "days"),
    [
        (Unit.DAY, "2021-06-22"),
        (Unit.WEEK, "2021-06-21/2021-06-27"),
        (Unit.WEEKEND, "2021-06-26/2021-06-27"),
        (Unit.MONTH, "2021-06-01/2021-06-30"),
        (Unit.QUARTER, "2021-04-01/2021-06-30"),
        (Unit.SEASON, "2021-06-01/2021-08-31"),
        (Unit.YEAR, "2021-01-01/2021-12-31"),
        (Unit.DECADE, "2020-01-01/2029-12-31"),
        (Unit.CENTURY, "2001-01-01/2100-12-31"),
    ],
)
def test_units_around_a_day(unit: Unit, days: str) -> None:
    assert str(unit_around(unit, dt.date(2021, 6, 22))) == days


def test_the_winter_of_january_began_in_december() -> None:
    assert str(unit_around(Unit.SEASON, dt.date(2021, 1, 15))) == "2020-12-01/2021-02-28"


def test_last_weekday_of_a_month() -> None:
    assert nth_weekday(2021, 5, 1, -1) == dt.date(2021, 5, 31)


def test_a_name_of_long_ago_that_is_near_is_the_coming_one() -> None:
    def may_25(year: int) -> object:
        return interval(dt.date(year, 5, 25), dt.date(year, 5, 25))

    assert str(choose_year(may_25, dt.date(2021, 5, 12), "past")) == "2021-05-25"  # type: ignore[arg-type]
    assert str(choose_year(may_25, dt.date(2021, 2, 12), "past")) == "2020-05-25"  # type: ignore[arg-type]
    assert str(choose_year(may_25, dt.date(2021, 6, 12), "future")) == "2022-05-25"  # type: ignore[arg-type]
