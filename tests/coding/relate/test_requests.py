from __future__ import annotations

import json
from typing import Any

import pytest

from dateline.coding.relate import id_of, read
from dateline.errors import RecordError

GOOD: dict[str, Any] = {
    "id": "a",
    "text": "Freedonia sold tanks to Sylvania.",
    "actor": {"start": 0, "end": 9},
    "recipient": {"start": 24, "end": 32},
}


def test_a_line_is_read() -> None:
    request = read(json.dumps(GOOD))
    assert (request.id, request.actor, request.recipient) == ("a", (0, 9), (24, 32))


@pytest.mark.parametrize("line", [GOOD | {"recipient": None}, {k: v for k, v in GOOD.items() if k != "recipient"}])
def test_a_recipient_may_be_unsaid(line: dict[str, Any]) -> None:
    assert read(json.dumps(line)).recipient is None


@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({"text": ""}, "text must be"),
        ({"text": 5}, "text must be"),
        ({"id": None}, "id must be"),
        ({"id": True}, "id must be"),
        ({"actor": {"start": 0, "end": 99}}, "does not lie in a text of 33"),
        ({"actor": {"start": 9, "end": 9}}, "does not lie"),
        ({"actor": {"start": -9, "end": 3}}, "does not lie"),
        ({"actor": {"start": True, "end": 3}}, "expected"),
        ({"actor": {"start": 0.0, "end": 3}}, "expected"),
        ({"actor": {"start": 9, "end": 10}}, "names nobody"),
        ({"recipient": "Sylvania"}, "expected"),
    ],
)
def test_a_bad_line_says_why(change: dict[str, Any], why: str) -> None:
    with pytest.raises(RecordError, match=why):
        read(json.dumps(GOOD | change))


def test_a_missing_actor_is_told_apart_from_an_unsaid_one() -> None:
    line = {k: v for k, v in GOOD.items() if k != "actor"}
    with pytest.raises(RecordError, match="actor is missing"):
        read(json.dumps(line))
    assert read(json.dumps(GOOD | {"actor": None})).actor is None


@pytest.mark.parametrize("line", [b"{", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_object_is_refused_without_an_id(line: bytes) -> None:
    with pytest.raises(RecordError):
        read(line)
    assert id_of(line) is None


def test_the_id_of_a_refused_line_is_kept() -> None:
    assert id_of(json.dumps(GOOD | {"text": ""})) == "a"
