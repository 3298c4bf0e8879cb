"""The engine that applies rules to the pieces of a segment.

A rule is a pattern over kinds of pieces, written as a regular expression whose letters are kinds:
``m:MON the? d:DAYNUM (, y:YEAR4)?``, with a letter and a colon in front of what the builder reads. Rules
run in order; each match is replaced by one piece that holds the built expression, so that later rules build on
earlier ones (a cascade of finite-state transducers, after Abney 1996).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from dateline.text.timex.expressions import Amount, Calendar, Expression
from dateline.text.timex.pieces import Piece, Value
from dateline.text.timex.units import Unit

#: Names for several kinds at once, usable in patterns like a kind.
_TIME = "DATE MONX YEAR QTR SEAS DEC CENT HOL WK WD SHIFT WHICH PART NTH ANA OFF"
CLASSES: dict[str, tuple[str, ...]] = {
    name: tuple(kinds.split())
    for name, kinds in {
        "MON": "MONTH WMONTH",
        "WDAY": "WEEKDAY WWEEKDAY",
        "DAYNUM": "INT ORD NUM",
        "NUMBER": "INT NUM BIG",
        "COUNT": "INT BIG NUM DOT FEW a an half",
        "JOIN": ", of in dash slash",
        "MARK": "dash slash",
        "UNITX": "UNIT UNITS",
        "THROUGH": "dash TO",
        "SIDE": "BEFORE AFTER",
        "LATERX": "EARLIER AFTERWARDS",
        "EARLYX": "EARLY EDGE",
        "OPENING": "SINCE BEFORE AFTER by TO STARTING EDGE",
        "NAMED": "WD MONX SEAS HOL DATE",
        "DAYTIME": "WD DATE SHIFT WHICH HOL",
        "TIME": _TIME,
        "POINT": _TIME + " VAGUE",
    }.items()
}
_codes: dict[str, str] = {}
_ATOM = re.compile(r"(?:(?P<name>[a-z]):)?(?P<kind>[A-Za-z][A-Za-z0-9]*|,)|\s+")

_NEXT_WORD = re.compile(r"(?:\s+|-)([A-Za-z]+)")

_PREVIOUS_WORD = re.compile(r"([A-Za-z]+)\s+$")


class Parts:
    """What one match caught: the named pieces, the pieces around it and the text."""

    __slots__ = ("after", "before", "named", "pieces", "text")

    def __init__(
        self, text: str, named: dict[str, Piece], pieces: list[Piece], before: Piece | None, after: Piece | None
    ) -> None:
        self.text = text
        self.named = named
        self.pieces = pieces
        self.before = before
        self.after = after

    def __contains__(self, name: str) -> bool:
        return name in self.named

    def number(self, name: str) -> int:
        """The number of a piece that must be there."""
        value = self.named[name].value
        if not isinstance(value, int):
            raise TypeError(f"{name} holds {value!r}, a rule expected a whole number")
        return value

    def maybe(self, name: str) -> int | None:
        """The number of a piece, or None when the pattern did not need it."""
        return self.number(name) if name in self.named else None

    def word(self, name: str) -> str:
        """The value of a word piece, "" when it is not there."""
        piece = self.named.get(name)
        return piece.value if piece is not None and isinstance(piece.value, str) else ""

    def unit(self, name: str) -> Unit:
        """The unit of a unit piece."""
        value = self.named[name].value
        if not isinstance(value, Unit):
            raise TypeError(f"{name} holds {value!r}, a rule expected a unit")
        return value

    def expression(self, name: str) -> Expression:
        """The expression an earlier rule built."""
        value = self.named[name].value
        if value is None or isinstance(value, int | float | str | tuple):
            raise TypeError(f"{name} holds {value!r}, a rule expected an expression")
        return value

    def calendar(self, name: str) -> Calendar:
        """The expression an earlier rule built, which must be a calendar one."""
        value = self.expression(name)
        if not isinstance(value, Calendar):
            raise TypeError(f"{name} holds {value!r}, a rule expected a calendar expression")
        return value

    def amounts(self, name: str) -> tuple[Amount, ...]:
        """The amounts an earlier rule built."""
        value = self.named[name].value
        if not isinstance(value, tuple):
            raise TypeError(f"{name} holds {value!r}, a rule expected amounts")
        return value

    @property
    def before_kind(self) -> str:
        """Kind of the piece in front, "" at the beginning of the segment."""
        return self.before.kind if self.before is not None else ""

    @property
    def after_kind(self) -> str:
        """Kind of the piece behind, "" at the end of the segment."""
        return self.after.kind if self.after is not None else ""

    def has(self, kind: str) -> bool:
        """Whether a piece of that kind was matched."""
        return any(piece.kind == kind for piece in self.pieces)

    def next_word(self) -> str:
        """The word right behind the match, "" when a mark or the end comes first."""
        match = _NEXT_WORD.match(self.text, self.pieces[-1].end)
        return match[1] if match else ""

    def previous_word(self) -> str:
        """The word right in front of the match, "" when a mark or the beginning comes first."""
        start = self.pieces[0].start
        match = _PREVIOUS_WORD.search(self.text, max(0, start - 32), start)
        return match[1] if match else ""

    def touching(self) -> bool:
        """Whether no white space stands inside the match."""
        return not any(character.isspace() for character in self.text[self.pieces[0].start : self.pieces[-1].end])


#: What a rule makes of its match; None says that the match means nothing.
Builder = Callable[[Parts], Value]


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the kind it makes, its pattern over codes, its builder, and the codes it cannot do without."""

    makes: str
    pattern: re.Pattern[str]
    build: Builder
    name: str


