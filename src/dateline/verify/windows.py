"""Windows: the declared grid of years over which a share or rank may have been computed.

A report that tells a period is held to it. One that tells none may mean any of: the five years that were freshest when
it appeared (first choice), the three five-year windows before, the last ten years, each of the three latest years, and
where it says "since the coup" the years from that coup on. The registers publish a year's deliveries in the middle of
the next March, which decides what was freshest.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from dateline.verify.told import Told
from dateline.vocab.landmarks import landmark_year

#: Month and day from which on the year before is published.
_OUT = (3, 13)
_FIVE_BACK, _SINGLES, _SPAN, _LONG = 4, 3, 5, 10
_YEAR = r"(?:19|20)\d\d"
_RANGE = re.compile(
    rf"\b(?:(?:between|from)\s)?({_YEAR})\s?(?:-|–|—|/|\s(?:to|and|until|through|till)\s)\s?({_YEAR}|\d\d)\b", re.I
)
_SINCE = re.compile(rf"\bsince\s(?:\w+\s)?({_YEAR})\b", re.IGNORECASE)
_COUNT = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "ten": 10, "decade": 10}
_SOME = r"two|three|four|five|six|seven|eight|ten|\d{1,2}"
_BACK = re.compile(
    rf"\b(?:(?:past|last|previous)\s(?P<n>{_SOME})\syears?|(?:past|last)\s(?P<decade>decade)"
    rf"|(?P<m>{_SOME})\syears\s(?:to|up to|until|through)\s(?P<end>{_YEAR}))\b",
    re.IGNORECASE,
)
_SINGLE = re.compile(
    rf"\b(?:in|during|for)\s(?:(?:the\s)?(?:year|whole of)\s)?({_YEAR})\b(?!\s?[-–/]\s?\d)", re.IGNORECASE
)
_LAST_YEAR = re.compile(r"\blast year\b", re.IGNORECASE)
_LANDMARK = re.compile(
    r"\bsince\s(?:the\s|its\s|last\s|\w+[’']s\s)?(?:[\w-]+\s){0,2}?(?P<what>coup|takeover|putsch|invasion|war|annexation|revolution)\b",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Whole calendar years, both included; ``first_choice`` marks what the words call for before all others."""

    first: int
    last: int
    why: str
    first_choice: bool = False

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}–{self.last}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The windows to try; ``told`` is the period that the report gives, in its words, or ""."""

    windows: tuple[Window, ...]
    told: str
    freshest: int
    exact: bool = True


def freshest_year(published: dt.date | None, latest: int) -> int:
    """The last year that was published when a report appeared; ``latest`` of the records where it has no day."""
    if published is None:
        return latest
    return published.year - (1 if (published.month, published.day) >= _OUT else 2)


def grid(told: Told, recipient: str | None, latest: int) -> Grid:
    """The windows for a claim.

    Args:
        told: The claim in its report.
        recipient: Alpha-3 code of the state whose coup or war may be meant.
        latest: Last year that the records hold.
    """
    fresh = freshest_year(told.published, latest)
    period = _told_period(told, recipient, fresh)
    if period is not None:
        return period
    windows = [
        Window(
            first=end - _SPAN + 1,
            last=end,
            why="freshest five years" if end == fresh else "earlier five years",
            first_choice=end == fresh,
        )
        for end in range(fresh, fresh - _FIVE_BACK, -1)
    ]
    windows += [Window(first=end - _LONG + 1, last=end, why="ten years") for end in (fresh, fresh - 1)]
    windows += [Window(first=year, last=year, why="one year") for year in range(fresh, fresh - _SINGLES, -1)]
    return Grid(windows=tuple(windows), told="", freshest=fresh)


def _told_period(told: Told, recipient: str | None, fresh: int) -> Grid | None:
    text = _near(told)
    for pattern in (_RANGE, _SINCE, _BACK, _SINGLE, _LAST_YEAR, _LANDMARK):
        matches = list(pattern.finditer(text))
        if not matches:
            continue
        here = told.at if text == told.sentence else 0
        match = min(matches, key=lambda each: (abs(each.start() - here - len(told.words)), each.start()))
        found = _window(pattern, match, told, recipient, fresh)
        if found is not None:
            return found
    return None


def _near(told: Told) -> str:
    return told.sentence


def _window(
    pattern: re.Pattern[str], match: re.Match[str], told: Told, recipient: str | None, fresh: int
) -> Grid | None:
    words = match[0].strip()
    if pattern is _RANGE:
        first, last = int(match[1]), _full(match[1], match[2])
        return _one(first, last, words, fresh) if first <= last else None
    if pattern is _SINCE:
        return _one(int(match[1]), max(int(match[1]), fresh), words, fresh)
    if pattern is _BACK:
        count = _number(match["n"] or match["m"] or match["decade"])
        last = int(match["end"]) if match["end"] else fresh
        return _one(last - count + 1, last, words, fresh)
    if pattern is _SINGLE:
        return _one(int(match[1]), int(match[1]), words, fresh)
    if pattern is _LAST_YEAR:
        return _one(told.published.year - 1, told.published.year - 1, words, fresh) if told.published else None
    return _since_landmark(match, told, recipient, fresh)


def _since_landmark(match: re.Match[str], told: Told, recipient: str | None, fresh: int) -> Grid | None:
    """Records count whole years, so "since the coup" has two readings, and holds at best under one of them."""
    year = landmark_year(match["what"], recipient, before=told.published)
    if year is None:
        return None
    last = max(fresh, year)
    windows = [Window(first=year, last=last, why=f"from the year of the {match['what'].lower()}", first_choice=True)]
    if year < last:
        windows.append(Window(first=year + 1, last=last, why="from the year after it"))
    return Grid(windows=tuple(windows), told=match[0], freshest=fresh, exact=False)


def _one(first: int, last: int, words: str, fresh: int) -> Grid:
    return Grid(
        windows=(Window(first=first, last=last, why=f"told: “{words}”", first_choice=True),), told=words, freshest=fresh
    )


def _full(first: str, last: str) -> int:
    return int(last) if len(last) == 4 else int(first[:2] + last)


def _number(word: str) -> int:
    return _COUNT.get(word.lower()) or int(word)
