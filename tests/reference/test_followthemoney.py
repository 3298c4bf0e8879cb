from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest

from dateline.model.dates import DatePrecision
from dateline.model.reference import ListedKind, SanctionDesignation
from list_cases import take, written

FIRM = {
    "id": "os-1",
    "caption": "Example Arms",
    "schema": "Company",
    "referents": ["old-1"],
    "datasets": ["xx_list"],
    "first_seen": "2021-04-12T10:00:00",
    "last_seen": "2024-05-01T00:00:00",
    "properties": {
        "name": ["Example Arms", "Пример"],
        "weakAlias": ["EA"],
        "jurisdiction": ["ru"],
        "country": ["mm"],
        "innCode": ["77"],
    },
}


def sanction(**properties: object) -> dict[str, object]:
    listed = {key: value if isinstance(value, list) else [value] for key, value in properties.items()}
    return {"id": "s-1", "schema": "Sanction", "datasets": ["us_ofac_sdn"], "properties": {"entity": ["os-1"]} | listed}


def lines(folder: Path, *entities: object) -> Path:
    return written(folder, "entities.ftm.json", "".join(f"{json.dumps(each)}\n" for each in entities))


def only(path: Path) -> SanctionDesignation:
    (entry,) = take("opensanctions", path).of(SanctionDesignation)
    return entry


@pytest.mark.parametrize("turned", [False, True])
def test_a_sanction_finds_its_entity_before_and_after_it(tmp_path: Path, turned: bool) -> None:
    both = [FIRM, sanction(country="us", programId="US-X", listingDate="2022-03-02", reason="Arms.")]
    entry = only(lines(tmp_path, *(reversed(both) if turned else both)))
    assert (entry.name, entry.aliases, entry.weak_aliases) == ("Example Arms", ("Пример", "EA"), ("EA",))
    assert (entry.authority, entry.list_name, entry.programmes) == ("USA", "us_ofac_sdn", ("US-X",))
    assert (entry.listed, entry.countries, entry.kind) == (dt.date(2022, 3, 2), ("RUS",), ListedKind.ORGANISATION)
    assert entry.identifiers == ("INN 77",)
    assert (entry.first_seen, entry.last_seen) == (dt.date(2021, 4, 12), dt.date(2024, 5, 1))
    assert "Arms." in entry.remarks


def test_a_sanction_may_name_an_id_that_was_merged(tmp_path: Path) -> None:
    assert only(lines(tmp_path, sanction(entity="old-1", country="us"), FIRM)).name == "Example Arms"


def test_sanctions_within_their_entity(tmp_path: Path) -> None:
    nested = FIRM | {"properties": FIRM["properties"] | {"sanctions": [sanction(authority="United Nations (UN)")]}}
    entry = only(lines(tmp_path, nested))
    assert (entry.authority, entry.key) == ("UN", "os-1/s-1")


@pytest.mark.parametrize(
    ("printed", "precision", "latest"),
    [("2021-06", DatePrecision.MONTH, dt.date(2021, 6, 30)), ("2021", DatePrecision.YEAR, dt.date(2021, 12, 31))],
)
def test_a_month_is_not_its_first_day(tmp_path: Path, printed: str, precision: DatePrecision, latest: dt.date) -> None:
    entry = only(lines(tmp_path, FIRM, sanction(startDate=printed)))
    assert entry.listed is None
    assert entry.listed_in is not None
    assert (entry.listed_in.precision, entry.listed_in.latest) == (precision, latest)


def test_an_exact_day_within_a_year_counts_and_a_year_before_it_too(tmp_path: Path) -> None:
    assert only(lines(tmp_path, FIRM, sanction(listingDate=["2021", "2021-06-03"]))).listed == dt.date(2021, 6, 3)
    earlier = only(lines(tmp_path, FIRM, sanction(listingDate=["2019", "2021-06-03"])))
    assert earlier.listed is None
    assert earlier.listed_in is not None
    assert earlier.listed_in.latest == dt.date(2019, 12, 31)


def test_words_that_are_no_date_stay_in_the_remarks(tmp_path: Path) -> None:
    entry = only(lines(tmp_path, FIRM, sanction(listingDate="in spring", endDate="2023-02-01")))
    assert (entry.listed, entry.listed_in, entry.delisted) == (None, None, dt.date(2023, 2, 1))
    assert "in spring" in entry.remarks


def test_unknown_countries_stay_words(tmp_path: Path) -> None:
    firm = FIRM | {"properties": {"name": ["X"], "country": ["suhh", "Freedonia"]}}
    assert only(lines(tmp_path, firm, sanction())).countries == ("suhh", "Freedonia")


def test_one_entry_per_sanction(tmp_path: Path) -> None:
    taken = take("opensanctions", lines(tmp_path, FIRM, sanction(country="us"), sanction(country="eu") | {"id": "s-2"}))
    assert [entry.authority for entry in taken.of(SanctionDesignation)] == ["USA", "EU"]


def test_who_is_on_no_list_is_counted(tmp_path: Path) -> None:
    taken = take("opensanctions", lines(tmp_path, FIRM, sanction(entity="nobody") | {"id": "s-9"}))
    assert taken.of(SanctionDesignation) == []
    assert any("1 entities are on no list" in note for note in taken.notes)
    assert any("1 sanctions name an entity that is not in this file" in note for note in taken.notes)


def test_bad_lines_come_once(tmp_path: Path) -> None:
    text = "\ufeff" + json.dumps(FIRM) + "\n{broken\n[1]\n\n" + json.dumps({"id": "x"}) + "\n"
    taken = take("opensanctions", written(tmp_path, "x.json", text))
    assert [line for line, _ in taken.bad] == [2, 3, 5]


def test_deep_nesting_is_a_bad_line(tmp_path: Path) -> None:
    taken = take("opensanctions", written(tmp_path, "x.json", "[" * 200_000 + "\n"))
    assert len(taken.bad) == 1
