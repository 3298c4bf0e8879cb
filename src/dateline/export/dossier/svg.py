"""Drawings as SVG text: a few shapes, a scale of days, every word escaped; colours are classes of the page's style."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.export.dossier.escaping import escape

WIDTH = 760
LEFT, RIGHT = 64, 16


#: The pattern laid over what is an estimate; a page holds it once.
HATCH = (
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect class="hatch" width="2" height="5"/></pattern></defs>'
)


def drawing(title: str, height: int, shapes: Iterable[str]) -> str:
    """A whole drawing that scales with the page; the title is what a screen reader says."""
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(title)}">'
        f"<title>{escape(title)}</title>{''.join(shapes)}</svg>"
    )


def rect(x: float, y: float, width: float, height: float, kind: str, title: str = "") -> str:
    """A bar with words that show when it is pointed at."""
    inner = f"<title>{escape(title)}</title>" if title else ""
    return (
        f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{max(width, 0.5):.1f}" height="{max(height, 0):.1f}">'
        f"{inner}</rect>"
    )


def line(x1: float, y1: float, x2: float, y2: float, kind: str = "axis") -> str:
    """A line."""
    return f'<line class="{kind}" x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}"/>'


def circle(x: float, y: float, radius: float, kind: str, title: str = "") -> str:
    """A mark."""
    return f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{radius}"><title>{escape(title)}</title></circle>'


def words(x: float, y: float, text: str, kind: str = "") -> str:
    """Words; ``kind`` "end" and "middle" say where ``x`` is."""
    return f'<text class="{kind}" x="{x:.1f}" y="{y:.1f}">{escape(text)}</text>'


@dataclass(frozen=True, slots=True)
class DayScale:
    """From days to places between the margins."""

    first: dt.date
    last: dt.date

    def x(self, day: dt.date) -> float:
        """Where a day is; days outside are at the margin."""
        span = max((self.last - self.first).days, 1)
        part = min(max((day - self.first).days / span, 0.0), 1.0)
        return LEFT + part * (WIDTH - LEFT - RIGHT)

    def years(self) -> Iterable[tuple[int, float]]:
        """First days of years with their places, so many that their words do not touch."""
        step = max(1, (self.last.year - self.first.year) // 12 + 1)
        for year in range(self.first.year, self.last.year + 1):
            if (year - self.first.year) % step == 0 and dt.date(year, 1, 1) >= self.first:
                yield year, self.x(dt.date(year, 1, 1))
