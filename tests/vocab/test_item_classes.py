from __future__ import annotations

import pytest

from dateline.errors import VocabularyError
from dateline.vocab.item_classes import ItemKind, designation_patterns, item_classes, item_cues, parse_item_classes
from dateline.vocab.loading import Entry

REGISTER = {
    "Aircraft",
    "Air-defence systems",
    "Armoured vehicles",
    "Artillery",
    "Engines",
    "Missiles",
    "Naval weapons",
    "Satellites",
    "Sensors",
    "Ships",
}


def test_every_category_of_the_register_has_a_class() -> None:
    assert {held.register for held in item_classes().values()} - {None} == REGISTER


def test_there_are_enough_words() -> None:
    words = sum(len(held.cues) + len(held.designations) for held in item_classes().values())
    assert words >= 700
    assert all(held.cues for held in item_classes().values())


def test_one_class_is_generic() -> None:
    assert [held.name for held in item_classes().values() if held.kind is ItemKind.GENERIC] == ["unspecified"]


def test_cues_are_lower_case_and_leave_weak_words_out() -> None:
    cues = item_cues()
    assert cues["s 400"] == "air_defence"
    assert cues["fighter jet"] == "aircraft"
    assert all(cue == cue.lower() for cue in cues)
    assert "round" not in cues
    assert "typhoon" not in cues


def test_patterns_know_families_of_designations() -> None:
    found = {name for pattern, name in designation_patterns() if pattern.fullmatch("MiG-41")}
    assert found == {"aircraft"}
    assert not any(pattern.search("XMiG-41") for pattern, _ in designation_patterns())


def small(name: str = "kite", **changes: object) -> Entry:
    values: dict[str, object] = {"label": "kites", "definition": "Fly.", "kind": "system", "cues": ["kite"]}
    return Entry("item_classes.toml", name, values | changes)


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ([small(), small("toy")], "toy: 'kite' stands in kite too"),
        ([small(weak_cues=["kite"])], "kite: 'kite' stands in kite too"),
        ([small(patterns=["("])], "does not compile"),
        ([small(kind="toy")], "kind 'toy'"),
    ],
)
def test_an_entry_that_does_not_hold_together_is_named(entries: list[Entry], why: str) -> None:
    with pytest.raises(VocabularyError, match=rf"item_classes\.toml: .*{why}"):
        parse_item_classes(entries)
