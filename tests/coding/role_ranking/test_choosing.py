"""Choosing actor and recipient together, from shares and thresholds."""

from __future__ import annotations

import dataclasses

import pytest

from dateline.coding.role_ranking import model as model_file
from dateline.coding.role_ranking.choosing import choose
from dateline.coding.role_ranking.figures import Figure
from dateline.coding.role_ranking.model import RoleModel, scores, shares, shipped
from dateline.coding.role_ranking.reasons import reason
from dateline.errors import VocabularyError

FIGURES = [
    Figure(0, 0, "NOR", "NOR", "GOV", "place", 1.0),
    Figure(4, 3, "envoy", "", "GOV", "agent", 0.8),
    Figure(9, 9, "PER", "PER", "GOV", "place", 1.0),
]
HERE = [False, False, False]


def _names(*own: str) -> list[list[str]]:
    return [[name] for name in (*own, "nobody")]


def test_shares_add_up_to_one_and_follow_the_weights() -> None:
    found = shares(scores([["a"], ["a", "b"], []], {"a": 1.0, "b": 1.0}))
    assert sum(found) == pytest.approx(1.0)
    assert found[1] > found[0] > found[2]


def test_one_figure_never_holds_both_roles() -> None:
    model = RoleModel(actor={"x": 3.0, "y": 2.9}, recipient={"x": 3.0, "y": -3.0})
    choice = choose(model, "ACCUSE", FIGURES, _names("x", "y", "z"), HERE)
    assert (choice.actor, choice.recipient) == (1, 0), "the likelier pair wins over the likeliest actor"


def test_a_word_of_the_actors_phrase_is_no_recipient() -> None:
    inside = [FIGURES[0], dataclasses.replace(FIGURES[1], first=0), FIGURES[2]]
    model = RoleModel(actor={"y": 9.0}, recipient={"x": 5.0, "z": 1.0})
    assert choose(model, "ACCUSE", inside, _names("x", "y", "z"), HERE).recipient == 2


def test_a_party_of_an_earlier_sentence_must_clear_the_threshold() -> None:
    far = [False, False, True]
    sure = RoleModel(actor={"x": 9.0}, recipient={"z": 1.0, "nobody": -9.0}, far_recipient=0.0)
    unsure = dataclasses.replace(sure, far_recipient=0.99)
    assert choose(sure, "ACCUSE", FIGURES, _names("x", "y", "z"), far).recipient == 2
    assert choose(unsure, "ACCUSE", FIGURES, _names("x", "y", "z"), far).recipient == 1


def test_nobody_can_win() -> None:
    model = RoleModel(actor={"nobody": 9.0}, recipient={"nobody": 9.0})
    choice = choose(model, "ACCUSE", FIGURES, _names("x", "y", "z"), HERE)
    assert (choice.actor, choice.recipient, choice.actor_why) == (None, None, "")


def test_reason_names_what_spoke_for_the_choice() -> None:
    told = reason(["rule actor", "ACCUSE: speaker", "dep nsubj"], {"rule actor": 1.0, "ACCUSE: speaker": 2.0}, 0.876)
    assert told == "likeliest by learned weights, 0.88: the words are said by it; the rules find it acting"


def test_model_without_a_table_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model_file, "read_toml", lambda _: {"choice": {}, "actor": {}})
    shipped.cache_clear()
    try:
        with pytest.raises(VocabularyError, match="recipient"):
            shipped()
    finally:
        shipped.cache_clear()


def test_shares_of_one_partys_mentions_add_up() -> None:
    twice = [*FIGURES, dataclasses.replace(FIGURES[0], i=12, first=12)]
    model = RoleModel(actor={"y": 9.0}, recipient={"x": 1.0, "z": 1.5, "w": 1.2, "nobody": -9.0})
    choice = choose(model, "ACCUSE", twice, _names("x", "y", "z", "w"), [*HERE, False])
    assert choice.recipient == 3, "Norway, told twice, is likelier than Peru, and its second mention than its first"
