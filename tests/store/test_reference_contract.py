"""What every store promises about official records; it speaks to the Store protocol alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from dateline.errors import MalformedSource, RecordError
from dateline.model import DatePrecision, ImpreciseDate
from dateline.model.reference import (
    BadRow,
    ListedKind,
    Note,
    OfficeTerm,
    Programme,
    ReferenceRecord,
    SanctionDesignation,
    Veto,
    Vote,
)
from dateline.store import Store
from reference_samples import ballot, cell, deal, edition, resolution

OLD = edition(vintage="2022-03-01", sha="0")
NEW = edition(vintage="2024-03-01", sha="1")


def ids(rows: tuple[ReferenceRecord, ...]) -> list[str]:
    return [row.id for row in rows]


def test_same_file_twice_changes_nothing(store: Store) -> None:
    assert store.add_edition(NEW, "a.csv", [deal(NEW, "7", "Italy", "Chile", (2010, 3.0))])
    before = store.reference.editions()
    assert not store.add_edition(NEW, "b.csv", [deal(NEW, "8", "Italy", "Chile", (2010, 3.0))])
    assert store.reference.editions() == before
    assert ids(store.reference.transfers()) == [NEW.row_id("7")]


def test_a_deal_comes_back_as_it_went_in(store: Store) -> None:
    sent = deal(NEW, "7", "Italy", "Chile", (2010, 3.0, None), (2011, None, True), comments='Ünïcode, "quotes"')
    store.add_edition(NEW, "a.csv", [sent])
    assert store.reference.transfers() == (sent,)


def test_two_vintages_live_side_by_side(store: Store) -> None:
    for held, tiv in ((OLD, 3.0), (NEW, 5.0)):
        store.add_edition(held, "register.csv", [deal(held, "7", "Italy", "Chile", (2010, tiv))])
    assert [row.tiv_delivered for row in store.reference.transfers(vintage="2022-03-01")] == [3.0]
    assert sorted(row.tiv_delivered for row in store.reference.transfers(recipient="CHL")) == [3.0, 5.0]
    assert [row.vintages for row in store.reference.editions()] == [("2022-03-01",), ("2024-03-01",)]


def test_a_deal_in_two_files_of_one_vintage_counts_once(store: Store) -> None:
    again = replace(NEW, sha256="2" * 64)
    store.add_edition(NEW, "a.csv", [deal(NEW, "7", "Italy", "Chile", (2010, 3.0), (2011, 4.0))])
    store.add_edition(again, "b.csv", [deal(again, "7", "Italy", "Chile", (2011, 4.5), (2012, 1.0))])
    (row,) = store.reference.transfers()
    assert [(each.year, each.tiv) for each in row.deliveries] == [(2010, 3.0), (2011, 4.5), (2012, 1.0)]


def test_files_without_vintage_are_kept_apart(store: Store) -> None:
    for sha in "34":
        held = edition(vintage=None, sha=sha)
        store.add_edition(held, "a.csv", [deal(held, "7", "Italy", "Chile", (2010, 3.0))])
    assert len(store.reference.transfers()) == 2


def test_a_group_is_not_the_state_it_lives_in(store: Store) -> None:
    store.add_edition(NEW, "a.csv", [deal(NEW, "1", "Italy", "Hill Army (Chile)", (2010, 3.0))])
    assert store.reference.transfers(recipient="CHL") == ()
    assert len(store.reference.transfers(recipient="hill army (chile)")) == 1


def test_an_import_that_fails_leaves_nothing(store: Store) -> None:
    def half() -> Iterator[ReferenceRecord]:
        yield deal(NEW, "7", "Italy", "Chile", (2010, 3.0))
        raise MalformedSource("file", "it breaks off")

    with pytest.raises(MalformedSource):
        store.add_edition(NEW, "a.csv", half())
    assert store.reference.editions() == ()
    assert store.reference.transfers() == ()
    assert store.add_edition(NEW, "a.csv", [])


def test_bad_rows_and_notes_are_kept_with_their_line(store: Store) -> None:
    twice = deal(NEW, "7", "Italy", "Chile", (2010, 3.0))
    items = [twice, twice, BadRow(line=9, reason="no year", text="x" * 900), Note(text="no rows for 2024", line=1)]
    store.add_edition(NEW, "a.csv", items)
    (row,) = store.reference.editions("sipri-register")
    assert (row.rows, row.rejects, row.notes) == ({"ArmsTransfer": 1}, 2, (Note(text="no rows for 2024", line=1),))
    assert (row.first_year, row.last_year) == (2010, 2010)
    first, second = store.reference.edition_rejects(row.id)
    assert "a second ArmsTransfer" in first[1].reason
    assert (second[1].line, len(second[1].text)) == (9, 500)


def test_removing_an_edition_takes_all_its_rows(store: Store) -> None:
    votes = edition("un-ga-votes")
    on = resolution(votes, "1", "A/RES/1/1", "Fish", dt.date(2020, 1, 1))
    store.add_edition(votes, "v.csv", [on, ballot(on, "CHL", Vote.YES)])
    store.add_edition(
        NEW, "a.csv", [deal(NEW, "7", "Italy", "Chile", (2010, 3.0)), BadRow(line=1, reason="r", text="")]
    )
    assert store.remove_edition(votes.id)
    assert store.remove_edition(NEW.id)
    assert not store.remove_edition(NEW.id)
    reference = store.reference
    assert (reference.editions(), reference.transfers(), reference.ballots_of("CHL")) == ((), (), ())
    assert reference.edition_rejects() == ()


def test_cells_of_a_table(store: Store) -> None:
    held = edition("sipri-tiv")
    cells = [cell(held, "Italy", "Chile", 2010, 4.0), cell(held, "Italy", None, 2010, 9.0)]
    store.add_edition(held, "t.csv", cells)
    assert store.reference.tiv(supplier="ITA") == tuple(cells)
    assert store.reference.tiv(recipient="CHL") == (cells[0],)


@pytest.fixture
def voted(store: Store) -> Store:
    held = edition("un-ga-votes")
    fish = resolution(held, "1", "A/RES/70/12", "Fisheries of the north", dt.date(2016, 1, 1), subjects=("OCEANS",))
    part = resolution(held, "2", "A/RES/70/12", "Fisheries, paragraph 3", dt.date(2016, 1, 2))
    salt = resolution(held, "3", "S/RES/2001(2011)", "Salt", dt.date(2011, 1, 1), body="UNSC")
    items = [
        fish,
        ballot(fish, "CHL", Vote.YES, intended=Vote.NO, note="later said so"),
        ballot(fish, "SUN", Vote.NO, name="USSR"),
        part,
        salt,
        ballot(salt, "CHL", Vote.ABSTAIN),
    ]
    store.add_edition(held, "v.csv", items)
    return store


def test_resolutions_are_found_by_words_day_body_and_symbol(voted: Store) -> None:
    reference = voted.reference
    assert [each.vote for each in reference.resolutions()] == ["3", "1", "2"]
    assert [each.vote for each in reference.resolutions(words="fish ocean")] == ["1"]
    assert [each.vote for each in reference.resolutions(words="ish")] == []
    assert [each.vote for each in reference.resolutions(words="%")] == []
    assert [each.vote for each in reference.resolutions(symbol="70/12")] == ["1", "2"]
    assert [each.vote for each in reference.resolutions(symbol="a/res/70/1")] == []
    assert [each.vote for each in reference.resolutions(symbol="S/RES/2001 (2011)")] == ["3"]
    assert [each.vote for each in reference.resolutions(symbol="2001")] == ["3"]
    assert [each.vote for each in reference.resolutions(body="UNSC")] == ["3"]
    assert [each.vote for each in reference.resolutions(first=dt.date(2016, 1, 1), last=dt.date(2016, 1, 1))] == ["1"]


def test_ballots_by_resolution_and_by_country(voted: Store) -> None:
    reference = voted.reference
    (fish,) = reference.resolutions(words="oceans")
    assert reference.resolution(fish.id) == fish
    assert [(each.country, each.name, each.vote) for each in reference.ballots(fish.id)] == [
        ("CHL", "CHL", Vote.YES),
        ("SUN", "USSR", Vote.NO),
    ]
    ((_, salt), (_, corrected)) = reference.ballots_of("CHL")
    assert (salt.vote, corrected.vote, corrected.intended) == (Vote.ABSTAIN, Vote.YES, Vote.NO)
    assert corrected.note == "later said so"
    assert [on.vote for on, _ in reference.ballots_of("CHL", body="UNGA", words="north")] == ["1"]


def test_a_ballot_needs_its_resolution_and_votes_once(store: Store) -> None:
    held = edition("un-ga-votes")
    on = resolution(held, "1", "A/RES/1/1", "Fish", dt.date(2020, 1, 1))
    for items in ([ballot(on, "CHL", Vote.YES)], [on, ballot(on, "CHL", Vote.YES), ballot(on, "CHL", Vote.NO)]):
        with pytest.raises(RecordError):
            store.add_edition(held, "v.csv", items)
    assert store.reference.editions() == ()


def test_ballots_that_two_vintages_give_otherwise(store: Store) -> None:
    held = [edition("un-ga-votes", vintage=vintage, sha=vintage) for vintage in "12"]
    for each, chile in zip(held, (Vote.YES, Vote.ABSTAIN), strict=True):
        on = resolution(each, "5", "A/RES/70/12", "Fish", dt.date(2016, 1, 1))
        store.add_edition(each, "v.csv", [on, ballot(on, "CHL", chile), ballot(on, "PER", Vote.NO)])
    (change,) = store.reference.ballot_changes(held[0].id, held[1].id)
    assert (change.vote, change.symbol, change.country) == ("5", "A/RES/70/12", "CHL")
    assert (change.old, change.new) == (Vote.YES, Vote.ABSTAIN)
    assert store.reference.ballot_changes(held[0].id, held[0].id) == ()


def test_one_of_several_symbols_and_symbols_with_letters(store: Store) -> None:
    held = edition("un-ga-votes")
    symbols = ("A/RES/48/75A;A/RES/48/75B", "A/RES/34/83[A]", "A/RES/3(I)")
    rows = [resolution(held, str(n), symbol, "Fish", dt.date(1990, 1, 1)) for n, symbol in enumerate(symbols)]
    store.add_edition(held, "v.csv", rows)
    asked = ("48/75A", "A/RES/48/75B", "48/75", "34/83", "34/83[A]", "3", "A/RES/3(I)", "83")
    found = [[row.vote for row in store.reference.resolutions(symbol=symbol)] for symbol in asked]
    assert found == [["0"], ["0"], [], ["1"], ["1"], ["2"], ["2"], ["1"]]


def test_vetoes_by_day_and_words(store: Store) -> None:
    held = edition("un-vetoes")
    one, two = (
        Veto(id=held.row_id(n), day=dt.date(2017, n, 1), draft=f"S/2017/{n}", subject=words, vetoing=("RUS",),
             provenance=held.at(n), topic=topic)
        for n, words, topic in ((1, "Middle East", "Syria"), (2, "Maintenance of peace", ""))
    )  # fmt: skip
    store.add_edition(held, "v.csv", [two, one])
    assert store.reference.vetoes() == (one, two)
    assert store.reference.vetoes(words="syria east") == (one,)
    assert store.reference.vetoes(first=dt.date(2017, 1, 2)) == (two,)


def test_designations_by_name_in_any_order_and_day(store: Store) -> None:
    held = edition("list")
    row = SanctionDesignation(
        id=held.row_id("1"), key="1", authority="UN", list_name="L", name="Jörg Maria Blank", aliases=("Blank Co",),
        kind=ListedKind.PERSON, programmes=("P",), countries=("CHL",), listed=dt.date(2020, 1, 1),
        delisted=dt.date(2021, 1, 1), provenance=held.at(1), entity="person/blank",
    )  # fmt: skip
    unsaid = replace(row, id=held.row_id("2"), key="2", name="Other Blank", aliases=(), listed=None, delisted=None)
    store.add_edition(held, "l.csv", [row, replace(unsaid, entity=None, countries=())])
    find = store.reference.designations
    assert find(name="BLANK, Jorg")[0] == row
    assert find(name="jor") == ()
    assert [each.key for each in find(name="blank")] == ["1", "2"]
    assert [each.key for each in find(name="person/blank")] == ["1"]
    assert [each.key for each in find(name="blank", day=dt.date(2019, 1, 1))] == ["2"]
    assert [each.key for each in find(name="blank", day=dt.date(2020, 6, 1))] == ["1", "2"]
    assert [each.key for each in find(day=dt.date(2021, 1, 1))] == ["2"]
    assert [each.key for each in find(country="CHL")] == ["1"]


def test_programmes_by_country_and_day(store: Store) -> None:
    held = edition("programmes")
    row = Programme(
        id=held.row_id("EU-CHL"), key="EU-CHL", authority="EU", title="T", target_countries=("CHL", "PER"),
        measures=("arms embargo",), start=dt.date(1990, 1, 1), end=dt.date(1999, 12, 31), provenance=held.at(1),
    )  # fmt: skip
    store.add_edition(held, "p.yml", [row])
    find = store.reference.programmes
    assert find(country="PER", day=dt.date(1999, 12, 31)) == (row,)
    assert find(country="PER", day=dt.date(2000, 1, 1)) == ()
    assert find(country="ITA") == ()
    assert find() == (row,)


def test_offices_by_country_words_and_day(store: Store) -> None:
    held = edition("offices")
    year = ImpreciseDate(earliest=dt.date(2017, 1, 1), latest=dt.date(2017, 12, 31), precision=DatePrecision.YEAR)
    row = OfficeTerm(
        id=held.row_id("a"), key="a", holder="Ana Blank", office="Prime Minister of Chile", country="CHL", start=year,
        end=None, provenance=held.at(1),
    )  # fmt: skip
    store.add_edition(held, "o.csv", [row])
    find = store.reference.offices
    assert find(country="CHL", office="prime minister", day=dt.date(2017, 3, 1)) == (row,)
    assert find(day=dt.date(2016, 12, 31)) == ()
    assert find(office="president") == ()


def test_another_process_sees_what_was_imported(store: Store, open_again: Callable[[], Store]) -> None:
    store.add_edition(NEW, "a.csv", [deal(NEW, "7", "Italy", "Chile", (2010, 3.0))])
    assert open_again().reference.transfers() == store.reference.transfers()
