"""The gazetteer: our own lists together with GeoNames."""

from __future__ import annotations

import re

import pytest

from dateline.vocab.places import (
    PlaceKind,
    abbreviation,
    candidates,
    country_entries,
    country_of_url,
    is_listed,
    overlay,
    region_of,
)
from dateline.vocab.placewords import place_words
from dateline.vocab.territories import territories


def _first(name: str) -> tuple[str, str | None]:
    entry = candidates(name)[0]
    return entry.kind.value, entry.country


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Helmand province", "region", "AFG"),
        ("Anbar", "region", "IRQ"),
        ("Tigray", "region", "ETH"),
        ("North Kivu", "region", "COD"),
        ("Rakhine State", "region", "MMR"),
        ("Nagorno-Karabakh", "region", "AZE"),
        ("Transdniestria", "region", "MDA"),
        ("South Ossetia", "region", "GEO"),
        ("Crimea", "region", "UKR"),
        ("Donbass", "region", "UKR"),
        ("Xinjiang", "region", "CHN"),
        ("West Bank", "region", "PSE"),
        ("the Golan Heights", "region", "SYR"),
        ("Scotland", "region", "GBR"),
        ("Kashmir", "area", "IND"),
        ("the Sahel", "area", None),
        ("Horn of Africa", "area", None),
        ("South China Sea", "water", None),
        ("West Philippine Sea", "water", None),
        ("Strait of Hormuz", "water", None),
        ("Bab al-Mandab", "water", None),
        ("Suez Canal", "water", "EGY"),
        ("Natanz", "facility", "IRN"),
        ("Incirlik Air Base", "facility", "TUR"),
        ("Zaporizhzhia nuclear power plant", "facility", "UKR"),
        ("Guantanamo Bay", "facility", "CUB"),
        ("the Pentagon", "facility", "USA"),
        ("Hodeidah", "facility", "YEM"),
        ("the Netherlands", "country", "NLD"),
        ("DPRK", "country", "PRK"),
        ("Burma", "country", "MMR"),
        ("French Guiana", "country", "GUF"),
        ("Puerto Rico", "country", "PRI"),
        ("Palestine", "country", "PSE"),
        ("Lamar County", "region", "USA"),
        ("Orleans Parish", "region", "USA"),
        ("Mosul", "city", "IRQ"),
    ],
)
def test_names_stand_for(name: str, kind: str, country: str | None) -> None:
    assert _first(name) == (kind, country)


def test_ambiguous_names_keep_all_readings() -> None:
    assert {entry.country for entry in candidates("Georgia")} >= {"USA", "GEO"}
    assert {entry.kind for entry in candidates("Gaza")} >= {PlaceKind.REGION, PlaceKind.CITY}
    assert len([entry for entry in candidates("Washington County") if entry.country == "USA"]) > 20


def test_unknown_names_have_no_reading() -> None:
    assert candidates("Qwertyville") == ()
    assert candidates("") == ()


def test_area_words_belong_to_a_name_only_where_the_gazetteer_says_so() -> None:
    assert is_listed("Kansas City")
    assert not is_listed("Birmingham City")


@pytest.mark.parametrize(
    ("word", "after_comma", "name"),
    [
        ("TX", True, "Texas"),
        ("TX", False, None),
        ("Calif.", False, "California"),
        ("Ont.", True, "Ontario"),
        ("IN", False, None),
    ],
)
def test_abbreviations(word: str, after_comma: bool, name: str | None) -> None:
    entry = abbreviation(word, after_comma=after_comma)
    assert (entry.name if entry else None) == name


@pytest.mark.parametrize(
    ("url", "country"),
    [
        ("https://www.example.co.uk/news/1", "GBR"),
        ("https://example.com.au", "AUS"),
        ("https://example.com/a.uk", None),
        ("https://example.io/x", None),
        ("not an address", None),
    ],
)
def test_an_address_tells_the_publisher_s_country(url: str, country: str | None) -> None:
    assert country_of_url(url) == country


def test_regions_are_found_by_code() -> None:
    region = region_of("USA", "TX")
    assert region is not None
    assert region.name == "Texas"
    assert region_of("USA", "??") is None
    assert region_of(None, "TX") is None


def test_every_entry_of_our_lists_has_a_point_on_earth_and_a_known_country() -> None:
    countries = country_entries()
    for entries in overlay().values():
        for entry in entries:
            assert entry.lat is not None, entry
            assert entry.lon is not None, entry
            assert -90 <= entry.lat <= 90, entry
            assert -180 <= entry.lon <= 180, entry
            assert entry.country is None or entry.country in countries, entry


def test_there_are_regions_enough_to_read_the_news_of_the_world() -> None:
    regions = {entry for entries in overlay().values() for entry in entries if entry.kind is PlaceKind.REGION}
    ours = [entry for entry in regions if entry.detail != "county" or entry.country != "USA"]
    assert len(ours) >= 1900
    assert len({entry.country for entry in ours}) >= 120


def test_every_territory_has_a_centre() -> None:
    assert set(territories()) <= set(country_entries())


def test_word_lists_hold_single_words() -> None:
    words = place_words()
    assert words.given & words.titles == set()
    assert {"The", "Monday", "Police"} <= words.never
    assert all(re.fullmatch(r"[^\s|]+", word) for word in words.given | words.never | words.surnames)
