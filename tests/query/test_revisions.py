from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

import pytest

from dateline.errors import UsageError
from dateline.model.reference import Veto, Vote
from dateline.query.revisions import Change, ballot_revisions, revisions
from dateline.query.sheets import compared, sheets
from dateline.store import Store
from dateline.store.sqlite import SqliteStore
from reference_samples import ballot, cell, deal, edition, resolution

OLD = edition(vintage="2022-03-01", sha="0")
NEW = edition(vintage="2024-03-01", sha="1")


@pytest.fixture
def store() -> Iterator[Store]:
    with SqliteStore(":memory:") as held:
        yield held


def test_deals_added_revised_and_withdrawn_by_their_number() -> None:
    before = [
        deal(OLD, "9", "Italy", "Chile", (2010, 3.0)),
        deal(OLD, "10", "Italy", "Chile", (2010, 3.0, True), order_year=2008),
        deal(OLD, "11", "Italy", "Chile", (2010, 3.0)),
    ]
    after = [
        deal(NEW, "9", "Italy", "Chile", (2010, 3.0)),
        deal(NEW, "10", "Italy", "Chile", (2010, 3.5), (2011, 1.0)),
        deal(NEW, "12", "Italy", "Peru", (2010, 3.0)),
    ]
    revised, withdrawn, added = revisions(before, after)
    assert [each.change for each in (revised, withdrawn, added)] == [Change.REVISED, Change.WITHDRAWN, Change.ADDED]
    assert [each.key for each in (revised, withdrawn, added)] == ["10", "11", "12"]
    assert [(each.field, each.old, each.new) for each in revised.fields] == [
        ("order_year", "2008", "2009"),
        ("delivered 2010", "3 items, 3 m TIV, year estimated", "3.5 items, 3.5 m TIV, year"),
        ("delivered 2011", None, "1 items, 1 m TIV, year"),
    ]
    assert (withdrawn.new, added.old) == (None, None)
    assert (revised.old, revised.new) == (OLD.row_id("10"), NEW.row_id("10"))
    assert "Italy → Peru: Alpha-1" in added.about


def test_the_same_rows_differ_in_nothing() -> None:
    on = resolution(OLD, "1", "A/RES/1/1", "Fish", dt.date(2020, 1, 1))
    assert revisions([on], [replace(on, id=NEW.row_id("1"), provenance=NEW.at(9))]) == ()


def test_rows_of_other_kinds() -> None:
    veto = Veto(id="v", day=dt.date(2017, 1, 1), draft="S/1", subject="Fish", vetoing=("RUS",), provenance=OLD.at(1))
    (change,) = revisions([veto], [replace(veto, vetoing=("RUS", "CHN"))])
    assert [(each.field, each.old, each.new) for each in change.fields] == [("vetoing", "RUS", "RUS; CHN")]
    (change,) = revisions([cell(OLD, "Italy", None, 2010, 1.0)], [cell(NEW, "Italy", None, 2010, 1.5)])
    assert (change.key, change.about) == ("ITA>all/2010", "Italy → all, 2010")


def test_the_last_two_of_a_kind_or_two_by_name(store: Store) -> None:
    for held, tiv in ((NEW, 5.0), (OLD, 3.0)):
        store.add_edition(held, "r.csv", [deal(held, "7", "Italy", "Chile", (2010, tiv))])
    for wanted in (("sipri-register",), ("2022-03-01", "2024-03-01"), (OLD.id[:12], NEW.id)):
        ((old, new),) = compared(store.reference, wanted)
        assert (old.vintage, new.vintage, old.years) == ("2022-03-01", "2024-03-01", (2010, 2010))
        assert len(revisions(old.records, new.records)) == 1


def test_one_file_may_hold_two_vintages(store: Store) -> None:
    held = edition("tiv-by-supplier", vintage=None)
    cells = [
        replace(cell(held, "Italy", "Chile", 2010, tiv), id=vintage, provenance=held.at(2, vintage=vintage))
        for vintage, tiv in (("2022", 3.0), ("2024", 4.0))
    ]
    store.add_edition(held, "t.csv", cells)
    ((old, new),) = compared(store.reference, ("tiv-by-supplier",))
    assert [sheet.vintage for sheet in (old, new)] == ["2022", "2024"]
    (change,) = revisions(old.records, new.records)
    assert change.fields[0].new == "4"


def test_files_without_vintage_come_in_the_order_of_import(store: Store) -> None:
    first, second = edition(vintage=None, sha="5"), edition(vintage=None, sha="6")
    for held in (first, second):
        store.add_edition(held, "r.csv", [deal(held, "7", "Italy", "Chile", (2010, 1.0))])
    assert [sheet.vintage for sheet in sheets(store.reference, "sipri-register")] == [first.id, second.id]


@pytest.mark.parametrize("wanted", [("sipri-register",), ("2022-03-01", "2030"), ("one", "two", "three"), ("nothing",)])
def test_what_cannot_be_compared(store: Store, wanted: tuple[str, ...]) -> None:
    store.add_edition(OLD, "r.csv", [deal(OLD, "7", "Italy", "Chile", (2010, 1.0))])
    with pytest.raises(UsageError, match="cannot compare"):
        compared(store.reference, wanted)


def test_a_corrected_ballot_is_a_revision(store: Store) -> None:
    for vintage, vote in (("1", Vote.YES), ("2", Vote.NO)):
        held = edition("un-ga-votes", vintage=vintage, sha=vintage)
        on = resolution(held, "5", "A/RES/70/12", "Fish", dt.date(2016, 1, 1))
        store.add_edition(held, "v.csv", [on, ballot(on, "CHL", vote)])
    ((old, new),) = compared(store.reference, ("un-ga-votes",))
    assert revisions(old.records, new.records) == ()
    (change,) = ballot_revisions(store.reference, old, new)
    assert (change.key, change.about) == ("5/CHL", "ballot of Chile on A/RES/70/12")
    assert [(each.field, each.old, each.new) for each in change.fields] == [("vote", "yes", "no")]
