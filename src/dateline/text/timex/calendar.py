"""Rules for what the calendar names: weeks, months, quarters, seasons, years, decades, holidays."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from dateline.text.languages import en_time
from dateline.text.timex.expressions import Calendar, Expression, Range, WeekOf
from dateline.text.timex.grammar import Parts, Stage
from dateline.text.timex.numbers import MAX_MONTH, full_year
from dateline.text.timex.units import Unit

calendar = Stage()
names = Stage()
_LAST_WORD = re.compile(r"([A-Za-z$€£#&]+)[\s.,(]*$")
_NUMBER_AND_DASH = re.compile(r"(?<!\d)\d{1,3}\s?[-–]\s?$")
#: Years: "1919-33" is a range, "2015-32" more likely a code.
_LONGEST_SHORT_RANGE = 15
_SHORT_RANGE_FOLLOWS = re.compile(r"\s?[-–]\s?\d{1,3}\b")
_PERSON_MAY = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Mr\.?|Minister|PM|Sir|Lady) May\b")
#: Kinds after which a bare month name is a month even where the name is also a word or a surname.
_MONTH_CUES = frozenset("in SINCE EARLY LAST NEXT during EARLIER EDGE".split())  # noqa: SIM905
_CAPITAL_MONTH_CUES = frozenset("from TO of between and or the BEFORE AFTER THIS dash".split())  # noqa: SIM905
_SEASON_CUES = frozenset("in the LAST NEXT THIS EARLY SINCE during TO by".split())  # noqa: SIM905
_WEEKDAY_CUES = frozenset("on LAST NEXT THIS UNIT dash TO".split())  # noqa: SIM905
_NO_PLURALS = frozenset({"was", "is", "has", "does", "as", "this", "its", "his"})
_DAY_ENDS = ("day", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat")
_YEAR_CUE_KINDS = (
    "in of SINCE from TO BEFORE AFTER during the between and or by EARLY EARLIER EDGE dash , UNIT YEARKIND within "
    "lpar not then on LAST a for RECENT AGO"
)
_YEAR_CUES = frozenset(_YEAR_CUE_KINDS.split())


@calendar.rule("RANGE", "(from|between)? a:MON (THROUGH|and) b:MON (JOIN? y:YEAR4)(?! MARK)")
def _months_of_year(p: Parts) -> Expression | None:
    loose = p.has("and") and p.pieces[0].kind != "between"
    if loose or p.before_kind in {"THIS", "LAST", "NEXT"}:
        return None
    first, last, year = p.number("a"), p.number("b"), p.number("y")
    return Range(first=Calendar(year=year - (first > last), month=first), last=Calendar(year=year, month=last))


@calendar.rule("RANGE", "(from|between)? y:YEAR4 MARK b:NUMBER(?! MARK)")
def _years_short(p: Parts) -> Expression | None:
    """A run of years with a short end, "2015-19"; "2015-03" is a month."""
    year, end = p.number("y"), p.number("b")
    written = p.text[p.named["b"].start : p.named["b"].end]
    base = 10 ** len(written)
    spaced = any(character.isspace() for character in p.text[p.named["y"].end : p.named["b"].end])
    if len(written) > 2 or end <= year % base or not written.isdigit() or spaced:
        return None
    if p.has("slash") and end != year % base + 1:
        return None
    if end - year % base > _LONGEST_SHORT_RANGE:
        return None
    return Range(first=Calendar(year=year), last=Calendar(year=year - year % base + end))


@calendar.rule("MONX", "m:MON JOIN? y:YEAR4(?! MARK INT)", "y:YEAR4 MARK? m:MON")
def _month_of_year(p: Parts) -> Calendar:
    return Calendar(year=p.number("y"), month=p.number("m"))


@calendar.rule("MONX", "y:YEAR4 dash m:INT", "m:INT MARK y:YEAR4")
def _numeric_month(p: Parts) -> Calendar | None:
    good = (
        p.number("m") <= MAX_MONTH
        and p.touching()
        and p.before_kind not in {"q", "h"}
        and 1900 <= p.number("y") <= 2100
    )
    return Calendar(year=p.number("y"), month=p.number("m")) if good else None


@calendar.rule(
    "QTR",
    "the? y:YEAR4 YEARKIND? o:ORD dash? u:UNIT",
    "the? YEARKIND? dash? o:ORD dash? u:UNIT ((of the? UNIT?|,)? y:YEAR4)?",
)
def _quarter(p: Parts) -> Calendar | None:
    final = p.text[p.pieces[-1].end : p.pieces[-1].end + 1] == "-"
    if p.unit("u") is not Unit.QUARTER or p.number("o") > 4 or final:
        return None
    return Calendar(year=p.maybe("y"), quarter=p.number("o"))


@calendar.rule(
    "QTR",
    "y:YEAR4 dash? (q:q|h:h) n:NUMBER",
    "q:q n:NUMBER (JOIN? y:YEAR4(?! dash? q))?",
    "h:h n:NUMBER JOIN? y:YEAR4",
)
def _quarter_letter(p: Parts) -> Calendar | None:
    letter = "q" if "q" in p else "h"
    if p.number("n") > (4 if letter == "q" else 2) or p.named[letter].end != p.named["n"].start:
        return None
    if p.has("dash") and not p.touching():
        return None
    if letter == "q":
        return Calendar(year=p.maybe("y"), quarter=p.number("n"))
    return Calendar(year=p.maybe("y"), half=p.number("n"))


@calendar.rule("SEAS", "s:SEASON JOIN? y:YEAR4", "y:YEAR4 s:SEASON")
def _season_of_year(p: Parts) -> Calendar:
    return Calendar(year=p.number("y"), season=p.word("s"))


@calendar.rule("SEAS", "s:SEASON")
def _season(p: Parts) -> Calendar | None:
    name = p.text[p.pieces[0].start : p.pieces[0].end].lower()
    if name in {"spring", "fall"} and (p.before_kind not in _SEASON_CUES or p.next_word() in {"of", "in"}):
        return None
    return Calendar(season=p.word("s"))


@calendar.rule("DEC", "the? d:DECADE", "poss d:DECADE", "(y:YEAR4|y:BIG) s")
def _decade(p: Parts) -> Calendar | None:
    value = p.number("d") if "d" in p else p.number("y")
    bare_number = len(p.pieces) == 1 and p.text[p.pieces[0].start].isdigit()
    if value % 10 or (value < 100 and bare_number):
        return None
    return Calendar(decade=value if value >= 100 else value + 1900 if value >= 30 else value + 2000, short=value < 100)


@calendar.rule("CENT", "o:ORD dash? u:UNIT", "o:BIGORD dash? u:UNIT")
def _century(p: Parts) -> Calendar | None:
    return Calendar(century=p.number("o")) if p.unit("u") is Unit.CENTURY else None


@calendar.rule("YEAR", "k:YEARKIND u:UNIT y:YEAR4", "k:YEARLETTERS MARK? y:YEAR4", "k:YEARLETTERS y:NUMBER")
def _kind_of_year(p: Parts) -> Calendar | None:
    year = p.number("y")
    if year < 100 and not p.touching():
        return None
    unit = {"fiscal": Unit.FISCAL_YEAR, "school": Unit.SCHOOL_YEAR}.get(p.word("k"), Unit.YEAR)
    return Calendar(year=year if year >= 100 else full_year(year), year_unit=unit)


@calendar.rule("YEAR", "(?<! ORD)u:UNIT (,|of)? y:YEAR4")
def _year_said(p: Parts) -> Calendar | None:
    return Calendar(year=p.number("y")) if p.unit("u") is Unit.YEAR else None


@calendar.rule("WK", "u:UNIT n:INT (of y:YEAR4)?", "u:UNIT n:INT")
def _week_number(p: Parts) -> Calendar | None:
    return Calendar(year=p.maybe("y"), week=p.number("n")) if p.unit("u") is Unit.WEEK else None


# --- holidays and weeks around days ----------------------------------------------------------------------


@calendar.rule("HOL", "h:HOLIDAY JOIN? y:YEAR4", "h:HOLIDAY", "y:YEAR4 h:HOLIDAY")
def _holiday(p: Parts) -> Calendar | None:
    if p.previous_word().lower() in en_time.WISHES:
        return None
    return Calendar(year=p.maybe("y"), holiday=p.word("h"))


@calendar.rule(
    "WK", "the? u:UNIT of d:HOL", "the? u:UNIT of d:DATE", "the? u:UNIT STARTING on? d:DATE", "d:HOL u:UNIT y:YEAR4?"
)
def _week_of_day(p: Parts) -> Expression | None:
    if p.unit("u") not in {Unit.WEEK, Unit.WEEKEND}:
        return None
    if "y" in p:
        return WeekOf(day=replace(p.calendar("d"), year=p.number("y")), weekend=p.unit("u") is Unit.WEEKEND)
    starting = any(piece.kind == "STARTING" for piece in p.pieces)
    return WeekOf(day=p.expression("d"), weekend=p.unit("u") is Unit.WEEKEND, starting=starting)


@calendar.rule("WK", "the? u:UNIT (of|STARTING) on? the d:ORD")
def _week_of_number(p: Parts) -> Expression | None:
    return WeekOf(day=Calendar(day=p.number("d"))) if p.unit("u") is Unit.WEEK else None


# --- names standing alone --------------------------------------------------------------------------------


@names.rule("MONX", "m:MONTH")
def _month(p: Parts) -> Calendar | None:
    name = p.text[p.pieces[0].start : p.pieces[0].end].lower()
    if name in en_time.GIVEN_NAMES and p.before_kind not in _MONTH_CUES and p.next_word()[:1].isupper():
        return None
    return Calendar(month=p.number("m"))


@names.rule("MONX", "m:WMONTH")
def _weak_month(p: Parts) -> Calendar | None:
    """May, March, Jan, Dec: a month where a word asks for one, and a capital tells it from the verb."""
    piece = p.pieces[0]
    capital = p.text[piece.start].isupper()
    alone = capital and len(p.text) <= len("March.")
    sure = p.before_kind in _MONTH_CUES or (capital and p.after_kind in {"dash", "TO"} and not _name_follows(p))
    likely = p.before_kind in _CAPITAL_MONTH_CUES and capital and not _person_may(p.text) and not _name_follows(p)
    return Calendar(month=p.number("m")) if alone or sure or likely else None


def _name_follows(p: Parts) -> bool:
    word = p.next_word()
    return word[:1].isupper() or word in {"for", "on", "against", "said", "has", "is", "was", "will", "would", "had"}


@lru_cache(maxsize=4)
def _person_may(text: str) -> bool:
    return _PERSON_MAY.search(text) is not None


@names.rule("WD", "w:WEEKDAY", "w:WWEEKDAY")
def _weekday(p: Parts) -> Calendar | None:
    piece = p.pieces[0]
    listed = p.before_kind in {"or", "and"} and p.text[: piece.start].rstrip(" orand").endswith(_DAY_ENDS)
    if piece.kind == "WWEEKDAY" and not ((listed or p.before_kind in _WEEKDAY_CUES) and p.text[piece.start].isupper()):
        return None
    if p.previous_word() == "Bloody" or p.next_word() in en_time.NAME_ENDS:
        return None
    return Calendar(weekday=p.number("w"))


@names.rule("YEAR", "y:YEAR4")
def _year(p: Parts) -> Calendar | None:
    """A bare number that is a year by its size and its neighbours."""
    year, follows = p.number("y"), p.next_word()
    piece = p.pieces[0]
    if not 1500 <= year <= 2199 or p.after_kind == "TIMEZONE" or follows.lower() in en_time.COUNTED:
        return None
    if _SHORT_RANGE_FOLLOWS.match(p.text, piece.end) or not _room_for_year(
        p.text[max(0, piece.start - 32) : piece.start]
    ):
        return None
    counted = follows.islower() and follows.endswith("s") and not follows.endswith("ss") and follows not in _NO_PLURALS
    return Calendar(year=year) if p.before_kind in _YEAR_CUES or (1900 <= year <= 2099 and not counted) else None


def _room_for_year(before: str) -> bool:
    """Whether the words before a number allow it to be a year (not "Resolution 1970", "more than 2000")."""
    if _NUMBER_AND_DASH.search(before):
        return False
    match = _LAST_WORD.search(before)
    if match is None or match[1].lower() not in en_time.NO_YEAR_BEFORE:
        return True
    return before.lower().rstrip().endswith(("later than", "earlier than", "greater than"))
