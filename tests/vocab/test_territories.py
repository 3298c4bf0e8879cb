"""Territories: lookup, nationality, relations, ambiguity."""

from __future__ import annotations

import pytest

from dateline.vocab.territories import (
    TerritoryWord,
    ambiguity,
    lookup_territory,
    nationality_in,
    plural,
    regions,
    territories,
    territory_mentions,
)


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Myanmar", "MMR"),
        ("Myanmar/Burma", "MMR"),
        ("the United States", "USA"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("the UK", "GBR"),
        ("DPRK", "PRK"),
        ("Ivory Coast", "CIV"),
        ("Côte d’Ivoire", "CIV"),
        ("COTE D'IVOIRE", "CIV"),
        ("Türkiye", "TUR"),
        ("Holland", "NLD"),
        ("the Soviet Union", "RUS"),
        ("Guinea-Bissau", "GNB"),
        ("Equatorial Guinea", "GNQ"),
        ("Papua New Guinea", "PNG"),
        ("Guinea", "GIN"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Dominica", "DMA"),
        ("the Dominican Republic", "DOM"),
        ("South Sudan", "SSD"),
        ("Congo-Brazzaville", "COG"),
        ("Moscow", "RUS"),
        ("Burmese", "MMR"),
        ("Turks", "TUR"),
    ],
)
def test_a_name_adjective_or_seat_is_looked_up(text, iso3):
    assert lookup_territory(text).iso3 == iso3


@pytest.mark.parametrize("text", ["us", "Aleppo", "the West", "turkey sandwich", "", "Ruritania", "polish"])
def test_what_is_no_state_is_not_looked_up(text):
    assert lookup_territory(text) is None


@pytest.mark.parametrize(
    ("text", "iso3"),
    [
        ("Syrian troops", "SYR"),
        ("Iran's navy", "IRN"),
        ("two Nigerien soldiers", "NER"),
        ("a group of Russians", "RUS"),
        ("pro-Russian rebels", None),
        ("anti-American protesters", None),
        ("the US-led coalition", None),
        ("a Saudi-backed militia", None),
        ("Western diplomats", None),
        ("officials in Damascus", None),
        ("they told us nothing", None),
        ("South Korean warships", "KOR"),
        ("the East German police", "DEU"),
    ],
)
def test_nationality_is_told_by_adjective_or_name_and_not_by_relation(text, iso3):
    assert nationality_in(text) == iso3


def test_mentions_say_how_a_territory_is_named():
    text = "Moscow and the Russian envoy spoke of Aleppo, Europe and Brazil."
    assert [(text[m.start : m.end], m.how) for m in territory_mentions(text)] == [
        ("Moscow", TerritoryWord.CAPITAL),
        ("Russian", TerritoryWord.ADJECTIVE),
        ("Aleppo", TerritoryWord.PLACE),
        ("Europe", TerritoryWord.REGION),
        ("Brazil", TerritoryWord.NAME),
    ]


def test_acronym_needs_capitals_and_a_headline_in_capitals_is_not_trusted():
    assert [m.territory.iso3 for m in territory_mentions("It hit US jets, said us both.")] == ["USA"]
    assert list(territory_mentions("MINISTER TELLS US NOTHING")) == []


def test_every_member_state_and_the_named_areas_are_there():
    known = territories()
    assert len(known) == 200
    assert {"PSE", "XKX", "TWN", "HKG", "MAC", "ESH", "VAT"} <= known.keys()
    assert all(len(iso3) == 3 and iso3.isupper() for iso3 in known)
    assert all(each.adjectives or each.iso3 in {"COG", "DMA", "VAT"} for each in known.values())
    assert all(each.canonical_id.startswith("region/") for each in regions())


def test_cues_are_there_for_words_that_name_several():
    assert ambiguity("Georgia").default == "GEO"
    assert set(ambiguity("Congolese").cues) == {"COD", "COG"}
    assert ambiguity("France") is None


def test_demonyms_have_regular_plurals():
    assert plural("Russian") == "Russians"
    assert plural("Japanese") is None
