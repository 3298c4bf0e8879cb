# ruff: noqa: F811, F401 — a fixture is imported, and named by what uses it
from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from asking_samples import EMBARGO, PROGRAMMES, asked
from dateline.query.asking import InForce, embargoes_on
from dateline.query.asking.contacts import sides
from dateline.query.asking.moments import MomentKind
from dateline.record import Record
from dateline.store.sqlite import SqliteStore


@pytest.mark.parametrize(
    ("day", "status"),
    [("2020-05-31", InForce.NOT_YET), ("2020-06-01", InForce.IN_FORCE), ("2021-06-01", InForce.ENDED)],
)
def test_an_embargo_on_its_days(asked: Record, day: str, status: InForce) -> None:
    (held,) = asked.ask.embargoes("Italy", dt.date.fromisoformat(day)).embargoes
    assert (held.status, held.authority, held.coverage) == (status, "PRT", "all arms")


def test_what_ships_is_joined_with_what_is_loaded(store: SqliteStore) -> None:
    loaded = replace(EMBARGO, authority="EU", target_countries=("MMR",), key="EU-MMR", start=None, end=None)
    store.add_edition(PROGRAMMES, "p.yml", [loaded])
    answer = embargoes_on(store.reference, "Myanmar", dt.date(2021, 6, 22))
    (held,) = [each for each in answer.embargoes if each.authority == "EU"]
    assert (held.start, held.status, len(held.rows)) == (dt.date(1991, 7, 29), InForce.IN_FORCE, 2)
    late = embargoes_on(store.reference, "Myanmar", dt.date(2030, 1, 1))
    assert {each.status for each in late.embargoes if each.start} == {InForce.EDITION_OLDER}


def test_nothing_known_is_not_nothing_in_force(store: SqliteStore) -> None:
    answer = embargoes_on(store.reference, "Fiji", dt.date(2021, 1, 1))
    assert answer.embargoes == ()
    assert "does not say that there was none" in answer.untold[0]


def test_contacts_come_with_the_words_of_every_report(asked: Record) -> None:
    found = asked.ask.contacts("Sweden", "Italy")
    assert [(each.event.event_type, each.meeting, len(each.tellings)) for each in found.rows] == [
        ("AID", False, 1),
        ("CONSULT", True, 2),
    ]
    assert str(found.counts) == "2 events · 3 mentions · 2 sources"
    met = found.rows[1]
    assert sides(met.event) == "Anders (SWE) → Bellini (ITA)"
    assert {(each.quote, each.publisher) for each in met.tellings} == {
        ("Anders met Bellini in Rome.", "The Courier"),
        ("Anders met Bellini in Rome.", "The Mast"),
    }
    assert [each.event.event_type for each in asked.ask.contacts("SWE", "ITA", meetings_only=True).rows] == ["CONSULT"]


def test_conflict_is_no_contact(asked: Record) -> None:
    assert asked.ask.contacts("Portugal", "Italy").rows == ()


def test_a_timeline_holds_every_kind_in_order_of_time(asked: Record) -> None:
    found = asked.ask.timeline("Italy", "Sweden")
    assert [each.when.earliest for each in found] == sorted(each.when.earliest for each in found)
    kinds = {each.kind for each in found}
    assert kinds >= {MomentKind.EVENT, MomentKind.VOTE, MomentKind.TRANSFER, MomentKind.EMBARGO, MomentKind.LISTING}
    transfer = next(each for each in found if each.kind is MomentKind.TRANSFER)
    assert (str(transfer.when), transfer.when.precision) == ("2018-01-01/2018-12-31", "year")
    assert "40 m TIV" in transfer.words
    assert transfer.provenance is not None


def test_a_window_of_a_timeline_keeps_what_touches_it(asked: Record) -> None:
    found = asked.ask.timeline("Italy", "Sweden", first=dt.date(2019, 6, 1), last=dt.date(2019, 6, 30))
    assert {each.kind for each in found if each.kind in (MomentKind.TRANSFER, MomentKind.VOTE)} == {MomentKind.TRANSFER}
