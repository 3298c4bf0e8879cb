from __future__ import annotations

import pytest

from dateline.vocab.item_matching import ItemEvidence, find_items


def found(text: str, *, weak: bool = False) -> list[tuple[str, str]]:
    return [(text[match.start : match.end], match.item_class) for match in find_items(text, weak=weak)]


def test_items_stand_in_text_order_with_their_offsets() -> None:
    text = "Minsk shipped T-72B3s, six Mi-35M gunships and anti-tank missiles."
    assert found(text) == [
        ("T-72B3s", "armoured_vehicle"),
        ("Mi-35M", "helicopter"),
        ("anti-tank missiles", "missile"),
    ]


@pytest.mark.parametrize("spelling", ["Su-30", "SU-30", "Su30", "Su‑30", "Su-30SM", "Su-30s", "Su-30MKI"])
def test_a_designation_has_many_spellings(spelling: str) -> None:
    assert found(f"two {spelling} jets")[0] == (spelling, "aircraft")


@pytest.mark.parametrize(
    "text",
    [
        "An 12-year-old boy",  # no An-12
        "a 10 percent rise",  # no A-10
        "on 16 May",
        "the hot summer",  # no HOT missile
        "a grad student",
        "A K 9 unit",
        "climbers on K2",
    ],
)
def test_plain_words_are_no_designations(text: str) -> None:
    assert found(text, weak=True) == []


def test_words_of_many_senses_count_only_where_arms_are_known() -> None:
    text = "Typhoon rounds"
    assert found(text) == []
    assert found(text, weak=True) == [("Typhoon", "aircraft"), ("rounds", "ammunition")]


def test_the_longest_phrase_wins() -> None:
    assert found("surface-to-air missile systems") == [("surface-to-air missile systems", "air_defence")]
    assert found("surface-to-air missiles") == [("surface-to-air missiles", "missile")]


def test_quotation_marks_do_not_part_a_phrase() -> None:
    assert found("boxes of “non-lethal” equipment") == [("non-lethal” equipment", "logistics")]


def test_a_phrase_does_not_cross_a_full_stop() -> None:
    assert found("They saw a fighter. Jet fuel burnt.") == []


def test_unknown_members_of_a_family_are_found_by_pattern() -> None:
    (match,) = find_items("the MiG-41 project")
    assert (match.by, match.entry, match.item_class) == (ItemEvidence.PATTERN, "MiG-41", "aircraft")


def test_a_stretch_can_be_searched_alone() -> None:
    text = "tanks? rifles!"
    (match,) = find_items(text, weak=True, start=6)
    assert text[match.start : match.end] == "rifles"


def test_nothing_is_found_in_nothing() -> None:
    assert find_items("") == ()
