from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from dateline.errors import UsageError
from dateline.model.reference import Trader, TraderKind
from dateline.query.shares import (
    Asked,
    By,
    Measure,
    ShareTable,
    recipient_shares,
    supplier_shares,
    without_each_estimate,
)
from dateline.record import Record, open_record
from dateline.store import Store
from dateline.store.sqlite import SqliteStore
from reference_samples import cell, deal, edition

SHARED = Path(__file__).parents[3] / "shared" / "reference"
OLD = edition(vintage="2022-03-01", sha="0")
NEW = edition(vintage="2024-03-01", sha="1")
TABLE = edition("sipri-tiv", vintage="2024-03-01", sha="2")


@pytest.fixture
def store() -> Iterator[Store]:
    held = SqliteStore(":memory:")
    old = [deal(OLD, "1", "Italy", "Chile", (2015, 10.0)), deal(OLD, "2", "France", "Chile", (2016, 30.0))]
    new = [
        deal(NEW, "1", "Italy", "Chile", (2015, 10.0), (2016, 30.0, True), order_year=2014),
        deal(NEW, "2", "France", "Chile", (2016, 30.0), (2019, 9.0), order_year=2015),
        deal(NEW, "3", "Italy", "Chile", (2016, 5.0), order_year=2015),
        deal(NEW, "4", "Italy", "Hill Army (Chile)", (2016, 99.0)),
        deal(NEW, "5", "Italy", "Peru", (2016, 55.0)),
    ]
    held.add_edition(OLD, "old.csv", old)
    held.add_edition(NEW, "new.csv", new)
    yield held
    held.close()


def brief(table: ShareTable) -> list[tuple[str, float, int | None]]:
    return [(each.partner, round(each.share, 3), each.rank) for each in table.shares]


def test_each_edition_has_its_own_table(store: Store) -> None:
    old, new = supplier_shares(store.reference, "Chile", first=2015, last=2016)
    assert (old.vintage, new.vintage) == ("2022-03-01", "2024-03-01")
    assert brief(old) == [("FRA", 0.75, 1), ("ITA", 0.25, 2)]
    assert brief(new) == [("ITA", 0.6, 1), ("FRA", 0.4, 2)]
    assert new.total == 75.0


def test_rows_deals_and_estimates_of_a_share(store: Store) -> None:
    (table,) = supplier_shares(store.reference, "CHL", first=2015, last=2016, vintage="2024-03-01")
    italy = table.share("ITA")
    assert italy is not None
    assert (italy.tiv, italy.deals, italy.estimated_share) == (45.0, 2, 30 / 45)
    assert [row.partition("@")[0] for row in italy.rows] == [
        "sipri-register:1",
        "sipri-register:1",
        "sipri-register:3",
    ]
    assert table.estimated_share == 30 / 75
    assert table.share("PER") is None


def test_without_estimates_or_single_rows(store: Store) -> None:
    reader = store.reference
    (table,) = supplier_shares(reader, "CHL", first=2015, last=2016, vintage="2024-03-01", estimated=False)
    assert brief(table) == [("FRA", 0.667, 1), ("ITA", 0.333, 2)]
    assert "1 row left out as asked" in table.notes
    row = NEW.row_id("2") + "/2016"
    (table,) = supplier_shares(reader, "CHL", first=2015, last=2016, vintage="2024-03-01", without=[row])
    assert brief(table) == [("ITA", 1.0, 1)]


def test_by_order_year_all_deliveries_of_the_deals_count(store: Store) -> None:
    (table,) = supplier_shares(store.reference, "CHL", first=2015, last=2015, by=By.ORDER, vintage="2024-03-01")
    assert [(each.partner, each.tiv) for each in table.shares] == [("FRA", 39.0), ("ITA", 5.0)]


def test_by_number_of_deals_equals_share_a_rank(store: Store) -> None:
    (table,) = supplier_shares(
        store.reference, "CHL", first=2015, last=2015, by=By.ORDER, measure=Measure.DEALS, vintage="2024-03-01"
    )
    assert brief(table) == [("FRA", 0.5, 1), ("ITA", 0.5, 1)]


