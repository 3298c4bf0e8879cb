"""Boilerplate: what a page prints around a report. It is marked with a reason and kept; nothing is cut.

Rules, not a model, work on lines (English cue lists: ``text/languages/en_boilerplate.py``): precision comes
first, a caption that tells an act keeps its words and only its credit is marked.
"""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Boilerplate, Span
from dateline.text.boilerplate.credits import credit_marks
from dateline.text.boilerplate.cuelines import cue_reason, is_menu, link_reason
from dateline.text.boilerplate.ends import mark_comments, mark_lead, mark_link_lists, mark_tail
from dateline.text.boilerplate.headline import TITLE, find_headline, mark_title
from dateline.text.boilerplate.repeats import mark_menus_in_runs, mark_repeats
from dateline.text.boilerplate.units import Unit, sentences, split_units

__all__ = ["TITLE", "headline", "mark_boilerplate"]

_MENU = "The line is a menu, a share bar or a page footer."


def headline(text: str) -> str | None:
    """The headline of a page dump, as far as its looks tell (short, no final stop, a blank line below)."""
    units = split_units(text)
    found = find_headline(units, _furniture(units))
    return min((units[i].text for i in found), key=len, default=None)


def mark_boilerplate(text: str, *, title: str | None = None) -> tuple[Boilerplate, ...]:
    """Mark what is not the report.

    Args:
        text: The document's text.
        title: Its headline where known; the line that repeats it is marked with the reason ``title``.

    Returns:
        Stretches (code points) in text order that do not overlap, each with its reason as a plain sentence.
    """
    units = split_units(text)
    reasons = _unit_reasons(units, title)
    marks = [Boilerplate(start=units[i].start, end=units[i].end, reason=reason) for i, reason in reasons.items()]
    for i, unit in enumerate(units):
        if i not in reasons:
            marks.extend(_inner_marks(unit))
    return tuple(_without_overlaps(marks))


def _furniture(units: list[Unit]) -> dict[int, str]:
    """Lines known by their own words (unit index → reason)."""
    reasons: dict[int, str] = {}
    for i, unit in enumerate(units):
        reason = _MENU if is_menu(unit) else cue_reason(unit.bare) or cue_reason(unit.text)
        if reason is None and i > 0:
            reason = link_reason(unit)
        if reason is not None:
            reasons[i] = reason
    return reasons


def _unit_reasons(units: list[Unit], title: str | None) -> dict[int, str]:
    reasons = _furniture(units)
    menus = {i for i, reason in reasons.items() if reason == _MENU}
    mark_title(units, reasons, title)
    mark_comments(units, reasons)
    mark_link_lists(units, reasons)
    mark_menus_in_runs(units, reasons, menus)
    mark_repeats(units, reasons)
    mark_lead(units, reasons)
    mark_tail(units, reasons)
    return reasons


def _inner_marks(unit: Unit) -> Iterator[Boilerplate]:
    """Credits in a line, and plugs that open or close a paragraph of the report."""
    yield from credit_marks(unit)
    parts = sentences(unit)
    if len(parts) > 1:
        yield from _plugs(unit, parts)
        yield from _plugs(unit, parts[::-1])


def _plugs(unit: Unit, parts: list[Span]) -> Iterator[Boilerplate]:
    """The plugs with which ``parts`` (sentences, from one edge of the paragraph inwards) begin."""
    for span in parts:
        reason = cue_reason(unit.text[span.start - unit.start : span.end - unit.start], inside=True)
        if reason is None:
            return
        yield Boilerplate(start=span.start, end=span.end, reason=reason)


def _without_overlaps(marks: list[Boilerplate]) -> Iterator[Boilerplate]:
    end = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start >= end:
            yield mark
            end = mark.end
