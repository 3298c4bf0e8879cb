"""The small vocabularies of time expressions: their kinds, units and directions."""

from __future__ import annotations

from enum import StrEnum


class TimeKind(StrEnum):
    """What sort of time expression it is."""

    DATE = "date"
    RANGE = "range"
    DURATION = "duration"
    REPEATED = "repeated"
    CLOCK = "clock"
    VAGUE = "vague"
    EVENT_RELATIVE = "event-relative"


class Unit(StrEnum):
    """A unit of the calendar."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKDAY = "workday"
    WEEK = "week"
    WEEKEND = "weekend"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    FISCAL_YEAR = "fiscal year"
    SCHOOL_YEAR = "school year"
    DECADE = "decade"
    CENTURY = "century"


class Side(StrEnum):
    """Direction on the time line, seen from some point."""

    BEFORE = "before"
    AFTER = "after"
