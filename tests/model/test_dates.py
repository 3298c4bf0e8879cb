from __future__ import annotations

import datetime as dt

import pytest

from dateline.errors import RecordError
from dateline.model import DatePrecision, ImpreciseDate


def may(first: int, last: int) -> ImpreciseDate:
    return ImpreciseDate(earliest=dt.date(2020, 5, first), latest=dt.date(2020, 5, last), precision=DatePrecision.RANGE)


def test_an_interval_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(RecordError, match="earliest is after latest"):
        may(3, 2)


def test_a_day_is_an_interval_of_one_day() -> None:
    assert ImpreciseDate.day(dt.date(2020, 5, 2)).days == 1
    assert str(ImpreciseDate.day(dt.date(2020, 5, 2))) == "2020-05-02"
    assert str(may(1, 3)) == "2020-05-01/2020-05-03"


def test_slack_lets_neighbouring_days_overlap() -> None:
    assert not may(1, 2).overlaps(may(3, 4))
    assert may(1, 2).overlaps(may(3, 4), slack_days=1)
