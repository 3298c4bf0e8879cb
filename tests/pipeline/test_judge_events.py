"""Events merged and split by judgement, kept through re-runs and new reports."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import query
from dateline.errors import UsageError
from dateline.fuse import FUSER, fuse
from dateline.fuse.copies import origins
from dateline.model import Event
from dateline.pipeline import add, run
from dateline.pipeline.judging import judge, undo
from dateline.store import Selection, Store, open_store
from dateline.store.sqlite import SqliteStore
from record_samples import fake_pipeline, report

MET = "Anders met Bellini in Rome."
ARMED = "Costa armed Italy."
LATE = "Anders accused Costa."


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        read(opened, ("a", MET, 3), ("b", MET + " Quite so.", 3), ("c", ARMED, 7), ("d", LATE, 5))
        yield opened


def read(store: Store, *texts: tuple[str, str, int], version: str = "1") -> None:
    add(store, [report(text, publisher=f"Outlet {name}", day=day, id=name) for name, text, day in texts])
    run(store, pipeline=fake_pipeline(version=version))


def events(store: Store) -> list[Event]:
    return [row.event for row in store.events(Selection(limit=1000)).rows]


def of(store: Store, document: str) -> Event:
    return next(each for each in events(store) if document in documents(store, each))


def documents(store: Store, event: Event) -> set[str]:
    return {row.document.id for row in store.event_mentions(event.id)}


def is_as_afresh(store: Store) -> bool:
    found = fuse(store.all_mentions(), store.heads(), store.judged(), origins(store.copies()))
    return {each.id: each for each in found} == {each.id: each for each in events(store)}


def test_two_events_are_made_one_though_type_and_day_differ(store: Store) -> None:
    made = judge(store, "same", of(store, "a").id, of(store, "c").id, why="one affair", who="mira")
    assert made.left.startswith("mention-")
    assert set(store.unfused(FUSER) or ()) == {"a", "b", "c"}  # d has no part in it
    run(store, pipeline=fake_pipeline())
    event = of(store, "a")
    assert documents(store, event) == {"a", "b", "c"}
    (reason,) = (each for each in event.because if each.step == "fuse.judged")
    assert "one affair" in reason.reason
    assert "mira" in reason.reason
    assert reason.rule == made.id
    assert any(each.because.step == "fuse.judged" for each in query.why(store, event.id))
    assert is_as_afresh(store)


def test_it_holds_for_a_new_coder_for_new_reports_and_until_undone(store: Store) -> None:
    made = judge(store, "same", of(store, "a").id, of(store, "c").id, why="one affair", who="mira")
    run(store, pipeline=fake_pipeline(version="2"))
    assert documents(store, of(store, "c")) == {"a", "b", "c"}
    read(store, ("e", MET + " A third says so.", 3))
    assert documents(store, of(store, "e")) == {"a", "b", "c", "e"}
    read(store, ("f", ARMED + " Another too.", 7))
    assert documents(store, of(store, "f")) == {"a", "b", "c", "e", "f"}
    assert is_as_afresh(store)
    undo(store, made.id, who="noor")
    run(store, pipeline=fake_pipeline())
    assert documents(store, of(store, "c")) == {"c", "f"}
    assert is_as_afresh(store)


def test_one_event_is_split_by_two_of_its_mentions(store: Store) -> None:
    left, right = of(store, "a").mentions
    made = judge(store, "different", left, right, why="two dinners", who="mira")
    run(store, pipeline=fake_pipeline())
    assert documents(store, of(store, "a")) == {"a"}
    assert documents(store, of(store, "b")) == {"b"}
    assert any(each.rule == made.id and "two dinners" in each.reason for each in of(store, "b").because)
    read(store, ("e", MET + " A third says so.", 3))
    assert of(store, "a").id != of(store, "b").id
    assert is_as_afresh(store)


def test_a_judgement_whose_mention_is_gone_is_listed_as_without_effect(store: Store) -> None:
    made = judge(store, "same", of(store, "a").id, of(store, "c").id, why="one affair", who="mira")
    read(store, ("c", "Nothing of the kind.", 7))
    (row,) = store.judgements()
    assert row.gone == tuple(side for side in (made.left, made.right) if store.mention(side) is None)
    assert len(row.gone) == 1
    assert documents(store, of(store, "a")) == {"a", "b"}
    add(store, [report(ARMED, publisher="Outlet c, corrected", day=7, id="c")])
    run(store, pipeline=fake_pipeline())  # the words are back, and so is the mention
    assert store.judgements()[0].gone == ()
    assert documents(store, of(store, "a")) == {"a", "b", "c"}


def test_what_contradicts_is_refused(store: Store) -> None:
    first, second, third = (of(store, name).id for name in "acd")
    judge(store, "same", first, second, why="one affair", who="mira")
    assert judge(store, "same", second, first, why="again", who="noor").who == "mira"
    judge(store, "different", second, third, who="mira")
    with pytest.raises(UsageError, match="one affair"):
        judge(store, "same", first, third, why="no", who="mira")
    with pytest.raises(UsageError, match="entity with an entity"):
        judge(store, "same", first, "person/anders", who="mira")
    with pytest.raises(UsageError, match="no event 'event-0'"):
        judge(store, "same", first, "event-0", who="mira")
    with pytest.raises(UsageError, match="itself"):
        judge(store, "same", first, first, who="mira")
    assert [row.judgement.who for row in store.judgements(first)] == ["mira"]


def test_mentions_of_one_telling_cannot_be_parted(store: Store) -> None:
    read(store, ("two", f"{MET} {MET}", 20))
    left, right = of(store, "two").mentions
    with pytest.raises(UsageError, match="as one happening"):
        judge(store, "different", left, right, who="mira")


@pytest.mark.parametrize("seed", range(6))
def test_judged_events_come_out_the_same_in_any_order_of_arrival(tmp_path: Path, seed: int) -> None:
    texts = [(f"r{n}", f"{text} Number {n}.", 3 + n % 2) for n, text in enumerate((MET, ARMED, LATE) * 4)]
    with SqliteStore(tmp_path / "record.db") as store:
        read(store, *texts[:6])
        judge(store, "same", of(store, "r0").id, of(store, "r1").id, why="one", who="mira")
        judge(store, "different", of(store, "r0").mentions[0], of(store, "r3").mentions[-1], why="two", who="mira")
        run(store, pipeline=fake_pipeline())
        assert is_as_afresh(store)
        rest = texts[6:]
        random.Random(seed).shuffle(rest)  # noqa: S311 — an order, no secret
        for text in rest:
            read(store, text)
            assert is_as_afresh(store)
