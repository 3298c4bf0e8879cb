"""What every store promises to those who watch it: happenings that last, a log, an outbox."""

from __future__ import annotations

import datetime as dt
import random
import sqlite3
from collections import Counter
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from dateline.pipeline import run
from dateline.pipeline.judging import judge, undo
from dateline.query.filter import EventFilter
from dateline.store import Selection
from dateline.store.watching import Alert, Cause, FeedState, ListedItem, What
from record_samples import fake_pipeline, report

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.model import Document
    from dateline.store import Store
    from dateline.store.watching import News

BEGIN = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
MEETING = "Anders met Bellini."


def bring(store: Store, *documents: Document, version: str = "1") -> None:
    for document in documents:
        store.add_document(document)
    run(store, pipeline=fake_pipeline(version=version))


def log(store: Store) -> list[tuple[str, str]]:
    return [(str(row.what), str(row.cause)) for row in store.logged(BEGIN)]


def told(store: Store, alert: str = "all", **wanted: object) -> list[News]:
    """What is news, put into the outbox as alerting does."""
    seen, found = store.news(alert, Selection(**wanted))
    messages = [
        (
            each,
            Alert(key=f"{each.seq} {each.event.sources}", alert=alert, record="{}", made=BEGIN) if each.told else None,
        )
        for each in found
    ]
    store.save_alerts(alert, seen, messages, ["there"])
    return [each for each in found if each.told]


# -- what becomes of events --------------------------------------------------------------------------


def test_a_new_report_of_a_known_fact_is_told_apart_from_a_new_fact(store: Store) -> None:
    bring(store, report(MEETING))
    assert log(store) == [("event", "report")]
    bring(store, report(f"Rain. {MEETING}", publisher="The Herald"))
    bring(store, report("Italy accused Portugal.", publisher="The Herald"))
    assert log(store)[1:] == [("source", "report"), ("event", "report")]
    source = store.logged(BEGIN)[1]
    assert source.held["sources"] == [1, 2]


def test_a_value_that_changes_is_logged_with_both(store: Store) -> None:
    bring(store, report(MEETING))
    bring(store, report("Anders met Bellini in Rome.", publisher="The Herald"))
    (value,) = [row for row in store.logged(BEGIN) if row.what is What.VALUE]
    assert (value.held["field"], value.held["before"], value.held["after"]) == ("where", None, "Rome (ITA)")
    assert value.cause is Cause.REPORT


def test_an_event_that_an_earlier_report_founds_anew_stays_the_same_happening(store: Store) -> None:
    bring(store, report(MEETING, day=4))
    (before,) = store.logged(BEGIN)
    bring(store, report(MEETING, publisher="The Herald", day=3))
    rows = store.logged(BEGIN)
    assert {row.happening for row in rows} == {before.happening}
    assert {row.event_id for row in rows} != {before.event_id}, "its id is another one now"
    assert What.GONE not in {row.what for row in rows}


def test_a_revised_report_goes_on_with_its_event(store: Store) -> None:
    bring(store, report(MEETING, id="r"))
    bring(store, report("In Rome. Anders met Bellini in Rome.", id="r"))
    assert log(store) == [("event", "report"), ("value", "revision")]
    bring(store, report("Nothing happened.", id="r"))
    assert log(store)[2:] == [("gone", "revision")]
    assert store.logged(BEGIN)[-1].event_id is None


def test_another_version_of_the_coder_is_labelled(store: Store) -> None:
    bring(store, report(MEETING), report(MEETING, publisher="The Herald"))
    bring(store, version="2")
    assert log(store) == [("event", "report")], "the same events again are no change"
    assert store.overview().counts.events == 1


def test_an_event_waits_for_its_report_to_be_coded(store: Store) -> None:
    bring(store, report(MEETING, id="r"))
    store.add_document(report("First. Anders met Bellini.", id="r"))
    bring_other = report("Italy accused Portugal.", publisher="The Herald")
    store.add_document(bring_other)
    run(store, pipeline=fake_pipeline())
    assert log(store) == [("event", "report"), ("event", "report")]


# -- news --------------------------------------------------------------------------------------------


def test_news_are_told_once_and_a_source_when_it_is_independent(store: Store) -> None:
    store.start_alert("all")
    bring(store, report(MEETING))
    assert [each.known for each in told(store)] == [False]
    assert told(store) == []
    bring(store, report(MEETING + " Again.", publisher="The Courier", day=3))
    assert told(store) == [], "the same publisher is no new source"
    bring(store, report(MEETING, publisher="The Herald"))
    assert [each.known for each in told(store)] == [], "the same words are a copy"
    bring(store, report("Rain. Anders met Bellini.", publisher="The Gazette"))
    assert [each.known for each in told(store)] == [True]


