from __future__ import annotations

import pytest

from dateline.errors import VocabularyError
from dateline.vocab.event_types import event_types
from dateline.vocab.modes import modes_of
from dateline.vocab.trigger_patterns import Need, read_constraint
from dateline.vocab.triggers import NONE, Part, build, expand_classes, lexicon, read_triggers

CLASSES = {"weapon": frozenset({"gun", "tank"}), "goods": frozenset({"oil"})}


def test_the_shipped_lexicon_holds_together() -> None:
    words = lexicon()
    entries = list(words)
    assert len(entries) > 1500
    assert {entry.event_type for entry in entries} == {*event_types(), NONE}


def test_every_mode_belongs_to_its_type() -> None:
    for entry in lexicon():
        assert entry.mode is None or entry.mode in modes_of(entry.event_type), entry.id


def test_priors_are_probabilities() -> None:
    assert all(0.0 < entry.prior < 1.0 for entry in lexicon())


@pytest.mark.parametrize(
    ("item", "need", "lemmas"),
    [
        ("for", Need.PARTICLE, {"for"}),
        ("@weapon", Need.OBJECT, {"gun", "tank"}),
        ("+visit|trip", Need.OBJECT, {"visit", "trip"}),
        ("+visit|@goods", Need.OBJECT, {"visit", "oil"}),
        ("into@weapon", Need.PREPOSITION, {"gun", "tank"}),
        (">", Need.INFINITIVE, set()),
        (">+go|stay", Need.INFINITIVE, {"go", "stay"}),
        ("$", Need.CLAUSE, set()),
        ("~", Need.REPORTED, set()),
        ("^@goods", Need.SUBJECT, {"oil"}),
        ("<+arms", Need.MODIFIER, {"arms"}),
    ],
)
def test_patterns_are_read(item: str, need: Need, lemmas: set[str]) -> None:
    constraint = read_constraint(item, CLASSES, "pattern")
    assert (constraint.need, constraint.lemmas, constraint.refused) == (need, lemmas, False)
    assert read_constraint("!" + item, CLASSES, "pattern").refused


def test_an_unknown_class_is_refused() -> None:
    with pytest.raises(VocabularyError, match="no class @nothing"):
        read_constraint("@nothing", CLASSES, "sell @nothing")


def test_an_entry_that_stands_twice_is_refused() -> None:
    data = {"type": "AID", "group": [{"prior": 0.5, "verbs": ["give", "give"]}]}
    with pytest.raises(VocabularyError, match="stands twice"):
        build(read_triggers(data, CLASSES), CLASSES)


def test_a_file_without_a_type_is_refused() -> None:
    with pytest.raises(VocabularyError, match="type"):
        list(read_triggers({"group": []}, CLASSES))


def test_classes_may_hold_others_but_not_themselves() -> None:
    assert expand_classes({"a": ["x", "@b"], "b": ["y"]})["a"] == {"x", "y"}
    with pytest.raises(VocabularyError, match="contains itself"):
        expand_classes({"a": ["@b"], "b": ["@a"]})


def test_a_group_may_set_its_own_slots() -> None:
    data = {
        "type": "COERCE",
        "verb_actor": ["subject"],
        "noun_actor": ["by"],
        "group": [{"prior": 0.5, "verbs": ["jail"], "nouns": ["arrest"], "phrases": ["on bail"], "recipient": ["of"]}],
    }
    jail, arrest, bail = read_triggers(data, CLASSES)
    assert (jail.actor, arrest.actor, bail.actor) == (("subject",), ("by",), ("subject", "by"))
    assert jail.recipient == arrest.recipient == ("of",)
    assert bail.part is Part.PHRASE
    assert bail.words == ("on", "bail")


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(VocabularyError, match="no such language"):
        lexicon("xx")
