"""Place words resolve to places with their precision and reasons."""

from __future__ import annotations

import pytest

from dateline.model import Annotations, Document, Evidence, Place, PlacePrecision, Where
from dateline.resolve.geodesy import distance_km
from dateline.resolve.places import PlaceResolver, Resolved, find_places, resolve_all


def _span(text: str, words: str) -> Evidence:
    start = text.index(words)
    return Evidence.of(text, start, start + len(words))


def _resolve(text: str, words: str, **context: object) -> Resolved:
    return resolve_all(text, [_span(text, words)], **context)[0]  # type: ignore[arg-type]


def _place(text: str, words: str, **context: object) -> Place:
    place = _resolve(text, words, **context).place
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("text", "words", "country", "near"),
    [
        ("A fire broke out in Paris, Texas, on Sunday.", "Paris", "USA", (33.66, -95.56)),
        ("A fire broke out in Paris on Sunday.", "Paris", "FRA", (48.86, 2.35)),
        ("LEBANON, Pa. — A judge retired.", "LEBANON", "USA", (40.34, -76.41)),
        ("Lebanon and Syria closed their border.", "Lebanon", "LBN", (33.83, 35.83)),
        ("He was seen in Mosul in northern Iraq.", "Mosul", "IRQ", (36.34, 43.12)),
        ("Syria's second city of Aleppo was calm.", "Aleppo", "SYR", (36.2, 37.16)),
        ("In Manchester, N.H., voters queued.", "Manchester", "USA", (43.0, -71.46)),
        ("Voters in Manchester and Leeds chose Labour; London swung too.", "Manchester", "GBR", (53.48, -2.24)),
        ("Police in London, Ontario, said the Kitchener man fled.", "London", "CAN", (42.98, -81.23)),
        ("Police searched homes in Windsor, Kitchener and Hamilton, Ontario.", "Windsor", "CAN", (42.3, -83.02)),
        (
            "The mayor of Springfield spoke to reporters from Peoria and Champaign.",
            "Springfield",
            "USA",
            (39.8, -89.64),
        ),
        ("In Cartago and Limon, Costa Rica, roads were blocked.", "Limon", "CRI", (9.99, -83.04)),
        (
            "Deputies from Washington County drove to Hagerstown and Frederick, Maryland.",
            "Washington County",
            "USA",
            (39.64, -77.72),
        ),
        ("Flights to Tripoli resumed, Lebanon's transport minister said in Beirut.", "Tripoli", "LBN", (34.43, 35.84)),
        ("Flights to Tripoli resumed as Libya calmed.", "Tripoli", "LBY", (32.88, 13.19)),
        ("Valencia and Maracay in Venezuela had no power.", "Valencia", "VEN", (10.16, -68.0)),
        ("The Santiago court in Chile ruled.", "Santiago", "CHL", (-33.46, -70.65)),
        ("Hyderabad in Pakistan flooded; Karachi and Sukkur did too.", "Hyderabad", "PAK", (25.4, 68.37)),
        ("Birmingham, Montgomery and Huntsville are in Alabama.", "Birmingham", "USA", (33.52, -86.8)),
        ("Ships left the Sea of Azov for Kerch.", "Sea of Azov", None, (46.0, 37.0)),
    ],
)
def test_names_are_read_in_their_context(text: str, words: str, country: str | None, near: tuple[float, float]) -> None:
    place = _place(text, words)
    assert place.country == country
    assert place.lat is not None
    assert place.lon is not None
    assert distance_km(place.lat, place.lon, *near) < 40


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Georgia, Alabama and Florida opened polls.", "USA"),
        ("Georgia accused Russia of shelling villages near Tbilisi.", "GEO"),
        ("Gov. Roe of Georgia signed the bill in Atlanta.", "USA"),
        ("Georgia and Armenia share a border.", "GEO"),
        ("A plant in Savannah, Georgia, closed.", "USA"),
    ],
)
def test_georgia_is_a_state_or_a_country(text: str, country: str) -> None:
    assert _place(text, "Georgia").country == country


