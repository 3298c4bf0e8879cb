from __future__ import annotations

from dateline.text.timex.grammar import Parts, Stage
from dateline.text.timex.pieces import Piece, segments

TEXT = "three two one"
PIECES = [Piece("NUM", 0, 5, 3), Piece("NUM", 6, 9, 2), Piece("NUM", 10, 13, 1)]


def test_a_match_becomes_one_piece_that_later_rules_see() -> None:
    stage = Stage()

    @stage.rule("SUM", "a:NUM b:NUM")
    def _sum(p: Parts) -> int:
        return p.number("a") + p.number("b")

    @stage.rule("SUM", "a:SUM b:NUM")
    def _more(p: Parts) -> int:
        return p.number("a") + p.number("b")

    assert stage.run(TEXT, PIECES) == [Piece("SUM", 0, 13, 6)]


def test_a_builder_that_returns_none_leaves_the_pieces() -> None:
    stage = Stage()

    @stage.rule("BIG", "a:NUM")
    def _big(p: Parts) -> int | None:
        return p.number("a") if p.number("a") > 1 else None

    assert [piece.kind for piece in stage.run(TEXT, PIECES)] == ["BIG", "BIG", "NUM"]


def test_names_may_stand_in_several_alternatives() -> None:
    stage = Stage()

    @stage.rule("X", "(a:ORD|a:NUM)(?! NUM)")
    def _last(p: Parts) -> int:
        assert "b" not in p
        assert p.maybe("b") is None
        return p.number("a")

    assert stage.run(TEXT, PIECES)[-1] == Piece("X", 10, 13, 1)


def test_parts_know_their_surroundings() -> None:
    stage = Stage()
    seen: list[tuple[str, str, str, str]] = []

    @stage.rule("X", "a:NUM")
    def _look(p: Parts) -> None:
        seen.append((p.before_kind, p.after_kind, p.previous_word(), p.next_word()))

    stage.run(TEXT, PIECES)
    assert seen == [("", "NUM", "", "two"), ("NUM", "NUM", "three", "one"), ("NUM", "", "two", "")]


def test_segments_break_at_foreign_words_and_need_a_cue() -> None:
    text = "He met two of them in May 2020, and in the evening of"
    assert [[text[p.start : p.end] for p in run] for run in segments(text)] == [
        ["in", "May", "2020", ",", "and", "in", "the", "evening", "of"]
    ]
