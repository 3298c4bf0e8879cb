from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.web.highlights import Mark, segments


def mark(start: int, end: int, role: str = "actor", about: str = "m") -> Mark:
    return Mark(start=start, end=end, role=role, about=about, label=role)


spans = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda pair: mark(min(pair), max(pair)))


@given(st.text(max_size=40), st.lists(spans, max_size=8))
def test_segments_are_the_whole_text_under_exactly_its_marks(text: str, marks: list[Mark]) -> None:
    marks = [each for each in marks if each.end <= len(text)]
    found = segments(text, marks)
    assert "".join(each.text for each in found) == text
    at = 0
    for each in found:
        end = at + len(each.text)
        assert set(each.marks) == {
            held for held in marks if held.start < held.end and held.start <= at and end <= held.end
        }
        assert all(
            held.end <= at or held.start >= end for held in marks if held.start < held.end and held not in each.marks
        )
        at = end


def test_overlapping_marks_keep_their_roles_and_links() -> None:
    found = segments("Anders met him", [mark(0, 6), mark(7, 10, "trigger", "m1"), mark(0, 14, "claim", "c1")])
    assert [(each.text, each.roles) for each in found] == [
        ("Anders", "claim actor"),
        (" ", "claim"),
        ("met", "claim trigger"),
        (" him", "claim"),
    ]
    assert found[2].begins == ("m1",)


def test_invisible_characters_are_shown_as_signs_and_balloons_are_one_character() -> None:
    found = segments("a\u202eb🎈c\0", [mark(3, 4)])
    assert [(each.text, each.sign) for each in found] == [
        ("a", None),
        ("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"),
        ("b", None),
        ("🎈", None),
        ("c", None),
        ("\0", "U+0000 control"),
    ]
    assert found[3].roles == "actor"
