from __future__ import annotations

from dateline.coding.relate.pieces import CLS, LONGEST, SEP, SIGNS, Mark, marked

WORDS = [(0, 4), (5, 9), (10, 14), (15, 19)]


def test_each_party_stands_between_its_sign() -> None:
    made = marked([11, 12, 13, 14], WORDS, (0, 4), (10, 19))
    assert made is not None
    at, hash_ = SIGNS[1], SIGNS[2]
    assert made.ids == [CLS, at, 11, at, 12, hash_, 13, 14, hash_, SEP]
    assert made.marks == [0, 1, 1, 1, 0, 2, 2, 2, 2, 0]
    assert made.origin == [-1, -1, 0, -1, 1, -1, 2, 3, -1, -1]


def test_an_unnamed_party_leaves_no_sign() -> None:
    made = marked([11, 12, 13, 14], WORDS, None, (5, 9))
    assert made is not None
    assert SIGNS[1] not in made.ids
    assert Mark.ACTOR not in made.marks


def test_words_without_a_piece_are_refused() -> None:
    assert marked([11, 12, 13, 14], WORDS, (4, 5), (5, 9)) is None


def test_a_long_text_is_read_around_its_parties() -> None:
    places = [(2 * k, 2 * k + 1) for k in range(1000)]
    made = marked(list(range(1000)), places, places[600], places[650])
    assert made is not None
    assert len(made.ids) == LONGEST + 6
    assert {600, 650} <= set(made.origin)


def test_parties_far_apart_are_both_read() -> None:
    places = [(2 * k, 2 * k + 1) for k in range(1000)]
    made = marked(list(range(1000)), places, places[3], places[990])
    assert made is not None
    assert {3, 990} <= set(made.origin)
    assert len(made.ids) <= LONGEST + 6
    assert [mark for mark in made.marks if mark] == [1, 1, 1, 2, 2, 2]
