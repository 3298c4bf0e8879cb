from __future__ import annotations

from collections.abc import Callable

import pytest

from dateline.coding import candidates
from dateline.model import Annotations, Coding, Document, EventMention

Told = Callable[..., EventMention]
Code = Callable[..., Coding]

Annotate = Callable[..., tuple[Document, Annotations]]

SENSES = [
    ("Iran fired missiles at a base in Iraq.", "ASSAULT"),
    ("North Korea fired a missile into the sea.", "MOBILIZE"),
    ("The president fired the defence minister.", "SANCTION"),
    ("The union leaders lifted the blockade and the EU lifted sanctions on Eritrea.", "CONCEDE"),
    ("Brazil and Peru struck a deal on Monday.", "AGREE"),
    ("Jets struck a base near Aleppo.", "ASSAULT"),
    ("Prosecutors charged the general with treason.", "ACCUSE"),
    ("Ghana suspended aid to Togo.", "SANCTION"),
    ("Russia vetoed the resolution.", "REJECT"),
    ("Thousands of people took to the streets of Lima.", "PROTEST"),
    ("The army withdrew its troops from the province.", "RETREAT"),
    ("India and Japan held joint naval drills.", "COOPERATE"),
    ("Finland sold 40 howitzers to Estonia.", "COOPERATE"),
    ("The group abducted four aid workers.", "ASSAULT"),
]


@pytest.mark.parametrize(("sentence", "event_type"), SENSES)
def test_companions_decide_the_sense(code: Code, sentence: str, event_type: str) -> None:
    assert event_type in {mention.event_type for mention in code(sentence).mentions}


@pytest.mark.parametrize(
    "sentence",
    [
        "The court must strike a balance between the two.",
        "He died of a heart attack.",
        "An earthquake struck the coast of Chile.",
        "The storm hit Florida on Sunday.",
        "The company will launch a new product in May.",
    ],
)
def test_decoys_are_no_candidates_of_violence_or_deals(annotate: Annotate, sentence: str) -> None:
    _, annotations = annotate(sentence)
    types = {option.event_type for found in candidates(annotations) for option in found.options}
    assert types.isdisjoint({"ASSAULT", "AGREE", "MOBILIZE"})


def test_candidates_carry_all_readings_best_first(annotate: Annotate) -> None:
    document, annotations = annotate("Sweden dismissed the claims.")
    (found,) = [held for held in candidates(annotations) if annotations.tokens[held.head].lemma == "dismiss"]
    assert found.best.event_type == "REJECT"
    assert len({option.event_type for option in found.options}) == len(found.options)
    assert document.text[found.start : found.end].startswith("dismissed")


def test_the_content_of_a_request_weighs_less(code: Code) -> None:
    told = {mention.event_type: mention for mention in code("Mali urged France to withdraw its troops.").mentions}
    assert told["REQUEST"].certainty > 0.5
    assert "RETREAT" not in told or told["RETREAT"].certainty < told["REQUEST"].certainty


def test_boilerplate_and_the_title_line_are_left_out(annotate: Annotate, code: Code) -> None:
    title = "Chad attacks rebels in the north"
    text = f"{title}\n\nThe president of Chad met with the ambassador of Sudan on Monday."
    types = {mention.event_type for mention in code(text, title=title).mentions}
    assert "CONSULT" in types
    assert "ASSAULT" not in types


def test_every_mention_says_which_entry_fitted(told: Told) -> None:
    mention = told("Norway condemned Belarus.", "ACCUSE")
    (because,) = [held for held in mention.because if held.step == "coding.type"]
    assert because.rule == "ACCUSE:verb:condemn"


def test_what_somebody_says_ought_to_be_done_is_asked(told: Told) -> None:
    mention = told("The prime minister said the rebels must release the hostages.", "REQUEST")
    assert [party.name for party in mention.actors] == ["The prime minister"]
    assert "rebels" in mention.recipients[0].name


@pytest.mark.parametrize(
    "sentence",
    ["The rebels must release the hostages.", "The prime minister said we must think about it."],
)
def test_duties_without_a_speaker_or_of_the_speaker_are_no_requests(code: Code, sentence: str) -> None:
    rules = (because.rule or "" for mention in code(sentence).mentions for because in mention.because)
    assert not any(rule.startswith("REQUEST:verb:must") for rule in rules)
