from __future__ import annotations

from pathlib import Path

import pytest

from dateline.model.reference import ListedKind, SanctionDesignation
from dateline.query.sanction_names import Match, MatchedBy, find_designations, match_designations
from dateline.store.opening import open_store
from listing_cases import listing, picture

LIST = picture("2025-04-20")


def one(name: str, entry: SanctionDesignation, **more: str) -> Match | None:
    found = match_designations([name], [entry], **more)
    return found[0] if found else None


@pytest.mark.parametrize(
    ("name", "listed", "how", "review"),
    [
        ("Maung Example", "MAUNG EXAMPLE", MatchedBy.NAME, False),
        ("Müller-Lüdenscheidt", "Muller Ludenscheidt", MatchedBy.NAME, False),
        ("Example Arms Ltd", "EXAMPLE ARMS PUBLIC COMPANY LIMITED", MatchedBy.LEGAL_FORM, False),
        ("Example Maung", "Maung Example", MatchedBy.WORD_ORDER, True),
        ("Example Arms", "Example Arms Trading House", MatchedBy.PART, True),
        ("Rosonboronexport", "Rosoboronexport", MatchedBy.SIMILAR, True),
    ],
)
def test_how_names_fit(name: str, listed: str, how: MatchedBy, review: bool) -> None:
    found = one(name, listing(LIST, listed))
    assert found is not None
    assert (found.how, found.review) == (how, review)
    assert name in found.because.reason
    assert listed in found.because.reason


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("Maung Example", "Maung Exempt"),
        ("Ltd", "Example Ltd"),
        ("Ivan Petrov", "Ivan Sidorov"),
        ("Bank", "Example Bank"),
        ("ABC Ltd", "ABD Ltd"),
        ("", "Example"),
        ("...", "Example"),
    ],
)
def test_names_that_do_not_fit(name: str, listed: str) -> None:
    assert one(name, listing(LIST, listed)) is None


def test_a_weak_alias_is_for_review_and_a_strong_one_is_not() -> None:
    entry = listing(LIST, "Example Arms", aliases=("EXAMPLEX", "EXA"), weak_aliases=("EXA",))
    strong, weak = one("Examplex", entry), one("exa", entry)
    assert strong is not None
    assert weak is not None
    assert (strong.how, strong.review) == (MatchedBy.ALIAS, False)
    assert (weak.how, weak.review) == (MatchedBy.WEAK_ALIAS, True)


def test_another_country_is_for_review() -> None:
    entry = listing(LIST, "Ivan Petrov", kind=ListedKind.PERSON, countries=("BGR",))
    same, other = one("Ivan Petrov", entry, country="BGR"), one("Ivan Petrov", entry, country="RUS")
    assert same is not None
    assert other is not None
    assert not same.review
    assert other.review
    assert "BGR" in other.because.reason


def test_the_lists_own_key_and_our_own_id_find_an_entry() -> None:
    entry = listing(LIST, "Somebody Else", key="TEi.001", entity="person/x")
    by_key, by_id = one("TEi.001", entry), one("X", entry, entity="person/x")
    assert by_key is not None
    assert by_id is not None
    assert by_id.how is MatchedBy.ENTITY
    assert not by_key.review


def test_the_surest_come_first() -> None:
    entries = [listing(LIST, "Example Arms Trading"), listing(LIST, "Example Arms", "2")]
    assert [match.how for match in match_designations(["Example Arms"], entries)] == [MatchedBy.NAME, MatchedBy.PART]


def test_from_a_store(tmp_path: Path) -> None:
    with open_store(tmp_path / "a.db") as store:
        entries = [
            listing(LIST, "EXAMPLE ARMS OJSC", "1"),
            listing(LIST, "Exemple Arms Trading", "2", aliases=("Exemple",)),
            listing(LIST, "Unrelated", "3"),
        ]
        store.add_edition(LIST, "f.csv", entries)
        quick = find_designations(store.reference, ["Example Arms Ltd"])
        slow = find_designations(store.reference, ["Exampel Arms Trading"], similar=True)
    assert [(match.designation.key, match.how) for match in quick] == [("1", MatchedBy.LEGAL_FORM)]
    assert [(match.designation.key, match.how) for match in slow] == [("2", MatchedBy.SIMILAR)]
