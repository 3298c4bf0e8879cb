from __future__ import annotations

import pytest

from dateline.text.timex import Amount, Side, Unit, Window
from dateline.text.timex.lasting import find_lasting


@pytest.mark.parametrize(
    ("text", "words", "count", "unit"),
    [
        ("Protests are now in their 14th week.", "14th week", 14, Unit.WEEK),
        ("The war enters its 29th day on Monday.", "29th day", 29, Unit.DAY),
        ("The raids went into a second straight week.", "second straight week", 2, Unit.WEEK),
        ("For the third consecutive month dockers refused to work.", "third consecutive month", 3, Unit.MONTH),
    ],
)
def test_ordinals_that_count_how_long(text: str, words: str, count: int, unit: Unit) -> None:
    (found,) = find_lasting(text)
    assert found.evidence.text == words
    assert found.expression == Window(amount=Amount(n=count, unit=unit, approximate=True), side=Side.BEFORE)


@pytest.mark.parametrize(
    "text",
    ["They met in the third week of May.", "It was his first day in office.", "He finished in 3rd place this week."],
)
def test_dates_and_ranks_are_left_alone(text: str) -> None:
    assert find_lasting(text) == ()
