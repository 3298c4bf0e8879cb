from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline.model.reference import ListedKind
from dateline.query.reference import ReferenceReader
from dateline.query.sanction_editions import ListedStatus
from dateline.query.sanctions import sanctions_on
from dateline.store.opening import open_store
from listing_cases import listing, picture

DAY = dt.date(2021, 6, 22)
LIST = picture("2025-04-20")
PERSON = ListedKind.PERSON


@pytest.fixture
def records(tmp_path: Path) -> Iterator[ReferenceReader]:
    with open_store(tmp_path / "a.db") as store:
        entries = [
            listing(LIST, "Min Aung HLAING", "1", kind=PERSON, countries=("MMR",), listed="2019-12-10"),
            listing(LIST, "Sergei Kuzhugetovich SHOIGU", "2", kind=PERSON, countries=("RUS",), listed="2022-02-22"),
            listing(LIST, "EXAMPLE TRADING LLC", "3", listed="2022-03-01"),
            listing(LIST, "S A DE C V", "4"),
        ]
        store.add_edition(LIST, "f.csv", entries)
        yield store.reference


@pytest.mark.parametrize("who", ["Min Aung Hlaing", "person/min-aung-hlaing", "Senior General Min Aung Hlaing"])
def test_a_known_person_by_name_id_and_title(records: ReferenceReader, who: str) -> None:
    found = sanctions_on(records, who, DAY)
    assert found.entity == "person/min-aung-hlaing"
    assert found.status.status is ListedStatus.LISTED
    assert [match.designation.key for match in found.taken] == ["1"]
    assert found.untold == ()


def test_the_status_of_a_past_day_differs_from_a_later_one(records: ReferenceReader) -> None:
    assert sanctions_on(records, "Example Trading", DAY).status.status is ListedStatus.LATER
    assert sanctions_on(records, "Example Trading", dt.date(2023, 1, 1)).status.status is ListedStatus.LISTED


def test_a_patronymic_more_is_left_to_people(records: ReferenceReader) -> None:
    found = sanctions_on(records, "Sergei Shoigu", DAY)
    assert found.taken == ()
    assert [match.designation.key for match in found.review] == ["2"]
    assert found.status.status is ListedStatus.ABSENT
    assert "1 listing may be of the same party" in found.untold[-1]


def test_letters_of_an_abbreviation_find_nothing(records: ReferenceReader) -> None:
    found = sanctions_on(records, "State Administration Council", DAY)
    assert (found.taken, found.review) == ((), ())
    assert "S.A.C." not in found.names


def test_a_party_that_nobody_knows_is_asked_by_its_words(records: ReferenceReader) -> None:
    found = sanctions_on(records, "Nobody In Particular", DAY)
    assert (found.entity, found.names) == (None, ("Nobody In Particular",))
    assert "delisted before it is not seen" in found.untold[0]
