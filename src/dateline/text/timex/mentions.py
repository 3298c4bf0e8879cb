"""Time expressions where they stand in a text."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model import Evidence
from dateline.text.timex.expressions import (
    Clock,
    Duration,
    Expression,
    Happening,
    Offset,
    Open,
    Part,
    Range,
    Repeated,
    Vague,
    Window,
)
from dateline.text.timex.units import TimeKind


def kind_of(expression: Expression) -> TimeKind:
    """The kind of an expression, which follows from its structure."""
    match expression:
        case Repeated():
            return TimeKind.REPEATED
        case Clock() | Part(base=None):
            return TimeKind.CLOCK
        case Vague():
            return TimeKind.VAGUE
        case Duration():
            return TimeKind.DURATION
        case Offset(base=Happening()) | Open(base=Happening()):
            return TimeKind.EVENT_RELATIVE
        case Range() | Window() | Open():
            return TimeKind.RANGE
        case _:
            return TimeKind.DATE


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeMention:
    """A time expression where it stands.

    Attributes:
        evidence: The words; code points of the text that was searched.
        expression: What they say.
        country: ISO3 of the state whose holiday or fiscal year it is, where a reader of the text has told; else None.
    """

    evidence: Evidence
    expression: Expression
    country: str | None = None

    @property
    def kind(self) -> TimeKind:
        """What sort of time expression it is."""
        return kind_of(self.expression)
