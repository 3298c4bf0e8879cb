"""From what a time expression says to an interval of days: :func:`evaluate`, one function per class of expression."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from dateline.model import DatePrecision, ImpreciseDate
from dateline.resolve import named_dates
from dateline.resolve.date_amounts import MANY, RECENT_DAYS, blurred, moved, quarter_a_year_off, window
from dateline.resolve.date_arithmetic import DAY, PRECISION, add, interval, unit_around
from dateline.resolve.date_context import Context, Undatable, no_such
from dateline.resolve.date_parts import part_of
from dateline.text import timex
from dateline.text.timex import Side, Unit


def evaluate(expression: timex.Expression, context: Context) -> ImpreciseDate:
    """The interval an expression stands for.

    Raises:
        Undatable: with the reason why there is none.
    """
    handler = _HANDLERS.get(type(expression))
    if handler is None:
        raise Undatable("the words tell no date")
    try:
        return handler(expression, context)
    except (OverflowError, ValueError) as error:
        raise Undatable(f"there is no such date ({error})") from error


# --- times made of other times ---------------------------------------------------------------------------


def _part(x: timex.Part, context: Context) -> ImpreciseDate:
    if x.base is None:
        if x.part == "overnight":
            anchor = context.need_anchor()
            return interval(anchor - DAY, anchor, DatePrecision.DAYS)
        return _clock(timex.Clock(what=x.part), context)
    deictic = isinstance(x.base, timex.Anaphoric) and not x.base.pointing
    whole = evaluate(x.base, replace(context, previous=None) if deictic else context)
    return part_of(whole, x.part, context.anchor)


def _nth(x: timex.Nth, context: Context) -> ImpreciseDate:
    whole = evaluate(x.base, context)
    if x.weekday is not None:
        days = [whole.earliest + n * DAY for n in range(whole.days)]
        hits = [day for day in days if day.isoweekday() == x.weekday]
        if not -len(hits) <= x.n <= len(hits):
            no_such("weekday")
        day = hits[x.n - 1 if x.n > 0 else x.n]
        return interval(day, day)
    if x.n > 0:
        first = add(whole.earliest, x.n - 1, x.unit)
        last = add(first, x.count, x.unit) - DAY
    else:
        last = whole.latest
        first = add(last + DAY, -x.count, x.unit)
    if first > whole.latest or last < whole.earliest:
        no_such(x.unit.value)
    return interval(first, last, PRECISION.get(x.unit, DatePrecision.RANGE) if x.count == 1 else DatePrecision.RANGE)


def _weekday_of(x: timex.WeekdayOf, context: Context) -> ImpreciseDate:
    """In the same week where weeks or days are counted, else the next such weekday."""
    day = _exact(x.base, context) if isinstance(x.base, timex.Offset) else evaluate(x.base, context).earliest
    if isinstance(x.base, timex.Offset) and x.base.amounts[0].unit in {Unit.MONTH, Unit.YEAR}:
        day += ((x.weekday - day.isoweekday()) % 7) * DAY
    else:
        day += (x.weekday - day.isoweekday()) * DAY
    return interval(day, day)


def _week_of(x: timex.WeekOf, context: Context) -> ImpreciseDate:
    day = evaluate(x.day, context).earliest
    if x.starting:
        return interval(day, day + 6 * DAY, DatePrecision.WEEK)
    if x.weekend and day.isoweekday() == 1:
        day -= DAY
    return unit_around(Unit.WEEKEND if x.weekend else Unit.WEEK, day)


def _range(x: timex.Range, context: Context) -> ImpreciseDate:
    last = evaluate(x.last, context)
    try:
        first = evaluate(x.first, context)
    except Undatable:
        if not isinstance(x.first, timex.Vague):
            raise
        first = interval(context.need_anchor(), context.need_anchor())
    if first.earliest > last.latest and isinstance(x.last, timex.Calendar) and x.last.year is None:
        if context.tense == "past" and isinstance(x.first, timex.Calendar):
            first = evaluate(replace(x.first, year=first.earliest.year - 1), context)
        else:
            last = evaluate(replace(x.last, year=last.latest.year + 1), context) if x.last.month else last
    if first.earliest > last.latest:
        raise Undatable("the range ends before it begins")
    return interval(first.earliest, last.latest)


def _open(x: timex.Open, context: Context) -> ImpreciseDate:
    base = evaluate(x.base, context)
    anchor = context.need_anchor()
    if x.word in {"since", "after"} and base.earliest <= anchor:
        return interval(base.earliest, anchor)
    if x.word == "since":
        return base
    if x.word in {"until", "by", "before"} and base.latest >= anchor:
        return interval(anchor, base.latest)
    if x.word == "by":
        return base
    raise Undatable(f'"{x.word}" leaves one end of the interval open')


# --- amounts ---------------------------------------------------------------------------------------------


def _offset(x: timex.Offset, context: Context) -> ImpreciseDate:
    if x.bound == "in" and context.tense == "past":
        raise Undatable('"in" with an amount tells how long it took, not when')
    if (quarter := quarter_a_year_off(x, context)) is not None:
        return quarter
    base = _offset_base(x, context)
    sign = -1 if x.side is Side.BEFORE else 1
    if x.bound == "within":
        far = moved(base.latest, x.amounts, sign)
        return interval(min(base.earliest, far), max(base.earliest, far))
    if x.amounts[0].n is None:
        near, far = (add(base.earliest, sign * many, x.amounts[0].unit) for many in MANY)
        return interval(min(near, far), max(near, far))
    there = moved(base.earliest, x.amounts, sign)
    if isinstance(x.base, timex.Anaphoric):
        return unit_around(x.amounts[0].unit, there)
    if base.days > 1:
        return interval(there, moved(base.latest, x.amounts, sign), base.precision)
    return blurred(there, x) if x.base is None or isinstance(x.base, timex.Happening) else interval(there, there)


def _exact(x: timex.Offset, context: Context) -> dt.date:
    """The day an offset points at when its amounts are taken at their word."""
    return moved(_offset_base(x, context).earliest, x.amounts, -1 if x.side is Side.BEFORE else 1)


def _offset_base(x: timex.Offset, context: Context) -> ImpreciseDate:
    if x.base is None:
        anchor = context.need_anchor()
        return interval(anchor, anchor)
    if not isinstance(x.base, timex.Happening):
        return evaluate(x.base, context)
    known = context.previous if x.base.previous else context.event
    if known is None:
        raise Undatable("the words count from an event whose date the text does not tell")
    return known


def _vague(x: timex.Vague, context: Context) -> ImpreciseDate:
    if x.when != "past":
        raise Undatable(f"the words tell the {x.when} without measure")
    anchor = context.need_anchor()
    return interval(anchor - RECENT_DAYS * DAY, anchor)


def _clock(x: timex.Clock, context: Context) -> ImpreciseDate:
    if context.previous is not None and context.previous.days == 1:
        return context.previous
    raise Undatable(f'"{x.what}" tells a time of day, not the day')


def _duration(_: timex.Duration, __: Context) -> ImpreciseDate:
    raise Undatable("the words tell how long, not when")


def _repeated(_: timex.Repeated, __: Context) -> ImpreciseDate:
    raise Undatable("the words tell how often, not when")


_HANDLERS: dict[type, Callable[[Any, Context], ImpreciseDate]] = {
    timex.Calendar: named_dates.calendar,
    timex.Shifted: named_dates.shifted,
    timex.Anaphoric: named_dates.anaphoric,
    timex.Which: named_dates.which,
    timex.Within: named_dates.within,
    timex.Part: _part,
    timex.Nth: _nth,
    timex.WeekdayOf: _weekday_of,
    timex.WeekOf: _week_of,
    timex.Window: window,
    timex.Offset: _offset,
    timex.Range: _range,
    timex.Open: _open,
    timex.Vague: _vague,
    timex.Clock: _clock,
    timex.Duration: _duration,
    timex.Repeated: _repeated,
}
