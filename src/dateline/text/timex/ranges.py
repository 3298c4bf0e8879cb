"""Rules for intervals with two ends or one, and for times without measure."""

from __future__ import annotations

import re
from dataclasses import replace

from dateline.text.languages import en_time
from dateline.text.timex.expressions import (
    Anaphoric,
    Calendar,
    Expression,
    Nth,
    Open,
    Range,
    Vague,
)
from dateline.text.timex.grammar import Parts, Stage
from dateline.text.timex.numbers import valid_day
from dateline.text.timex.units import Unit

ranges = Stage()
vague = Stage()
_NOUN_FOLLOWS = re.compile(r"[\s\"“‘'-]+[A-Za-z]")
_OPEN = {
    "SINCE": "since",
    "STARTING": "since",
    "EDGE": "since",
    "BEFORE": "before",
    "AFTER": "after",
    "by": "by",
    "TO": "until",
}


@ranges.rule(
    "RANGE",
    "from? the? a:DATE THROUGH the? b:DATE ,? y:YEAR",
    "from the? a:POINT (THROUGH|and) the? b:POINT",
    "between the? a:POINT (and|THROUGH) the? b:POINT",
    "(?<!for)a:POINT TO the? b:POINT",
    "a:TIME dash b:TIME",
)
def _from_to(p: Parts) -> Expression | None:
    first, last = p.expression("a"), p.expression("b")
    if p.pieces[0].kind == "from" and p.has("and") and _is_year(first) and _is_year(last):
        return None
    if "y" in p and isinstance(last, Calendar):
        last = replace(last, year=p.calendar("y").year)
    return Range(first=_with_year_of(first, last), last=last)


def _is_year(x: Expression) -> bool:
    return isinstance(x, Calendar) and x == Calendar(year=x.year)


@ranges.rule("RANGE", "from the? a:TIME v:VAGUE")
def _until_now(p: Parts) -> Range | None:
    until = p.expression("v")
    return Range(first=p.expression("a"), last=until) if until == Vague(when="present") else None


def _with_year_of(first: Expression, last: Expression) -> Expression:
    """A year said once at the end holds for both: "from May to October 2020"."""
    match first, last:
        case Calendar(year=None, weekday=None, month=int()), Calendar(year=int() as year, month=int()):
            later = (first.month or 0, first.day or 0) > (last.month or 0, last.day or 0)
            return replace(first, year=year - later)
        case Calendar(year=None, quarter=int()), Calendar(year=int() as year, quarter=int()):
            return replace(first, year=year - ((first.quarter or 0) > (last.quarter or 0)))
        case _:
            return first


@ranges.rule("RANGE", "from? a:INT dash b:INT in t:SHIFT", "from? a:DAYNUM THROUGH b:DAYNUM (of|in) t:SHIFT")
def _days_of_unit(p: Parts) -> Range | None:
    base = p.expression("t")
    if not (valid_day(None, 1, p.number("a")) and valid_day(None, 1, p.number("b"))):
        return None
    return Range(
        first=Nth(n=p.number("a"), unit=Unit.DAY, base=base), last=Nth(n=p.number("b"), unit=Unit.DAY, base=base)
    )


@ranges.rule("OPEN", "t:TIME (or|and) (EARLIER|AFTER|AFTERWARDS|beyond|onwards|onward)", "t:TIME (onwards|onward)")
def _or_later(p: Parts) -> Open | None:
    word = p.text[p.pieces[-1].start : p.pieces[-1].end].lower()
    if word in {"after", "following"} and p.text[p.pieces[-1].end : p.pieces[-1].end + 2].strip()[:1].isalnum():
        return None
    return Open(base=p.expression("t"), word="before" if word == "earlier" else "since")


@ranges.rule("OPEN", "no EARLIER than t:TIME", "(EARLIER|greater|less|more) than t:TIME", "as EARLY as t:TIME")
def _than(p: Parts) -> Open:
    words = p.text[p.pieces[0].start : p.pieces[-1].start].lower()
    before = words.startswith(("no later", "earlier", "less"))
    return Open(base=p.expression("t"), word="before" if before else "after")


@ranges.rule("OPEN", "w:OPENING (on|in|of)? the? t:TIME")
def _open(p: Parts) -> Open | None:
    opener = p.pieces[0]
    if opener.kind == "TO" and p.text[opener.start : opener.end].lower() not in {"until", "till", "til", "through"}:
        return None
    if opener.kind == "EDGE" and p.text[opener.start : opener.end].lower() != "beginning":
        return None
    if opener.kind in {"BEFORE", "AFTER"} and _describes(p):
        return None
    return Open(base=p.expression("t"), word=_OPEN[opener.kind])


def _describes(p: Parts) -> bool:
    """Whether the time only describes a noun behind it ("after Monday's vote", "before the 2014 poll")."""
    if p.after is not None and p.after.kind == "poss":
        return True
    return p.has("the") and _NOUN_FOLLOWS.match(p.text, p.pieces[-1].end) is not None


@vague.rule(
    "VAGUE",
    "the (near dash?)? FUTURE",
    "the LAST(?! UNITX)",
    "the near dash? PERIOD",
    "the short dash? PERIOD",
    "the PERIOD(?! of)",
)
def _vague_noun(p: Parts) -> Vague | None:
    words = p.text[p.pieces[0].start : p.pieces[-1].end].lower()
    if words in {"the past", "the time"}:
        return Vague(when="past")
    return Vague(when="future") if words.endswith(("future", "term")) else None


@vague.rule("VAGUE", "w:RECENT", "w:THIS", "w:EARLIER")
def _vague_word(p: Parts) -> Vague | None:
    word = p.text[p.pieces[0].start : p.pieces[-1].end].lower()
    if word == "current":
        return Vague(when="present")
    return Vague(when="past") if word in {"recent", "earlier"} else None


@vague.rule("ANA", "u:UNIT")
def _bare_unit(p: Parts) -> Expression | None:
    """The one unit that is used without article or number: "weekend"."""
    wish = p.previous_word().lower() in en_time.WISHES
    return Anaphoric(unit=p.unit("u")) if p.unit("u") is Unit.WEEKEND and not wish else None
