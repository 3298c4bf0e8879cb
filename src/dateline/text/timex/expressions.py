"""What a time expression says, before anybody asks which day that is.

Each class is one way of telling a time (after TimeML's TIMEX3, but as a structure instead of a string), so
that the resolver can turn it into an interval and an evaluation can write it in any notation.
"""

from __future__ import annotations

from dataclasses import dataclass

from dateline.text.timex.units import Side, Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A named stretch of the calendar; what the words leave unsaid is None.

    Attributes:
        year: Common era; ``short`` says that only its last two digits were written.
        weekday: ISO, Monday is 1.
        week: ISO week number.
        decade: First year of the decade (1990).
        century: Ordinal (20 for the twentieth).
        season: "spring", "summer", "autumn" or "winter" of the northern hemisphere.
        holiday: Key into the holiday table ("easter").
        year_unit: ``FISCAL_YEAR`` or ``SCHOOL_YEAR`` when the words say so.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None
    century: int | None = None
    holiday: str | None = None
    year_unit: Unit = Unit.YEAR
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """A unit counted from the one the report falls in: "yesterday", "this week", "next year"."""

    unit: Unit
    by: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Anaphoric:
    """A unit the text speaks of: "the day", "that year", "the quarter", "the year-earlier period".

    Attributes:
        unit: None for "the period", "the time".
        by: Years from the one spoken of (-1 for "year-earlier").
        latest: The words say that it is the last one completed ("the latest quarter").
        pointing: The words say that it was told before ("that year", "the same day").
    """

    unit: Unit | None
    by: int = 0
    latest: bool = False
    pointing: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Which:
    """One of several equal names, picked by a word: "last Friday", "this June", "next Easter".

    Attributes:
        word: "last", "past", "this", "next" or "coming".
    """

    base: Calendar
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """A yearly name in a year told relatively: "March of last year"."""

    base: Calendar
    year: Shifted


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a stretch: "late February", "the first half of 2019", "Monday night".

    Attributes:
        base: The whole; None for "overnight", "in the morning".
        part: "early", "mid", "late", "start", "end", "earlier", "later", "half1", "half2", "most" or a part of
            the day ("night").
    """

    base: Expression | None
    part: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Nth:
    """One or some of the units in a stretch: "the first week of May", "the last three months of 2021".

    Attributes:
        n: 1 for the first, -1 for the last.
        count: How many units from there on.
        weekday: ISO weekday when it is weekdays that are counted ("the third Monday in May").
    """

    n: int
    unit: Unit
    base: Expression
    count: int = 1
    weekday: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekdayOf:
    """A weekday inside or next to another time: "Tuesday of next week", "Monday two weeks from now"."""

    weekday: int
    base: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOf:
    """The week (or weekend) around a day: "the week of April 10", "Labor Day weekend".

    Attributes:
        starting: The words say that it begins that day.
    """

    day: Expression
    weekend: bool = False
    starting: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A count of units; ``n`` is None for "days", "several weeks"."""

    n: float | None
    unit: Unit
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Offset:
    """An amount away from some point: "two weeks ago", "in 3 days", "a day after the vote".

    Attributes:
        base: The point; None is the report itself.
        bound: "within" when anything up to that amount is meant, "less" or "more" likewise.
    """

    amounts: tuple[Amount, ...]
    side: Side
    base: Expression | None
    bound: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """The amount that ends or begins at the report: "the past two weeks", "the next five days"."""

    amount: Amount
    side: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """From one time to another, both included."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """An interval with one end: "since January", "by October 31", "2012 or later".

    Attributes:
        word: The preposition: "since", "after", "before", "until" or "by".
    """

    base: Expression
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """An amount of time that is nowhere yet: "three days"."""

    amounts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """A time that recurs: "every Monday", "annually"."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day; its day is told elsewhere."""

    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A time without measure: ``when`` is "past", "present" or "future" ("recently", "now", "soon")."""

    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """Something told elsewhere that a time is measured from: "a day after *the vote*", "a week *later*".

    Attributes:
        previous: It is whatever the text told last ("later", "earlier").
    """

    previous: bool = False


Expression = (
    Calendar
    | Shifted
    | Anaphoric
    | Which
    | Within
    | Part
    | Nth
    | WeekdayOf
    | WeekOf
    | Offset
    | Window
    | Range
    | Open
    | Duration
    | Repeated
    | Clock
    | Vague
    | Happening
)
