from __future__ import annotations

import pytest

from dateline.errors import VocabularyError
from dateline.vocab.event_types import (
    NO_EVENT,
    EventType,
    Quad,
    RecipientNeed,
    Voice,
    event_types,
    intensity,
    parse_event_types,
)
from dateline.vocab.event_types import listing as table
from dateline.vocab.loading import Entry
from dateline.vocab.modes import modes

TYPES = tuple(event_types().values())
QUADS = {
    Quad.VERBAL_COOPERATION: {"AGREE", "CONSULT", "SUPPORT", "CONCEDE"},
    Quad.MATERIAL_COOPERATION: {"COOPERATE", "AID", "RETREAT"},
    Quad.VERBAL_CONFLICT: {"REQUEST", "ACCUSE", "REJECT", "THREATEN"},
    Quad.MATERIAL_CONFLICT: {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"},
}


def test_the_sixteen_types_stand_in_their_quads() -> None:
    assert len(TYPES) == 16
    for quad, names in QUADS.items():
        assert {kind.name for kind in TYPES if kind.quad is quad} == names


def test_quads_are_numbered_as_data_sets_print_them() -> None:
    assert [quad.number for quad in Quad] == [1, 2, 3, 4]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_each_type_is_shown_in_every_voice(kind: EventType) -> None:
    assert len(kind.examples) >= 4
    assert {example.voice for example in kind.examples} == set(Voice)
    assert len(kind.counter_examples) >= 2
    assert all(counter.event_type != kind.name for counter in kind.counter_examples)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_marked_words_stand_in_the_sentence(kind: EventType) -> None:
    for example in kind.examples:
        held = example.sentence
        assert held.trigger
        for words in (*held.trigger, *held.actors, *held.recipients):
            words.check(held.text)


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.name)
def test_examples_of_a_type_that_needs_a_recipient_have_one(kind: EventType) -> None:
    if kind.recipient is RecipientNeed.NEEDED:
        assert all(example.sentence.recipients for example in kind.examples)


def test_no_sentence_is_used_twice() -> None:
    sentences = [example.sentence.text for kind in TYPES for example in kind.examples]
    sentences += [counter.text for kind in TYPES for counter in kind.counter_examples]
    sentences += [mode.example.text for mode in modes().values()]
    assert len(set(sentences)) == len(sentences)


def test_intensity_has_the_sign_of_the_quad() -> None:
    for kind in TYPES:
        cooperative = kind.quad in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)
        for mode in (None, *kind.modes):
            assert (intensity(kind.name, mode) > 0) == cooperative


def test_a_mode_may_be_stronger_than_its_type() -> None:
    assert intensity("RETREAT", "withdraw") > intensity("RETREAT", "resign")
    assert intensity("CONSULT", "multilateral") == intensity("CONSULT", None)
    with pytest.raises(KeyError):
        intensity("CONSULT", "arrest")


def small(**changes: object) -> Entry:
    values: dict[str, object] = {
        "definition": "To wave.",
        "category": "verbal cooperation",
        "intensity": 1,
        "recipient": "usual",
        "examples": [{"voice": "active", "marked": "{A:Fiji} {T:waved}."}],
        "counter_examples": [{"text": "Fiji slept.", "type": NO_EVENT, "why": "no act"}],
    }
    return Entry("event_types.toml", "WAVE", values | changes)


def parse(entry: Entry) -> EventType:
    return parse_event_types([entry], lambda name: ("hand",))["WAVE"]


def test_a_complete_entry_loads() -> None:
    assert parse(small()).modes == ("hand",)


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"category": "friendly"}, "WAVE: category 'friendly'"),
        ({"recipient": "maybe"}, "WAVE: recipient 'maybe'"),
        ({"colour": "red"}, "WAVE: unknown field colour"),
        ({"examples": [{"voice": "active", "mode": "foot", "marked": "{T:waved}"}]}, "examples 1: mode 'foot'"),
        ({"counter_examples": [{"text": "a", "type": "SLEEP", "why": "b"}]}, "counter_examples 1: type 'SLEEP'"),
    ],
)
def test_an_entry_that_does_not_hold_together_is_named(changes: dict[str, object], why: str) -> None:
    with pytest.raises(VocabularyError, match=why):
        parse(small(**changes))


def test_the_table_has_a_row_for_each_type() -> None:
    held = table()
    assert [row[0] for row in held.rows] == list(event_types())
    assert all(len(row) == len(held.columns) for row in held.rows)
