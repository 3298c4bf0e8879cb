# ruff: noqa: F811, F401 — a fixture is imported, and named by what uses it
from __future__ import annotations

from pathlib import Path

import pytest

from asking_samples import asked
from dateline.errors import UsageError
from dateline.query.asking import EditionSupply, Recorded, SupplyAnswer
from dateline.query.traded import By, Measure
from dateline.record import Record, open_record

SHARED = Path(__file__).parents[4] / "shared" / "reference"


def brief(held: EditionSupply) -> list[tuple[str, float, int | None]]:
    assert held.table is not None
    return [(each.partner, round(each.share, 3), each.rank) for each in held.table.shares]


def of(answer: SupplyAnswer, kind: str, vintage: str) -> EditionSupply:
    return next(each for each in answer.editions if (each.edition.kind, each.edition.vintage) == (kind, vintage))


def test_every_edition_stands_by_itself_the_newest_first(asked: Record) -> None:
    answer = asked.ask.suppliers("Italy", first=2018, last=2019)
    assert [(each.edition.kind, each.edition.vintage) for each in answer.editions] == [
        ("sipri-register", "2022-03-01"),
        ("tiv-by-supplier", "2022-03-01"),
        ("sipri-register", "2020-03-01"),
    ]
    assert brief(answer.editions[0]) == [("SWE", 0.6, 1), ("PRT", 0.4, 2)]
    assert answer.freshest is answer.editions[0]
    sweden = answer.editions[0].table.share("SWE") if answer.editions[0].table else None
    assert sweden is not None
    assert (round(sweden.estimated_share or 0, 4), sweden.tiv, len(sweden.rows)) == (round(20 / 60, 4), 60.0, 2)


def test_the_window_ends_with_the_newest_edition_unless_it_is_named(asked: Record) -> None:
    answer = asked.ask.suppliers("ITA")
    assert (answer.asked.first, answer.asked.last) == (2016, 2020)
    assert (asked.ask.suppliers("ITA", first=2015).asked.last, asked.ask.suppliers("ITA", last=2018).asked.first) == (
        2020,
        2014,
    )


def test_none_recorded_is_not_the_same_as_not_in_the_vintage(asked: Record) -> None:
    answer = asked.ask.suppliers("Italy", first=2020, last=2021)
    new, old = of(answer, "sipri-register", "2022-03-01"), of(answer, "sipri-register", "2020-03-01")
    assert (new.recorded, new.years_not_in_vintage) == (Recorded.RECORDED, (2021,))
    assert any("promises deliveries of 2021" in note for note in new.notes)
    assert (old.recorded, old.years_not_in_vintage) == (Recorded.NOT_IN_VINTAGE, (2020, 2021))
    held = of(asked.ask.suppliers("Hill Army", first=2019, last=2020), "sipri-register", "2022-03-01")
    assert (held.recorded, held.years_without) == (Recorded.NONE, (2019, 2020))
    nobody = asked.ask.suppliers("Peru", first=2018, last=2019)
    assert {each.recorded for each in nobody.editions} == {Recorded.NO_ROW}


def test_a_group_stands_apart_and_never_counts_for_its_state(asked: Record) -> None:
    answer = asked.ask.suppliers("Italy", first=2018, last=2018)
    assert brief(answer.editions[0]) == [("SWE", 1.0, 1)]
    assert answer.editions[0].table is not None
    assert answer.editions[0].table.total == 40.0
    (apart,) = answer.apart
    assert (apart.of, brief(apart.editions[0])) == ("Hill Army (Italy)", [("SWE", 1.0, 1)])
    assert asked.ask.suppliers("hill army (italy)", first=2018, last=2018).editions[0].table == apart.editions[0].table


def test_by_order_or_in_deals_value_tables_are_left_out_and_it_is_said(asked: Record) -> None:
    answer = asked.ask.suppliers("Italy", first=2018, last=2018, by=By.ORDER)
    assert brief(answer.editions[0]) == [("PRT", 1.0, 1)]
    assert ["neither orders" in text for text in answer.left_out] == [True]
    deals = asked.ask.suppliers("Italy", first=2019, last=2020, measure=Measure.DEALS)
    assert brief(deals.editions[0]) == [("PRT", 0.667, 1), ("SWE", 0.333, 2)]


def test_recipients(asked: Record) -> None:
    answer = asked.ask.recipients("Sweden", first=2018, last=2018, vintage="2022-03-01")
    assert brief(answer.editions[0]) == [("Hill Army (Italy)", 0.712, 1), ("ITA", 0.288, 2)]


def test_what_cannot_be_answered_says_why(asked: Record, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="Narnia"):
        asked.ask.suppliers("Narnia")
    with pytest.raises(UsageError, match="vintage '1999'"):
        asked.ask.suppliers("Italy", vintage="1999")
    with pytest.raises(UsageError, match="ends before"):
        asked.ask.suppliers("Italy", first=2019, last=2018)
    with open_record(tmp_path / "empty.db") as empty, pytest.raises(UsageError, match="no register"):
        empty.ask.suppliers("Italy")


@pytest.mark.needs_shared
def test_the_known_answers_of_the_extract(tmp_path: Path, shared: Path) -> None:
    files = {
        "sipri-register": "sipri_register_myanmar_extract.csv",
        "tiv-by-supplier": "myanmar_imports_tiv_by_supplier_year_two_vintages.csv",
    }
    with open_record(tmp_path / "known.db") as record:
        for kind, name in files.items():
            record.import_reference(kind, shared / "reference" / name)

        def shares(first: int, last: int, partner: str, **terms: object) -> list[tuple[float, int | None]]:
            held = record.ask.suppliers("MMR", first=first, last=last, **terms).editions
            found = [each.table.share(partner) for each in held if each.table]
            return sorted({(round(100 * each.share, 1), each.rank) for each in found if each})

        assert shares(2015, 2019, "RUS") == [(16.0, 2), (16.3, 2)]
        assert shares(2015, 2019, "CHN") == [(58.2, 1), (59.1, 1)]
        assert shares(2016, 2020, "RUS") == [(21.2, 2), (21.6, 2)]
        assert shares(2018, 2020, "RUS") == [(26.9, 2), (28.2, 1)]
        assert shares(2015, 2019, "RUS", by=By.ORDER) == [(50.8, 1)]
        assert [group.of for group in record.ask.suppliers("MMR").apart] == ["United Wa State (Myanmar)"]
