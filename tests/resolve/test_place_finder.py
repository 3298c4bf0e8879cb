"""Which words of a text name places."""

from __future__ import annotations

import pytest

from dateline.model import Annotations, Evidence, Name, NameKind
from dateline.resolve.place_finder import find_places


def found(text: str, annotations: Annotations | None = None) -> list[str]:
    names = find_places(text, annotations)
    for name in names:
        name.check(text)
    return [name.text for name in names]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Rockets fell on Kharkiv and Sumy overnight.", ["Kharkiv", "Sumy"]),
        ("The talks in Geneva, Switzerland, failed.", ["Geneva", "Switzerland"]),
        ("Troops moved into Bakhmut, in the Donetsk region of Ukraine.", ["Bakhmut", "Donetsk", "Ukraine"]),
        ("A convoy left Port-au-Prince for Cap-Haïtien.", ["Port-au-Prince", "Cap-Haïtien"]),
        ("Fighters seized Ras al-Ain and Tal Abyad.", ["Ras al-Ain", "Tal Abyad"]),
        ("Iran's navy sailed through the Strait of Hormuz.", ["Iran", "Strait of Hormuz"]),
        ("Officials in Washington, D.C., declined to comment.", ["Washington", "D.C."]),
        ("A jury in Tyler, Texas, convicted him.", ["Tyler", "Texas"]),
        ("She moved to Reading, Pa., and then to Mobile, Ala.", ["Reading", "Pa.", "Mobile", "Ala."]),
        ("The Hague hosts the court.", ["The Hague"]),
        ("The Nairobi-based group denied it.", ["Nairobi"]),
        ("An Australia-wide ban followed.", ["Australia"]),
        ("A New Jersey woman sued the Texas Department of Health.", ["New Jersey", "Texas"]),
        ("Police closed Seoul City Hall.", ["Seoul"]),
        ("CAIRO (AP) — The cabinet resigned.", ["CAIRO"]),
        ("He flew from St. Louis to Fort Worth.", ["St. Louis", "Fort Worth"]),
        ("Clashes broke out in Nice and in Bath.", ["Nice", "Bath"]),
        ("Aid reached the villages of Kutum, Tawila and Mellit.", ["Kutum", "Tawila", "Mellit"]),
        ("The Lamar County sheriff spoke in Honey Grove.", ["Lamar County", "Honey Grove"]),
        ("Birmingham City Council met.", ["Birmingham"]),
        ("Kansas City Mayor Jane Roe spoke.", ["Kansas City"]),
        ("Laos and the Philippines signed.", ["Laos", "Philippines"]),
        ("Patrols watched the Chad-Sudan border.", ["Chad", "Sudan"]),
    ],
)
def test_places_are_found(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Paris Hilton smiled.",
        "Chad Smith plays the drums.",
        "The Washington Post reported it.",
        "The New York Times and the Boston Globe wrote.",
        "Iranian and Iraqi officials met.",
        "Mr. Jordan agreed.",
        "President Lincoln spoke.",
        "Sheriff Austin resigned.",
        "The Bank of England raised rates.",
        "The Times of India said so.",
        "They cheered the Dallas Cowboys.",
        "In March and May the Police and the Union met.",
        "Kenya Airways cancelled flights.",
        "Prices rose by US$5.",
        "Cases of West Nile virus rose.",
        "Most of us will go there Monday.",
        "A US-led raid failed.",
        "He studied at the University of Edinburgh.",
        "Georgia O'Keeffe painted flowers.",
        "Pupils of Kennedy Elementary School sang.",
    ],
)
def test_other_names_are_no_places(text: str) -> None:
    assert found(text) == []


def test_a_surname_that_is_a_place_stays_a_person_in_the_whole_text() -> None:
    assert found("Michael Jordan opened a shop. Jordan said he was glad.") == []
    assert found("Jordan said it would close its border.") == ["Jordan"]


def test_a_preposition_makes_even_a_surname_a_place() -> None:
    assert found("Ann Jackson lives in Jackson, Mississippi.") == ["Jackson", "Mississippi"]


def test_a_rare_name_counts_once_the_text_says_it_is_a_place() -> None:
    assert found("Sotk is quiet. Shelling was heard in Goris and Sotk.") == ["Sotk", "Goris", "Sotk"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The village of Blorvania was burned. Blorvania lies in Kenya.", ["Blorvania", "Blorvania", "Kenya"]),
        ("Flooding hit the Blorvania district of Nairobi.", ["Blorvania", "Nairobi"]),
        ("A school in Blorvania, Zambia, reopened.", ["Blorvania", "Zambia"]),
    ],
)
def test_places_that_no_gazetteer_knows(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_persons_seen_by_an_annotator_are_left_out() -> None:
    text = "Aspen Goris praised the deal."
    person = Name(evidence=Evidence.of(text, 0, 11), kind=NameKind.PERSON)
    seen = Annotations(document_id="d", annotator="test", tokens=(), sentences=(), names=(person,))
    assert found(text, seen) == []


def test_an_empty_text_has_no_places() -> None:
    assert find_places("") == ()
    assert find_places("...") == ()
