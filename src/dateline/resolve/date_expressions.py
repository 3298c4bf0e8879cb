"""From what a time expression says to an interval of days: one function per class of expression."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, NoReturn

from dateline.model import DatePrecision, ImpreciseDate
from dateline.resolve import holidays
from dateline.resolve.date_arithmetic import (
    DAY,
    PRECISION,
    add,
    choose_year,
    interval,
    month_interval,
    season_interval,
    unit_around,
    week_interval,
)
from dateline.text import timex
from dateline.text.timex import Side, Unit


class Undatable(Exception):
    """An expression that gives no interval here; the message is the reason."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a relative time is read against.

    Attributes:
        anchor: Day of the report, or None when unknown.
        tense: "past", "future", "present" or None, of the clause.
        previous: The interval the text told last, for "that day", "two weeks later".
        event: The interval of the event a time is measured from ("a day after the vote").
    """

    anchor: dt.date | None
    tense: str | None = None
    previous: ImpreciseDate | None = None
    event: ImpreciseDate | None = None

    def need_anchor(self) -> dt.date:
        """The day of the report.

        Raises:
            Undatable: there is none.
        """
        if self.anchor is None:
            raise Undatable("the report has no publication date; give --published")
        return self.anchor


#: What "several" or a bare plural stands for, in units.
MANY = (2, 6)
#: Days covered by "recent days", "the coming weeks" and so on.
VAGUE_DAYS = {Unit.DAY: 7, Unit.WEEK: 28, Unit.MONTH: 122, Unit.QUARTER: 274, Unit.YEAR: 1096, Unit.DECADE: 7305}
#: Days covered by "recently".
RECENT_DAYS = 28


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


# --- named times -----------------------------------------------------------------------------------------


def _calendar(x: timex.Calendar, context: Context) -> ImpreciseDate:
    if x.century is not None:
        first = (x.century - 1) * 100 + 1
        return interval(dt.date(first, 1, 1), dt.date(first + 99, 12, 31))
    if x.decade is not None:
        return interval(dt.date(x.decade, 1, 1), dt.date(x.decade + 9, 12, 31), DatePrecision.DECADE)
    if x.year is not None:
        found = _in_year(x, x.year)
        if found is None:
            raise Undatable(f"no table gives the day of {x.holiday} in {x.year}" if x.holiday else "no such day")
        return found
    anchor = context.need_anchor()
    if x.month is None and x.weekday is not None:
        return _weekday(x, anchor, context.tense)
    if x.month is None and x.day is not None:
        return _day_of_some_month(x.day, anchor, context.tense)
    look_back = 365 if x.quarter or x.half else 250
    chosen = choose_year(lambda year: _in_year(x, year), anchor, context.tense, look_back)
    if chosen is None:
        raise Undatable(f"no table gives the day of {x.holiday}" if x.holiday else "no such day")
    return chosen


def _in_year(x: timex.Calendar, year: int) -> ImpreciseDate | None:
    if x.holiday is not None:
        day = holidays.holiday(x.holiday, year)
        return interval(day, day) if day else None
    if x.month is not None and x.day is not None:
        try:
            day = dt.date(year, x.month, x.day)
        except ValueError:
            return None
        return interval(day, day)
    if x.month is not None:
        return interval(*month_interval(year, x.month), DatePrecision.MONTH)
    if x.quarter is not None:
        return interval(*month_interval(year, 3 * x.quarter - 2, 3))
    if x.half is not None:
        return interval(*month_interval(year, 6 * x.half - 5, 6))
    if x.season is not None:
        return interval(*season_interval(x.season, year), DatePrecision.SEASON)
    if x.week is not None:
        return interval(*week_interval(year, x.week), DatePrecision.WEEK)
    return interval(*month_interval(year, 1, 12), DatePrecision.YEAR)


def _weekday(x: timex.Calendar, anchor: dt.date, tense: str | None) -> ImpreciseDate:
    """The last such weekday, the report's own day included; in the future tense the next one."""
    weekday = x.weekday or 1
    back = (anchor.isoweekday() - weekday) % 7
    day = anchor - back * DAY if tense != "future" else anchor + ((weekday - anchor.isoweekday()) % 7) * DAY
    if x.day is not None:
        near = sorted((day + 7 * n * DAY for n in range(-6, 7)), key=lambda each: abs(each - anchor))
        day = next((each for each in near if each.day == x.day), None) or _no_such("weekday with that number")
    return interval(day, day)


def _day_of_some_month(number: int, anchor: dt.date, tense: str | None) -> ImpreciseDate:
    step = 1 if tense == "future" else -1
    for months in range(12):
        first = add(anchor.replace(day=1), step * months, Unit.MONTH)
        if number <= add(first, 1, Unit.MONTH).toordinal() - first.toordinal():
            day = first.replace(day=number)
            if (day >= anchor) if tense == "future" else (day <= anchor or tense is None):
                return interval(day, day)
    return _no_such("day")


def _no_such(what: str) -> NoReturn:
    raise Undatable(f"there is no such {what} near the report's date")


