from __future__ import annotations

import pytest

from dateline.errors import VocabularyError
from dateline.vocab.event_types import event_types
from dateline.vocab.loading import Entry
from dateline.vocab.modes import modes, modes_of, parse_modes

WITHOUT = {"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID"}


def test_each_mode_belongs_to_a_type() -> None:
    for key, mode in modes().items():
        assert key == f"{mode.event_type}/{mode.name}"
        assert mode.name in event_types()[mode.event_type].modes


def test_types_without_modes() -> None:
    assert {name for name in event_types() if not modes_of(name)} == WITHOUT
    assert modes_of("WAVE") == ()


def test_one_word_may_be_a_mode_of_two_types() -> None:
    assert modes()["RETREAT/withdraw"].definition != modes()["SANCTION/withdraw"].definition


def test_the_modes_of_the_annotation_guide_are_there() -> None:
    assert modes_of("CONSULT") == ("visit", "third-party", "multilateral", "phone")
    assert set(modes_of("RETREAT")) == {"withdraw", "release", "disarm", "ceasefire", "access", "resign", "return"}
    assert modes_of("REQUEST") == modes_of("REJECT") == ("assist", "change", "yield", "meet")
    assert len(modes_of("ASSAULT")) == 15


def test_examples_are_marked() -> None:
    for mode in modes().values():
        for words in (*mode.example.trigger, *mode.example.actors, *mode.example.recipients):
            words.check(mode.example.text)


def test_an_own_intensity_differs_from_the_types() -> None:
    for mode in modes().values():
        assert mode.intensity != event_types()[mode.event_type].intensity


def test_a_mode_of_no_type_is_refused() -> None:
    group = Entry("modes.toml", "WAVE", {"hand": {"definition": "a", "example": "{T:waved}"}})
    with pytest.raises(VocabularyError, match=r"modes\.toml: WAVE: is no event type"):
        parse_modes([group], {"CONSULT"})


def test_an_incomplete_mode_is_named() -> None:
    group = Entry("modes.toml", "WAVE", {"hand": {"example": "{T:waved}"}})
    with pytest.raises(VocabularyError, match=r"modes\.toml: WAVE\.hand: definition"):
        parse_modes([group], {"WAVE"})
