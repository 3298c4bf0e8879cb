from __future__ import annotations

import dataclasses
import json
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from dateline.coding import RuleCoder
from dateline.coding.arms import arms_of, find_arms
from dateline.evaluation.events import score_events
from dateline.evaluation.passages import passage_document
from dateline.export.contract import coding_row
from dateline.model import Annotations, ArmsFrame, Coding, Document, Party
from dateline.resolve.resolver import make_resolver
from dateline.vocab.arms_status import arms_status

Annotate = Callable[..., tuple[Document, Annotations]]
Case = dict[str, Any]
CASES: list[Case] = tomllib.loads((Path(__file__).parent / "cases.toml").read_text(encoding="utf-8"))["case"]
_SHARE = 0.9
_FRAME = frozenset({"supplier", "recipient", "item"})


def _frames(annotate: Annotate, text: str) -> tuple[ArmsFrame, ...]:
    document, annotations = annotate(text)
    frames = find_arms(document, annotations)
    for frame in frames:
        assert frame.status in arms_status()
        for _, evidence in frame.evidence():
            evidence.check(text)
    return frames


def test_the_table_is_large_and_has_sentences_without_arms() -> None:
    assert sum(bool(_FRAME & case.keys()) for case in CASES) >= 60
    assert sum(not _FRAME & case.keys() for case in CASES) >= 10


def test_transfers_of_the_table_are_found(annotate: Annotate) -> None:
    cases = [case for case in CASES if _FRAME & case.keys()]
    wrong = [case["sentence"] for case in cases if not _right(case, _frames(annotate, case["sentence"]))]
    assert len(wrong) <= (1 - _SHARE) * len(cases), wrong


def test_sentences_without_a_transfer_have_no_frame(annotate: Annotate) -> None:
    cases = [case for case in CASES if not _FRAME & case.keys()]
    wrong = [case["sentence"] for case in cases if _frames(annotate, case["sentence"])]
    assert len(wrong) <= (1 - _SHARE) * len(cases), wrong


def _right(case: Case, frames: tuple[ArmsFrame, ...]) -> bool:
    return any(_fits(case, frame) for frame in frames) and len(frames) == case.get("count", len(frames))


def _fits(case: Case, frame: ArmsFrame) -> bool:
    for side, party in (("supplier", frame.supplier), ("recipient", frame.recipient)):
        if side in case and not _is_named(party, case[side]):
            return False
    for key in ("item", "quantity", "value"):
        words = getattr(frame, key)
        if key in case and (words is None or case[key] not in words.text):
            return False
    return all(
        getattr(frame, key) == case[key] for key in ("status", "item_class", "amount", "currency") if key in case
    )


def _is_named(party: Party | None, name: str) -> bool:
    if party is None or not name:
        return party is None and not name
    return name in party.name or (party.evidence is not None and name in party.evidence.text)


def test_joined_sides_give_a_frame_for_each_pair(annotate: Annotate) -> None:
    frames = _frames(annotate, "Spain and Italy sold helicopters to Peru and Chile.")
    pairs = {(frame.supplier.name, frame.recipient.name) for frame in frames if frame.supplier and frame.recipient}
    assert pairs == {("Spain", "Peru"), ("Spain", "Chile"), ("Italy", "Peru"), ("Italy", "Chile")}


def test_an_unsaid_recipient_is_the_one_told_before(annotate: Annotate) -> None:
    text = "Norway agreed to send ten howitzers to Moldova. Later Norway promised to provide ammunition."
    later = [frame for frame in _frames(annotate, text) if frame.trigger.text == "provide"]
    assert [frame.recipient.name for frame in later if frame.recipient] == ["Moldova"]
    assert all(frame.recipient is not None and frame.recipient.evidence is None for frame in later)


def test_a_possessive_behind_blame_is_the_one_who_is_blamed(annotate: Annotate) -> None:
    frames = _frames(annotate, "Canada criticised Serbia for its plan to sell mortars to Chad.")
    assert [frame.supplier.name for frame in frames if frame.supplier] == ["Serbia"]


def test_a_call_for_a_stop_is_no_transfer(annotate: Annotate) -> None:
    assert not _frames(annotate, "The Assembly called on states to prevent the flow of arms into Chad.")


def test_a_mention_carries_the_frame_of_its_words(annotate: Annotate) -> None:
    document, annotations = annotate("Germany delivered six tanks to Ghana. Togo praised Benin.")
    frames = find_arms(document, annotations)
    mentions = RuleCoder(threshold=0.0).code(document, annotations).mentions
    carried = {mention.event_type: arms_of(mention, frames) for mention in mentions}
    assert carried["SUPPORT"] is None
    assert [frame for kind, frame in carried.items() if kind in {"COOPERATE", "AID"}] == [frames[0]]


def test_a_frame_takes_an_unsaid_side_from_the_mention_on_its_words(annotate: Annotate) -> None:
    document, annotations = annotate("Rifles were delivered to Togo.")
    mentions = RuleCoder(threshold=0.0).code(document, annotations).mentions
    given = [dataclasses.replace(mention, actors=(Party(evidence=None, name="Benin"),)) for mention in mentions]
    assert given
    (frame,) = find_arms(document, annotations, given)
    assert frame.supplier is not None
    assert frame.supplier.name == "Benin"


@pytest.mark.needs_shared
def test_frames_on_annotated_passages(shared: Path, annotate: Annotate) -> None:
    lines = (shared / "gold" / "events_dev.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    resolver = make_resolver()
    coded = []
    for row in rows:
        document = passage_document(row)
        _, annotations = annotate(document.text, title=document.title, published=document.published)
        coding = Coding(document_id=document.id, arms=find_arms(document, annotations))
        coded.append(coding_row(document.id, resolver.resolve(document, annotations, coding)))
    assert score_events(rows, coded).to_json()["arms+item"]["f1"] >= 0.5
