"""Agent nouns and offices."""

from __future__ import annotations

import pytest

from dateline.vocab.agents import Scope, agent_of, agents_in, is_past, is_transparent, plural
from dateline.vocab.offices import is_deputy_word, is_past_word, offices_in, offices_named, sector_of_office


@pytest.mark.parametrize(
    ("noun", "sector"),
    [
        ("troops", "MIL"),
        ("soldier", "MIL"),
        ("Police", "COP"),
        ("guerrillas", "REB"),
        ("suicide bombers", "REB"),
        ("residents", "CVL"),
        ("refugees", "CVL"),
        ("foreign ministry", "GOV"),
        ("prime ministers", "GOV"),
        ("attorneys general", "GOV"),
        ("lawmakers", "LEG"),
        ("prosecutors", "JUD"),
        ("state media", "MED"),
        ("oligarchs", "BUS"),
        ("aid agencies", "NGO"),
        ("universities", "EDU"),
        ("clergymen", "REL"),
        ("opposition", "PTY"),
        ("junta", "MIL"),
        ("smugglers", "CRM"),
        ("former president", "CVL"),
    ],
)
def test_a_noun_has_its_sector_in_singular_and_plural(noun, sector):
    assert agent_of(noun).sector == sector


def test_what_does_not_act_is_no_agent():
    assert agent_of("table") is None
    assert agent_of("") is None


def test_scope_says_how_far_a_country_may_be_assumed():
    assert agent_of("ministry").scope is Scope.STATE
    assert agent_of("villagers").scope is Scope.PEOPLE
    assert agent_of("migrants").scope is Scope.OPEN
    assert agent_of("countries").scope is Scope.STATES
    assert agent_of("allies").scope is Scope.OTHER
    assert agent_of("administration").usual == "USA"


def test_the_longest_noun_phrase_is_found():
    assert [each.values[0].noun for each in agents_in("the foreign ministry's chief of staff")] == [
        "foreign ministry",
        "chief of staff",
    ]


def test_counting_words_are_transparent():
    assert is_transparent("dozens")
    assert is_transparent("group")
    assert not is_transparent("government")


def test_plurals():
    forms = ["ministry", "policeman", "crash", "monarch", "member of parliament", "day"]
    assert [plural(each) for each in forms] == [
        "ministries",
        "policemen",
        "crashes",
        "monarchs",
        "members of parliament",
        "days",
    ]


def test_offices_are_found_and_mean_different_posts_in_different_states():
    (match,) = offices_in("the secretary of state")
    assert [office.name for office in match.values if office.fits("USA")] == ["foreign minister"]
    assert [office.name for office in match.values if office.fits("FRA")] == []
    assert {office.name for office in offices_named("chancellor") if office.fits("GBR")} == {"finance minister"}
    assert {office.name for office in offices_named("chancellor") if office.fits("DEU")} == {"prime minister"}


def test_sectors_of_offices():
    assert sector_of_office("foreign minister") == "GOV"
    assert sector_of_office("senator") == "LEG"
    assert sector_of_office("army chief") == "MIL"
    assert sector_of_office("juggler") is None


def test_words_that_change_an_office():
    assert is_past("former")
    assert is_past_word("ousted")
    assert is_deputy_word("Deputy")
    assert not is_past_word("new")
