"""The day a page says it was published: a line near the top that holds a date and nothing else of substance."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache

from dateline.model import Span
from dateline.text.languages import en_time
from dateline.text.normalise import lines

__all__ = ["StatedDate", "is_date_line", "parse_date", "stated_date"]

_TOP_LINES = 10
_YEARS = range(1900, 2100)
_FURNITURE = re.compile(
    r"\b(?:first published|published|posted|issued|date|dated|on|at|the|created|"
    r"gmt|utc|bst|ist|edt|est|cst|cdt|mst|mdt|pst|pdt|et|pt|ct|cet|cest|eest|msk|jst|kst|sgt|mmt|local time|hrs?|h|"
    r"[ap]\.?m\.?)(?=\W|\d|$)",
    re.IGNORECASE,
)
_UPDATED = re.compile(r"\b(?:last )?(?:updated|modified|edited|corrected)\b", re.IGNORECASE)
_TIME = re.compile(
    r"\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?\s*(?:[+-]\d{2}:?\d{2}|Z)?|\b\d{1,2}(?= ?[ap]\.?m)", re.IGNORECASE
)
_BYLINE = re.compile(r"^(?:by )?[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|and|de|van|bin)){0,6}\s*[|·•–—-]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """A day of publication and the line that states it."""

    day: dt.date
    line: Span


@cache
def _date() -> re.Pattern[str]:
    months = "|".join(sorted((*en_time.MONTHS, *en_time.MONTH_SHORT), key=len, reverse=True))
    days = "|".join(sorted((*en_time.WEEKDAYS, *en_time.WEEKDAY_SHORT), key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?:{days})\b\.?,? )?(?:"
        rf"\b(?P<m1>{months})\b\.? (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y1>\d{{4}})\b"
        rf"|\b(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -](?P<m2>{months})\b\.?,?[ -](?P<y2>\d{{4}})\b"
        r"|\b(?P<y3>\d{4})[-/](?P<m3>\d{2})[-/](?P<d3>\d{2})(?:T(?=\d)|\b))",
        re.IGNORECASE,
    )


def _day(match: re.Match[str]) -> dt.date | None:
    for n in "123":
        if match[f"y{n}"]:
            name = match[f"m{n}"].casefold()
            month = int(name) if name.isdigit() else _month(name)
            year = int(match[f"y{n}"])
            try:
                return dt.date(year, month, int(match[f"d{n}"])) if year in _YEARS else None
            except ValueError:
                return None
    return None


def _month(name: str) -> int:
    return en_time.MONTHS.index(name) + 1 if name in en_time.MONTHS else en_time.MONTH_SHORT[name]


def parse_date(words: str) -> dt.date | None:
    """The day in a date or time stamp that stands alone ("2021-06-22T10:00Z", "June 22, 2021"); None if it is none."""
    words = words.strip()
    match = _date().match(words)
    return _day(match) if match and not _leftover(words[match.end() :]) else None


def _leftover(words: str) -> str:
    """What is left of a line's words without times, zones and labels."""
    return re.sub(r"[\W_]+", "", _FURNITURE.sub("", _TIME.sub(" ", words)))


def _line_date(line: str) -> dt.date | None:
    match = _date().search(line)
    if match is None or len(line) > 120 or _UPDATED.search(line, 0, match.start()):
        return None
    before, after = line[: match.start()], line[match.end() :]
    if _leftover(_BYLINE.sub("", before) if re.search(r"[|·•–—-]\s*$", before) else before):
        return None
    after = after[: found.start()] if (found := _UPDATED.search(after)) else after
    return None if _leftover(after) else _day(match)


def is_date_line(line: str) -> bool:
    """Whether a line holds a date of publication or update and nothing else."""
    rest, dates = _date().subn(" ", _UPDATED.sub(" ", line[:200]))
    return dates > 0 and len(line) <= 120 and not _leftover(rest)


def stated_date(text: str) -> StatedDate | None:
    """The first date line among the first lines of a page; None when the page states no day."""
    for line in lines(text[:5_000])[:_TOP_LINES]:
        day = _line_date(text[line.start : line.end])
        if day is not None:
            return StatedDate(day=day, line=line)
    return None
