"""Arithmetic with amounts of time: how far away, and how exactly that is meant."""

from __future__ import annotations

import datetime as dt

from dateline.model import ImpreciseDate
from dateline.resolve.date_arithmetic import DAY, add, interval, unit_around
from dateline.resolve.date_context import Context
from dateline.text import timex
from dateline.text.timex import Side, Unit

#: What "several" or a bare plural stands for, in units.
MANY = (2, 6)
#: Days covered by "recent days", "the coming weeks" and so on.
VAGUE_DAYS = {Unit.DAY: 7, Unit.WEEK: 28, Unit.MONTH: 122, Unit.QUARTER: 274, Unit.YEAR: 1096, Unit.DECADE: 7305}
#: Days covered by "recently".
RECENT_DAYS = 28


def window(x: timex.Window, context: Context) -> ImpreciseDate:
    """The stretch of that length up to or from the report; quarters are whole ones of the calendar."""
    anchor = context.need_anchor()
    sign = -1 if x.side is Side.BEFORE else 1
    if x.amount.unit is Unit.QUARTER and x.amount.n:
        this = unit_around(Unit.QUARTER, anchor)
        edge = this.earliest if x.side is Side.BEFORE else this.latest + DAY
        other = add(edge, sign * x.amount.n, Unit.QUARTER)
        return interval(min(edge, other), max(edge, other) - DAY)
    if x.amount.n is None:
        other = anchor + sign * VAGUE_DAYS.get(x.amount.unit, RECENT_DAYS) * DAY
    else:
        other = add(anchor, sign * x.amount.n, x.amount.unit)
    return interval(min(anchor, other), max(anchor, other))


def quarter_a_year_off(x: timex.Offset, context: Context) -> ImpreciseDate | None:
    """In a text that spoke last of a quarter, "a year earlier" means that quarter of the year before."""
    told = context.previous
    if told is None or isinstance(x.base, timex.Calendar) or x.amounts != (timex.Amount(n=1, unit=Unit.YEAR),):
        return None
    if told != unit_around(Unit.QUARTER, told.earliest):
        return None
    return unit_around(Unit.QUARTER, add(told.earliest, -1 if x.side is Side.BEFORE else 1, Unit.YEAR))


def moved(day: dt.date, amounts: tuple[timex.Amount, ...], sign: int) -> dt.date:
    """``day`` moved by amounts, back when ``sign`` is -1."""
    for amount in amounts:
        day = add(day, sign * (amount.n or 1), amount.unit)
    return day


def blurred(day: dt.date, x: timex.Offset) -> ImpreciseDate:
    """Round amounts are meant roughly: "two weeks ago" to a day, months to half a month, years to the year."""
    amount = x.amounts[-1]
    count = amount.n or 1
    if amount.unit in {Unit.YEAR, Unit.DECADE} and count >= 2:
        return unit_around(Unit.YEAR, day)
    slack = {Unit.WEEK: 1 if count < 3 else 3, Unit.FORTNIGHT: 1, Unit.MONTH: 15, Unit.YEAR: 30, Unit.DECADE: 366}
    days = slack.get(amount.unit, 0)
    return interval(day - days * DAY, day + days * DAY)
