"""What a relative time is read against, and the reason why one cannot be read."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import NoReturn

from dateline.model import ImpreciseDate


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
        country: ISO3 of the state whose holidays and fiscal years are meant, or None.
    """

    anchor: dt.date | None
    tense: str | None = None
    previous: ImpreciseDate | None = None
    event: ImpreciseDate | None = None
    country: str | None = None

    def need_anchor(self) -> dt.date:
        """The day of the report.

        Raises:
            Undatable: there is none.
        """
        if self.anchor is None:
            raise Undatable("the report has no publication date; give --published")
        return self.anchor


def no_such(what: str) -> NoReturn:
    """Refuse a date that the calendar does not have.

    Raises:
        Undatable: always.
    """
    raise Undatable(f"there is no such {what} near the report's date")
