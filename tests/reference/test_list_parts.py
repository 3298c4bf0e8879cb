"""The small parts that readers of lists share: countries, dates, names, keys, rows."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.reference.countries import countries, iso3
from dateline.reference.csv_rows import Row, csv_rows
from dateline.reference.edition import BadRow, Note
from dateline.reference.keys import Keys
from dateline.reference.listed_names import natural_order, other_names
from dateline.reference.partial_dates import partial_date, whole_day
from list_cases import written


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("mm", "MMR"),
        ("MMR", "MMR"),
        ("Burma", "MMR"),
        ("Korea, North", "PRK"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Palestinian", "PSE"),
        ("USSR", "SUN"),
        ("Freedonia", None),
        ("zz", None),
        ("British Virgin Islands", None),
        ("Moscow", None),
    ],
)
def test_countries(printed: str, code: str | None) -> None:
    assert iso3(printed) == code


def test_unknown_countries_keep_their_words() -> None:
    assert countries(["Burma", " Freedonia ", None, "mm", ""]) == ("MMR", "Freedonia")


@pytest.mark.parametrize(
    ("printed", "span"),
    [
        ("2021-06-22", "2021-06-22"),
        ("2021-06-22T10:00:00Z", "2021-06-22"),
        ("2015-03-27-04:00", "2015-03-27"),
        ("22 Jun 2021", "2021-06-22"),
        ("22/06/2021", "2021-06-22"),
        ("2021-06", "2021-06-01/2021-06-30"),
        ("June 2021", "2021-06-01/2021-06-30"),
        ("2024-02", "2024-02-01/2024-02-29"),
        ("1960", "1960-01-01/1960-12-31"),
        ("2021-02-30", "None"),
        ("circa 1960", "None"),
        ("0000", "None"),
        ("", "None"),
    ],
)
def test_dates_are_as_wide_as_they_are_printed(printed: str, span: str) -> None:
    assert str(partial_date(printed)) == span


def test_less_than_a_day_is_no_day() -> None:
    assert whole_day("2021-06") is None
    assert str(whole_day("06/22/2021", month_first=True)) == "2021-06-22"


def test_names() -> None:
    assert natural_order("PETROV, Ivan Ivanovich") == "Ivan Ivanovich PETROV"
    assert natural_order("Madonna") == "Madonna"
    assert other_names("A", ["A", " B  C ", "", "B C"]) == ("B C",)


def test_keys_count_the_same_once_and_part_the_different() -> None:
    keys = Keys()
    assert keys.own("1", "a", 1) == "1"
    assert keys.own("1", "b", 2) == "1/2"
    assert isinstance(keys.own("1", "a", 3), Note)


def test_rows_have_the_line_they_begin_on(tmp_path: Path) -> None:
    path = written(tmp_path, "x.csv", b'\xef\xbb\xbfa,b\r\n\r\n"x\ny", z \r\nq\x00,\xf1\r\n')
    found = [(row.line, row.cells) for row in csv_rows(path) if isinstance(row, Row)]
    assert found == [(1, ("a", "b")), (3, ("x\ny", "z")), (5, ("q", "ñ"))]


def test_a_cell_without_end_is_a_bad_row(tmp_path: Path) -> None:
    path = written(tmp_path, "x.csv", 'a,"' + "b" * 1_100_000)
    assert any(isinstance(row, BadRow) for row in csv_rows(path))
