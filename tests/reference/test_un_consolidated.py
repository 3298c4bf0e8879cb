from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from dateline.model.reference import ListedKind, SanctionDesignation
from list_cases import shared, take, written

HEAD = """<?xml version='1.0' encoding='UTF-8'?>
<CONSOLIDATED_LIST dateGenerated='2024-03-02T23:00:04.625Z'>
<INDIVIDUALS>"""
PERSON = """<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>ANNA</FIRST_NAME><SECOND_NAME>MARIA</SECOND_NAME>
<THIRD_NAME>ROSSI</THIRD_NAME>
<UN_LIST_TYPE>Test</UN_LIST_TYPE><REFERENCE_NUMBER>TEi.001</REFERENCE_NUMBER><LISTED_ON>2015-03-27-04:00</LISTED_ON>
<NAME_ORIGINAL_SCRIPT>Анна</NAME_ORIGINAL_SCRIPT><COMMENTS1>Some
reason.</COMMENTS1><DESIGNATION><VALUE>Chief</VALUE></DESIGNATION><NATIONALITY><VALUE>Italy</VALUE></NATIONALITY>
<LAST_DAY_UPDATED><VALUE>2018-07-09</VALUE><VALUE>2022-07-26</VALUE><VALUE/></LAST_DAY_UPDATED>
<INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Annie Rossi</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>The Fox</ALIAS_NAME></INDIVIDUAL_ALIAS>
<INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
<INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1960</FROM_YEAR>
<TO_YEAR>1962</TO_YEAR></INDIVIDUAL_DATE_OF_BIRTH>
<INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER>X1</NUMBER>
<ISSUING_COUNTRY>Italy</ISSUING_COUNTRY></INDIVIDUAL_DOCUMENT>
<INDIVIDUAL_DOCUMENT/></INDIVIDUAL>
"""
ENTITY = """<ENTITY><DATAID>2</DATAID><FIRST_NAME>ACME BANK</FIRST_NAME><UN_LIST_TYPE>Test</UN_LIST_TYPE>
<REFERENCE_NUMBER>TEe.001</REFERENCE_NUMBER><LISTED_ON>{listed}</LISTED_ON>
<ENTITY_ALIAS><QUALITY>a.k.a.</QUALITY><ALIAS_NAME>ACME</ALIAS_NAME></ENTITY_ALIAS>
<ENTITY_ADDRESS><COUNTRY>Democratic People's Republic of Korea</COUNTRY></ENTITY_ADDRESS>
<ENTITY_ADDRESS><COUNTRY>Freedonia</COUNTRY></ENTITY_ADDRESS></ENTITY>
"""


def consolidated(folder: Path, *entries: str, end: str = "</INDIVIDUALS></CONSOLIDATED_LIST>") -> Path:
    return written(folder, "list.xml", HEAD + "".join(entries) + end)


def test_a_person(tmp_path: Path) -> None:
    (entry,) = take("un-consolidated", consolidated(tmp_path, PERSON)).of(SanctionDesignation)
    assert entry.name == "ANNA MARIA ROSSI"
    assert entry.aliases == ("Анна", "Annie Rossi", "The Fox")
    assert entry.weak_aliases == ("The Fox",)
    assert (entry.listed, entry.amended) == (dt.date(2015, 3, 27), dt.date(2022, 7, 26))
    assert (entry.countries, entry.born, entry.titles) == (("ITA",), ("1960–1962",), ("Chief",))
    assert entry.identifiers == ("Passport X1 (Italy)",)
    assert entry.remarks == "Some reason."
    assert (entry.authority, entry.provenance.vintage) == ("UN", "2024-03-02")


def test_a_body_keeps_unknown_countries_as_words(tmp_path: Path) -> None:
    (entry,) = take("un-consolidated", consolidated(tmp_path, ENTITY.format(listed="2011-02-03"))).of(
        SanctionDesignation
    )
    assert entry.kind is ListedKind.ORGANISATION
    assert entry.countries == ("PRK", "Freedonia")


@pytest.mark.parametrize(("printed", "first", "last"), [("2011-02", (2, 1), (2, 28)), ("2011", (1, 1), (12, 31))])
def test_a_month_or_year_is_not_its_first_day(
    tmp_path: Path, printed: str, first: tuple[int, int], last: tuple[int, int]
) -> None:
    (entry,) = take("un-consolidated", consolidated(tmp_path, ENTITY.format(listed=printed))).of(SanctionDesignation)
    assert entry.listed is None
    assert entry.listed_in is not None
    assert entry.listed_in.earliest == dt.date(2011, *first)
    assert entry.listed_in.latest == dt.date(2011, *last)


def test_an_entry_that_stands_twice_counts_once(tmp_path: Path) -> None:
    other = PERSON.replace("ROSSI", "BIANCHI")
    taken = take("un-consolidated", consolidated(tmp_path, PERSON, PERSON, other))
    assert [entry.name for entry in taken.of(SanctionDesignation)] == ["ANNA MARIA ROSSI", "ANNA MARIA BIANCHI"]
    assert any("counts once" in note for note in taken.notes)


def test_a_file_that_breaks_off_keeps_what_stood_before(tmp_path: Path) -> None:
    taken = take("un-consolidated", consolidated(tmp_path, PERSON, "<INDIVIDUAL><FIRST_NAME>BO", end=""))
    assert len(taken.of(SanctionDesignation)) == 1
    ((_, reason),) = taken.bad
    assert "breaks off" in reason


@pytest.mark.needs_shared
def test_the_extract() -> None:
    taken = take("un-consolidated", shared("un_consolidated_extract.xml"))
    entries = taken.of(SanctionDesignation)
    assert len(entries) == 78  # eighty, of which two stand there twice
    assert sum("counts once" in note for note in taken.notes) == 2
    assert taken.bad == []
    assert all(entry.listed for entry in entries)
    assert sum(entry.kind is ListedKind.PERSON for entry in entries) == 49
    assert {entry.provenance.vintage for entry in entries} == {"2025-04-19"}
    assert sum(len(entry.weak_aliases) for entry in entries) == 10