def _shifted(x: timex.Shifted, context: Context) -> ImpreciseDate:
    anchor = context.need_anchor()
    if x.unit is Unit.WEEKEND and x.by == -1 and anchor.isoweekday() >= 6:
        return unit_around(Unit.WEEKEND, anchor - 7 * DAY)
    base = anchor.replace(day=1) if x.unit not in {Unit.DAY, Unit.WORKDAY, Unit.WEEK, Unit.WEEKEND, Unit.FORTNIGHT} else anchor
    return unit_around(x.unit, add(base, x.by, x.unit))


def _anaphoric(x: timex.Anaphoric, context: Context) -> ImpreciseDate:
    """The unit the text told last; a week or more may also be the report's own."""
    unit = x.unit
    if unit is None:
        if context.previous is None:
            raise Undatable("the words refer to a time that the text does not tell")
        return context.previous
    told = context.previous
    if told is not None and (x.pointing or told == unit_around(unit, told.earliest)):
        around = unit_around(unit, told.earliest)
    elif x.latest or unit is Unit.QUARTER:
        around = unit_around(unit, add(context.need_anchor().replace(day=1), -1, unit))
    elif unit is Unit.WEEKEND:
        around = _weekend(context)
    elif unit in {Unit.DAY, Unit.WORKDAY}:
        raise Undatable("the words refer to a day that the text does not tell")
    else:
        around = unit_around(unit, context.need_anchor())
    return unit_around(unit, add(around.earliest, x.by, Unit.YEAR)) if x.by else around


def _weekend(context: Context) -> ImpreciseDate:
    anchor = context.need_anchor()
    if context.tense == "future":
        return unit_around(Unit.WEEKEND, anchor)
    return unit_around(Unit.WEEKEND, anchor - (anchor.isoweekday() % 7 if anchor.isoweekday() < 6 else 0) * DAY)


def _which(x: timex.Which, context: Context) -> ImpreciseDate:
    anchor = context.need_anchor()
    if x.base.weekday is not None and x.base.month is None:
        return _which_weekday(x.base.weekday, x.word, anchor)
    if x.word == "this":
        found = _in_year(x.base, anchor.year)
    elif x.word in {"last", "past"}:
        found = choose_year(lambda year: _before(_in_year(x.base, year), anchor), anchor, "past")
    else:
        found = choose_year(lambda year: _after(_in_year(x.base, year), anchor), anchor, "future")
    return found or _no_such("day")


def _within(x: timex.Within, context: Context) -> ImpreciseDate:
    year = _shifted(x.year, context).earliest.year
    return _in_year(x.base, year) or _no_such("day")


def _before(date: ImpreciseDate | None, anchor: dt.date) -> ImpreciseDate | None:
    return date if date is not None and date.latest < anchor else None


def _after(date: ImpreciseDate | None, anchor: dt.date) -> ImpreciseDate | None:
    return date if date is not None and date.earliest > anchor else None


def _which_weekday(weekday: int, word: str, anchor: dt.date) -> ImpreciseDate:
    """ "Last Friday" is the one of last week, "next Friday" the one of next week, "this Friday" this week's."""
    if word == "past":
        day = anchor - ((anchor.isoweekday() - weekday - 1) % 7 + 1) * DAY
    elif word == "coming":
        day = anchor + ((weekday - anchor.isoweekday() - 1) % 7 + 1) * DAY
    else:
        week = {"last": -7, "next": 7}.get(word, 0)
        day = anchor + (weekday - anchor.isoweekday() + week) * DAY
    return interval(day, day)


# --- times made of other times ---------------------------------------------------------------------------

#: Share of the whole that a part covers, from and to.
SHARES = {
    "early": (0.0, 1 / 3),
    "mid": (0.3, 0.68),
    "late": (2 / 3, 1.0),
    "half1": (0.0, 0.5),
    "half2": (0.5, 1.0),
}
#: Days at the beginning or end of a stretch of at least so many days.
EDGES = ((3000, 366), (300, 31), (80, 14), (25, 5), (6, 2), (0, 1))


def _part(x: timex.Part, context: Context) -> ImpreciseDate:
    if x.base is None:
        return _part_of_unsaid_day(x.part, context)
    deictic = isinstance(x.base, timex.Anaphoric) and not x.base.pointing
    whole = evaluate(x.base, replace(context, previous=None) if deictic else context)
    if whole.days == 1 or x.part in {"night", "morning", "afternoon", "evening", "noon", "midnight", "some"}:
        return whole
    if x.part in {"earlier", "later"}:
        return _up_to_anchor(whole, x.part, context)
    if x.part in {"start", "end"}:
        length = next(length for least, length in EDGES if whole.days >= least)
        if x.part == "start":
            return interval(whole.earliest, whole.earliest + (length - 1) * DAY)
        return interval(whole.latest - (length - 1) * DAY, whole.latest)
    first, last = SHARES[x.part]
    start = whole.earliest + round(whole.days * first) * DAY
    return interval(start, max(start, whole.earliest + (round(whole.days * last) - 1) * DAY))


def _part_of_unsaid_day(part: str, context: Context) -> ImpreciseDate:
    if part == "overnight":
        anchor = context.need_anchor()
        return interval(anchor - DAY, anchor, DatePrecision.DAYS)
    return _clock(timex.Clock(what=part), context)


