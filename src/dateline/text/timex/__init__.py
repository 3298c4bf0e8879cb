"""Time expressions: what they say (:mod:`.expressions`, :mod:`.mentions`) and the rules that read them from text.

Text is cut into pieces (:mod:`.pieces`, :mod:`.numbers`); rules (:mod:`.grammar`) turn pieces into expressions stage
by stage: :mod:`.days`, :mod:`.calendar`, :mod:`.deictic`, :mod:`.parts`, :mod:`.offsets`, :mod:`.ranges`.
"""

from dateline.text.timex.expressions import (
    Amount,
    Anaphoric,
    Calendar,
    Clock,
    Duration,
    Expression,
    Happening,
    Nth,
    Offset,
    Open,
    Part,
    Range,
    Repeated,
    Shifted,
    Vague,
    WeekdayOf,
    WeekOf,
    Which,
    Window,
    Within,
)
from dateline.text.timex.mentions import TimeMention, kind_of
from dateline.text.timex.units import Side, TimeKind, Unit

__all__ = [
    "Amount",
    "Anaphoric",
    "Calendar",
    "Clock",
    "Duration",
    "Expression",
    "Happening",
    "Nth",
    "Offset",
    "Open",
    "Part",
    "Range",
    "Repeated",
    "Shifted",
    "Side",
    "TimeKind",
    "TimeMention",
    "Unit",
    "Vague",
    "WeekOf",
    "WeekdayOf",
    "Which",
    "Window",
    "Within",
    "kind_of",
]
