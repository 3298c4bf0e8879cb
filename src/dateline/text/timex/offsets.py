"""Rules for amounts of time and what is counted with them: "two weeks ago", "a day after the vote"."""

from __future__ import annotations

import re

from dateline.text.timex.deictic import amount_of
from dateline.text.timex.expressions import (
    Amount,
    Anaphoric,
    Calendar,
    Duration,
    Expression,
    Happening,
    Offset,
    WeekdayOf,
)
from dateline.text.timex.grammar import Parts, Stage
from dateline.text.timex.units import Side, Unit

amounts = Stage()
offsets = Stage()
_FOLLOWED = re.compile(r"\s*[A-Za-z0-9“\"]")
_OLD = re.compile(r"[\s-]old\b")
_BOUND = "(ABOUT|at (least|most)|most|(more|less) than|within|in)?"


@amounts.rule(
    "AMT",
    "c:COUNT (and a? half|and a half) u:UNITX",
    "c:COUNT WORK? dash? ABOUT? u:UNITX (and a half|or so)?",
    "(a|NUM)? half (a|an)? u:UNIT",
    "a ABOUT? c:FEW of? u:UNITX",
)
def _single_amount(p: Parts) -> tuple[Amount, ...]:
    unit = Unit.WORKDAY if p.has("WORK") and p.unit("u") is Unit.DAY else p.unit("u")
    if p.has("half") and not p.has("and"):
        return (Amount(n=0.5, unit=unit),)
    amount = amount_of(p, unit)
    return (Amount(n=amount.n + 0.5, unit=unit) if p.has("half") and amount.n else amount,)


@amounts.rule("AMT", "u:UNITS ((and|or) UNITS)?")
def _plural(p: Parts) -> tuple[Amount, ...]:
    return (Amount(n=None, unit=p.unit("u"), approximate=True),)


@amounts.rule("AMT", "a:AMT (,|and|, and)? b:AMT")
def _sum_of_amounts(p: Parts) -> tuple[Amount, ...] | None:
    first, second = p.amounts("a"), p.amounts("b")
    order = list(Unit)
    falling = order.index(first[-1].unit) > order.index(second[0].unit)
    return (*first, *second) if falling and None not in {first[-1].n, second[0].n} else None


def _bound(p: Parts) -> str:
    return "within" if p.pieces[0].kind in {"less", "within"} else ""


def _side(word: str) -> Side:
    return Side.BEFORE if word in {"before", "earlier", "to"} else Side.AFTER


@offsets.rule("OFF", f"{_BOUND} a:AMT s:AGO")
def _ago(p: Parts) -> Offset:
    return Offset(amounts=p.amounts("a"), side=Side(p.word("s")), base=None)


@offsets.rule("OFF", "(for|within)? a:AMT ,? (STARTING|from) (from|on)? the? t:TIME")
def _lasting_from(p: Parts) -> Offset:
    plain = p.pieces[0].kind == "AMT" and not p.has("STARTING") and not p.has(",")
    return Offset(amounts=p.amounts("a"), side=Side.AFTER, base=p.expression("t"), bound="" if plain else "within")


@offsets.rule(
    "OFF",
    f"{_BOUND} a:AMT (s:SIDE|SINCE) the? t:TIME",
    f"{_BOUND} a:AMT prior s:TO the? t:TIME",
    f"{_BOUND} a:AMT (SINCE|from) v:VAGUE",
    "the u:UNIT s:SIDE the? t:TIME",
)
def _away_from_time(p: Parts) -> Offset | None:
    if "t" in p and "a" in p and p.amounts("a")[-1].unit in {Unit.HOUR, Unit.MINUTE}:
        return None
    base = None if "v" in p else p.expression("t")
    many = p.amounts("a") if "a" in p else (Amount(n=1, unit=p.unit("u")),)
    return Offset(amounts=many, side=_side(p.word("s")), base=base, bound=_bound(p))


@offsets.rule(
    "OFF",
    f"{_BOUND} a:AMT (s:LATERX|s:SIDE|s:SINCE)",
    f"{_BOUND} a:AMT prior s:TO",
    "the u:UNIT s:SIDE",
    "u:UNIT s:SIDE(?! UNIT)",
)
def _away_from_event(p: Parts) -> Offset | None:
    """Measured from something told in other words: "a day after the vote", "two weeks later"."""
    word = p.text[p.pieces[-1].start : p.pieces[-1].end].lower()
    goes_on = _FOLLOWED.match(p.text, p.pieces[-1].end) is not None
    if "u" in p and p.pieces[0].kind == "UNIT" and not goes_on:
        return None
    previous = word in {"earlier", "later", "afterwards", "afterward", "thereafter", "beforehand"} or not goes_on
    many = p.amounts("a") if "a" in p else (Amount(n=1, unit=p.unit("u")),)
    return Offset(amounts=many, side=_side(p.word("s")), base=Happening(previous=previous), bound=_bound(p))


@offsets.rule("OFF", "in a:AMT (poss PERIOD)?", "within a:AMT", "within the? w:WIN")
def _in_amount(p: Parts) -> Expression:
    if "w" in p:
        return p.expression("w")
    bound = "within" if p.pieces[0].kind == "within" else "in"
    return Offset(amounts=p.amounts("a"), side=Side.AFTER, base=None, bound=bound)


@offsets.rule("DATE", "w:WD ,? o:OFF", "o:OFF ,? on? w:WD")
def _weekday_near(p: Parts) -> WeekdayOf | None:
    day, base = p.expression("w"), p.expression("o")
    if not isinstance(day, Calendar) or day.weekday is None:
        return None
    if isinstance(base, Offset) and isinstance(base.base, Happening):
        return None
    return WeekdayOf(weekday=day.weekday, base=base)


@offsets.rule("ANA", "the? THAT u:UNIT", "the u:UNIT(?! of)")
def _anaphoric(p: Parts) -> Anaphoric | None:
    title = p.text[p.named["u"].start].isupper() and p.before_kind == "of"
    if title or p.unit("u") in {Unit.HOUR, Unit.MINUTE}:
        return None
    return Anaphoric(unit=p.unit("u"), pointing=p.has("THAT"))


@offsets.rule("DUR", "(for|over|during)? a:AMT")
def _duration(p: Parts) -> Duration | None:
    """No duration: "a week" alone, mostly a rate ("twice a week"), and "19-year-old", an age."""
    if _OLD.match(p.text, p.pieces[-1].end):
        return None
    if p.pieces[0] is p.named["a"] and p.text[p.pieces[0].start : p.pieces[0].end].lower().startswith(("a ", "an ")):
        return None
    return Duration(amounts=p.amounts("a"))
