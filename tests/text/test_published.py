from __future__ import annotations

import datetime as dt

import pytest

from dateline.text.published import is_date_line, parse_date, stated_date

DAY = dt.date(2021, 5, 4)


@pytest.mark.parametrize(
    "line",
    [
        "Published May 4, 2021",
        "May 4, 2021",
        "Tuesday, 4 May 2021 10:30 GMT",
        "2021-05-04",
        "2021-05-04T10:00:00Z",
        "2021/05/04 14:05",
        "Published: May. 4, 2021 at 10:30 AM ET",
        "Posted on 4th of May, 2021",
        "By Ina Moll | May 4, 2021",
        "Published May 4, 2021 | Updated May 6, 2021",
        "Published at 10:30 on May 4, 2021",
    ],
)
def test_a_line_that_holds_only_a_date_states_the_day(line):
    text = f"Army chief visits Arden\n\n{line}\n\nThe minister received him on Monday."
    found = stated_date(text)
    assert found is not None
    assert found.day == DAY
    assert text[found.line.start : found.line.end] == line


@pytest.mark.parametrize(
    "line",
    [
        "Arden marked May 4, 2021",
        "The May 4, 2021 meeting",
        "HARBOUR CITY, May 4, 2021 (Reuters)",
        "The two signed on May 4, 2021.",
        "Updated May 4, 2021",
        "Published February 30, 2021",
        "May 2021",
        "© 2021",
        "4/5/2021",
        "Published on Tuesday",
    ],
)
def test_other_dates_state_no_day(line):
    assert stated_date(f"Army chief visits Arden\n\n{line}\n\nThe minister received him.") is None


def test_a_date_far_down_the_page_is_not_looked_at():
    assert stated_date("The minister said so.\n" * 12 + "May 4, 2021") is None


@pytest.mark.parametrize("line", ["Updated May 6, 2021", "Published May 4, 2021 | Updated May 6, 2021 9:00 am"])
def test_lines_of_updates_are_date_lines(line):
    assert is_date_line(line)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2021-05-04", DAY),
        (" 2021-05-04T23:30:00-04:00", DAY),
        ("2021-05-04T10:00:00.000+00:00", DAY),
        ("4 May 2021", DAY),
        ("yesterday", None),
        ("2021-13-40", None),
        ("", None),
        ("2021-05-04 or so", None),
        ("in 2021-05-04", None),
    ],
)
def test_a_stamp_is_read_whole_or_not_at_all(words, day):
    assert parse_date(words) == day
