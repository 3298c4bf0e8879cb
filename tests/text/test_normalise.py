from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.text.normalise import comparison_key, fold_whitespace, lines, paragraphs, without_surrogates


def words(text: str, spans: list) -> list[str]:
    return [text[span.start : span.end] for span in spans]


def test_lines_leave_out_blank_ones_and_the_space_around():
    text = "  The envoy left. \n\n\t\nHe flew home.\r\nNobody met him.\rThe end."
    assert words(text, lines(text)) == ["The envoy left.", "He flew home.", "Nobody met him.", "The end."]


def test_paragraphs_are_parted_by_blank_lines_only():
    text = "\n\nOne line\nand its second.\n \t \nNext.\r\n\r\nLast.\n"
    assert words(text, paragraphs(text)) == ["One line\nand its second.", "Next.", "Last."]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u2028\t\u3000"])
def test_nothing_but_space_has_no_lines(text):
    assert lines(text) == []
    assert paragraphs(text) == []


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Envoy: ‘no deal’ on arms", "Envoy — 'no deal' on arms "),
        ("THE  CHIEF\nOF STAFF", "The chief of staff"),
        ("The ﬁrst visit", "The first visit"),
    ],
)
def test_two_printings_of_a_line_have_one_key(left, right):
    assert comparison_key(left) == comparison_key(right)


def test_other_words_have_another_key():
    assert comparison_key("The envoy left.") != comparison_key("The envoy leaves.")


def test_lone_surrogates_become_replacement_characters_of_the_same_length():
    assert without_surrogates("a\ud83db") == "a\ufffdb"


def test_folded_offsets_lead_back():
    text = "  The \n\n envoy\tleft   town. "
    folded = fold_whitespace(text)
    assert folded.text == "The envoy left town."
    for word in folded.text.split():
        span = folded.span(folded.text.index(word), folded.text.index(word) + len(word))
        assert text[span.start : span.end] == word


@given(st.text(alphabet="ab \n\t\u00a0\u2028", max_size=40))
def test_each_folded_character_stands_where_it_says(text):
    folded = fold_whitespace(text)
    assert folded.text == " ".join(text.split())
    for i, char in enumerate(folded.text):
        found = text[folded.original(i)]
        assert found == char or (char == " " and found.isspace())


@given(st.text(alphabet="ab \n\r\v\u2028", max_size=40))
def test_lines_and_paragraphs_lose_no_letter(text):
    letters = [c for c in text if not c.isspace()]
    for spans in (lines(text), paragraphs(text)):
        assert [c for piece in words(text, spans) for c in piece if not c.isspace()] == letters
