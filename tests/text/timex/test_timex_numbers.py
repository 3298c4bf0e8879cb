from __future__ import annotations

import pytest

from dateline.text.timex import Calendar
from dateline.text.timex.numbers import full_year, number_parts, valid_day


@pytest.mark.parametrize(
    ("run", "kinds"),
    [
        ("21", ["INT"]),
        ("42", ["BIG"]),
        ("1999", ["YEAR4"]),
        ("21st", ["ORD"]),
        ("1990s", ["DECADE"]),
        ("3-5", ["INT", "dash", "INT"]),
        ("2015-19", ["YEAR4", "dash", "INT"]),
        ("6/21", ["INT", "slash", "INT"]),
        ("2021-06-21", ["NUMDATE"]),
        ("10-1-2018-10-7-2018", ["NUMDATE", "dash", "NUMDATE"]),
        ("5.12", ["DOT"]),
    ],
)
def test_kinds(run: str, kinds: list[str]) -> None:
    parts = number_parts(run)
    assert parts is not None
    assert [kind for kind, *_ in parts] == kinds
    assert all(0 <= start < end <= len(run) for _, _, start, end in parts)


@pytest.mark.parametrize(
    "run", ["1,500", "12,000,000", "138-2010-2015", "133-03-03-2020", "2021-13-40", "123456", "0s"]
)
def test_other_numbers_are_none(run: str) -> None:
    assert number_parts(run) is None


def test_order_of_day_and_month_follows_from_their_size() -> None:
    for run in ("6/21/2021", "21/6/2021", "21.6.2021", "2021-6-21"):
        assert number_parts(run) == (("NUMDATE", Calendar(year=2021, month=6, day=21), 0, len(run)),)


def test_short_years() -> None:
    assert [full_year(n) for n in (0, 16, 49, 50, 99)] == [2000, 2016, 2049, 1950, 1999]


def test_days_that_exist() -> None:
    assert valid_day(None, 2, 29)
    assert not valid_day(2021, 2, 29)
    assert not valid_day(None, 6, 31)
