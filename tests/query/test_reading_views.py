from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline import query
from dateline.errors import UsageError
from dateline.pipeline import add, run
from dateline.query import EventFilter
from dateline.store import Store, open_store
from record_samples import fake_pipeline, report

ONE = report("Anders met Bellini in Rome. Italy armed Portugal with 12 howitzers.")
TWO = report("Anders met Bellini.", publisher="The Herald", day=4)
LATER = report("Anders accused Costa.", day=20)


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(":memory:") as opened:
        add(opened, [ONE, TWO, LATER, report("Not yet.")])
        run(opened, pipeline=fake_pipeline())
        yield opened


def test_a_list_shows_its_counts_and_its_next_page(store: Store) -> None:
    first = query.events(store, EventFilter(limit=2))
    assert str(first.counts) == "3 events · 4 mentions · 2 sources"
    assert len(first.rows) == 2
    assert first.next is not None
    second = query.events(store, EventFilter.from_query(first.next.to_query()))
    assert (len(second.rows), second.next) == (1, None)
    assert second.counts == first.counts
    assert len({row.event.id for row in (*first.rows, *second.rows)}) == 3


def test_an_event_shows_each_mention_with_quote_and_publisher(store: Store) -> None:
    (row,) = query.events(store, EventFilter(type=("consult",), actor="Sweden")).rows
    seen = query.event(store, row.event.id)
    assert [(each.quote, each.document.publisher) for each in seen.mentions] == [
        ("Anders met Bellini in Rome.", "The Courier"),
        ("Anders met Bellini.", "The Herald"),
    ]


def test_a_document_shows_all_that_was_found_in_it(store: Store) -> None:
    seen = query.document(store, ONE.id)
    assert seen.document == ONE
    assert seen.coding is not None
    assert seen.annotations is not None
    assert (len(seen.mentions), len(seen.claims), len(seen.coding.arms)) == (2, 1, 1)
    for row in seen.mentions:
        assert ONE.text[row.quote_start :].startswith(row.quote)


def test_a_mention_knows_its_event(store: Store) -> None:
    row = query.document(store, TWO.id).mentions[0]
    assert query.mention(store, row.mention.id) == row
    assert row.event_id is not None
    assert row.mention.id in query.event(store, row.event_id).event.mentions


@pytest.mark.parametrize("ask", [query.event, query.document, query.mention, query.why])
def test_what_is_not_there_is_said_with_a_next_step(store: Store, ask: object) -> None:
    with pytest.raises(UsageError, match=r"no .*'x'.*dateline (events|show)"):
        ask(store, "x")


def test_why_an_event(store: Store) -> None:
    (row,) = query.events(store, EventFilter(type=("CONSULT",))).rows
    reasons = query.why(store, row.event.id)
    assert {reason.part for reason in reasons} == {"event", "mention", "actor", "recipient", "when"}
    join = reasons[0]
    assert join.because.step == "fuse.join"
    assert ONE.id in join.because.reason
    assert TWO.id in join.because.reason
    assert {reason.document_id for reason in reasons[1:]} == {ONE.id, TWO.id}
    verbs = [reason for reason in reasons if reason.part == "mention"]
    assert [reason.quote for reason in verbs] == ["met", "met"]
    assert verbs[0].because.reason == "the verb is 'met'"


def test_why_a_mention_and_why_an_entity(store: Store) -> None:
    row = query.document(store, LATER.id).mentions[0]
    assert {reason.about for reason in query.why(store, row.mention.id)} == {row.mention.id}
    reasons = query.why(store, "person/anders")
    assert len(reasons) == 3
    assert {(reason.quote, reason.value, reason.part) for reason in reasons} == {
        ("Anders", "Anders (SWE GOV)", "actor")
    }


def test_entities_and_documents(store: Store) -> None:
    assert query.entities(store, text="anders")[0].canonical_id == "person/anders"
    assert [head.id for head in query.documents(store, text="howitzers").rows] == [ONE.id]
    assert query.overview(store).documents == 4
