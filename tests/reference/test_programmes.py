from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dateline.model.reference import Programme
from list_cases import shared, take, written

ONE = """id: 1
title: Sanctions on Myanmar
key: EU-MMR
url: https://example.org/mmr
summary: >
  Some
  words.
issuer: eu_council
aliases:
- Regulation 1
target_territories:
- mm
measures:
- Arms embargo
- Asset freeze
"""


def test_a_programme(tmp_path: Path) -> None:
    (found,) = take("sanction-programmes", written(tmp_path, "one.yml", ONE)).of(Programme)
    assert (found.key, found.authority, found.target_countries) == ("EU-MMR", "EU", ("MMR",))
    assert found.measures == ("arms embargo", "asset freeze")
    assert found.arms_embargo
    assert found.coverage == "Some words."
    assert found.legal_basis == ("Regulation 1",)


def test_a_first_day_that_is_public_is_added_with_its_source(tmp_path: Path) -> None:
    known, unknown = take(
        "sanction-programmes", written(tmp_path, "two.yml", ONE + "---\n" + ONE.replace("EU-MMR", "EU-XXX"))
    ).of(Programme)
    assert known.start == dt.date(1991, 7, 29)
    assert "1991" in known.note
    assert (unknown.start, unknown.end) == (None, None)
    assert "not known" in unknown.note
    assert unknown.provenance.line > known.provenance.line


def test_days_of_the_file_itself_come_first(tmp_path: Path) -> None:
    path = written(tmp_path, "one.yml", ONE + "start_date: 2001-02-03\nend_date: 2002-03-04\n")
    (found,) = take("sanction-programmes", path).of(Programme)
    assert (found.start, found.end) == (dt.date(2001, 2, 3), dt.date(2002, 3, 4))


def test_norway_is_no_falsehood_and_nowhere_is_nothing(tmp_path: Path) -> None:
    path = written(tmp_path, "one.yml", ONE.replace("- mm", "- no\n- zz").replace("on Myanmar", "of some"))
    assert take("sanction-programmes", path).of(Programme)[0].target_countries == ("NOR",)


def test_a_title_that_names_another_state_is_doubted(tmp_path: Path) -> None:
    taken = take("sanction-programmes", written(tmp_path, "one.yml", ONE.replace("- mm", "- kh")))
    assert taken.of(Programme)[0].target_countries == ("KHM",)
    assert any("MMR" in note and "KHM" in note for note in taken.notes)


def test_a_folder_is_read_in_order(tmp_path: Path) -> None:
    written(tmp_path, "b.yml", ONE)
    written(tmp_path, "a.yaml", ONE.replace("EU-MMR", "EU-AAA"))
    written(tmp_path, "notes.txt", "no programme")
    assert [each.key for each in take("sanction-programmes", tmp_path).of(Programme)] == ["EU-AAA", "EU-MMR"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: &x [1]\nb: [*x, *x]\n", "alias"),
        ("a: [1\n", "no YAML"),
        ("- 1\n", "no mapping"),
        ("title: X\n", "no key"),
        ("key: !!python/object/apply:os.system [echo]\n", "no YAML"),
    ],
)
def test_what_is_no_programme_is_a_bad_row(tmp_path: Path, text: str, reason: str) -> None:
    taken = take("sanction-programmes", written(tmp_path, "one.yml", text))
    assert taken.of(Programme) == []
    ((_, said),) = taken.bad
    assert reason in said


@pytest.mark.needs_shared
def test_the_published_programmes() -> None:
    taken = take("sanction-programmes", shared("programmes"))
    found = {each.key: each for each in taken.of(Programme)}
    assert len(found) == 48
    assert taken.bad == []
    assert {each.authority for each in found.values()} == {"UN", "EU", "AUS", "GBR", "CHE"}
    assert sum(each.arms_embargo for each in found.values()) == 43
    assert [key for key, each in found.items() if "the title names" in each.note] == ["UN-SC1533"]
    assert {key for key, each in found.items() if "MMR" in each.target_countries} == {"AU-MYANMAR", "EU-MMR", "GB-MMR"}
