from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dateline.annotate.chunks import chunks
from dateline.model import Span


def texts(text: str) -> list[str]:
    return [chunk.text for chunk in chunks(text)]


def test_a_blank_line_and_a_line_break_end_a_chunk() -> None:
    assert texts("Envoys meet again\n\nThe envoys met.\nThey left.") == [
        "Envoys meet again",
        "The envoys met.",
        "They left.",
    ]


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    assert texts("The envoys of both\nsides met.") == ["The envoys of both sides met."]


def test_a_hard_wrapped_text_is_joined() -> None:
    wrapped = (
        "The delegation arrived in the capital on Tuesday and was met by\n"
        "Deputy Minister Olsen, who had flown in from the coast that day.\n"
        "Both sides said that talks would go on.\n"
    )
    assert len(texts(wrapped)) == 1


def test_short_lines_are_not_taken_for_wrapping() -> None:
    assert texts("Contents\nNews\nThe envoys met in the old harbour town.") == [
        "Contents",
        "News",
        "The envoys met in the old harbour town.",
    ]


def test_white_space_is_collapsed_and_offsets_lead_back() -> None:
    text = "  The \t envoys\xa0met.\r\n"
    (chunk,) = chunks(text)
    assert chunk.text == "The envoys met."
    assert [text[at] for at in chunk.offsets if not text[at].isspace()] == list("Theenvoysmet.")


def test_overlong_paragraphs_are_cut_after_a_full_stop() -> None:
    sentence = "The envoys met in the capital on Tuesday. "
    pieces = texts(sentence * 400)
    assert len(pieces) > 1
    assert all(piece.endswith(".") and len(piece) <= 5_000 for piece in pieces)
    assert " ".join(pieces) == (sentence * 400).strip()


def test_a_text_without_blanks_is_cut_somewhere() -> None:
    assert [len(piece) for piece in texts("x" * 12_000)] == [5_000, 5_000, 2_000]


def test_the_dateline_stands_apart() -> None:
    text = "OSLO, May 4 (NTB) - The envoys met."
    assert [chunk.text for chunk in chunks(text, Span(start=0, end=19))] == ["OSLO, May 4 (NTB) -", "The envoys met."]


def test_lone_surrogates_reach_no_parser() -> None:
    assert texts("a\ud800b") == ["a�b"]


def test_nothing_gives_nothing() -> None:
    assert texts(" \n\t\n ") == []


@given(st.text(alphabet="Ab. \n\t\xa0\u2028“"))
def test_every_character_that_is_no_white_space_is_kept_once(text: str) -> None:
    kept = [at for chunk in chunks(text) for at in chunk.offsets if not text[at].isspace()]
    assert kept == [at for at, char in enumerate(text) if not char.isspace()]