def test_what_an_alert_told_survives_a_new_coder_and_a_revision(store: Store) -> None:
    store.start_alert("all")
    bring(store, report(MEETING, id="r"), report("Sweden accused Italy."))
    assert len(told(store)) == 2
    bring(store, version="2")
    assert told(store) == []
    bring(store, report("Later. Anders met Bellini.", id="r"), version="2")
    assert told(store) == []
    bring(store, report("Later. Anders met Bellini. Anders met Costa.", id="r"), version="3")
    (new,) = told(store)
    assert {party.name for party in new.event.recipients} == {"Costa"}


def test_events_that_turn_out_to_be_one_are_not_told_again_nor_when_they_part(store: Store) -> None:
    store.start_alert("all")
    bring(store, report("Anders met Bellini."), report("Rain. Costa met Bellini.", publisher="The Herald"))
    assert len(told(store)) == 2
    judgement = judge(store, "same", "person/anders", "person/costa", who="me", force=True)
    bring(store)
    assert store.overview().counts.events == 1
    assert told(store) == []
    assert set(log(store)[2:]) == {("source", "regrouped"), ("value", "regrouped"), ("gone", "regrouped")}
    bring(store, report("Snow. Costa met Bellini.", publisher="The Gazette"))
    assert [each.known for each in told(store)] == [True]
    undo(store, judgement.id, who="me")
    bring(store)
    assert store.overview().counts.events == 2
    assert told(store) == []
    bring(store, report("Hail. Anders met Bellini.", publisher="The Post"))
    assert [each.known for each in told(store)] == [True]


def test_events_from_before_the_log_are_known_facts(store: Store, open_again: Callable[[], Store]) -> None:
    bring(store, report(MEETING))
    with closing(sqlite3.connect(store.location, isolation_level=None)) as base:
        later = [
            row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'") if _is_new(row[0])
        ]
        for name in later:
            base.execute(f"DROP TABLE {name}")
        for name in ("documents_added", "document_versions_replaced"):
            base.execute(f"DROP INDEX {name}")
        base.execute("PRAGMA user_version = 5")
    store.close()
    again = open_again()
    again.start_alert("all")
    bring(again, report(f"Rain. {MEETING}", publisher="The Herald"))
    assert log(again) == [("source", "report")]


def _is_new(table: str) -> bool:
    names = "feeds feed_items withdrawals coded_since happenings happening_documents changes alerts alerted"
    return table in {*names.split(), "alerted_documents", "outbox", "outbox_targets"}


def test_a_query_hears_of_an_event_when_it_comes_to_fit(store: Store) -> None:
    store.start_alert("rome")
    bring(store, report(MEETING))
    assert told(store, "rome", place_country=("ITA",)) == []
    bring(store, report("Anders met Bellini in Rome.", publisher="The Herald"))
    assert [each.known for each in told(store, "rome", place_country=("ITA",))] == [False]