def test_a_group_has_its_own_table(store: Store) -> None:
    (table,) = supplier_shares(store.reference, "Hill Army (Chile)", first=2016, last=2016)
    assert [(each.partner, each.tiv) for each in table.shares] == [("ITA", 99.0)]


def test_recipients_of_a_supplier(store: Store) -> None:
    _, table = recipient_shares(store.reference, "Italy", first=2016, last=2016)
    assert brief(table) == [("Hill Army (Chile)", 0.524, 1), ("PER", 0.291, 2), ("CHL", 0.185, 3)]


def test_a_table_of_one_supplier_says_nothing_of_shares(store: Store) -> None:
    store.add_edition(
        TABLE, "t.csv", [cell(TABLE, "Italy", "Chile", 2016, 50.0), cell(TABLE, "Italy", None, 2016, 80.0)]
    )
    assert {table.source for table in supplier_shares(store.reference, "Chile", first=2016, last=2016)} == {NEW.source}
    table = recipient_shares(store.reference, "Italy", first=2016, last=2016, vintage="2024-03-01")[-1]
    assert table.source == TABLE.source
    assert (table.total, brief(table)) == (80.0, [("CHL", 0.625, 1)])
    assert table.estimated_share is None


def test_unknown_suppliers_count_in_the_sum_and_have_no_rank(store: Store) -> None:
    held = edition(vintage="2030", sha="9")
    nobody = replace(
        deal(held, "1", "Italy", "Chile", (2016, 30.0)), supplier=Trader(name="unknown", kind=TraderKind.UNKNOWN)
    )
    store.add_edition(held, "x.csv", [nobody, deal(held, "2", "Peru", "Chile", (2016, 10.0))])
    (table,) = supplier_shares(store.reference, "Chile", first=2016, last=2016, vintage="2030")
    assert brief(table) == [("unknown", 0.75, None), ("PER", 0.25, 1)]


def test_none_recorded_is_not_the_same_as_not_in_this_vintage(store: Store) -> None:
    store.add_edition(replace(NEW, sha256="7" * 64), "later.csv", [deal(NEW, "70", "Italy", "Peru", (2021, 1.0))])
    (table,) = supplier_shares(store.reference, "Chile", first=2018, last=2021, vintage="2024-03-01")
    assert (table.last_year, table.covered) == (2019, 2021)
    assert table.notes == ("no delivery after 2019 is recorded, and the edition goes to 2021",)
    (table,) = supplier_shares(store.reference, "Chile", first=2018, last=2022, vintage="2024-03-01")
    assert table.notes == ("this edition ends with 2021: later years are not in it",)


def test_files_without_vintage_are_never_added_up(store: Store) -> None:
    for sha in "34":
        held = edition(vintage=None, sha=sha)
        store.add_edition(held, "a.csv", [deal(held, "7", "Italy", "Iran", (2010, 3.0))])
    tables = supplier_shares(store.reference, "Iran", first=2010, last=2010)
    assert [table.total for table in tables] == [3.0, 3.0]


def test_tables_carry_no_flags_and_answer_no_question_of_them(store: Store) -> None:
    cells = [cell(TABLE, "Italy", "Iran", 2016, 50.0), cell(TABLE, "Peru", "Iran", 2016, 50.0)]
    store.add_edition(TABLE, "t.csv", cells)
    assert len(supplier_shares(store.reference, "Iran", first=2016, last=2016)) == 1
    assert supplier_shares(store.reference, "Iran", first=2016, last=2016, estimated=False) == ()
    assert supplier_shares(store.reference, "Iran", first=2016, last=2016, by=By.ORDER) == ()


def test_how_much_rests_on_one_estimate(store: Store) -> None:
    asked = Asked(first=2015, last=2016)
    ((row, table),) = without_each_estimate(store.reference, "Chile", "Italy", asked)
    assert (row.deal, row.year, row.tiv) == ("1", 2016, 30.0)
    assert brief(table) == [("FRA", 0.667, 1), ("ITA", 0.333, 2)]
    assert without_each_estimate(store.reference, "Chile", "France", asked) == ()


