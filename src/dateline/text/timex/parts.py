"""Rules for pieces of other times: "late May", "the first week of 2015", "Monday night", "the end of the year"."""

from __future__ import annotations

from dateline.text.timex.deictic import amount_of
from dateline.text.timex.expressions import (
    Anaphoric,
    Calendar,
    Clock,
    Expression,
    Nth,
    Part,
    Shifted,
    Which,
    Window,
    Within,
)
from dateline.text.timex.grammar import Parts, Stage
from dateline.text.timex.units import Side, Unit

parts = Stage()


# --- units inside other times ----------------------------------------------------------------------------


@parts.rule("NTH", "(m:MONX|m:DATE|m:SEAS) (of|,)? y:SHIFT", "y:SHIFT m:MONX")
def _named_in_year(p: Parts) -> Within | None:
    """A yearly name in a relative year: "March of last year", "June 21 this year"."""
    name, year = p.expression("m"), p.expression("y")
    if not isinstance(name, Calendar) or name.year is not None or not isinstance(year, Shifted):
        return None
    return Within(base=name, year=year) if year.unit is Unit.YEAR else None


@parts.rule(
    "NTH",
    "the? o:ORD u:UNIT (of|in) the? t:TIME",
    "the? l:LAST u:UNIT (of|in) the? t:TIME",
    "t:TIME poss? (o:ORD|l:LAST) u:UNIT",
    "the? s:SHIFT of the? t:TIME",
)
def _nth_unit(p: Parts) -> Nth | None:
    if "s" in p:
        last = p.expression("s")
        said_last = p.text[p.named["s"].start : p.named["s"].end].lower().removeprefix("the ").startswith("last")
        if not isinstance(last, Shifted) or not said_last:
            return None
        return Nth(n=-1, unit=last.unit, base=p.expression("t"))
    return Nth(n=p.number("o") if "o" in p else -1, unit=p.unit("u"), base=p.expression("t"))


@parts.rule(
    "NTH",
    "the? (o:ORD|l:LAST) c:COUNT v:UNITS (of|in) the? t:TIME",
    "the? w:WIN (of|in) the? t:TIME",
)
def _nth_units(p: Parts) -> Nth | None:
    if "w" in p:
        window = p.expression("w")
        if not isinstance(window, Window) or not window.amount.n or window.side is Side.AFTER:
            return None
        return Nth(n=-1, unit=window.amount.unit, base=p.expression("t"), count=int(window.amount.n))
    count = amount_of(p, p.unit("v")).n
    if not count:
        return None
    return Nth(n=p.number("o") if "o" in p else -1, unit=p.unit("v"), base=p.expression("t"), count=int(count))


@parts.rule("NTH", "the? o:ORD w:WD (of|in) the? t:TIME", "the? l:WHICH (of|in) the? t:TIME")
def _nth_weekday(p: Parts) -> Nth | None:
    base = p.expression("t")
    if "l" in p:
        which = p.expression("l")
        if not isinstance(which, Which) or which.word != "last" or not which.base.weekday:
            return None
        return Nth(n=-1, unit=Unit.DAY, base=base, weekday=which.base.weekday)
    day = p.expression("w")
    return Nth(n=p.number("o"), unit=Unit.DAY, base=base, weekday=day.weekday) if isinstance(day, Calendar) else None


@parts.rule("NTH", "the? o:ORD u:UNIT of the v:UNIT", "the? l:LAST u:UNIT of the v:UNIT")
def _nth_of_the(p: Parts) -> Nth:
    return Nth(n=p.number("o") if "o" in p else -1, unit=p.unit("u"), base=Anaphoric(unit=p.unit("v")))


@parts.rule("NTH", "q:QTR of the? v:UNIT", "t:TIME poss q:QTR", "q:QTR of t:SHIFT")
def _quarter_of(p: Parts) -> Expression | None:
    quarter = p.calendar("q")
    if "v" in p:
        return quarter if p.unit("v") is Unit.YEAR else None
    return Nth(n=quarter.quarter or 1, unit=Unit.QUARTER, base=p.expression("t"))


