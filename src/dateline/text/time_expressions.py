"""Find the time expressions of an English text: :func:`find_times`."""

from __future__ import annotations

from functools import lru_cache

from dateline.model import Evidence
from dateline.text.timex import TimeMention
from dateline.text.timex.calendar import calendar, names
from dateline.text.timex.days import days, numbers
from dateline.text.timex.deictic import deictic
from dateline.text.timex.offsets import amounts, offsets
from dateline.text.timex.parts import parts
from dateline.text.timex.pieces import Piece, segments
from dateline.text.timex.ranges import ranges, vague

#: The cascade: each stage reads what the stages before it built.
STAGES = (numbers, days, calendar, names, deictic, parts, amounts, offsets, ranges, vague)
_RESULTS = "DATE MONX YEAR QTR SEAS DEC CENT HOL WK WD SHIFT WHICH PART NTH ANA OFF RANGE OPEN WIN VAGUE REP CLK DUR"
#: Kinds of pieces that are whole expressions.
_BUILT = frozenset(_RESULTS.split())
#: Built kinds whose span leaves out a leading article ("the last three months").
_WITHOUT_ARTICLE = frozenset({"WIN", "SHIFT", "WHICH", "PART", "DEC"})


@lru_cache(maxsize=64)
def find_times(text: str) -> tuple[TimeMention, ...]:
    """Every time expression of ``text``, in text order, none overlapping another.

    Spans count code points of ``text``. Prepositions belong to an expression only where they change its meaning
    ("since January", "in two weeks"), not in "on Monday".
    """
    return tuple(_mention(text, piece) for segment in segments(text) for piece in _parse(text, segment))


def _mention(text: str, piece: Piece) -> TimeMention:
    expression = piece.value
    if expression is None or isinstance(expression, int | float | str | tuple):
        raise TypeError(f"a rule made {piece.kind} without an expression")
    start = piece.start
    if piece.kind in _WITHOUT_ARTICLE and text[start : start + 4].lower() == "the ":
        start += len("the ")
        start += len(text[start : piece.end]) - len(text[start : piece.end].lstrip())
    return TimeMention(evidence=Evidence.of(text, start, piece.end), expression=expression)


def _parse(text: str, segment: list[Piece]) -> list[Piece]:
    for stage in STAGES:
        segment = stage.run(text, segment)
    return [piece for piece in segment if piece.kind in _BUILT]
