from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import MalformedSource
from dateline.model.reference import ListedKind, SanctionDesignation
from list_cases import shared, take, written

NONE = "-0- "


def sdn(folder: Path, *rows: str, head: str = "", encoding: str = "utf-8") -> Path:
    return written(folder, "sdn.csv", (head + "".join(row + "\r\n" for row in rows) + "\x1a\r\n").encode(encoding))


def row(number: object, name: str, kind: str = NONE, programmes: str = "ALPHA", *rest: str) -> str:
    cells = [str(number), f'"{name}"', kind, programmes, *rest]
    return ",".join([*cells, *[NONE] * (12 - len(cells))])


def test_the_publishers_form_without_head(tmp_path: Path) -> None:
    remarks = (
        "\"DOB 01 Feb 1970; alt. DOB 1971; nationality Burma; Gender Male; a.k.a. 'KO, Ko'; Passport A1 (Burma).\""
    )
    path = sdn(
        tmp_path,
        row(7, "KYAW, Maung Maung", "individual", "ALPHA-EO1] [BETA", *["Colonel; Chief"], *[NONE] * 6, remarks),
    )
    taken = take("ofac-sdn", path)
    (entry,) = taken.of(SanctionDesignation)
    assert taken.bad == []
    assert entry.name == "Maung Maung KYAW"
    assert entry.kind is ListedKind.PERSON
    assert entry.programmes == ("ALPHA-EO1", "BETA")
    assert entry.countries == ("MMR",)
    assert entry.titles == ("Colonel", "Chief")
    assert entry.born == ("01 Feb 1970", "1971")
    assert entry.aliases == entry.weak_aliases == ("Ko KO",)
    assert entry.identifiers == ("Passport A1 (Burma)",)
    assert entry.listed is None


def test_a_head_is_passed_over(tmp_path: Path) -> None:
    path = sdn(tmp_path, row(1, "ACME"), head="ID,Name,Type,Country,Title,F,G,H,I,J,K,Details\r\n")
    (entry,) = take("ofac-sdn", path).of(SanctionDesignation)
    assert (entry.key, entry.kind, entry.provenance.line) == ("1", ListedKind.ORGANISATION, 2)


def test_a_listing_date_of_a_directive_is_no_day_of_listing(tmp_path: Path) -> None:
    remarks = '"Listing Date (EO 1 Directive 2): 24 Feb 2022; Tax ID No. 5 (Russia)."'
    (entry,) = take("ofac-sdn", sdn(tmp_path, row(1, "ACME", NONE, "ALPHA", *[NONE] * 7, remarks))).of(
        SanctionDesignation
    )
    assert entry.listed is None
    assert "24 Feb 2022" in entry.remarks


def test_a_vessel_has_its_flag_and_numbers(tmp_path: Path) -> None:
    ship = row(1, "SEA STAR", "vessel", "ALPHA", NONE, "3ABC", "Tanker", NONE, '"8,831"', "Panama", "ACME")
    remarks = "Vessel Registration Identification IMO 1234567."
    path = sdn(tmp_path, ship.removesuffix(NONE) + remarks)
    (entry,) = take("ofac-sdn", path).of(SanctionDesignation)
    assert entry.countries == ("PAN",)
    assert "call sign 3ABC" in entry.identifiers
    assert any("IMO 1234567" in each for each in entry.identifiers)


def test_no_flag_is_no_country(tmp_path: Path) -> None:
    ship = row(1, "SEA STAR", "vessel", "ALPHA", NONE, NONE, NONE, NONE, NONE, "None Identified")
    assert take("ofac-sdn", sdn(tmp_path, ship)).of(SanctionDesignation)[0].countries == ()


def test_old_bytes_are_read_and_noted(tmp_path: Path) -> None:
    taken = take("ofac-sdn", sdn(tmp_path, row(1, "PEÑA, José", "individual"), encoding="cp1252"))
    assert taken.of(SanctionDesignation)[0].name == "José PEÑA"
    assert any("Windows-1252" in note for note in taken.notes)


def test_bad_rows_and_rows_that_stand_twice(tmp_path: Path) -> None:
    taken = take(
        "ofac-sdn", sdn(tmp_path, row(1, "ACME"), "2,short", row("x", "NOBODY"), row(1, "ACME"), row(1, "ACNE"))
    )
    assert [line for line, _ in taken.bad] == [2, 3]
    assert [entry.name for entry in taken.of(SanctionDesignation)] == ["ACME", "ACNE"]
    assert any("again" in note for note in taken.notes)


def test_that_the_list_has_no_dates_is_said(tmp_path: Path) -> None:
    assert any("no day of listing" in note for note in take("ofac-sdn", sdn(tmp_path, row(1, "ACME"))).notes)


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedSource, match="2 cells"):
        take("ofac-sdn", written(tmp_path, "x.csv", "a,b\n"))


@pytest.mark.needs_shared
def test_the_extract() -> None:
    taken = take("ofac-sdn", shared("ofac_sdn_extract.csv"))
    entries = taken.of(SanctionDesignation)
    assert len(entries) == 592
    assert taken.bad == []
    assert sum(entry.kind is ListedKind.PERSON for entry in entries) == 269
    assert sum("BURMA-EO14014" in entry.programmes for entry in entries) == 87
    assert sum(len(entry.programmes) for entry in entries) == 771
    assert not [each for entry in entries for each in entry.programmes if "[" in each or "]" in each]
    assert not [each for entry in entries for each in entry.countries if len(each) != 3]
