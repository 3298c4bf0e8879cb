"""Cut text into the pieces that time expressions are made of.

A piece is a word of the time vocabulary, a number or a mark, with a kind. Runs of pieces without a foreign word
between them are segments; only segments that hold a word which tells time are given to the rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.text.languages import en_time
from dateline.text.timex.expressions import Amount, Expression, Unit
from dateline.text.timex.numbers import number_parts

Value = int | float | str | Unit | Expression | tuple[Amount, ...] | None


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, number, mark or, once a rule has matched, an expression: code points ``[start, end)``."""

    kind: str
    start: int
    end: int
    value: Value = None


#: Kinds of which a segment needs one to be worth parsing.
CUES = frozenset(
    (
        "MONTH WMONTH WEEKDAY WWEEKDAY WEEKDAYS SEASON UNIT UNITS YEAR4 RELDAY TONIGHT OVERNIGHT DAYPART DAYPARTS LATELY "
        "FUTURE REPEAT NUMDATE DECADE HOLIDAY CLOCK now past q h YEARLETTERS LATEST RECENT EARLIER EOP EDGE slash "
        "DOT TEEN thousand AFTERWARDS THIS LAST then date ORD PERIOD s"
    ).split()
)
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
_MONEY = frozenset("$€£¥₹#@%+_&")


@cache
def lexicon() -> dict[str, tuple[str, Value]]:
    """Every lower-case word of the time vocabulary with its kind and value."""
    words: dict[str, tuple[str, Value]] = {word: (word, None) for word in en_time.PLAIN_WORDS}
    for kind, entries in en_time.KINDS.items():
        for entry in entries.split():
            word, _, value = entry.partition("=")
            words[word] = (kind, value or word)
    for n, name in enumerate(en_time.MONTHS, 1):
        words[name] = ("WMONTH" if name in en_time.WEAK_MONTHS else "MONTH", n)
    words |= {s: ("WMONTH" if s in en_time.WEAK_MONTHS else "MONTH", n) for s, n in en_time.MONTH_SHORT.items()}
    for n, name in enumerate(en_time.WEEKDAYS, 1):
        words |= {name: ("WEEKDAY", n), name + "s": ("WEEKDAYS", n)}
    words |= {name: ("WWEEKDAY", n) for name, n in en_time.WEEKDAY_SHORT.items()}
    words |= {name: ("SEASON", season) for name, season in en_time.SEASONS.items()}
    for name, unit in en_time.UNITS.items():
        plural = "centuries" if unit is Unit.CENTURY else name + "s"
        words |= {name: ("UNIT", unit), plural: ("UNITS", unit)}
    words["nights"] = ("UNITS", Unit.DAY)
    words |= _number_words()
    return words


def _number_words() -> dict[str, tuple[str, Value]]:
    words: dict[str, tuple[str, Value]] = {"hundred": ("hundred", 100), "thousand": ("thousand", 1000)}
    for first, kind, names in (
        (1, "ONE", en_time.ONES),
        (10, "TEEN", en_time.TEENS),
        (1, "ORD", en_time.ORDINAL_ONES),
        (10, "ORD", en_time.ORDINAL_TEENS),
    ):
        words |= {name: (kind, n) for n, name in enumerate(names, first)}
    words |= {name: ("TEN", n) for n, name in zip(range(20, 100, 10), en_time.TENS, strict=True)}
    words |= {name: ("ORD", n) for name, n in en_time.ORDINAL_TENS.items()}
    words |= {name: ("DECADE", n) for name, n in en_time.DECADES.items()}
    return words


def segments(text: str) -> Iterator[list[Piece]]:
    """Runs of neighbouring pieces of ``text`` that hold at least one cue, in text order."""
    words = lexicon()
    run: list[Piece] = []
    cued = False
    position = 0
    for match in _TOKEN.finditer(text):
        start = match.start()
        if start < position:
            continue
        group = match.lastgroup
        found: tuple[Piece, ...] = ()
        if group == "word":
            word = match[0].lower()
            entry = words.get(word)
            if word in en_time.HOLIDAY_STARTS and (holiday := _holiday(text, start)):
                found = (holiday,)
            elif entry is not None:
                piece = _word(text, match, entry)
                found = (piece,) if piece else ()
        elif group == "mark":
            found = (Piece(_MARKS[match[0]], start, match.end()),)
        elif group is not None and group != "stop":
            found = _other(text, match, group, bool(run))
        elif match[0] == "." and run and run[-1].end == start and _abbreviated(run[-1], text):
            continue
        if found and not (run and _paragraph_between(text, run[-1].end, start)):
            run.extend(found)
            position = found[-1].end
            cued = cued or any(piece.kind in CUES for piece in found)
            continue
        if cued:
            yield run
        run = list(found)
        cued = any(piece.kind in CUES for piece in found)
        position = found[-1].end if found else match.end()
    if cued:
        yield run


def _word(text: str, match: re.Match[str], entry: tuple[str, Value]) -> Piece | None:
    kind, value = entry
    start, end = match.span()
    before = text[start - 1] if start else " "
    if before in _MONEY or before.isdigit() or before in {"'", "’"}:
        return None
    return Piece(kind, start, end, value)


def _holiday(text: str, start: int) -> Piece | None:
    match = en_time.HOLIDAY_PATTERN.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    return Piece("HOLIDAY", start, match.end(), en_time.HOLIDAYS[int(match.lastgroup[1:])][1])


def _other(text: str, match: re.Match[str], group: str, joined: bool) -> tuple[Piece, ...]:
    start, end = match.span()
    if group == "clock":
        return (Piece("CLOCK", start, end, match[0]),)
    if group == "poss":
        return (Piece("poss", start, end),)
    before = text[start - 1] if start else " "
    after = text[end : end + 1]
    ratio = before == ":" and text[start - 2 : start - 1].isdigit()
    if ratio or before in _MONEY or after in _MONEY or after == ":" or after.isalpha() or _glued(text, start, joined):
        return ()
    parts = number_parts(match[0])
    if parts is None:
        return ()
    return tuple(Piece(kind, start + a, start + b, value) for kind, value, a, b in parts if kind != "stop")


def _glued(text: str, start: int, joined: bool) -> bool:
    """Whether the number is part of a name: "F-16", "COVID-19", "MH17" (but not "mid-1990s", "Q3")."""
    before = text[start - 1] if start else " "
    if before.isalpha():
        return not joined
    return before in "-–." and start > 1 and not text[start - 2].isspace() and not joined


def _abbreviated(piece: Piece, text: str) -> bool:
    return piece.kind in {
        "MONTH",
        "WMONTH",
        "WEEKDAY",
        "WWEEKDAY",
        "UNIT",
        "TIMEZONE",
    } and piece.end - piece.start <= len("sept")


def _paragraph_between(text: str, start: int, end: int) -> bool:
    return end - start > 1 and text.find("\n\n", start, end) >= 0
