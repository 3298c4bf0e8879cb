from __future__ import annotations

import pytest

from dateline.verify.tolerance import allowed_amount, allowed_percent


@pytest.mark.parametrize(
    ("value", "words", "holds", "fails"),
    [
        ("16", "16 percent", (15.5, 16.0, 16.49), (15.4, 16.6, 21.0)),
        ("16.3", "16.3 percent", (16.25, 16.34), (16.2, 16.4)),
        ("80", "80.0 percent", (79.96, 80.04), (79.9, 80.1)),
        ("~16", "about 16 percent", (14.6, 17.4), (14.4, 17.6)),
        ("~40", "around 40 percent", (37.6, 42.4), (37.4, 42.6)),
        ("~50", "nearly half", (46.5, 50.0), (45.0, 51.0)),
        ("33.33", "a third", (32.0, 34.8), (31.0, 35.0)),
        (">80", "more than 80 percent", (80.1, 99.0), (80.0, 79.0)),
        (">=35", "at least 35 percent", (34.6, 90.0), (34.0,)),
        ("<10", "less than 10 percent", (9.9, 0.0), (10.0, 11.0)),
        ("<=30", "up to 30 percent", (30.4, 1.0), (31.0,)),
        ("20..25", "20 to 25 percent", (19.6, 25.4), (19.0, 26.0)),
    ],
)
def test_percentages_allow_what_their_words_round_to(
    value: str, words: str, holds: tuple[float, ...], fails: tuple[float, ...]
) -> None:
    allowed = allowed_percent(value, words)
    assert allowed is not None
    assert all(allowed.holds(each) for each in holds)
    assert not any(allowed.holds(each) for each in fails)
    assert allowed.why


def test_what_is_no_quantity_allows_nothing() -> None:
    assert allowed_percent("unanimous", "unanimously") is None
    assert allowed_amount("0", "$0") is None


@pytest.mark.parametrize(
    ("value", "words", "low", "high"),
    [
        ("1500000000", "$1.5 billion", 1.45e9, 1.55e9),
        ("1640000000", "$1.64 billion", 1.635e9, 1.645e9),
        ("150000000", "$150 million", 146.25e6, 153.75e6),
        ("2000000000", "$2 billion", 1.95e9, 2.05e9),
    ],
)
def test_sums_are_as_exact_as_they_are_printed(value: str, words: str, low: float, high: float) -> None:
    allowed = allowed_amount(value, words)
    assert allowed is not None
    assert (allowed.low, allowed.high) == pytest.approx((low, high))