def test_what_cannot_be_asked(store: Store) -> None:
    with pytest.raises(UsageError, match="before it begins"):
        supplier_shares(store.reference, "Chile", first=2016, last=2015)
    with pytest.raises(UsageError, match="Atlantis"):
        supplier_shares(store.reference, "Atlantis", first=2015, last=2016)


@pytest.fixture(scope="module")
def myanmar(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    record = open_record(tmp_path_factory.mktemp("shares") / "r.db")
    record.import_reference("sipri-register", SHARED / "sipri_register_myanmar_extract.csv")
    record.import_reference("tiv-by-supplier", SHARED / "myanmar_imports_tiv_by_supplier_year_two_vintages.csv")
    yield record
    record.close()


def russia(record: Record, first: int, last: int, **how: object) -> list[tuple[str, float, int | None]]:
    tables = supplier_shares(record.reference(), "MMR", first=first, last=last, **how)  # type: ignore[arg-type]
    found = [(table, table.share("RUS")) for table in tables]
    return [(table.vintage or "", round(share.share, 3), share.rank) for table, share in found if share]


@pytest.mark.needs_shared
@pytest.mark.skipif(not SHARED.is_dir(), reason="no development data beside the repository")
class TestKnownAnswers:
    """Published figures of SIPRI's data on Myanmar, in the vintages of July 2022 and February 2026."""

    def test_the_register_comes_to_the_table_of_its_vintage(self, myanmar: Record) -> None:
        for first in range(1995, 2025):
            tables = supplier_shares(myanmar.reference(), "MMR", first=first, last=first, vintage="2026-02-12")
            assert len({round(table.total, 2) for table in tables}) == 1, first

    def test_second_with_sixteen_percent(self, myanmar: Record) -> None:
        assert russia(myanmar, 2015, 2019) == [
            ("2022-07-28", 0.163, 2),
            ("2026-02-12", 0.16, 2),
            ("2026-02-12", 0.16, 2),
        ]
        for table in supplier_shares(myanmar.reference(), "MMR", first=2015, last=2019):
            china = table.share("CHN")
            assert china is not None
            assert china.rank == 1
            assert 0.58 <= china.share <= 0.591

    def test_one_year_later_it_is_more_than_a_fifth(self, myanmar: Record) -> None:
        assert [share for _, share, _ in russia(myanmar, 2016, 2020)] == [0.216, 0.212, 0.212]

    def test_which_rests_on_one_estimated_delivery(self, myanmar: Record) -> None:
        (deal_of_2020,) = [
            each.id
            for row in myanmar.reference().transfers(supplier="RUS", recipient="MMR")
            for each in row.deliveries
            if each.year == 2020 and each.year_estimated and (each.tiv or 0) > 50
        ]
        shares = russia(myanmar, 2016, 2020, without=[deal_of_2020])
        assert 0.164 <= shares[-1][1] <= 0.167

    def test_the_vintages_differ_in_who_is_first(self, myanmar: Record) -> None:
        assert [rank for _, _, rank in russia(myanmar, 2018, 2020)] == [1, 2, 2]

    def test_by_order_year_russia_is_first(self, myanmar: Record) -> None:
        ((_, share, rank),) = russia(myanmar, 2015, 2019, by=By.ORDER)
        assert (round(share, 2), rank) == (0.51, 1)

    def test_the_wa_state_is_not_myanmar(self, myanmar: Record) -> None:
        names = {row.recipient.name for row in myanmar.reference().transfers(recipient="MMR")}
        assert names == {"Myanmar"}
        assert len(myanmar.reference().transfers(recipient="United Wa State (Myanmar)")) == 2

    def test_what_the_header_promises_is_not_there(self, myanmar: Record) -> None:
        (row,) = myanmar.reference().editions("sipri-register")
        assert any("2025" in note.text for note in row.notes)
        (_, table) = supplier_shares(myanmar.reference(), "MMR", first=2021, last=2025, vintage="2026-02-12")
        assert (table.last_year, table.covered) == (2024, 2024)
        assert table.notes == ("this edition ends with 2024: later years are not in it",)
