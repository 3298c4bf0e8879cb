"""Parties that the rules alone get wrong or leave open."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.model import EventMention

Told = Callable[..., EventMention]

SENTENCES = [
    ("Customs officers detained five dockers in Haifa.", "COERCE", {"Customs officers"}, {"five dockers"}),
    ("A driver was killed by soldiers near Goma.", "ASSAULT", {"soldiers"}, {"A driver"}),
    ("Vietnam warned that it would expel the Chinese envoy.", "SANCTION", {"it"}, {"the Chinese envoy"}),
    ("Brazil's president thanked Portugal for its help.", "SUPPORT", {"Brazil's president"}, {"Portugal"}),
    ('"We condemn this attack," the Finnish foreign minister said.', "ACCUSE", {"the Finnish foreign minister"}, set()),
]


@pytest.mark.parametrize(("sentence", "event_type", "actors", "recipients"), SENTENCES)
def test_parties(told: Told, sentence: str, event_type: str, actors: set[str], recipients: set[str]) -> None:
    mention = told(sentence, event_type)
    assert {party.evidence.text for party in mention.actors if party.evidence} == actors
    assert {party.evidence.text for party in mention.recipients if party.evidence} == recipients


def test_parties_say_why(told: Told) -> None:
    mention = told("Norway condemned Belarus on Tuesday.", "ACCUSE")
    reasons = {because.step: because.reason for because in mention.because}
    assert "learned weights" in reasons["coding.actors"]
    assert "the rules find it undergoing" in reasons["coding.recipients"]


def test_joined_parties_stay_together(told: Told) -> None:
    mention = told("Belarus was condemned by Norway, Sweden and Finland.", "ACCUSE")
    assert {party.name for party in mention.actors} == {"Norway", "Sweden", "Finland"}


def test_a_party_of_the_sentence_before_has_no_words(told: Told) -> None:
    text = "Chad and Sudan closed their border. Two soldiers were killed on Monday in an attack."
    mention = told(text, "ASSAULT")
    sentence = text.index("Two")
    for party in (*mention.actors, *mention.recipients):
        assert party.evidence is None or party.evidence.start >= sentence
