"""Which event of before is which of now."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.fuse import fuse
from dateline.model import Event, Party
from dateline.pipeline import Processed
from dateline.store import DocumentHead, State
from dateline.store.happenings import Fresh, Known, origin_of, parts, same_happenings, value_changes
from record_samples import fake_pipeline, report


@pytest.fixture(scope="module")
def meeting() -> Event:
    document = report("Anders met Bellini in Rome.")
    (found,) = fake_pipeline().process([document])
    assert isinstance(found, Processed)
    head = DocumentHead(
        id=document.id,
        title=None,
        publisher=document.publisher,
        url=None,
        published=document.published,
        language="en",
        state=State.DONE,
        versions=1,
        mentions=1,
    )
    (event,) = fuse(found.coding.mentions, [head])
    return event


def known(event: Event, *documents: str, seq: int = 1) -> Known:
    return Known(seq=seq, event=event, documents=frozenset(documents))


def fresh(event: Event, *documents: str) -> Fresh:
    return Fresh(event=event, documents=frozenset(documents))


def named(event: Event, name: str, *mentions: str) -> Event:
    return replace(event, id=f"event-{name}", mentions=mentions)


def with_party(event: Event, name: str) -> Event:
    party = Party(evidence=None, name=name, canonical_id=f"person/{name}")
    return replace(event, actors=(party,), recipients=())


def test_a_mention_in_common_is_enough(meeting: Event) -> None:
    before, after = named(meeting, "a", "m1", "m2"), named(meeting, "b", "m0", "m2")
    assert same_happenings([known(before, "x")], [fresh(after, "y")]) == {0: 0}


def test_a_report_and_a_party_in_common_are_enough_for_one_type(meeting: Event) -> None:
    before, after = named(meeting, "a", "m1"), named(meeting, "b", "m2")
    assert same_happenings([known(before, "x")], [fresh(after, "x")]) == {0: 0}
    assert same_happenings([known(before, "x")], [fresh(after, "y")]) == {}
    assert same_happenings([known(before, "x")], [fresh(replace(after, event_type="AID"), "x")]) == {}
    assert same_happenings([known(before, "x")], [fresh(with_party(after, "costa"), "x")]) == {}


def test_each_goes_on_once_and_the_most_alike_first(meeting: Event) -> None:
    first, second = named(meeting, "a", "m1"), with_party(named(meeting, "b", "m2"), "costa")
    now = [with_party(named(meeting, "d", "n2"), "costa"), named(meeting, "c", "n1")]
    found = same_happenings([known(first, "x"), known(second, "x", seq=2)], [fresh(each, "x") for each in now])
    assert found == {0: 1, 1: 0}


def test_of_two_that_become_one_the_older_goes_on(meeting: Event) -> None:
    both = [known(named(meeting, "b", "m2"), "y", seq=2), known(named(meeting, "a", "m1"), "x", seq=1)]
    assert same_happenings(both, [fresh(named(meeting, "c", "m1", "m2"), "x", "y")]) == {0: 1}


def test_a_part_knows_what_it_was_part_of(meeting: Event) -> None:
    part_of = parts([known(named(meeting, "a", "m1", "m2", "m3"), "x"), known(named(meeting, "b", "m4"), "y")])
    assert origin_of(named(meeting, "c", "m4", "m2", "m3"), part_of) == 0
    assert origin_of(named(meeting, "c", "m9"), part_of) is None


def test_values_before_and_after(meeting: Event) -> None:
    assert list(value_changes(meeting, replace(meeting, certainty=0.1, sources=9))) == []
    (where,) = value_changes(replace(meeting, where=None), meeting)
    assert (where.field, where.before, where.after) == ("where", None, "Rome (ITA)")
    turned = replace(meeting, actors=meeting.recipients, recipients=meeting.actors)
    assert [each.field for each in value_changes(meeting, turned)] == ["actors", "recipients"]
