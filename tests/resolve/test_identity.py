from __future__ import annotations

import pytest

from dateline.resolve.actor_similarity import ACCEPT, REVIEW
from dateline.resolve.identity import Profile, liken, suggest
from dateline.resolve.identity_blocks import block_keys, candidate_pairs


def profile(name: str, *, known: bool = False, **particulars: object) -> Profile:
    kind = "person" if known else "unknown"
    held = {key: frozenset(value) if isinstance(value, set) else value for key, value in particulars.items()}
    return Profile(canonical_id=f"{kind}/{name.lower().replace(' ', '-')}", names=(name,), **held)


def told(left: Profile, right: Profile) -> str:
    return "; ".join(each.reason for each in liken(left, right).because)


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ("L. Marchetti", "Lorenzo Marchetti", "'l' may be the initial of 'lorenzo'"),
        ("Sergey Ulyanin", "Sergei Ulyanin", "may transcribe one spelling"),
        ("Rosanexport Trading", "Rosnexport Trading", "is 1 typing error from"),
        ("Pavel Orlov", "Pavel Orlov", "the same words"),
        ("Maria Teresa Campos", "Maria Campos", "only one has 'teresa'"),
    ],
)
def test_reasons_are_words_a_person_can_check(left: str, right: str, words: str) -> None:
    one, other = profile(left, country="ITA"), profile(right, known=True, country="ITA")
    assert words in told(one, other)
    assert "both of ITA" in told(one, other)
    assert liken(one, other).score >= REVIEW


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Soe Win", "Soe Htut"),
        ("Nikolai Patrushev", "Dmitry Patrushev"),
        ("Min Aung Hlaing", "Myint Aung"),
        ("George Wallace", "George W Bush"),
        ("Reform Committee", "R C Kross"),
    ],
)
def test_look_alikes_are_new_whatever_else_agrees(left: str, right: str) -> None:
    both = {"country": "MMR", "sector": "GOV", "offices": {"foreign minister"}}
    assert liken(profile(left, **both), profile(right, known=True, **both)).score < REVIEW


def test_what_is_told_beside_the_names_moves_the_score() -> None:
    one = profile("Ivan Petrenko", country="UKR", sector="MIL", offices={"defence minister"}, documents={"a"})
    misspelt = {"name": "Ivan Petrenkov", "known": True}
    plain = liken(one, profile(**misspelt)).score
    same = liken(one, profile(**misspelt, country="UKR", sector="MIL", offices={"defence minister"}))
    assert same.score > plain
    assert "both called defence minister" in told(one, same.right)
    other = liken(one, profile(**misspelt, country="RUS"))
    assert other.score < plain
    assert (other.advice, same.advice) == ("review", "accept")
    apart = profile("Ivan Petrenkov", known=True, documents={"a"})
    assert liken(one, apart).score < plain
    assert "tells them apart" in told(one, apart)


def test_a_short_form_needs_a_report_that_prints_the_full_name() -> None:
    short, full = profile("Halvorsen", documents={"a"}), profile("Astrid Halvorsen", documents={"a", "b"})
    assert liken(short, full).score >= REVIEW
    assert liken(short, profile("Astrid Halvorsen", documents={"c"})).score < REVIEW
    kin = {"country": "NOR", "sector": "GOV"}
    assert REVIEW <= liken(profile("Halvorsen", **kin), profile("Astrid Halvorsen", **kin)).score < ACCEPT


def test_the_best_of_all_names_counts() -> None:
    bank = Profile(canonical_id="body/bank", names=("Harbour Credit Union", "Port Ember Bank"))
    assert liken(profile("Port Embr Bank"), bank).score > ACCEPT


def test_pairs_are_best_first_unknown_left_and_only_those_that_nobody_judged() -> None:
    entities = [
        profile("Ivan Petrenko", known=True),
        profile("Ivan Petrenkov", known=True),
        profile("I Petrenko"),
        profile("Ivan Petrenkoff"),
        profile("Somebody Else"),
    ]
    found = suggest(entities)
    pairs = [(each.left.canonical_id, each.right.canonical_id) for each in found]
    assert ("unknown/ivan-petrenkoff", "person/ivan-petrenkov") in pairs
    assert ("unknown/i-petrenko", "unknown/ivan-petrenkoff") in pairs
    assert all(left.startswith("unknown/") for left, _ in pairs)
    assert [each.score for each in found] == sorted((each.score for each in found), reverse=True)
    assert suggest(list(reversed(entities))) == found
    decided = {frozenset(pair) for pair in pairs}
    assert suggest(entities, decided) == []


def test_known_entities_are_not_compared_with_each_other() -> None:
    entities = [("person/a", ["Ana Lund"]), ("person/b", ["Ana Lund"]), ("unknown/c", ["Anna Lund"])]
    assert list(candidate_pairs(entities)) == [(0, 2), (1, 2)]


def test_a_letter_more_or_less_or_another_spelling_shares_a_block() -> None:
    for left, right in (("Rosexport", "Rosnexport"), ("Petrenko", "Petrinko"), ("Hussein", "Husayn")):
        assert block_keys(left) & block_keys(right)
    assert not block_keys("Ana Lund") & block_keys("Rui Costa")


def test_a_word_that_too_many_share_makes_no_pairs() -> None:
    numbers = [n for n in range(100, 1000) if len(set(str(n))) == 3]
    many = [(f"unknown/{n}", [f"Ministry {n}"]) for n in numbers]
    assert list(candidate_pairs(many)) == []