@parts.rule("NTH", "w:WK of t:SHIFT")
def _week_of_year(p: Parts) -> Nth | None:
    week = p.expression("w")
    if not isinstance(week, Calendar) or week.week is None:
        return None
    return Nth(n=week.week, unit=Unit.WEEK, base=p.expression("t"))


@parts.rule("DATE", "the? d:ORD of? t:SHIFT", "the? d:ORD UNIT (of|in) t:MONX")
def _day_of_unit(p: Parts) -> Nth | None:
    base = p.expression("t")
    if isinstance(base, Shifted) and base.unit is not Unit.MONTH:
        return None
    return Nth(n=p.number("d"), unit=Unit.DAY, base=base)


@parts.rule("DATE", "(?<=on|by|TO|from|SINCE|ABOUT|BEFORE|AFTER) the? d:ORD(?! (UNITX|of|and))")
def _bare_day(p: Parts) -> Calendar | None:
    digits = p.text[p.pieces[-1].start].isdigit()
    return Calendar(day=p.number("d")) if digits and not p.next_word() else None


# --- parts of times --------------------------------------------------------------------------------------


@parts.rule("PART", "as EARLY as t:TIME")
def _as_early_as(p: Parts) -> Expression:
    return p.expression("t")


@parts.rule(
    "PART",
    "the? (EARLY dash? TO)? dash? e:EARLY dash? (in|on)? the? t:TIME",
    "the? e:EDGE of the? t:TIME",
    "e:EARLIER (in|on)? the? t:TIME",
)
def _part_of(p: Parts) -> Part:
    return Part(base=p.expression("t"), part=p.word("e"))


@parts.rule(
    "PART",
    "the? e:EARLYX (of|in) (the|THAT)? u:UNIT",
    "e:EARLIER in the u:UNIT",
    "e:EARLIER the THAT u:UNIT",
    "u:UNIT (dash|poss) e:EDGE",
)
def _part_of_the(p: Parts) -> Part | None:
    if p.unit("u") in {Unit.HOUR, Unit.MINUTE, Unit.DAY} and p.word("e") in {"start", "end"}:
        return None
    return Part(base=Anaphoric(unit=p.unit("u")), part=p.word("e"))


@parts.rule("PART", "the? (o:ORD|l:EARLIER) dash? half of the? t:TIME", "t:TIME poss? o:ORD half")
def _half_of(p: Parts) -> Part | None:
    number = p.maybe("o") or (1 if p.word("l") == "earlier" else 2)
    return Part(base=p.expression("t"), part=f"half{number}") if number <= 2 else None


# --- parts of days ---------------------------------------------------------------------------------------


@parts.rule("PART", "t:DAYTIME (on|,|at)? EARLY? d:DAYPART", "(the|(in the))? d:DAYPART (of|on) the? t:DAYTIME")
def _part_of_day(p: Parts) -> Part | None:
    base = p.expression("t")
    if isinstance(base, Shifted) and base.unit is not Unit.DAY:
        return None
    return Part(base=base, part=p.word("d"))


@parts.rule("PART", "(EARLY|EARLIER)? (THIS|THAT) EARLY? d:DAYPART", "l:LAST d:DAYPART", "d:TONIGHT")
def _part_of_today(p: Parts) -> Part | None:
    if "l" in p and p.word("l") != "last":
        return None
    return Part(base=Shifted(unit=Unit.DAY, by=-1 if "l" in p else 0), part=p.word("d"))


@parts.rule("CLK", "OVERNIGHT", "(by|EARLIER|EARLY)? (in|at)? the? d:DAYPART")
def _bare_part_of_day(p: Parts) -> Part:
    return Part(base=None, part=p.word("d") or "overnight")


@parts.rule("CLK", "(from|between|at|by)? CLOCK ((TO|dash|and) CLOCK)? (PERIOD|TIMEZONE)?")
def _clock(p: Parts) -> Clock:
    return Clock(what=p.text[p.pieces[0].start : p.pieces[-1].end])
