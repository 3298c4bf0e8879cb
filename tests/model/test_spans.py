from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import SpanError
from dateline.model import Evidence, Span


@given(st.text(min_size=1), st.data())
def test_evidence_cut_from_a_text_stands_in_it(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    Evidence.of(text, start, end).check(text)


def test_a_quote_that_is_not_there_is_refused_with_both_wordings() -> None:
    with pytest.raises(SpanError, match=r"sold.*told"):
        Evidence(start=2, end=6, text="told").check("I sold it")


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 3), (4, 2)])
def test_impossible_offsets_are_refused(start: int, end: int) -> None:
    with pytest.raises(SpanError):
        Span(start=start, end=end)


def test_a_quote_of_another_length_is_refused() -> None:
    with pytest.raises(SpanError, match="code points"):
        Evidence(start=0, end=3, text="ab")


def test_evidence_beyond_the_text_is_refused() -> None:
    with pytest.raises(SpanError, match="ends at 2"):
        Evidence.of("ab", 0, 3)


def test_touching_spans_do_not_overlap() -> None:
    assert not Span(start=0, end=2).overlaps(Span(start=2, end=3))
    assert Span(start=0, end=3).overlaps(Span(start=2, end=3))
    assert Span(start=0, end=3).contains(Span(start=2, end=3))
