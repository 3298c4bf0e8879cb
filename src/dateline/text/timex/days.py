"""Rules for numbers in words and for single days: "June 21, 2021", "21/06", "Friday the 13th", "May 3-5"."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.text.languages import en_time
from dateline.text.timex.expressions import Calendar, Expression, Range
from dateline.text.timex.grammar import Parts, Stage
from dateline.text.timex.numbers import MAX_DAY, MAX_MONTH, valid_day

numbers = Stage()
days = Stage()
_SLASH_DATE_FOLLOWS = re.compile(r"\s?[-–]\s?\d{1,2}/\d")


@numbers.rule("ORD", "t:TEN dash? o:ORD")
def _compound_ordinal(p: Parts) -> int | None:
    return p.number("t") + p.number("o") if p.number("o") < 10 else None


@numbers.rule(
    "YEAR4",
    "a:TEEN t:TEN dash? o:ONE",
    "a:TEN t:TEN dash? o:ONE",
    "a:TEEN t:TEN",
    "a:TEEN t:TEEN",
    "a:TEN t:TEEN",
)
def _year_in_words(p: Parts) -> int | None:
    hundreds = p.number("a")
    return hundreds * 100 + p.number("t") + (p.maybe("o") or 0) if 15 <= hundreds <= 20 else None


@numbers.rule(
    "YEAR4",
    "k:ONE thousand and? t:TEN dash? o:ONE",
    "k:ONE thousand and? t:TEN",
    "k:ONE thousand and? t:TEEN",
    "k:ONE thousand and? o:ONE",
    "k:ONE thousand",
)
def _thousands_in_words(p: Parts) -> int | None:
    if p.number("k") > 2:
        return None
    return p.number("k") * 1000 + (p.maybe("t") or 0) + (p.maybe("o") or 0)


@numbers.rule("NUM", "t:TEN dash? o:ONE", "t:TEN", "t:TEEN", "o:ONE")
def _number_in_words(p: Parts) -> int:
    return (p.maybe("t") or 0) + (p.maybe("o") or 0)


def _day(year: int | None, month: int, day: int) -> Calendar | None:
    return Calendar(year=year, month=month, day=day) if valid_day(year, month, day) else None


def _verb(p: Parts) -> bool:
    """Whether a number in words is followed by a verb, not a month: "one may", "three march"."""
    month = p.named["m"]
    return p.named["d"].kind == "NUM" and month.kind == "WMONTH" and p.text[month.start].islower()


@days.rule("DATE", "d:NUMDATE")
def _numeric_date(p: Parts) -> Calendar:
    return p.calendar("d")


@days.rule(
    "RANGE",
    "(from|between)? the? a:DAYNUM (dash|TO|and) the? b:DAYNUM of? m:MON (JOIN? y:YEAR4)?",
    "(from|between)? m:MON the? a:DAYNUM (TO|and) the? b:DAYNUM (,? y:YEAR4)?(?! of? MON)",
    "m:MON the? a:DAYNUM dash the? b:DAYNUM (,? y:YEAR4)?",
)
def _days_of_month(p: Parts) -> Expression | None:
    """Days of one month, or from its end into the next; "and" without "between" joins neighbours only."""
    year, month, first, last = p.maybe("y"), p.number("m"), p.number("a"), p.number("b")
    if p.has("and") and p.pieces[0].kind != "between" and last != first + 1:
        return None
    last_month, last_year = month, year
    if last < first:
        last_month = month % MAX_MONTH + 1
        last_year = year + 1 if year and last_month == 1 else year
    start, end = _day(year, month, first), _day(last_year, last_month, last)
    return Range(first=start, last=end) if start and end else None


@days.rule(
    "DATE",
    "m:MON the? d:DAYNUM (,|of|in|MARK)? y:YEAR4",
    "m:MON MARK d:INT MARK y:YEAR4",
    "the? d:DAYNUM (of|MARK)? m:MON JOIN? y:YEAR4",
    "m:MON MARK y:YEAR4 MARK d:INT",
    "y:YEAR4 MARK? m:MON MARK? d:INT",
    "y:YEAR4 MARK d:INT MARK m:MON",
    "m:MON , d:ORD",
    "m:MON MARK d:INT(?! MARK)",
    "d:INT MARK m:MON(?! MARK)",
)
def _whole_day(p: Parts) -> Calendar | None:
    return _day(p.maybe("y"), p.number("m"), p.number("d"))


@days.rule("DATE", "m:MON the? d:DAYNUM(?! (dash NUMBER|UNITS))", "(the? d:ORD|d:INT|d:NUM) of? m:MON")
def _day_of_month(p: Parts) -> Calendar | None:
    counts = p.pieces[-1].kind == "INT" and p.before_kind == "in" and p.next_word().lower() in en_time.COUNTED
    named = p.next_word() in en_time.NAME_ENDS
    return None if counts or named or _verb(p) else _day(None, p.number("m"), p.number("d"))


@days.rule("DATE", "a:INT slash b:INT(?! slash)")
def _month_slash_day(p: Parts) -> Calendar | None:
    first, second = p.number("a"), p.number("b")
    asked = p.before_kind in {
        "on", "from", "TO", "by", "WEEKDAY", "WWEEKDAY", "THIS", "NEXT", ",", "dash", "SINCE", "AFTER",
    }  # fmt: skip
    asked = asked or _SLASH_DATE_FOLLOWS.match(p.text, p.pieces[-1].end) is not None
    if (first, second) == (24, 7) or not p.touching() or not (asked or MAX_MONTH < max(first, second) <= MAX_DAY):
        return None
    month, day = (first, second) if first <= MAX_MONTH else (second, first)
    return _day(None, month, day) if month <= MAX_MONTH else None


@days.rule("DATE", "w:WDAY a:INT dash b:INT(?! CLOCK)")
def _weekday_month_dash_day(p: Parts) -> Calendar | None:
    month, day = p.number("a"), p.number("b")
    written = p.text[p.named["a"].start : p.named["b"].end]
    if not written.replace("-", "").isdigit() or month > MAX_MONTH or not valid_day(None, month, day):
        return None
    return Calendar(month=month, day=day, weekday=p.number("w")) if day < month or not p.next_word() else None


@days.rule("DATE", "(w:WDAY|(?<=on)) d:DOT")
def _month_point_day(p: Parts) -> Calendar | None:
    month, _, day = p.text[p.pieces[-1].start : p.pieces[-1].end].partition(".")
    if (p.next_word() and "w" not in p) or int(month) > MAX_MONTH or not valid_day(None, int(month), int(day)):
        return None
    return Calendar(month=int(month), day=int(day), weekday=p.maybe("w"))


@days.rule("DATE", "w:WDAY ,? the? d:DATE", "THIS? w:WDAY lpar d:DATE rpar")
def _weekday_and_day(p: Parts) -> Calendar:
    return replace(p.calendar("d"), weekday=p.number("w"))


@days.rule("DATE", "w:WDAY the? d:ORD", "w:WDAY d:INT(?! (dash|slash|UNITS|TO|CLOCK))")
def _weekday_and_number(p: Parts) -> Calendar | None:
    if p.pieces[-1].kind == "INT" and (p.number("d") <= MAX_MONTH or p.next_word()):
        return None
    return Calendar(weekday=p.number("w"), day=p.number("d"))
