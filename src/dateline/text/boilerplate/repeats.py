"""Lines printed twice: captions at the top, pull quotes, headlines again at the end."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from dateline.text.boilerplate.units import Unit
from dateline.text.languages import en_page_words as en

__all__ = ["mark_menus_in_runs", "mark_repeats"]

_CAPTION = "The line is a caption printed twice."
_AGAIN = "The line repeats an earlier line."
_PULLED = "The line repeats words of the report as a pull quote."
_MENU = "The line stands in a menu."
_FEWEST_WORDS = 4
_MOST_WORDS = 40
_TOP = 8
_MOST_UNITS = 2_000
_MOST_CHARACTERS = 500_000


@cache
def _report_words() -> re.Pattern[str]:
    return re.compile(en.REPORT_WORDS, re.IGNORECASE)


def mark_repeats(units: list[Unit], reasons: dict[int, str]) -> None:
    """Mark repeated lines: both copies of a caption at the top, else every copy but the first.

    A long paragraph is marked as a copy only where its neighbour is one too (a page that prints the report
    twice): agencies caption each picture of a series with the same paragraph, and it may be the only report.
    """
    places: dict[str, list[int]] = defaultdict(list)
    for i, unit in enumerate(units):
        if i not in reasons and unit.words >= _FEWEST_WORDS and unit.key:
            places[unit.key].append(i)
    later = {i for copies in places.values() for i in copies[1:]}
    for copies in places.values():
        if len(copies) > 1:
            caption = _is_caption(units, copies)
            for i in copies if caption else copies[1:]:
                if caption or units[i].words <= _MOST_WORDS or {i - 1, i + 1} & later:
                    reasons[i] = _CAPTION if caption else _AGAIN
    if len(units) <= _MOST_UNITS and sum(len(unit.text) for unit in units) <= _MOST_CHARACTERS:
        _mark_pull_quotes(units, reasons)


def _is_caption(units: list[Unit], copies: list[int]) -> bool:
    """Whether copies stand one below the other at the top, above a report, and tell no day and no speaker."""
    first, second = copies[:2]
    body = sum(1 for unit in units[second + 1 :] if unit.sentence and unit.key != units[first].key)
    return (
        first < _TOP
        and second == first + 1
        and body >= 2
        and units[first].words <= _MOST_WORDS
        and not _report_words().search(units[first].text)
    )


def _mark_pull_quotes(units: list[Unit], reasons: dict[int, str]) -> None:
    everything = "\n".join(f" {unit.key} " for i, unit in enumerate(units) if i not in reasons)
    for i, unit in enumerate(units):
        if i in reasons or unit.words > 60 or len(unit.key.split()) < 7:
            continue
        at = everything.find(f" {unit.key} ")
        if at >= 0 and everything.find(f" {unit.key} ", at + 1) >= 0:
            reasons[i] = _PULLED


def mark_menus_in_runs(units: list[Unit], reasons: dict[int, str], menus: set[int]) -> None:
    """Mark runs of four or more very short lines of which at least one is a menu line."""
    start = 0
    for i in range(len(units) + 1):
        if i < len(units) and units[i].words <= 3 and not units[i].stopped and not units[i].text.endswith(":"):
            continue
        if i - start >= 4 and menus.intersection(range(start, i)):
            for j in range(start, i):
                reasons.setdefault(j, _MENU)
        start = i + 1
