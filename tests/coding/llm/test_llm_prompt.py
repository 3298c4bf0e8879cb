from __future__ import annotations

import json

from dateline.coding.llm.chunks import Chunk
from dateline.coding.llm.prompt import MODALITIES, report_prompt, system_prompt
from dateline.coding.llm.schema import answer_schema
from dateline.model import Modality
from dateline.vocab.event_types import event_types
from dateline.vocab.modes import modes
from llm_fakes import annotated


def test_every_type_and_mode_is_explained_in_the_words_of_the_vocabulary() -> None:
    prompt = system_prompt()
    for kind in event_types().values():
        assert " ".join(kind.definition.split()) in prompt
    for mode in modes().values():
        assert f"mode {mode.name}: {mode.definition}" in prompt
    assert set(MODALITIES) == set(Modality)
    assert "JSON" in prompt, "endpoints want the word before they promise JSON"


def test_the_prompt_stays_affordable() -> None:
    assert len(system_prompt()) < 20_000


def test_the_schema_names_the_vocabulary_and_is_strict() -> None:
    items = answer_schema()["properties"]["mentions"]["items"]
    assert items["properties"]["event_type"]["enum"] == list(event_types())
    assert set(items["properties"]["mode"]["enum"]) == {mode.name for mode in modes().values()} | {None}
    assert items["required"] == list(items["properties"])
    assert items["additionalProperties"] is False
    json.dumps(answer_schema())


def test_a_report_is_sent_as_data() -> None:
    text = 'Norway "condemned"\nBelarus. \ud800It  rained.'
    document, annotations = annotated(text, title="A\n title")
    told = json.loads(report_prompt(document, annotations.sentences, Chunk(context=(0,), own=(1,))))
    assert told == {
        "title": "A title",
        "published": None,
        "context": [{"n": 0, "text": 'Norway "condemned" Belarus.'}],
        "sentences": [{"n": 1, "text": "\ufffdIt rained."}],
    }
