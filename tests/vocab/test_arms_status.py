from __future__ import annotations

import pytest

from dateline.errors import VocabularyError
from dateline.vocab.arms_status import RegisterRow, arms_status, parse_arms_status
from dateline.vocab.event_types import event_types
from dateline.vocab.loading import Entry

GUIDE = [
    "delivered",
    "ordered",
    "agreed",
    "offered",
    "requested",
    "considered",
    "refused",
    "suspended",
    "embargoed",
    "alleged",
    "planned",
]


def test_the_statuses_are_those_of_the_annotation_guide() -> None:
    assert sorted(arms_status()) == sorted(GUIDE)


def test_only_delivered_arms_are_with_the_recipient() -> None:
    assert [status.name for status in arms_status().values() if status.transferred] == ["delivered"]
    assert arms_status()["delivered"].register is RegisterRow.DELIVERY


def test_each_status_has_types_cues_and_an_example() -> None:
    for status in arms_status().values():
        assert set(status.event_types) <= set(event_types())
        assert status.event_types
        assert len(status.cues) >= 5
        for words in (*status.example.trigger, *status.example.actors, *status.example.recipients):
            words.check(status.example.text)


def test_an_unknown_event_type_is_named() -> None:
    values = {
        "definition": "a",
        "transferred": False,
        "register": "none",
        "event_types": ["WAVE"],
        "cues": ["b"],
        "example": "{T:waved}",
    }
    with pytest.raises(VocabularyError, match=r"arms_status\.toml: lost: event_types names WAVE"):
        parse_arms_status([Entry("arms_status.toml", "lost", values)], types=("AGREE",))
