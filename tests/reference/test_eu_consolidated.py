"""The layout is the publisher's version 1.1 as it is publicly described; the rows are invented."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dateline.errors import MalformedSource
from dateline.model.reference import ListedKind, SanctionDesignation
from list_cases import take, written

COLUMNS = (
    "fileGenerationDate",
    "Entity_LogicalId",
    "Entity_EU_ReferenceNumber",
    "Entity_DesignationDate",
    "Entity_Remark",
    "Entity_SubjectType_ClassificationCode",
    "Entity_Regulation_PublicationDate",
    "Entity_Regulation_Programme",
    "Entity_Regulation_PublicationUrl",
    "NameAlias_LastName",
    "NameAlias_FirstName",
    "NameAlias_WholeName",
    "NameAlias_Function",
    "NameAlias_Remark",
    "NameAlias_Regulation_PublicationDate",
    "NameAlias_Regulation_Programme",
    "Address_CountryIso2Code",
    "BirthDate_BirthDate",
    "BirthDate_Year",
    "Identification_Number",
    "Identification_TypeDescription",
    "Citizenship_CountryIso2Code",
)


def row(entity: str = "13", **cells: str) -> str:
    base = {
        "fileGenerationDate": "21/11/2024",
        "Entity_LogicalId": entity,
        "Entity_EU_ReferenceNumber": f"EU.{entity}.1",
        "Entity_SubjectType_ClassificationCode": "P",
        "Entity_Regulation_PublicationDate": "2021-03-22",
        "Entity_Regulation_Programme": "MMR",
    }
    return ";".join((base | cells).get(column, "") for column in COLUMNS)


def consolidated(folder: Path, *rows: str, end: str = "\r\n") -> Path:
    text = "\ufeff" + ";".join(COLUMNS) + "\r\n" + "".join(each + end for each in rows)
    return written(folder, "full.csv", text)


def name(whole: str, entity: str = "13", **cells: str) -> str:
    return row(entity, NameAlias_WholeName=whole, **cells)


def test_rows_of_one_entity_are_one_entry(tmp_path: Path) -> None:
    path = consolidated(
        tmp_path,
        name("Aung Example", NameAlias_Function="General", NameAlias_Regulation_PublicationDate="2023-02-20"),
        name("Aung Ejemplo", NameAlias_Remark="weak alias"),
        row(BirthDate_BirthDate="1960-01-02"),
        row(BirthDate_Year="1961"),
        row(Citizenship_CountryIso2Code="MM"),
        row(Identification_Number="A1", Identification_TypeDescription="National passport"),
        name("Example Holdings", "14", Entity_SubjectType_ClassificationCode="E", Address_CountryIso2Code="00"),
        row("14", Address_CountryIso2Code="SG"),
    )
    person, firm = take("eu-consolidated", path).of(SanctionDesignation)
    assert (person.name, person.aliases, person.weak_aliases) == ("Aung Example", ("Aung Ejemplo",), ("Aung Ejemplo",))
    assert (person.listed, person.amended) == (dt.date(2021, 3, 22), dt.date(2023, 2, 20))
    assert (person.countries, person.born) == (("MMR",), ("1960-01-02", "1961"))
    assert person.identifiers == ("National passport A1",)
    assert (person.key, person.authority, person.programmes, person.titles) == ("EU.13.1", "EU", ("MMR",), ("General",))
    assert (person.provenance.line, person.provenance.vintage) == (2, "2024-11-21")
    assert (firm.kind, firm.countries, firm.provenance.line) == (ListedKind.ORGANISATION, ("SGP",), 8)


def test_the_day_of_designation_counts_where_it_is_earlier(tmp_path: Path) -> None:
    path = consolidated(tmp_path, name("Aung Example", Entity_DesignationDate="2018-06-25"))
    (entry,) = take("eu-consolidated", path).of(SanctionDesignation)
    assert (entry.listed, entry.amended) == (dt.date(2018, 6, 25), dt.date(2021, 3, 22))


def test_several_acts_give_the_first_day_and_all_programmes(tmp_path: Path) -> None:
    path = consolidated(
        tmp_path,
        name("Example Bank"),
        row(Entity_Regulation_PublicationDate="2014-07-31", Entity_Regulation_Programme="UKR"),
    )
    (entry,) = take("eu-consolidated", path).of(SanctionDesignation)
    assert entry.listed == dt.date(2014, 7, 31)
    assert entry.programmes == ("MMR", "UKR")


def test_without_any_day_the_listing_stays_unknown(tmp_path: Path) -> None:
    path = consolidated(tmp_path, name("Example Bank", Entity_Regulation_PublicationDate=""))
    assert take("eu-consolidated", path).of(SanctionDesignation)[0].listed is None


def test_a_name_is_built_where_the_whole_name_is_missing(tmp_path: Path) -> None:
    path = consolidated(tmp_path, row(NameAlias_FirstName="Anna", NameAlias_LastName="Rossi"))
    assert take("eu-consolidated", path).of(SanctionDesignation)[0].name == "Anna Rossi"


def test_a_closing_semicolon_is_no_cell(tmp_path: Path) -> None:
    taken = take("eu-consolidated", consolidated(tmp_path, name("Example Bank"), end=";\r\n"))
    assert len(taken.of(SanctionDesignation)) == 1
    assert taken.bad == []


def test_bad_rows_do_not_part_an_entity(tmp_path: Path) -> None:
    path = consolidated(
        tmp_path, row("15"), name("Example Bank", "16"), "a;b", name("", ""), name("Exempel Bank", "16"), row("16")
    )
    taken = take("eu-consolidated", path)
    assert [(each.name, each.aliases) for each in taken.of(SanctionDesignation)] == [
        ("Example Bank", ("Exempel Bank",))
    ]
    assert sorted((line, reason.split()[-1]) for line, reason in taken.bad) == [
        (2, "name"),
        (4, "22"),
        (5, "Entity_LogicalId"),
    ]


def test_what_its_days_mean_is_said(tmp_path: Path) -> None:
    assert any("earliest act" in note for note in take("eu-consolidated", consolidated(tmp_path, name("X"))).notes)


def test_another_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(MalformedSource, match="no column"):
        take("eu-consolidated", written(tmp_path, "x.csv", "a;b\n1;2\n"))
    with pytest.raises(MalformedSource, match="empty"):
        take("eu-consolidated", written(tmp_path, "y.csv", ""))
