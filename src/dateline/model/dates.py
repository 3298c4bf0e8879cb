"""Dates as intervals: a month is never drawn as its first day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from dateline.errors import RecordError


class DatePrecision(StrEnum):
    """The unit in which a date was told."""

    DAY = "day"
    DAYS = "days"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImpreciseDate:
    """An interval of whole days, both ends included.

    Raises:
        RecordError: ``earliest`` is after ``latest``.
    """

    earliest: dt.date
    latest: dt.date
    precision: DatePrecision

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise RecordError(f"date interval {self.earliest}–{self.latest}", "earliest is after latest")

    @classmethod
    def day(cls, day: dt.date) -> ImpreciseDate:
        """The interval of one day."""
        return cls(earliest=day, latest=day, precision=DatePrecision.DAY)

    @property
    def days(self) -> int:
        """Length in days, at least 1."""
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: ImpreciseDate, *, slack_days: int = 0) -> bool:
        """Whether the intervals share a day once each end gives ``slack_days``."""
        slack = dt.timedelta(days=slack_days)
        return self.earliest - slack <= other.latest and other.earliest - slack <= self.latest

    def __str__(self) -> str:
        if self.earliest == self.latest:
            return self.earliest.isoformat()
        return f"{self.earliest.isoformat()}/{self.latest.isoformat()}"
