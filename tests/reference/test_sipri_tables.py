"""Value tables in SIPRI's layout, and tables of suppliers by vintage, with invented figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import MalformedSource
from dateline.model.reference import BadRow, Note, TivCell
from dateline.reference import sipri_tiv
from list_cases import items_of, written

ABOVE = "Figures are SIPRI Trend Indicator Values (TIVs) expressed in millions.,,,\nGenerated: 28 July 2022,,,\n,,,\n"


def table(tmp_path: Path, title: str, *rows: str) -> Path:
    return written(tmp_path, "t.csv", f'"{title}",,,\n{ABOVE},2019,2020,Total\n' + "".join(f"{row}\n" for row in rows))


def brief(items: list[object]) -> list[tuple[str | None, str | None, int, float]]:
    return [
        (item.supplier and item.supplier.key, item.recipient and item.recipient.key, item.year, item.tiv)
        for item in items
        if isinstance(item, TivCell)
    ]


def test_exports_have_recipients_in_their_rows(tmp_path: Path) -> None:
    path = table(tmp_path, "TIV of arms exports from Italy, 2019-2020", "Chile,7,0,7", "Peru,,5,5", "Total,7,5,12")
    items = items_of("sipri-tiv", path)
    assert brief(items) == [
        ("ITA", "CHL", 2019, 7.0),
        ("ITA", "CHL", 2020, 0.0),
        ("ITA", "PER", 2020, 5.0),
        ("ITA", None, 2019, 7.0),
        ("ITA", None, 2020, 5.0),
    ]
    assert not [item for item in items if isinstance(item, Note)]
    assert sipri_tiv.vintage(path) == "2022-07-28"


def test_imports_have_suppliers_in_their_rows(tmp_path: Path) -> None:
    path = table(tmp_path, "TIV of arms imports to Chile, 2019-2020", "Italy,7,,7", "unknown supplier(s),1,,1")
    assert brief(items_of("sipri-tiv", path)) == [
        ("ITA", "CHL", 2019, 7.0),
        ("unknown supplier(s)", "CHL", 2019, 1.0),
    ]


def test_largest_exporters_have_only_totals(tmp_path: Path) -> None:
    path = table(
        tmp_path, "TIV of arms exports from the top 50 largest exporters, 2019-2020", "Italy,7,8,15", "Total,90,9,99"
    )
    assert brief(items_of("sipri-tiv", path)) == [("ITA", None, 2019, 7.0), ("ITA", None, 2020, 8.0)]


def test_partners_that_are_missing_are_told(tmp_path: Path) -> None:
    path = table(tmp_path, "TIV of arms exports from Italy, 2019-2020", "Chile,7,5,12", "Total,70,5,75")
    (note,) = [item for item in items_of("sipri-tiv", path) if isinstance(item, Note)]
    assert "in 1 years (2019–2019)" in note.text


def test_bad_rows_of_a_value_table(tmp_path: Path) -> None:
    path = table(
        tmp_path, "TIV of arms exports from Italy, 2019-2020", "Chile,x,5,12", "Peru,1", ",1,2,3", "Iran,1,2,3"
    )
    items = items_of("sipri-tiv", path)
    assert [item.line for item in items if isinstance(item, BadRow)] == [6, 7, 8]
    assert len(brief(items)) == 2


def test_no_value_table(tmp_path: Path) -> None:
    with pytest.raises(MalformedSource, match="TIV of arms exports"):
        items_of("sipri-tiv", written(tmp_path, "x.csv", "a,b\n1,2\n"))


VINTAGES = "year,supplier,tiv_m_vintage_2022-07-28,tiv_m_vintage_2024-03-01\n"


def test_vintages_stand_side_by_side_in_one_file(tmp_path: Path) -> None:
    path = written(tmp_path, "chile_imports_by_year.csv", VINTAGES + "2019,Italy,7,7.25\n2020,Italy,,3\n")
    items = items_of("tiv-by-supplier", path)
    assert brief(items) == [("ITA", "CHL", 2019, 7.0), ("ITA", "CHL", 2019, 7.25), ("ITA", "CHL", 2020, 3.0)]
    assert [item.provenance.vintage for item in items if isinstance(item, TivCell)] == [
        "2022-07-28",
        "2024-03-01",
        "2024-03-01",
    ]
    assert len({item.id for item in items if isinstance(item, TivCell)}) == 3


def test_the_recipient_stands_in_a_column_or_in_the_name(tmp_path: Path) -> None:
    rows = "year,supplier,recipient,tiv_vintage_2024\n2019,Italy,Peru,7\n2019,,Peru,7\nx,Italy,Peru,7\n"
    items = items_of("tiv-by-supplier", written(tmp_path, "any.csv", rows))
    assert brief(items) == [("ITA", "PER", 2019, 7.0)]
    assert [item.reason for item in items if isinstance(item, BadRow)] == ["no supplier", "year 'x' is no year"]
    with pytest.raises(MalformedSource, match="whose imports"):
        items_of("tiv-by-supplier", written(tmp_path, "some_imports.csv", VINTAGES + "2019,Italy,7,7\n"))
    with pytest.raises(MalformedSource, match="vintage"):
        items_of("tiv-by-supplier", written(tmp_path, "chile_imports.csv", "year,supplier,tiv\n2019,Italy,7\n"))
