"""Cut text into the pieces that time expressions are made of.

A piece is a word of the time vocabulary, a number or a mark, with a kind. Runs of pieces without a foreign word
between them are segments; only segments that hold a word which tells time are given to the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.text.languages import en_holidays, en_time
from dateline.text.timex.expressions import Amount, Expression
from dateline.text.timex.lexicon import lexicon
from dateline.text.timex.numbers import number_parts
from dateline.text.timex.units import Unit

Value = int | float | str | Unit | Expression | tuple[Amount, ...] | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, number, mark or, once a rule has matched, an expression: code points ``[start, end)``."""

    kind: str
    start: int
    end: int
    value: Value = None


#: Kinds of which a segment needs one to be worth parsing.
_CUES = (
    "MONTH WMONTH WEEKDAY WWEEKDAY WEEKDAYS SEASON UNIT UNITS YEAR4 RELDAY TONIGHT OVERNIGHT DAYPART DAYPARTS "
    "LATELY FUTURE REPEAT NUMDATE DECADE HOLIDAY CLOCK now past q h YEARLETTERS LATEST RECENT EARLIER EOP EDGE slash "
    "DOT TEEN thousand AFTERWARDS THIS LAST then date ORD PERIOD s"
)
CUES = frozenset(_CUES.split())
_MARKS = {",": ",", "-": "dash", "–": "dash", "‑": "dash", "~": "dash", "/": "slash", "(": "lpar", ")": "rpar"}
_CLOCK = (
    r"(?:[01]?[0-9]|2[0-4])(?:[:.][0-5][0-9]){0,2}\s?[ap]\.?\s?m\b\.?|(?:[01]?[0-9]|2[0-4])(?::[0-5][0-9]){1,2}(?![0-9:])"
    r"|(?:1[0-2]|[0-9])\s?o['’]?clock\b"
)
_TOKEN = re.compile(
    rf"(?P<word>[^\W\d_]+)|(?P<clock>(?<![\w:.$]){_CLOCK})|(?P<number>[0-9]+(?:[-–~./,][0-9]+)*(?:(?:st|nd|rd|th|s)\b)?)"
    r"|(?P<poss>['’]s?\b|(?<=s)['’])|(?P<mark>[-,–‑~/()])|(?P<stop>\S)",
    re.IGNORECASE,
)
_ABBREVIATIONS = ({*en_time.MONTH_SHORT, *en_time.WEEKDAY_SHORT} - {*en_time.MONTHS}) | {"hr", "hrs", "yr", "yrs"}
_MONEY = frozenset("$€£¥₹#@%+_&")


def segments(text: str) -> Iterator[list[Piece]]:
    """Runs of neighbouring pieces of ``text`` that hold at least one cue, in text order."""
    known = lexicon().keys() | en_holidays.HOLIDAY_STARTS
    run: list[Piece] = []
    position = 0
    for match in _TOKEN.finditer(text):
        if match.start() < position:
            continue
        foreign = match.lastgroup == "word" and match[0].lower() not in known
        found = () if foreign else _pieces(text, match, run)
        if found is None:
            continue
        if run and (not found or _paragraph_between(text, run[-1].end, match.start())):
            if _cued(run):
                yield run
            run = []
        run.extend(found)
        position = found[-1].end if found else match.end()
    if _cued(run):
        yield run


def _cued(run: list[Piece]) -> bool:
    return any(piece.kind in CUES for piece in run)


def _pieces(text: str, token: re.Match[str], run: list[Piece]) -> tuple[Piece, ...] | None:
    """The pieces of one token; none for a foreign one, None for the point of an abbreviation."""
    start, end = token.span()
    match token.lastgroup:
        case "word":
            piece = _word(text, token)
            return (piece,) if piece is not None else ()
        case "mark":
            return (Piece(_MARKS[token[0]], start, end),)
        case "poss":
            return (Piece("poss", start, end),)
        case "clock":
            return (Piece("CLOCK", start, end, token[0]),)
        case "number":
            return _number(text, token, bool(run))
        case _:
            point = token[0] == "." and run and run[-1].end == start and _abbreviated(run[-1], text)
            return None if point else ()


def _word(text: str, match: re.Match[str]) -> Piece | None:
    start, end = match.span()
    word = match[0].lower()
    if word in en_holidays.HOLIDAY_STARTS and (holiday := _holiday(text, start)) is not None:
        return holiday
    entry = lexicon().get(word)
    before = text[start - 1] if start else " "
    if entry is None or before in _MONEY or before.isdigit() or before in {"'", "’"}:
        return None
    return Piece(entry[0], start, end, entry[1])


def _holiday(text: str, start: int) -> Piece | None:
    match = en_holidays.HOLIDAY_PATTERN.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    return Piece("HOLIDAY", start, match.end(), en_holidays.HOLIDAYS[int(match.lastgroup[1:])][1])


def _number(text: str, match: re.Match[str], joined: bool) -> tuple[Piece, ...]:
    start, end = match.span()
    before = text[start - 1] if start else " "
    after = text[end : end + 1]
    ratio = after == ":" or (before == ":" and text[start - 2 : start - 1].isdigit())
    if ratio or before in _MONEY or after in _MONEY or after.isalpha() or _glued(text, start, joined):
        return ()
    parts = number_parts(match[0]) or ()
    return tuple(Piece(kind, start + a, start + b, value) for kind, value, a, b in parts if kind != "stop")


def _glued(text: str, start: int, joined: bool) -> bool:
    """Whether the number is part of a name: "F-16", "COVID-19", "MH17" (but not "mid-1990s", "Q3")."""
    before = text[start - 1] if start else " "
    if before.isalpha():
        return not joined
    return before in "-–." and start > 1 and not text[start - 2].isspace() and not joined


def _abbreviated(piece: Piece, text: str) -> bool:
    word = text[piece.start : piece.end].lower()
    return word in _ABBREVIATIONS or piece.kind == "TIMEZONE"


def _paragraph_between(text: str, start: int, end: int) -> bool:
    return end - start > 1 and text.find("\n\n", start, end) >= 0