@pytest.mark.parametrize(
    ("text", "words", "precision"),
    [
        ("He lives in Gori.", "Gori", PlacePrecision.CITY),
        ("He lives in Kakheti.", "Kakheti", PlacePrecision.REGION),
        ("He lives in Chad.", "Chad", PlacePrecision.COUNTRY),
        ("Ships crossed the Red Sea.", "Red Sea", PlacePrecision.SEA),
        ("Boats crossed Lake Chad.", "Lake Chad", PlacePrecision.REGION),
        ("Jets took off from Hmeimim.", "Hmeimim", PlacePrecision.FACILITY),
        ("Shells hit Hodeidah.", "Hodeidah", PlacePrecision.CITY),
        ("He camped near Gori.", "near Gori", PlacePrecision.NEAR),
        ("Ships sank off the coast of Yemen.", "off the coast of Yemen", PlacePrecision.NEAR),
        ("They met on the border between Chad and Sudan.", "the border between Chad and Sudan", PlacePrecision.NEAR),
        ("Fires spread across northern Chad.", "northern Chad", PlacePrecision.REGION),
        ("A plane landed at Tabriz airport.", "Tabriz airport", PlacePrecision.FACILITY),
        ("They met in the northern city of Tabriz.", "the northern city of Tabriz", PlacePrecision.CITY),
    ],
)
def test_precision(text: str, words: str, precision: PlacePrecision) -> None:
    assert _place(text, words).precision is precision


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Chad's army held the capital.", "the capital", "N'Djamena"),
        ("Talks opened in the Belarusian capital.", "the Belarusian capital", "Minsk"),
        ("Talks opened in Uganda's capital.", "Uganda's capital", "Kampala"),
        ("Rebels took Bangui and looted the city.", "the city", "Bangui"),
        ("Troops left Niger after unrest in the country.", "the country", "Niger"),
    ],
)
def test_phrases_point_to_places(text: str, words: str, name: str) -> None:
    assert _place(text, words).name == name


def test_a_border_lies_between_two_places() -> None:
    place = _place("They met on the border between Chad and Sudan.", "the border between Chad and Sudan")
    assert (place.name, place.country) == ("border between Chad and Sudan", "TCD")
    assert place.lon == pytest.approx(25, abs=1)


def test_actors_and_publisher_tip_the_balance() -> None:
    text = "The council in Cambridge met."
    assert _place(text, "Cambridge", publisher_country="GBR").country == "GBR"
    assert _place(text, "Cambridge", countries_in_context=["USA"]).country == "USA"


@pytest.mark.parametrize(
    ("word", "country"),
    [
        ("Crimea", "UKR"),
        ("Gaza", "PSE"),
        ("Golan Heights", "SYR"),
        ("Taiwan", "TWN"),
        ("Hong Kong", "HKG"),
        ("Kosovo", "XKX"),
        ("Abkhazia", "GEO"),
        ("Western Sahara", "ESH"),
        ("Scarborough Shoal", None),
        ("Jerusalem", "ISR"),
        ("East Jerusalem", "PSE"),
        ("Soviet Union", "RUS"),
    ],
)
def test_disputed_areas_follow_the_policy(word: str, country: str | None) -> None:
    assert _place(f"It happened in {word} that day.", word).country == country


def test_unknown_names_lie_where_the_text_says() -> None:
    text = "A school in Blorvania, Zambia, reopened."
    resolved = _resolve(text, "Blorvania")
    assert resolved.place is not None
    assert (resolved.place.name, resolved.place.country) == ("Blorvania", "ZMB")
    assert resolved.place.precision is PlacePrecision.NEAR
    assert "not in the gazetteer" in resolved.because[0].reason


def test_unknown_names_stand_by_the_nearest_place() -> None:
    place = _place("From Kananga the team drove to Blorvania in Congo.", "Blorvania")
    assert place.country == "COD"
    assert place.lat == pytest.approx(-5.9, abs=0.2)


def test_nothing_is_made_up_where_nothing_is_known() -> None:
    resolved = _resolve("They met in Blorvania.", "Blorvania")
    assert resolved.place is None
    assert "names no place near it" in resolved.because[0].reason


def test_every_result_says_why() -> None:
    text = "A fire broke out in Paris, Texas, on Sunday."
    because = _resolve(text, "Paris").because[0]
    assert because.step == "resolve.where"
    assert "named container" in because.reason
    assert "next is" in because.reason
    assert because.score is not None
    assert because.score > 0.9


def test_results_come_in_the_order_of_the_spans() -> None:
    text = "From Oslo to Bergen and back to Oslo."
    spans = list(reversed(find_places(text)))
    assert [each.evidence for each in resolve_all(text, spans)] == spans


def test_a_where_with_words_gets_its_place_and_keeps_its_reasons() -> None:
    document = Document.of("He lives in Gori, Georgia.")
    seen = Annotations(document_id=document.id, annotator="test", tokens=(), sentences=())
    resolver = PlaceResolver()
    where = Where(evidence=_span(document.text, "Gori"), place=None)
    resolved = resolver.resolve(document, seen, where)
    assert resolved.evidence == where.evidence
    assert resolved.place is not None
    assert resolved.place.geonames_id is not None
    assert resolver.resolve(document, seen, resolved) is resolved
    nothing = Where(evidence=None, place=None)
    assert resolver.resolve(document, seen, nothing) is nothing


def test_distance() -> None:
    assert distance_km(0, 0, 0, 0) == 0
    assert distance_km(51.51, -0.13, 48.86, 2.35) == pytest.approx(344, abs=3)
    assert distance_km(0, 179.5, 0, -179.5) == pytest.approx(111, abs=1)
