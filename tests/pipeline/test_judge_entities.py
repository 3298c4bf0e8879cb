from __future__ import annotations

from collections.abc import Iterator

import pytest

import record_samples
from dateline import query
from dateline.errors import UsageError
from dateline.pipeline import add, run
from dateline.pipeline.judging import judge, undo
from dateline.pipeline.suggesting import likeness, suggestions
from dateline.query import EventFilter
from dateline.store import Store, open_store
from record_samples import fake_pipeline, report

LEFT, RIGHT = "unknown/fredriksen", "unknown/frederiksen"
NAMES = {"Fredriksen": (LEFT, None, "UNK"), "Frederiksen": (RIGHT, None, "UNK")}


@pytest.fixture
def store() -> Iterator[Store]:
    record_samples.WHO.update(NAMES)
    with open_store(":memory:") as opened:
        add(opened, [report("Fredriksen met Bellini in Rome."), report("Frederiksen met Bellini.", publisher="Herald")])
        run(opened, pipeline=fake_pipeline())
        yield opened
    for name in NAMES:
        del record_samples.WHO[name]


def pairs(store: Store) -> set[frozenset[str]]:
    return {frozenset((each.left.canonical_id, each.right.canonical_id)) for each in suggestions(store)}


def test_a_judgement_keeps_the_likeness_and_the_reason(store: Store) -> None:
    assert frozenset((LEFT, RIGHT)) in pairs(store)
    made = judge(store, "same", LEFT, RIGHT, why="one letter", who="mira")
    assert (made.left, made.right, made.who) == (RIGHT, LEFT, "mira")
    expected = likeness(store, LEFT, RIGHT)
    assert expected is not None
    assert made.score == expected.score
    assert made.because[0].reason == "one letter"
    assert len(made.because) > 1
    assert frozenset((LEFT, RIGHT)) not in pairs(store)


def test_a_judgement_between_either_form_is_the_same_pair(store: Store) -> None:
    first = judge(store, "different", LEFT, RIGHT, who="mira")
    assert judge(store, "different", RIGHT, LEFT, who="noor") == first
    assert frozenset((LEFT, RIGHT)) not in pairs(store)
    undo(store, first.id, who="mira")
    assert frozenset((LEFT, RIGHT)) in pairs(store)


def test_what_is_judged_reads_so_everywhere(store: Store) -> None:
    judge(store, "same", LEFT, RIGHT, why="one letter", who="mira")
    seen = query.entity(store, LEFT)
    assert (seen.entity.canonical_id, seen.ids) == (RIGHT, (RIGHT, LEFT))
    assert [row.judgement.who for row in seen.judgements] == ["mira"]
    assert len(seen.mentions) == seen.entity.mentions == 2
    reasons = query.why(store, LEFT)
    assert (reasons[0].part, reasons[0].because.reason) == ("judgement", "one letter")
    assert any(each.because.step == "judgement" and "mira" in each.because.reason for each in reasons)
    listed = query.events(store, EventFilter(actor=LEFT))
    assert listed.counts.events == 2
    assert {party.canonical_id for row in listed.rows for party in row.event.actors} == {RIGHT}
    run(store, pipeline=fake_pipeline())
    assert query.events(store, EventFilter(actor=LEFT)).counts.events == 1


def test_ids_kinds_and_words_are_checked(store: Store) -> None:
    with pytest.raises(UsageError, match=RIGHT):
        judge(store, "same", LEFT, "unknown/frederikse", who="mira")
    with pytest.raises(UsageError, match="same, different, unsure"):
        judge(store, "equal", LEFT, RIGHT, who="mira")
    with pytest.raises(UsageError, match="itself"):
        judge(store, "same", LEFT, LEFT, who="mira")


def test_an_id_that_a_new_coder_gives_no_more_can_still_be_judged(store: Store) -> None:
    judge(store, "same", LEFT, RIGHT, who="mira")
    record_samples.WHO["Fredriksen"] = ("person/bellini", "ITA", "GOV")
    run(store, pipeline=fake_pipeline(version="2"))
    made = judge(store, "same", LEFT, "person/bellini", who="mira")
    assert store.judged().canonical(RIGHT) == "person/bellini"
    undo(store, made.id, who="mira")
    assert store.judged().canonical(LEFT) == RIGHT
