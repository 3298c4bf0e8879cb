from __future__ import annotations

from pathlib import Path

import pytest

from dateline.errors import MalformedSource
from dateline.model.dates import DatePrecision
from dateline.model.reference import OfficeTerm
from list_cases import shared, take, written

HEAD = "countryid,country,position,positionLabel,officeholder,officeholderLabel,start_year,end_year\n"


def table(folder: Path, *rows: str) -> Path:
    return written(folder, "heads.csv", HEAD + "".join(f"{row}\n" for row in rows))


def test_a_year_stays_a_year(tmp_path: Path) -> None:
    path = table(tmp_path, "Q1,Italy,Q2,President of Italy,Q3,Anna Rossi,2015,2022")
    (term,) = take("office-holders", path).of(OfficeTerm)
    assert (term.holder, term.office, term.country) == ("Anna Rossi", "President of Italy", "ITA")
    assert term.start is not None
    assert term.end is not None
    assert (term.start.precision, term.start.days) == (DatePrecision.YEAR, 365)
    assert str(term.end) == "2022-01-01/2022-12-31"


def test_an_open_end_and_two_terms_of_one_person(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "Q1,Italy,Q2,President of Italy,Q3,Anna Rossi,2015,2018",
        "Q1,Italy,Q2,President of Italy,Q3,Anna Rossi,2020,",
    )
    first, second = take("office-holders", path).of(OfficeTerm)
    assert first.id != second.id
    assert second.end is None


def test_a_country_without_code_is_kept_in_words(tmp_path: Path) -> None:
    (term,) = take("office-holders", table(tmp_path, "Q1,Freedonia,Q2,Leader,Q3,Rufus T.,2015,")).of(OfficeTerm)
    assert term.country is None
    assert "Freedonia" in term.note


def test_an_id_in_place_of_a_name_is_noted(tmp_path: Path) -> None:
    (term,) = take("office-holders", table(tmp_path, "Q1,Italy,Q2,President,Q3,Q3,2015,")).of(OfficeTerm)
    assert "no name" in term.note


def test_bad_rows(tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "Q1,Italy,Q2,President,Q3,,2015,",
        "Q1,Italy,Q2,President,Q3,Anna,long ago,",
        "Q1,Italy,Q2,President,Q3,Anna,2015,2014",
        "Q1,Italy",
    )
    taken = take("office-holders", path)
    assert [line for line, _ in taken.bad] == [2, 3, 4, 5]
    with pytest.raises(MalformedSource):
        take("office-holders", written(tmp_path, "x.csv", "a,b\n"))


@pytest.mark.needs_shared
def test_the_heads_of_2021() -> None:
    taken = take("office-holders", shared("heads_2021_wikidata.csv"))
    terms = taken.of(OfficeTerm)
    assert len(terms) == 424
    assert taken.bad == []
    assert all(term.start is None or term.start.precision is DatePrecision.YEAR for term in terms)
    assert {term.note for term in terms if term.country is None} == {
        f"country as printed: {land}"
        for land in (
            "Republic of Abkhazia",
            "Republic of Artsakh",
            "Republika Srpska",
            "Somaliland",
            "South Ossetia",
            "Transnistria",
            "Turkish Republic of Northern Cyprus",
        )
    }
