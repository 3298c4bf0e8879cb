"""What a run of digits can mean in a time expression: a day, a year, a numeric date, a decade, or none of these."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from dateline.text.timex.expressions import Calendar

#: A part of a number: kind, value, start and end in code points of the run.
Part = tuple[str, "int | float | Calendar | None", int, int]

_NUMERIC_DATE = (
    r"(?P<y>\d{4})(?P<s>[-/.])(?P<m>\d{1,2})(?P=s)(?P<d>\d{1,2})(?!\d)"
    r"|(?P<a>\d{1,2})(?P<t>[-/.])(?P<b>\d{1,2})(?P=t)(?P<c>\d{4}(?!\d)|\d{2}(?!\d|(?P=t)\d))"
    r"|(?<!\d)(?P<y8>(?:19|20)\d\d)(?P<m8>[01]\d)(?P<d8>[0-3]\d)(?!\d)"
)
_PARTS = re.compile(rf"(?P<date>{_NUMERIC_DATE})|(?P<number>\d+(?:\.\d+)?)|(?P<mark>[-–~/,.])")
_THOUSANDS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_MARK_KINDS = {"-": "dash", "–": "dash", "~": "dash", "/": "slash", ",": ",", ".": "stop"}
#: Two-digit years from here on belong to the twentieth century.
PIVOT = 50
MAX_DAY = 31
MAX_MONTH = 12


def full_year(two_digits: int) -> int:
    """The year that two digits most likely stand for (61 is 1961, 16 is 2016)."""
    return two_digits + (1900 if two_digits >= PIVOT else 2000)


def valid_day(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day (29 February without a year is one)."""
    try:
        dt.date(year or 2000, month, day)
    except ValueError:
        return False
    return True


@lru_cache(maxsize=4096)
def number_parts(run: str) -> tuple[Part, ...] | None:
    """Split a run of digits and marks ("2021-06-21", "3-5", "1990s", "6/21") into parts, or None for other numbers."""
    suffix = run.lstrip("0123456789.,/-–~").lower()
    digits = run[: len(run) - len(suffix)]
    if _THOUSANDS.fullmatch(digits):
        return None
    parts = []
    for match in _PARTS.finditer(digits):
        part = _part(match)
        if part is None:
            return None
        parts.append(part)
    kinds = [kind for kind, *_ in parts]
    if (kinds.count("dash") > 1 and "NUMDATE" not in kinds) or ("NUMDATE" in kinds and "BIG" in kinds):
        return None  # a telephone number or a code
    return _with_suffix(tuple(parts), suffix, len(run)) if suffix else tuple(parts)


def _part(match: re.Match[str]) -> Part | None:
    start, end = match.span()
    if match["mark"]:
        return _MARK_KINDS[match["mark"]], None, start, end
    if match["date"]:
        date = _numeric_date(match)
        return ("NUMDATE", date, start, end) if date else None
    text = match["number"]
    if "." in text:
        return "DOT", float(text), start, end
    value = int(text)
    if len(text) == 4:
        return ("YEAR4", value, start, end) if 1000 <= value <= 2999 else ("BIG", value, start, end)
    if len(text) <= 2:
        return ("INT", value, start, end) if 1 <= value <= MAX_DAY else ("BIG", value, start, end)
    return ("BIG", value, start, end) if len(text) == 3 else None


def _numeric_date(match: re.Match[str]) -> Calendar | None:
    short = False
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    elif match["y8"]:
        year, month, day = int(match["y8"]), int(match["m8"]), int(match["d8"])
    else:
        month, day, year = int(match["a"]), int(match["b"]), int(match["c"])
        short = len(match["c"]) == 2
        year = full_year(year) if short else year
    if month > MAX_MONTH:
        month, day = day, month
    if not (1 <= month <= MAX_MONTH and valid_day(year, month, day)):
        return None
    return Calendar(year=year, month=month, day=day, short=short)


def _with_suffix(parts: tuple[Part, ...], suffix: str, end: int) -> tuple[Part, ...] | None:
    kind, value, start, _ = parts[-1]
    if suffix == "s":
        if kind == "YEAR4" and isinstance(value, int) and value % 10 == 0:
            return (*parts[:-1], ("DECADE", value, start, end))
        if kind in {"BIG", "INT"} and isinstance(value, int) and value in range(20, 100, 10):
            return (*parts[:-1], ("DECADE", value, start, end))
        return None
    if isinstance(value, int) and kind in {"INT", "BIG"}:
        return (*parts[:-1], ("ORD" if value <= MAX_DAY else "BIGORD", value, start, end))
    return None