@pytest.mark.parametrize("seed", range(6))
def test_whatever_comes_in_whatever_order_each_fact_is_told_once(store: Store, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 — no secret
    acts = ("Anders met Bellini", "Italy accused Portugal", "Sweden armed Italy with 12 howitzers")
    reports: dict[str, tuple[str, int]] = {}
    heard: Counter[tuple[str, str]] = Counter()
    sources: set[tuple[object, ...]] = set()
    version = 1
    store.start_alert("all")
    for step in range(40):
        match chance.choices(("add", "revise", "recode", "forget"), (6, 3, 1, 1))[0]:
            case "add":
                key = f"r{chance.randrange(10**6):06}"
                reports[key] = chance.choice(acts), chance.randrange(1, 31, 4)
            case "revise" if reports:
                key = chance.choice(sorted(reports))
            case "recode":
                version += 1
                key = ""
            case _:
                key = ""
        if key:
            act, day = reports[key]
            paper = f"Paper {key[-1]}"
            store.add_document(report(f"Step {step}. {act}.", publisher=paper, day=day, id=key))
        if chance.random() < 0.7:
            run(store, pipeline=fake_pipeline(version=str(version)))
        if chance.random() < 0.6:
            for each in told(store):
                if each.known:
                    assert (each.seq, each.documents) not in sources
                    sources.add((each.seq, each.documents))
                else:
                    heard[each.event.event_type, str(each.event.when)] += 1
    run(store, pipeline=fake_pipeline(version=str(version)))
    for each in told(store):
        if not each.known:
            heard[each.event.event_type, str(each.event.when)] += 1
    there = {(row.event.event_type, str(row.event.when)) for row in store.events(Selection(limit=1_000)).rows}
    assert len(there) == len(set(reports.values()))
    assert heard == dict.fromkeys(there, 1)


def test_the_outbox_gives_a_message_until_it_arrived(store: Store) -> None:
    store.start_alert("all")
    bring(store, report(MEETING))
    told(store)
    (message,) = store.outbox("there", 0.0)
    store.not_delivered("there", [message], "no answer", 100.0)
    assert store.outbox("there", 99.0) == ()
    assert store.next_delivery(["there"]) == 100.0
    (again,) = store.outbox("there", 100.0)
    assert (again.key, again.tries) == (message.key, 1)
    store.delivered("there", [again])
    assert store.outbox("there", 1e9) == ()
    assert [each.key for each in store.sent("there", 9)] == [message.key]
    assert store.outbox("elsewhere", 1e9) == ()


def test_a_batch_stays_as_it_is_until_it_arrived(store: Store) -> None:
    store.start_alert("all")
    bring(store, report(MEETING))
    told(store)
    key, first = store.batch("there", 0.0, 10)
    bring(store, report("Italy accused Portugal."))
    told(store)
    assert store.batch("there", 0.0, 10) == (key, first)
    store.delivered("there", first)
    other, second = store.batch("there", 0.0, 10)
    assert other != key
    assert len(second) == 1


# -- feeds -------------------------------------------------------------------------------------------


def listed(*keys: str, digest: str = "") -> list[ListedItem]:
    return [
        ListedItem(item=key, document_id=f"doc-{key}", digest=key + digest, record="{}", age=dt.date(2021, 1, int(key)))
        for key in keys
    ]


def test_items_wait_until_they_are_read_and_again_when_they_change(store: Store) -> None:
    feed = FeedState(url="u", polled=5.0, due=10.0)
    assert store.save_poll(feed, listed("1", "2")).new == 2
    first, second = store.due_items(["u"], 5.0)
    store.save_item(first, None)
    assert [each.item for each in store.due_items(["u"], 9.0)] == [second.item]
    assert store.save_poll(feed, listed("1", "2")).changed == 0
    assert store.save_poll(feed, listed("1", digest="!")).changed == 1
    assert {each.item for each in store.due_items(["u"], 9.0)} == {"1", "2"}
    assert store.due_items(["other"], 9.0) == ()
    assert store.feed("u") == feed


def test_an_item_that_changed_while_it_was_read_still_waits(store: Store) -> None:
    feed = FeedState(url="u", polled=5.0, due=10.0)
    store.save_poll(feed, listed("1"))
    (item,) = store.due_items(["u"], 5.0)
    store.save_poll(feed, listed("1", digest="!"))
    store.save_item(item, None)
    assert len(store.due_items(["u"], 5.0)) == 1


@pytest.mark.parametrize(
    ("later", "withdrawn"),
    [(["3", "1"], ("doc-2",)), (["3", "2"], ()), (["2", "1"], ("doc-3",)), (["3"], ()), (["4", "3", "2"], ())],
)
def test_what_is_missing_among_older_ones_was_withdrawn(
    store: Store, later: list[str], withdrawn: tuple[str, ...]
) -> None:
    feed = FeedState(url="u", polled=5.0, due=10.0)
    for key in "123":
        store.add_document(report(f"Report {key}.", id=f"doc-{key}"))
    store.save_poll(feed, listed("3", "2", "1"))
    assert store.save_poll(feed, listed(*later)).withdrawn == ()
    assert store.save_poll(feed, None).withdrawn == withdrawn
    assert [key for key in ("doc-1", "doc-2", "doc-3") if store.withdrawal(key)] == list(withdrawn)


def test_changes_of_reports_come_with_the_fields(store: Store) -> None:
    store.add_document(report(MEETING, id="r", title="Talks"))
    store.add_document(report("Anders met Bellini at noon.", id="r", title="Talks"))
    store.add_document(report("Anders met Bellini at noon.", id="r", title="Meeting"))
    store.withdraw("r", "the page is gone")
    store.restore("r")
    rows = store.document_changes(BEGIN)
    assert sorted(row.what for row in rows) == ["added", "restored", "revised", "revised", "withdrawn"]
    fields = [(each.field, each.before, each.after) for row in rows for each in row.fields]
    assert fields == [("text", "3 words", "5 words"), ("title", "Talks", "Meeting")]
    assert store.document_changes(dt.datetime.now(dt.UTC) + dt.timedelta(days=1)) == ()


def test_only_matching_events_are_chosen(store: Store) -> None:
    bring(store, report("Anders met Bellini. Italy accused Portugal."))
    events = [row.event for row in store.events(Selection()).rows]
    (meeting,) = [each.id for each in events if each.event_type == "CONSULT"]
    chosen = store.matching(EventFilter.from_query("type=consult").checked(), [each.id for each in events])
    assert chosen == {meeting}
