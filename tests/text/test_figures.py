from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.figures import find_figures, read_value


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("at least 11 of which hit", [("at least 11", ">=11", "")]),
        ("about 20,000 troops", [("about 20,000", "~20000", "")]),
        ("up to 30 percent of it", [("up to 30 percent", "<=30", "percent")]),
        ("nearly half a million shells", [("nearly half a million", "~500000", "")]),
        ("fewer than 90 votes", [("fewer than 90", "<90", "")]),
        ("more than two dozen jets", [("more than two dozen", ">24", "")]),
        ("tens of thousands of rounds", [("tens of thousands", ">=20000", "")]),
        ("a few hundred advisers", [("a few hundred", ">=200", "")]),
        ("three hundred and twenty-five rifles", [("three hundred and twenty-five", "325", "")]),
        ("$1.23 billion a year", [("$1.23 billion", "1230000000", "USD")]),
        ("a £50billion bill", [("£50billion", "50000000000", "GBP")]),
        ("8 billion U.S. dollars", [("8 billion U.S. dollars", "8000000000", "USD")]),
        ("400 million Australian dollars", [("400 million Australian dollars", "400000000", "AUD")]),
        ("between $5 and $7 billion", [("$5 and $7 billion", "5000000000..7000000000", "USD")]),
        ("from 35 to 43 tanks", [("35 to 43", "35..43", "")]),
        ("roughly 15–25 million euros", [("roughly 15–25 million euros", "15000000..25000000", "EUR")]),
        ("millions of pounds", [("millions of pounds", ">=2000000", "GBP")]),
        ("20 billion won", [("20 billion won", "20000000000", "KRW")]),
        ("Labour: 48 won", [("48", "48", "")]),
        ("$5m and 500 m away", [("$5m", "5000000", "USD"), ("500", "500", "")]),
        ("3.5 percentage points", [("3.5 percentage points", "3.5", "percent")]),
    ],
)
def test_figures_are_read_with_hedge_scale_and_unit(text: str, told: list[tuple[str, str, str]]) -> None:
    assert [(text[f.start : f.end], f.value, f.unit) for f in find_figures(text)] == told


@pytest.mark.parametrize(
    "text",
    [
        "S-400 and T-72",
        "Article 5 of it",
        "Resolution 2216",
        "a man in an office",
        "its 4th seat",
        "the 1990s",
        "at 8:25",
    ],
)
def test_names_dates_and_articles_are_no_figures(text: str) -> None:
    assert all(figure.value not in {"400", "72", "5", "2216", "4", "1990", "8"} for figure in find_figures(text))


def test_a_hyphen_joins_a_figure_to_the_next_word() -> None:
    (figure,) = find_figures("an eight-member panel")
    assert (figure.value, figure.joined, figure.word) == ("8", True, True)


@pytest.mark.parametrize(
    ("value", "interval"),
    [
        ("16", (16, 16)),
        ("~20000", (20000, 20000)),
        (">=11", (11, math.inf)),
        ("<=30", (0, 30)),
        ("5..7", (5, 7)),
        ("119-1-36", None),
        ("unanimous", None),
    ],
)
def test_values_are_read_back(value: str, interval: tuple[float, float] | None) -> None:
    assert read_value(value) == interval


@given(st.text(alphabet=st.sampled_from("0123456789,.-$%£ abotwhenmilupr\n"), max_size=60))
def test_any_text_gives_ordered_spans_whose_values_can_be_read_back(text: str) -> None:
    end = 0
    for figure in find_figures(text):
        assert end <= figure.start <= figure.number < figure.end <= len(text)
        assert read_value(figure.value) is not None
        end = figure.end
