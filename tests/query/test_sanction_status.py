from __future__ import annotations

import datetime as dt

import pytest

from dateline.model.dates import DatePrecision, ImpreciseDate
from dateline.query.sanction_editions import ListedStatus, as_of
from dateline.query.sanction_status import SanctionStatus, status_on
from listing_cases import listing, picture, row

DAY = dt.date(2021, 6, 22)
NEW, OLD = picture("2025-04-20"), picture("2020-01-31")


def ask(*entries: object, editions: tuple = (NEW,), day: dt.date = DAY) -> SanctionStatus:
    return status_on(entries, day, [row(edition) for edition in editions])


def told(found: SanctionStatus) -> str:
    return " | ".join([*(each.told for each in found.lists), *found.untold])


def test_listed_on_that_day() -> None:
    found = ask(listing(NEW, listed="2021-06-22"))
    assert found.status is ListedStatus.LISTED
    assert "2021-06-22" in told(found)
    assert found.untold == ()


def test_listed_later_says_when_and_what_is_not_seen() -> None:
    found = ask(listing(NEW, listed="2021-06-23"))
    assert found.status is ListedStatus.LATER
    assert "2021-06-23" in told(found)
    assert "earlier listing that had ended is not seen" in told(found)


def test_not_on_the_lists_says_which_and_of_which_day() -> None:
    found = ask()
    assert found.status is ListedStatus.ABSENT
    assert "Publisher of a-list (as of 2025-04-20): an entry delisted before it is not seen" in told(found)


def test_a_list_older_than_the_day_does_not_see_what_came_after() -> None:
    absent = ask(editions=(OLD,))
    assert "listed after it is not seen" in told(absent)
    there = ask(listing(OLD, listed="2019-01-01"), editions=(OLD,))
    assert there.status is ListedStatus.LIST_OLDER
    assert "a delisting since then is not seen" in told(there)


def test_without_a_day_of_listing_nothing_is_said_of_the_past() -> None:
    found = ask(listing(NEW))
    assert found.status is ListedStatus.DATE_UNKNOWN
    assert "does not tell since which day" in told(found)
    assert ask(listing(NEW), day=dt.date(2025, 4, 20)).status is ListedStatus.LISTED


def test_a_programme_that_did_not_exist_yet_bounds_the_day() -> None:
    early = dt.date(2020, 5, 1)
    found = ask(listing(NEW, programmes=("BURMA-EO14014",)), day=early)
    assert found.status is ListedStatus.LATER
    assert "Executive Order 14014" in told(found)
    older = ask(listing(NEW, programmes=("BURMA-EO14014", "GLOMAG")), day=early)
    assert older.status is ListedStatus.DATE_UNKNOWN


def test_two_editions_around_the_day_tell_that_it_was_listed() -> None:
    found = ask(listing(NEW), listing(OLD), editions=(NEW, OLD))
    assert found.status is ListedStatus.LISTED
    assert "2020-01-31 and 2025-04-20" in told(found)


def test_an_entry_that_a_later_edition_lacks_has_ended() -> None:
    middle = picture("2021-01-15")
    found = ask(listing(OLD), editions=(NEW, middle, OLD))
    assert found.status is ListedStatus.ENDED
    assert "no longer on the list of 2021-01-15" in told(found)
    between = ask(listing(OLD), editions=(NEW, OLD))
    assert between.status is ListedStatus.LIST_OLDER  # it left the list some day after 2020-01-31


def test_an_entry_that_an_edition_after_the_day_lacks_came_later() -> None:
    middle = picture("2022-01-15")
    found = ask(listing(NEW), editions=(NEW, middle))
    assert found.status is ListedStatus.LATER
    assert "not yet on the list of 2022-01-15" in told(found)


def test_another_entry_on_an_older_edition_is_not_taken_for_this_one() -> None:
    found = ask(listing(NEW), listing(OLD, key="2"), editions=(NEW, OLD))
    assert found.status is not ListedStatus.LISTED


@pytest.mark.parametrize(
    ("delisted", "status"),
    [("2021-06-22", ListedStatus.ENDED), ("2021-06-23", ListedStatus.LISTED), ("2030-01-01", ListedStatus.LISTED)],
)
def test_the_day_of_removal(delisted: str, status: ListedStatus) -> None:
    assert ask(listing(NEW, listed="2015-01-01", delisted=delisted)).status is status


@pytest.mark.parametrize(
    ("day", "status"),
    [
        (dt.date(2021, 5, 31), ListedStatus.LATER),
        (dt.date(2021, 6, 15), ListedStatus.DATE_UNKNOWN),
        (dt.date(2021, 6, 30), ListedStatus.LISTED),
    ],
)
def test_a_month_of_listing_decides_only_outside_itself(day: dt.date, status: ListedStatus) -> None:
    june = ImpreciseDate(earliest=dt.date(2021, 6, 1), latest=dt.date(2021, 6, 30), precision=DatePrecision.MONTH)
    assert ask(listing(NEW, listed_in=june), day=day).status is status


def test_days_on_which_it_was_seen_count() -> None:
    seen = listing(NEW, first_seen="2021-04-12", last_seen="2025-04-20")
    assert ask(seen).status is ListedStatus.LISTED
    assert ask(seen, day=dt.date(2021, 4, 11)).status is ListedStatus.DATE_UNKNOWN


def test_lists_stand_side_by_side_and_the_most_telling_comes_first() -> None:
    other = picture("2025-04-01", kind="b-list")
    found = ask(listing(NEW), listing(other, listed="2019-01-01", list_name="B list"), editions=(NEW, other))
    assert [(each.list_name, each.status) for each in found.lists] == [
        ("B list", ListedStatus.LISTED),
        ("A list", ListedStatus.DATE_UNKNOWN),
    ]
    assert found.status is ListedStatus.LISTED


def test_without_lists_it_says_how_to_load_one() -> None:
    found = status_on([], DAY, [row(NEW, holds="Veto")])
    assert found.status is ListedStatus.NO_LIST
    assert "reference import" in found.untold[0]


def test_an_edition_is_of_the_day_it_names_else_of_its_retrieval() -> None:
    assert as_of(picture("2025-04-20", vintage="2025-04-19")) == dt.date(2025, 4, 19)
    assert as_of(picture("2025-04-20", vintage="spring")) == dt.date(2025, 4, 20)
    assert as_of(picture(None)) is None


def test_a_list_of_an_unknown_day_says_so() -> None:
    undated = picture(None)
    assert "of an unknown day" in told(ask(editions=(undated,)))
    assert ask(listing(undated), editions=(undated,)).status is ListedStatus.DATE_UNKNOWN
    assert ask(listing(undated, listed="2020-01-01"), editions=(undated,)).status is ListedStatus.LISTED
