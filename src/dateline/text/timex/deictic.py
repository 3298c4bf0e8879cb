"""Rules for times counted from the report: "yesterday", "last week", "next Friday", "the past two years"."""

from __future__ import annotations

from dateline.text.timex.expressions import (
    Amount,
    Anaphoric,
    Calendar,
    Expression,
    Happening,
    Offset,
    Part,
    Repeated,
    Shifted,
    Vague,
    WeekdayOf,
    Which,
    Window,
)
from dateline.text.timex.grammar import Parts, Stage
from dateline.text.timex.units import Side, Unit

deictic = Stage()
_YEARS = {"fiscal": Unit.FISCAL_YEAR, "school": Unit.SCHOOL_YEAR, "calendar": Unit.YEAR}
_SHIFT = {"last": -1, "previous": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


@deictic.rule("SHIFT", "the? u:UNIT s:SIDE r:RELDAY", "r:RELDAY")
def _relative_day(p: Parts) -> Shifted | None:
    day = int(p.word("r"))
    if "u" in p:
        if p.unit("u") is not Unit.DAY or p.word("s") == "following":
            return None
        day += -1 if p.word("s") == "before" else 1
    return Shifted(unit=Unit.DAY, by=day)


@deictic.rule("SHIFT", "the u:UNIT s:AFTER NEXT", "the? u:UNIT s:BEFORE LAST")
def _after_next(p: Parts) -> Shifted:
    return Shifted(unit=p.unit("u"), by=2 if p.word("s") == "after" else -2)


@deictic.rule(
    "WHICH", "THIS? w:NEXT n:NAMED", "THIS? w:LAST n:NAMED", "w:THIS n:NAMED", "the? w:AFTER n:WD", "the w:AFTER n:HOL"
)
def _which(p: Parts) -> Which | None:
    word, base = p.word("w"), p.expression("n")
    if word == "after" or not isinstance(base, Calendar) or base.year is not None:
        return None
    return Which(base=base, word={"previous": "last", "following": "next"}.get(word, word))


@deictic.rule(
    "ANA", "the? LATEST (YEARKIND|UNIT|PERIOD) u:UNIT?", "the? LATEST k:YEARKIND u:UNIT", "the? LATEST u:UNIT"
)
def _latest(p: Parts) -> Anaphoric | None:
    kind = next((piece.value for piece in p.pieces if piece.kind == "YEARKIND"), None)
    if kind is not None:
        return Anaphoric(unit=_YEARS[str(kind)], latest=True)
    unit = next((piece.value for piece in p.pieces if isinstance(piece.value, Unit)), None)
    return Anaphoric(unit=unit, latest=True)


@deictic.rule(
    "SHIFT",
    "the? (w:LAST|w:THIS|w:NEXT) k:YEARKIND u:UNIT",
    "k:YEARKIND u:UNIT",
    "k:YEARLETTERS",
)
def _kind_of_year(p: Parts) -> Expression | None:
    if "u" in p and p.unit("u") is not Unit.YEAR:
        return None
    unit = _YEARS[p.word("k")]
    return Shifted(unit=unit, by=_SHIFT[p.word("w")]) if "w" in p else Anaphoric(unit=unit)


@deictic.rule(
    "ANA",
    "the? x:UNIT dash? (AGO|EARLIER) u:UNIT",
    "the? x:UNIT dash (AGO|EARLIER) PERIOD?(?! QTR)",
    "the THAT PERIOD LAST x:UNIT",
    "LAST x:UNIT poss u:UNIT",
    "the u:UNIT a x:UNIT (AGO|EARLIER)",
)
def _year_earlier(p: Parts) -> Anaphoric | None:
    """The same stretch one year before: "the year-earlier quarter"."""
    if p.unit("x") is not Unit.YEAR:
        return None
    return Anaphoric(unit=p.unit("u") if "u" in p else None, by=-1)


@deictic.rule("QTR", "the? x:UNIT dash? (AGO|EARLIER) q:QTR")
def _year_earlier_quarter(p: Parts) -> Offset:
    return Offset(amounts=(Amount(n=1, unit=p.unit("x")),), side=Side.BEFORE, base=p.expression("q"))


@deictic.rule(
    "WIN",
    "the? (w:LAST|w:NEXT) a? c:COUNT ABOUT? of? WORK? v:UNITX",
    "the? c:COUNT (w:LAST|w:NEXT) WORK? v:UNITS",
)
def _counted_window(p: Parts) -> Window:
    work = p.has("WORK") and p.unit("v") is Unit.DAY
    side = Side.AFTER if p.word("w") in {"next", "coming"} else Side.BEFORE
    return Window(amount=amount_of(p, Unit.WORKDAY if work else p.unit("v")), side=side)


@deictic.rule("WIN", "the? (RECENT|w:LAST|w:NEXT|w:FUTURE) v:UNITS ((and|or) UNITS)?")
def _vague_window(p: Parts) -> Window:
    side = Side.AFTER if p.word("w") in {"next", "coming", "future"} else Side.BEFORE
    return Window(amount=Amount(n=None, unit=p.unit("v")), side=side)


@deictic.rule("SHIFT", "the? THIS? w:LAST u:UNIT")
def _last_unit(p: Parts) -> Expression:
    word, unit = p.word("w"), p.unit("u")
    if word == "previous":
        return Offset(amounts=(Amount(n=1, unit=unit),), side=Side.BEFORE, base=Anaphoric(unit=unit))
    if word == "past" and unit not in {Unit.QUARTER, Unit.WEEKEND}:
        return Window(amount=Amount(n=1, unit=unit), side=Side.BEFORE)
    return Shifted(unit=unit, by=-1)


@deictic.rule("SHIFT", "the? (w:AFTER|THIS? w:NEXT) u:UNIT", "the? w:THIS u:UNIT")
def _this_or_next_unit(p: Parts) -> Expression | None:
    word, unit = p.word("w"), p.unit("u")
    if word == "following":
        return Offset(amounts=(Amount(n=1, unit=unit),), side=Side.AFTER, base=Anaphoric(unit=unit))
    return Shifted(unit=unit, by=_SHIFT[word]) if word in _SHIFT else None


@deictic.rule("SHIFT", "e:EOP")
def _end_of_period(p: Parts) -> Part:
    return Part(base=Shifted(unit=Unit(p.word("e")), by=0), part="end")


@deictic.rule("SHIFT", "u:UNIT TO date")
def _to_date(p: Parts) -> Part:
    return Part(base=Shifted(unit=p.unit("u"), by=0), part="earlier")


@deictic.rule("OFF", "LATELY (s:SIDE|s:AFTERWARDS)")
def _shortly_after(p: Parts) -> Offset | None:
    """The same day: "shortly after the vote", "soon afterwards"."""
    if p.word("s") == "following":
        return None
    side = Side.BEFORE if p.word("s") == "before" else Side.AFTER
    previous = p.has("AFTERWARDS") or not p.next_word()
    return Offset(amounts=(Amount(n=1, unit=Unit.HOUR),), side=side, base=Happening(previous=previous))


@deictic.rule("VAGUE", "LATELY AGO")
def _shortly_ago(p: Parts) -> Vague | None:
    return Vague(when="past") if p.text[p.pieces[-1].start : p.pieces[-1].end].lower() == "ago" else None


@deictic.rule("VAGUE", "(?<!up)TO date(?! (INT|dash))", "now", "w:LATELY")
def _vague(p: Parts) -> Vague:
    return Vague(when=p.word("w") or "present")


@deictic.rule("VAGUE", "THAT UNITS")
def _these_days(p: Parts) -> Vague | None:
    words = p.text[p.pieces[0].start : p.pieces[-1].end].lower()
    return Vague(when="present") if words == "these days" else None


@deictic.rule("DATE", "w:WD (of|,|dash|on)? the? u:SHIFT", "u:SHIFT (dash|on|, on)? w:WD")
def _weekday_of_week(p: Parts) -> WeekdayOf | None:
    week, day = p.expression("u"), p.expression("w")
    unit = week.unit if isinstance(week, Shifted) else week.amounts[0].unit if isinstance(week, Offset) else None
    if unit is not Unit.WEEK or not isinstance(day, Calendar) or day.weekday is None:
        return None
    return WeekdayOf(weekday=day.weekday, base=week)


@deictic.rule(
    "REP",
    "EVERY (INT|NUM|THAT|ORD|FEW)? (UNITX|WD|DAYPART|WEEKDAYS)",
    "REPEAT",
    "WEEKDAYS",
    "(INT|NUM) a UNIT",
    "WD DAYPARTS",
)
def _repeated(p: Parts) -> Repeated:
    return Repeated(what=p.text[p.pieces[0].start : p.pieces[-1].end])


def amount_of(p: Parts, unit: Unit) -> Amount:
    """The amount that the count named ``c`` gives; without one it is a single unit."""
    piece = p.named.get("c")
    if piece is None or piece.kind in {"a", "an"}:
        return Amount(n=1, unit=unit)
    if piece.kind == "half":
        return Amount(n=0.5, unit=unit)
    if isinstance(piece.value, int | float):
        return Amount(n=piece.value, unit=unit)
    return Amount(n=2 if piece.value == "couple" else None, unit=unit, approximate=True)