def _up_to_anchor(whole: ImpreciseDate, part: str, context: Context) -> ImpreciseDate:
    anchor = context.anchor
    if anchor is None or not whole.earliest <= anchor <= whole.latest:
        return whole
    if part == "earlier":
        return interval(whole.earliest, anchor)
    return interval(anchor, whole.latest)


def _nth(x: timex.Nth, context: Context) -> ImpreciseDate:
    whole = evaluate(x.base, context)
    if x.weekday is not None:
        days = [whole.earliest + n * DAY for n in range(whole.days)]
        hits = [day for day in days if day.isoweekday() == x.weekday]
        if not -len(hits) <= x.n <= len(hits):
            _no_such("weekday")
        day = hits[x.n - 1 if x.n > 0 else x.n]
        return interval(day, day)
    if x.n > 0:
        first = add(whole.earliest, x.n - 1, x.unit)
        last = add(first, x.count, x.unit) - DAY
    else:
        last = whole.latest
        first = add(last + DAY, -x.count, x.unit)
    if first > whole.latest or last < whole.earliest:
        _no_such(x.unit.value)
    return interval(first, last, PRECISION.get(x.unit, DatePrecision.RANGE) if x.count == 1 else DatePrecision.RANGE)


def _weekday_of(x: timex.WeekdayOf, context: Context) -> ImpreciseDate:
    """In the same week where weeks or days are counted, else the next such weekday."""
    if isinstance(x.base, timex.Offset):
        day = _exact(x.base, context)
    else:
        day = evaluate(x.base, context).earliest
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


def _window(x: timex.Window, context: Context) -> ImpreciseDate:
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


def _offset(x: timex.Offset, context: Context) -> ImpreciseDate:
    if x.bound == "in" and context.tense == "past":
        raise Undatable('"in" with an amount tells how long it took, not when')
    if (quarter := _quarter_a_year_off(x, context)) is not None:
        return quarter
    base = _offset_base(x, context)
    sign = -1 if x.side is Side.BEFORE else 1
    if x.bound == "within":
        far = _moved(base.latest, x.amounts, sign)
        return interval(min(base.earliest, far), max(base.earliest, far))
    if x.amounts[0].n is None:
        near, far = (add(base.earliest, sign * many, x.amounts[0].unit) for many in MANY)
        return interval(min(near, far), max(near, far))
    moved = _moved(base.earliest, x.amounts, sign)
    if isinstance(x.base, timex.Anaphoric):
        return unit_around(x.amounts[0].unit, moved)
    if base.days > 1:
        return interval(moved, _moved(base.latest, x.amounts, sign), base.precision)
    return _blurred(moved, x) if x.base is None or isinstance(x.base, timex.Happening) else interval(moved, moved)


def _quarter_a_year_off(x: timex.Offset, context: Context) -> ImpreciseDate | None:
    """ "A year earlier" in a text that spoke last of a quarter means the same quarter of the year before."""
    told = context.previous
    if told is None or isinstance(x.base, timex.Calendar) or x.amounts != (timex.Amount(n=1, unit=Unit.YEAR),):
        return None
    if told != unit_around(Unit.QUARTER, told.earliest):
        return None
    return unit_around(Unit.QUARTER, add(told.earliest, -1 if x.side is Side.BEFORE else 1, Unit.YEAR))


def _exact(x: timex.Offset, context: Context) -> dt.date:
    """The day an offset points at when its amounts are taken at their word."""
    return _moved(_offset_base(x, context).earliest, x.amounts, -1 if x.side is Side.BEFORE else 1)


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


def _moved(day: dt.date, amounts: tuple[timex.Amount, ...], sign: int) -> dt.date:
    for amount in amounts:
        day = add(day, sign * (amount.n or 1), amount.unit)
    return day


def _blurred(day: dt.date, x: timex.Offset) -> ImpreciseDate:
    """Round amounts are meant roughly: "two weeks ago" to a day, months to half a month, years to the year."""
    amount = x.amounts[-1]
    count = amount.n or 1
    if amount.unit in {Unit.YEAR, Unit.DECADE} and count >= 2:
        return unit_around(Unit.YEAR, day)
    slack = {Unit.WEEK: 1 if count < 3 else 3, Unit.FORTNIGHT: 1, Unit.MONTH: 15, Unit.YEAR: 30, Unit.DECADE: 366}
    days = slack.get(amount.unit, 0)
    return interval(day - days * DAY, day + days * DAY)


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
    timex.Calendar: _calendar,
    timex.Shifted: _shifted,
    timex.Anaphoric: _anaphoric,
    timex.Which: _which,
    timex.Within: _within,
    timex.Part: _part,
    timex.Nth: _nth,
    timex.WeekdayOf: _weekday_of,
    timex.WeekOf: _week_of,
    timex.Window: _window,
    timex.Offset: _offset,
    timex.Range: _range,
    timex.Open: _open,
    timex.Vague: _vague,
    timex.Clock: _clock,
    timex.Duration: _duration,
    timex.Repeated: _repeated,
}
