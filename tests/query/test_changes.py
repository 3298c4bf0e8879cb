from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

from dateline.errors import UsageError
from dateline.export.change_rows import CHANGE_COLUMNS, change_row
from dateline.pipeline import run
from dateline.query import EventFilter
from dateline.query.changes import Kind, changes, moment
from dateline.query.held import holds
from dateline.store.sqlite import SqliteStore
from record_samples import fake_pipeline, report
from reference_samples import deal, edition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from dateline.model import Document
    from dateline.query.changes import Change

BEGIN = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    with SqliteStore(tmp_path / "record.db") as held:
        yield held


def bring(store: SqliteStore, *documents: Document, version: str = "1") -> None:
    for document in documents:
        store.add_document(document)
    run(store, pipeline=fake_pipeline(version=version))


def news(store: SqliteStore, *queries: str) -> list[Change]:
    return [each for each in changes(store, BEGIN, [EventFilter.from_query(query) for query in queries]) if each.news]


def of_kind(found: list[Change], kind: Kind) -> list[Change]:
    return [each for each in found if each.kind is kind]


def test_facts_and_reports_are_told_apart(store: SqliteStore) -> None:
    bring(store, report("Anders met Bellini.", title="Talks"))
    bring(store, report("Rain. Anders met Bellini.", publisher="The Herald"))
    found = news(store)
    (fact,), (again,) = of_kind(found, Kind.NEW_FACT), of_kind(found, Kind.NEW_REPORT)
    assert fact.about == "Anders met Bellini."
    assert again.sources == (1, 2)
    assert [head.publisher for head in again.documents] == ["The Herald"]
    assert len(of_kind(found, Kind.ADDED)) == 2


def test_a_revised_report_changes_values_and_loses_events(store: SqliteStore) -> None:
    bring(store, report("Anders met Bellini. Italy accused Portugal.", id="r"))
    bring(store, report("Anders met Bellini in Rome. All is well.", id="r"))
    found = news(store)
    (value,), (gone,) = of_kind(found, Kind.CHANGED), of_kind(found, Kind.GONE)
    assert (value.fields[0].field, value.fields[0].after, value.cause) == ("where", "Rome (ITA)", "revision")
    assert gone.event is not None
    assert gone.event.event_type == "ACCUSE"
    assert "was revised" in gone.reason
    (revised,) = of_kind(found, Kind.REVISED)
    assert [each.field for each in revised.fields] == ["text"]


def test_another_coder_is_no_news(store: SqliteStore) -> None:
    class Blind(type(fake_pipeline()._coder)):
        def code(self, document: Document, annotations: object) -> object:
            coding = super().code(document, annotations)
            return type(coding)(document_id=document.id, mentions=(), arms=(), claims=())

    bring(store, report("Anders met Bellini."))
    blind = fake_pipeline(version="2")
    blind._coder = Blind("2")
    run(store, pipeline=blind)
    assert [each.kind for each in news(store)] == [Kind.ADDED]
    (gone,) = [each for each in changes(store, BEGIN) if each.kind is Kind.GONE]
    assert gone.cause == "coder"
    assert not gone.news


def test_a_filter_keeps_its_events_and_the_reports_that_tell_them(store: SqliteStore) -> None:
    bring(store, report("Anders met Bellini.", id="a"), report("Sweden accused Portugal.", id="b"))
    bring(store, report("Nothing.", id="a"))
    assert {str(each.kind) for each in news(store, "country=SWE&type=ACCUSE")} == {"new fact", "report added"}
    (gone,) = news(store, "pair=Anders&pair=Italy")
    assert gone.kind is Kind.GONE


def test_withdrawn_reports_are_told_with_the_reason(store: SqliteStore) -> None:
    bring(store, report("Anders met Bellini.", id="a"))
    store.withdraw("a", "its page is gone")
    (row,) = of_kind(news(store), Kind.WITHDRAWN)
    assert row.reason == "its page is gone"
    assert change_row(row)["reports"] == ["a"]
    assert set(CHANGE_COLUMNS) <= change_row(row).keys()


def test_a_new_edition_is_told_with_the_records_that_it_revises(store: SqliteStore) -> None:
    old, new = edition(vintage="2022-03-01", sha="0"), edition(vintage="2024-03-01", sha="1")
    store.add_edition(old, "old.csv", [deal(old, "9", "Italy", "Chile", (2010, 3.0))])
    (first,) = news(store)
    assert (first.kind, first.cause) == (Kind.EDITION, "reference")
    store.add_edition(new, "new.csv", [deal(new, "9", "Italy", "Chile", (2010, 4.0)), deal(new, "8", "Italy", "Peru")])
    (revised,) = of_kind(news(store), Kind.RECORD)
    assert [each.field for each in revised.fields] == ["delivered 2010"]
    assert "between 2022-03-01 and 2024-03-01" in revised.reason
    assert len(of_kind(news(store), Kind.EDITION)) == 2


def test_nothing_is_told_from_before(store: SqliteStore) -> None:
    bring(store, report("Anders met Bellini."))
    assert changes(store, dt.datetime.now(dt.UTC) + dt.timedelta(minutes=1)) == ()


def test_moments(monkeypatch: pytest.MonkeyPatch) -> None:
    now = dt.datetime(2026, 3, 2, 15, 0, tzinfo=dt.UTC)
    here = now.astimezone().tzinfo
    assert moment("yesterday", now) == dt.datetime(2026, 3, 1, tzinfo=here)
    assert moment("today", now) == dt.datetime(2026, 3, 2, tzinfo=here)
    assert moment("2026-01-05") == dt.datetime(2026, 1, 5).astimezone()
    assert moment("2026-01-05T08:00+02:00") == dt.datetime(2026, 1, 5, 6, tzinfo=dt.UTC)
    with pytest.raises(UsageError, match="yesterday"):
        moment("last week")


@pytest.mark.parametrize(
    ("query", "has"),
    [
        ("", True),
        ("type=CONSULT", True),
        ("type=AID", False),
        ("actor=SWE&recipient=ITA", True),
        ("actor=ITA", False),
        ("pair=ITA&pair=SWE", True),
        ("pair=ITA&pair=PRT", False),
        ("party=person/anders", True),
        ("party=ander", True),
        ("country=ITA", True),
        ("country=PRT", False),
        ("since=2021-03-03&until=2021-03-03", True),
        ("since=2021-03-04", False),
        ("min_certainty=0.9", False),
        ("place_country=ITA", True),
        ("context=military", False),
    ],
)
def test_what_is_gone_is_chosen_as_what_is_there(store: SqliteStore, query: str, *, has: bool) -> None:
    bring(store, report("Anders met Bellini in Rome."))
    wanted = EventFilter.from_query(query).checked()
    (row,) = store.events(EventFilter()).rows
    assert holds(wanted, row.event) is has
    assert bool(store.matching(wanted, [row.event.id])) is has
