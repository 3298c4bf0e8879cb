from __future__ import annotations

import pytest

from dateline.vocab.states import former_states, state_code, state_name
from dateline.vocab.territories import territories


@pytest.mark.parametrize(
    ("printed", "code"),
    [
        ("Soviet Union", "SUN"),
        ("USSR", "SUN"),
        ("East Germany (GDR)", "DDR"),
        ("Germany, Federal Republic of", "DEU"),
        ("YUGOSLAVIA", "YUG"),
        ("Congo", "COG"),
        ("DR Congo", "COD"),
        ("Bolivia (Plurinational State of)", "BOL"),
        ("VENEZUELA, BOLIVARIAN REPUBLIC OF", "VEN"),
        ("Korea, Republic of", "KOR"),
        ("Trinidad & Tobago", "TTO"),
        ("Côte d’Ivoire", "CIV"),
        ("The Gambia", "GMB"),
        ("MMR", "MMR"),
        ("SUN", "SUN"),
        ("Byelorussian SSR", "BLR"),
    ],
)
def test_states_as_registers_print_them(printed: str, code: str) -> None:
    assert state_code(printed) == code


@pytest.mark.parametrize("words", ["Burmese", "Moscow", "Siberia", "unknown supplier(s)", ""])
def test_adjectives_capitals_and_parts_are_no_states(words: str) -> None:
    assert state_code(words) is None


def test_former_states_keep_codes_of_their_own_and_know_their_successor() -> None:
    for state in former_states().values():
        assert state.code not in territories()
        assert state.first < state.last
        assert state.continued_by is None or state.continued_by in territories()
    assert state_name("SUN") == "Soviet Union"
    assert state_name("MMR") == "Myanmar"
    assert state_name("ZZZ") == "ZZZ"
