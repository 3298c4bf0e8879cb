"""Fusing what changed gives what fusing everything gives, in any order of arrival."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from dateline.fuse import FUSER, fuse
from dateline.fuse.copies import origins
from dateline.model import Document, Event
from dateline.model.copies import CopyKind
from dateline.pipeline import add, run
from dateline.store import Selection, Store
from dateline.store.sqlite import SqliteStore
from record_samples import fake_pipeline, report

WHO = ("Anders", "Bellini", "Costa", "Sweden", "Italy", "Portugal")
ACTS = ("met", "accused", "agreed", "signed")
#: Enough words for reports of ours not to be copies of one another.
FILLER = (
    "alder", "birch", "cedar", "elm", "fir", "hazel", "larch", "maple", "oak", "pine", "rowan", "spruce", "willow"
)  # fmt: skip


def reports(number: int, seed: int) -> list[Document]:
    chance = random.Random(seed)  # noqa: S311 — repeatable, no secret
    made = []
    for n in range(number):
        told = []
        for _ in range(chance.randint(1, 3)):
            left, right = chance.sample(WHO, 2)
            told.append(f"{left} {chance.choice(ACTS)} {right}{chance.choice(('', ' in Rome'))}.")
        rest = " ".join(chance.choices(FILLER, k=40))
        made.append(report(f"{' '.join(told)} {rest} {n}.", publisher=f"Outlet {n % 5}", day=1 + n % 4, id=f"r{n}"))
    return made


def events_of(store: Store) -> dict[str, Event]:
    rows = store.events(Selection(limit=1000)).rows
    return {row.event.id: row.event for row in rows}


def afresh(store: Store) -> dict[str, Event]:
    found = fuse(store.all_mentions(), store.heads(), store.judged(), origins(store.copies()))
    return {event.id: event for event in found}


def entities_of(store: Store) -> list[object]:
    return sorted(map(repr, store.entities(limit=1000)))


def read(store: Store, documents: list[Document]) -> None:
    add(store, documents)
    run(store, pipeline=fake_pipeline())


@pytest.mark.parametrize("seed", range(20))
def test_reports_one_by_one_in_any_order_give_the_same_events(tmp_path: Path, seed: int) -> None:
    documents = reports(24, seed=1)
    with SqliteStore(tmp_path / "whole.db") as whole, SqliteStore(tmp_path / "parts.db") as parts:
        read(whole, documents)
        random.Random(seed).shuffle(documents)  # noqa: S311 — an order, no secret
        for start in range(0, len(documents), 5):
            read(parts, documents[start : start + 5])
            assert parts.unfused(FUSER) == ()
        assert events_of(parts) == events_of(whole) == afresh(parts)
        assert entities_of(parts) == entities_of(whole)
        assert any(event.documents > 2 for event in events_of(whole).values()), "the test joins something"
        reasons = [each.reason for event in events_of(whole).values() for each in event.because]
        assert any("AGREE and SUPPORT" in each or "SUPPORT and AGREE" in each for each in reasons), "and near types"


def test_revised_and_failed_reports_leave_nothing_behind(tmp_path: Path) -> None:
    documents = reports(16, seed=2)
    with SqliteStore(tmp_path / "parts.db") as store:
        read(store, documents)
        for number in (3, 7, 11):
            changed = report(f"Costa accused Sweden. Revised {number}.", publisher="Outlet 9", day=2, id=f"r{number}")
            read(store, [changed])
            assert events_of(store) == afresh(store)
        read(store, [report("Anders met CRASH.", id="r5", day=2)])
        assert events_of(store) == afresh(store)
        listed = entities_of(store)
        run(store, pipeline=fake_pipeline(version="2"))  # all is coded and listed anew
        assert entities_of(store) == listed


def test_a_judgement_has_all_events_fused_anew(tmp_path: Path) -> None:
    with SqliteStore(tmp_path / "parts.db") as store:
        read(store, reports(6, seed=3))
        run(store, pipeline=fake_pipeline())
        with store._writing() as connection:
            from dateline.store.sqlite.codings import mark_stale

            mark_stale(connection)
        assert store.unfused(FUSER) is None


WIRE = (
    "Anders met Bellini in Rome. The two spoke for an hour about grain and fuel and the price of both in the ports of "
    "the north, and about the winter, and said that they would meet again in spring when the ice has gone."
)


def test_a_copy_adds_a_report_but_no_source(tmp_path: Path) -> None:
    wire = report(WIRE, publisher="Wire", id="wire")
    copy = report(WIRE.replace("The two", "Both"), publisher="Daily", id="copy")
    own = report("Anders met Bellini in Rome. Nobody else was there but a cook.", publisher="Post", id="own")
    with SqliteStore(tmp_path / "parts.db") as store:
        read(store, [wire, own])
        (event,) = events_of(store).values()
        assert (event.documents, event.sources) == (2, 2)
        read(store, [copy])
        (event,) = events_of(store).values()
        assert (event.documents, event.sources) == (3, 2)
        (link,) = store.copies()
        assert (link.document, link.of, link.kind) == ("wire", "copy", CopyKind.COPY)  # of one day: by id
        assert store.copies(["own"]) == ()
        read(store, [report("Anders met Bellini in Rome. An entirely other text.", publisher="Daily", id="copy")])
        (event,) = events_of(store).values()
        assert (event.documents, event.sources) == (3, 3)
        assert store.copies() == ()
