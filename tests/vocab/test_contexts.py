from __future__ import annotations

import pytest

from dateline.errors import VocabularyError
from dateline.vocab.contexts import ContextOrigin, context_cues, context_named, contexts, parse_contexts
from dateline.vocab.loading import Entry


def test_contexts_of_plover_are_there() -> None:
    assert {
        "military",
        "diplomatic",
        "legal",
        "economic",
        "election",
        "terrorism",
        "cyber",
        "territory",
        "human_rights",
        "displacement",
    } <= set(contexts())


def test_every_context_has_cues_enough() -> None:
    for context in contexts().values():
        assert len(context.cues) >= 15, context.name


def test_only_media_and_technology_are_ours() -> None:
    ours = {context.name for context in contexts().values() if context.origin is ContextOrigin.DATELINE}
    assert ours == {"media", "technology"}


def test_former_names_lead_to_the_context() -> None:
    rights = context_named("rights")
    assert rights is not None
    assert rights.name == "human_rights"
    assert context_named("military") is contexts()["military"]
    assert context_named("gardening") is None


def test_a_cue_may_speak_for_two_contexts() -> None:
    assert set(context_cues()["coup"]) == {"military", "pro_autocracy"}
    assert context_cues()["embargo"] == ("economic",)


@pytest.mark.parametrize("word", ["president", "minister", "government", "general", "bank", "un"])
def test_words_of_every_report_are_no_cues(word: str) -> None:
    assert word not in context_cues()


def test_a_former_name_stands_once() -> None:
    values: dict[str, object] = {"definition": "a", "origin": "plover", "former": ["old"], "cues": ["b"]}
    with pytest.raises(VocabularyError, match=r"contexts\.toml: two: former name 'old' stands in one too"):
        parse_contexts([Entry("contexts.toml", name, values) for name in ("one", "two")])
