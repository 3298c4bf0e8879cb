"""What every store promises; it speaks to the Store protocol alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from dateline.errors import RecordError, SpanError, UsageError
from dateline.fuse import FUSER, fuse
from dateline.model import Coding, Document, Evidence
from dateline.pipeline import Processed
from dateline.store import Added, CodedDocument, Coder, Reject, Selection, State, Store
from record_samples import fake_pipeline, report

ONE = report("Anders met Bellini in Rome. Anders accused Costa.", title="Talks in Rome")
TWO = report("Italy armed Portugal with 12 howitzers. Anders met Bellini.", publisher="The Herald", day=4)
ODD = "half a pair \ud83d, a nul \0, Ünïcode 🎈 and right-to-left עברית"


def coder(version: str = "1") -> Coder:
    return fake_pipeline(version=version).identity


def coded(document: Document, version: str = "1") -> CodedDocument:
    (found,) = fake_pipeline(version=version).process([document])
    assert isinstance(found, Processed)
    return CodedDocument(document=found.document, annotations=found.annotations, coding=found.coding)


def fill(store: Store, *documents: Document, version: str = "1") -> int:
    for document in documents:
        store.add_document(document)
    run = store.start_run(coder(version)).id
    for document in documents:
        store.save_coding(run, coded(document, version))
    store.save_events(FUSER, store.stamp(), fuse(store.all_mentions(), store.heads()))
    store.finish_run(run)
    return run


def ids(store: Store, **wanted: object) -> list[str]:
    return [row.event.id for row in store.events(Selection(**wanted)).rows]


# -- documents ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "document", [ONE, Document.of("bare"), Document.of(ODD, title=ODD, publisher=ODD, url=ODD, source=ODD)]
)
def test_a_document_comes_back_as_it_was(store: Store, document: Document) -> None:
    assert store.add_document(document) is Added.NEW
    assert store.document(document.id) == document


def test_the_same_content_is_known_wherever_it_lay(store: Store) -> None:
    store.add_document(ONE)
    assert store.add_document(ONE) is Added.KNOWN
    assert store.add_document(replace(ONE, source="another folder/report.txt")) is Added.KNOWN
    assert store.document(ONE.id) == ONE


def test_another_text_under_one_id_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    first, second = report("Anders met Bellini.", id="r1"), report("Anders met Costa.", id="r1")
    fill(store, first)
    assert store.add_document(second) is Added.REVISED
    assert store.document("r1") == second
    assert store.versions("r1") == (first,)
    assert store.coding("r1") is None
    assert store.pending(coder().fingerprint) == ("r1",)
    assert store.add_document(first) is Added.KNOWN, "an older version that comes again is not a revision"
    assert store.document("r1") == second


def test_a_later_day_of_publication_is_a_new_version(store: Store) -> None:
    first, second = report("Anders met Bellini.", id="r1", day=3), report("Anders met Bellini.", id="r1", day=4)
    store.add_document(first)
    assert store.add_document(second) is Added.REVISED


def test_raw_bytes_are_kept_apart(store: Store) -> None:
    store.add_document(ONE, raw=b"<p>Anders met Bellini" * 100)
    store.add_document(TWO)
    assert store.raw(ONE.id) == b"<p>Anders met Bellini" * 100
    assert store.raw(TWO.id) is None


def test_an_id_that_cannot_be_looked_up_is_refused(store: Store) -> None:
    with pytest.raises(RecordError, match="surrogate"):
        store.add_document(Document.of("text", id="a\ud800"))
    assert store.overview().documents == 0


def test_documents_are_paged_in_order_of_arrival(store: Store) -> None:
    several = [report(f"Report number {n}.") for n in range(5)]
    for document in several:
        store.add_document(document)
    seen, cursor = [], None
    while True:
        page = store.documents(limit=2, cursor=cursor)
        seen += [head.id for head in page.rows]
        cursor = page.next
        if cursor is None:
            break
    assert seen == [document.id for document in several]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("howitzers", True),
        ("HOWITZER", True),
        ('"armed portugal"', True),
        ('"portugal armed"', False),
        ("howi*", True),
        ("howi", False),
        ("howitzers Rome", False),
        ('NOT "', None),
        ("AND OR NEAR(", False),
        ("text:howitzers", False),
        ("*", None),
        ("   ", None),
    ],
)
def test_full_text_takes_anything_a_person_types(store: Store, words: str, found: bool | None) -> None:
    fill(store, TWO)
    if found is None and not any(char.isalnum() for char in words):
        with pytest.raises(UsageError, match="no word"):
            store.documents(text=words)
        return
    assert bool(store.documents(text=words).rows) is bool(found)
    assert bool(store.events(Selection(text=words)).rows) is bool(found)


def test_full_text_follows_a_new_version(store: Store) -> None:
    store.add_document(report("A story of turnips.", id="r1"))
    store.add_document(report("A story of radishes.", id="r1"))
    assert not store.documents(text="turnips").rows
    assert [head.versions for head in store.documents(text="radishes").rows] == [2]


# -- codings -----------------------------------------------------------------------------------------


def test_a_coding_comes_back_as_it_was_but_for_tokens_and_names(store: Store) -> None:
    fill(store, ONE, TWO)
    for document in (ONE, TWO):
        want = coded(document)
        assert store.coding(document.id) == want.coding
        assert store.annotations(document.id) == replace(want.annotations, tokens=(), names=())
        assert [row.mention for row in store.document_mentions(document.id)] == list(want.coding.mentions)
        assert store.claims(document.id) == want.coding.claims
    assert len(store.claims()) == 1


def test_the_same_coder_twice_changes_nothing(store: Store) -> None:
    run = fill(store, ONE)
    before = store.runs(), store.document_mentions(ONE.id), store.overview()
    assert store.save_coding(run, coded(ONE)) is False
    assert (store.runs(), store.document_mentions(ONE.id), store.overview()) == before
    assert not store.stale(FUSER)


def test_a_new_coder_replaces_the_coding(store: Store) -> None:
    fill(store, ONE, TWO)
    assert store.pending(coder("2").fingerprint) == (ONE.id, TWO.id)
    run = store.start_run(coder("2")).id
    assert store.save_coding(run, coded(ONE, "2")) is True
    assert {row.mention.coder for row in store.document_mentions(ONE.id)} == {"fake coder 2"}
    assert store.pending(coder("2").fingerprint) == (TWO.id,)
    assert store.stale(FUSER)


def test_a_quote_that_is_not_there_is_refused_and_nothing_is_written(store: Store) -> None:
    store.add_document(ONE)
    run = store.start_run(coder()).id
    good = coded(ONE)
    first, second = good.coding.mentions
    wrong = replace(second, trigger=Evidence(start=second.trigger.start, end=second.trigger.end, text="ACCUSED"))
    with pytest.raises(SpanError, match="ACCUSED"):
        store.save_coding(run, replace(good, coding=replace(good.coding, mentions=(first, wrong))))
    assert store.coding(ONE.id) is None
    assert store.pending(coder().fingerprint) == (ONE.id,)


def test_a_coding_of_another_document_or_sentence_is_refused(store: Store) -> None:
    store.add_document(ONE)
    store.add_document(TWO)
    run = store.start_run(coder()).id
    good = coded(ONE)
    with pytest.raises(RecordError, match=TWO.id):
        store.save_coding(run, replace(good, coding=Coding(document_id=TWO.id)))
    beyond = replace(good.coding.mentions[0], sentence=9)
    with pytest.raises(RecordError, match="no sentence 9"):
        store.save_coding(run, replace(good, coding=replace(good.coding, mentions=(beyond,))))


def test_a_coding_of_an_earlier_version_is_left_out(store: Store) -> None:
    first, second = report("Anders met Bellini.", id="r1"), report("Anders met Costa.", id="r1")
    store.add_document(first)
    run = store.start_run(coder()).id
    store.add_document(second)
    assert store.save_coding(run, coded(first)) is False
    assert store.save_failure(run, first, ValueError("late")) is False
    assert store.pending(coder().fingerprint) == ("r1",)


def test_a_failure_is_kept_with_its_reason_until_a_coder_succeeds(store: Store) -> None:
    store.add_document(ONE)
    run = store.start_run(coder()).id
    assert store.save_failure(run, ONE, ZeroDivisionError("by nought"))
    assert store.pending(coder().fingerprint) == ()
    head = store.head(ONE.id)
    assert head is not None
    assert head.state is State.FAILED
    (reject,) = store.rejects()
    assert (reject.reason, reject.message, reject.document_id, reject.run) == (
        "ZeroDivisionError",
        "by nought",
        ONE.id,
        run,
    )
    fill(store, ONE, version="2")
    assert store.rejects() == ()


# -- runs and rejects ------------------------------------------------------------------------------


def test_an_unfinished_run_is_taken_up(store: Store, open_again: Callable[[], Store]) -> None:
    first = store.start_run(coder())
    store.close()
    again = open_again()
    assert again.unfinished_run(coder().fingerprint)
    assert again.start_run(coder()) == first
    assert again.start_run(coder("2")).id != first.id
    assert again.finish_run(first.id).finished is not None
    assert again.start_run(coder()).id not in (first.id,)


def test_a_run_counts_what_it_did(store: Store) -> None:
    fill(store, ONE, TWO)
    (run,) = store.runs()
    assert (run.documents, run.failed, run.mentions, run.claims, run.events) == (2, 0, 4, 1, 3)
    assert run.coder == "fake coder 1"
    assert run.finished is not None


def test_the_same_reject_is_kept_once(store: Store) -> None:
    reject = Reject(source="a.jsonl", position=12, reason="MalformedSource", message="cannot read a.jsonl")
    assert store.add_reject(reject) is True
    assert store.add_reject(reject) is False
    assert store.rejects() == (reject,)


# -- events ------------------------------------------------------------------------------------------


def test_events_come_back_with_their_mentions(store: Store) -> None:
    fill(store, ONE, TWO)
    rows = store.events(Selection()).rows
    assert len(rows) == 3
    for row in rows:
        assert store.event(row.event.id) == row.event
        told = store.event_mentions(row.event.id)
        assert tuple(each.mention.id for each in told) == row.event.mentions
        assert row.quote == told[0].quote
        assert store.mention(told[0].mention.id) == told[0]
    (meeting,) = ids(store, type=("CONSULT",))
    assert [each.document.publisher for each in store.event_mentions(meeting)] == ["The Courier", "The Herald"]
    assert [each.quote for each in store.event_mentions(meeting)] == [
        "Anders met Bellini in Rome.",
        "Anders met Bellini.",
    ]


def test_writing_the_same_events_changes_nothing(store: Store) -> None:
    fill(store, ONE, TWO)
    assert store.save_events(FUSER, store.stamp(), fuse(store.all_mentions(), store.heads())) == 0
    assert store.save_events(FUSER, store.stamp(), []) == 3
    assert store.overview().counts.events == 0


def test_events_of_codings_that_changed_meanwhile_are_not_written(store: Store) -> None:
    fill(store, ONE)
    stamp, events = store.stamp(), fuse(store.all_mentions(), store.heads())
    store.save_coding(store.start_run(coder("2")).id, coded(ONE, "2"))
    assert store.stamp() > stamp
    assert store.save_events(FUSER, stamp, events) is None
    assert store.stale(FUSER)
    assert store.overview().stale


def test_an_event_that_nobody_tells_any_more_is_gone_at_once(store: Store) -> None:
    fill(store, ONE, TWO)
    store.save_failure(store.start_run(coder("2")).id, ONE, ValueError("no more"))
    left = [row.event.event_type for row in store.events(Selection()).rows]
    assert sorted(left) == ["AID", "CONSULT"], "the meeting is told by another report"
    for event in ids(store):
        assert store.event_mentions(event)


def test_nothing_is_stale_where_nothing_was_coded(store: Store) -> None:
    store.add_document(ONE)
    assert store.stamp() == 0
    assert not store.stale(FUSER)


def test_another_fuser_has_to_fuse_anew(store: Store) -> None:
    fill(store, ONE)
    assert store.stale("fuse 99")


def test_events_link_again_after_a_new_coding_with_the_same_ids(store: Store) -> None:
    fill(store, ONE)
    run = store.start_run(coder("2")).id
    store.save_coding(run, coded(ONE))
    events = fuse(store.all_mentions(), store.heads())
    store.save_events(FUSER, store.stamp(), events)
    for event in events:
        assert len(store.event_mentions(event.id)) == len(event.mentions)


@pytest.mark.parametrize(
    ("wanted", "types"),
    [
        ({}, ["AID", "CONSULT", "ACCUSE"]),
        ({"type": ("AID", "ACCUSE")}, ["AID", "ACCUSE"]),
        ({"actor": "Anders"}, ["CONSULT", "ACCUSE"]),
        ({"actor": "person/anders"}, ["CONSULT", "ACCUSE"]),
        ({"actor": "SWE"}, ["CONSULT", "ACCUSE"]),
        ({"actor": "ander"}, ["CONSULT", "ACCUSE"]),
        ({"actor": "%"}, []),
        ({"actor": "PRT"}, []),
        ({"recipient": "PRT"}, ["AID", "ACCUSE"]),
        ({"party": "PRT"}, ["AID", "ACCUSE"]),
        ({"pair": ("PRT", "ITA")}, ["AID"]),
        ({"pair": ("SWE", "Bellini")}, ["CONSULT"]),
        ({"pair": ("SWE", "SWE")}, []),
        ({"country": ("ITA",)}, ["AID", "CONSULT"]),
        ({"place_country": ("ITA",)}, ["CONSULT"]),
        ({"context": ("military",)}, ["AID"]),
        ({"context": ("mil",)}, []),
        ({"modality": ("asserted",)}, ["AID", "CONSULT", "ACCUSE"]),
        ({"modality": ("negated",)}, []),
        ({"mode": ("visit",)}, []),
        ({"since": dt.date(2021, 3, 4)}, ["AID", "CONSULT"]),
        ({"until": dt.date(2021, 3, 3)}, ["CONSULT", "ACCUSE"]),
        ({"min_certainty": 0.76}, []),
        ({"publisher": ("The Herald",)}, ["AID", "CONSULT"]),
        ({"item_class": ("artillery",)}, ["AID"]),
        ({"document": ONE.id}, ["CONSULT", "ACCUSE"]),
        ({"text": "howitzers"}, ["AID", "CONSULT"]),
        ({"text": "howitzers", "type": ("CONSULT",), "actor": "SWE"}, ["CONSULT"]),
    ],
)
def test_selections(store: Store, wanted: dict[str, object], types: list[str]) -> None:
    fill(store, ONE, TWO)
    rows = store.events(Selection(**wanted)).rows
    assert sorted(row.event.event_type for row in rows) == sorted(types)
    counts = store.count(Selection(**wanted))
    assert counts.events == len(types)
    assert counts.mentions == sum(len(row.event.mentions) for row in rows)


def test_counts_say_events_mentions_and_sources(store: Store) -> None:
    fill(store, ONE, TWO)
    assert str(store.count(Selection())) == "3 events · 4 mentions · 2 sources"


def test_pages_have_every_event_once_newest_first_undated_last(store: Store) -> None:
    several = [report("Anders met Bellini.", day=day) for day in (2, 9, 5, 20, 14)]
    undated = Document.of("Anders met Costa.", publisher="The Herald")
    fill(store, *several, undated)
    seen, cursor = [], None
    while True:
        page = store.events(Selection(limit=2, cursor=cursor))
        seen += [row.event for row in page.rows]
        cursor = page.next
        if cursor is None:
            break
    days = [event.when.latest.day if event.when else None for event in seen]
    assert days == [20, 14, 9, 5, 2, None]
    with pytest.raises(UsageError, match="cursor"):
        store.events(Selection(cursor="page 2"))


def test_entities_count_events_mentions_and_documents(store: Store) -> None:
    fill(store, ONE, TWO)
    first = store.entities()[0]
    assert (first.canonical_id, first.name, first.events, first.mentions, first.documents) == (
        "person/anders",
        "Anders",
        2,
        3,
        2,
    )
    assert [entity.canonical_id for entity in store.entities(text="ITA")] == ["person/bellini", "state/ITA"]
    assert len(store.entity_mentions("person/anders")) == 3


def test_the_overview_adds_up(store: Store) -> None:
    fill(store, ONE, TWO)
    store.add_document(report("Not coded yet."))
    seen = store.overview()
    assert (seen.documents, seen.pending, seen.failed, seen.claims, seen.arms, seen.entities) == (3, 1, 0, 1, 1, 5)
    assert dict(seen.types) == {"ACCUSE": 1, "AID": 1, "CONSULT": 1}
    assert (seen.earliest, seen.latest) == (dt.date(2021, 3, 3), dt.date(2021, 3, 4))
    assert seen.stale is False


def test_what_is_not_there_is_none(store: Store) -> None:
    assert store.document("x") is None
    assert store.head("x") is None
    assert store.event("x") is None
    assert store.mention("x") is None
    assert store.coding("x") is None
    assert store.event_mentions("x") == ()