class Stage:
    """An ordered list of rules; ``@stage.rule(kind, pattern…)`` adds one."""

    def __init__(self) -> None:
        self.rules: list[Rule] = []

    def rule(self, makes: str, *patterns: str) -> Callable[[Builder], Builder]:
        """Add ``build`` under each of the patterns, in order."""

        def add(build: Builder) -> Builder:
            self.rules.extend(Rule(makes, _compile(pattern), build, build.__name__) for pattern in patterns)
            return build

        return add

    def run(self, text: str, pieces: list[Piece]) -> list[Piece]:
        """Apply every rule, each as often as it matches."""
        codes = encode(pieces)
        for rule in self.rules:
            match = rule.pattern.search(codes)
            while match is not None:
                piece = _replacement(rule, match, text, pieces)
                if piece is None:
                    match = rule.pattern.search(codes, match.start() + 1)
                    continue
                first, last = match.span()
                pieces = [*pieces[:first], piece, *pieces[last:]]
                codes = codes[:first] + code(piece.kind) + codes[last:]
                match = rule.pattern.search(codes, first if last - first > 1 else last)
        return pieces


def _replacement(rule: Rule, match: re.Match[str], text: str, pieces: list[Piece]) -> Piece | None:
    first, last = match.span()
    if first == last:
        return None
    caught = [group for group, codes in match.groupdict().items() if codes is not None]
    named = {group[0]: pieces[match.start(group)] for group in caught}
    before = pieces[first - 1] if first else None
    after = pieces[last] if last < len(pieces) else None
    value = rule.build(Parts(text, named, pieces[first:last], before, after))
    if value is None:
        return None
    return Piece(rule.makes, pieces[first].start, pieces[last - 1].end, value)


def code(kind: str) -> str:
    """The private character that stands for a kind in patterns."""
    if kind not in _codes:
        _codes[kind] = chr(0xE000 + len(_codes))
    return _codes[kind]


def encode(pieces: list[Piece]) -> str:
    """One character per piece."""
    return "".join([code(piece.kind) for piece in pieces])


@cache
def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile("".join(_translate(pattern)))


def _translate(pattern: str) -> Iterator[str]:
    """Codes for kinds; a name may stand in several alternatives, so its groups are numbered ("d1", "d2")."""
    position = 0
    for n, match in enumerate(_ATOM.finditer(pattern)):
        yield pattern[position : match.start()]
        position = match.end()
        if match["kind"]:
            kinds = CLASSES.get(match["kind"], (match["kind"],))
            atom = "[" + "".join(map(code, kinds)) + "]"
            yield f"(?P<{match['name']}{n}>{atom})" if match["name"] else atom
    yield pattern[position:]
