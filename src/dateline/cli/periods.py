"""Windows on the command line: days or years as first and last day, and the terms of questions on arms transfers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from dateline.query.asking import SupplyTerms
from dateline.query.traded import By, Measure

F = TypeVar("F", bound=Callable[..., Any])

_YEAR = click.IntRange(1900, 2200)
_BY = click.Choice([each.value for each in By])
_MEASURE = click.Choice([each.value for each in Measure])


class _DayOrYear(click.ParamType[dt.date, Any]):
    """A day written YYYY-MM-DD, or the first or last day of a year written YYYY."""

    name = "DAY|YEAR"

    def __init__(self, *, last: bool) -> None:
        self._last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> dt.date:
        if isinstance(value, dt.date):
            return value
        try:
            if len(value) == len("2021"):
                return dt.date(int(value), 12, 31) if self._last else dt.date(int(value), 1, 1)
            return dt.date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is neither a day (2021-06-22) nor a year (2021)", param, ctx)


FIRST_DAY = _DayOrYear(last=False)
LAST_DAY = _DayOrYear(last=True)


def supply_options(command: F) -> F:
    """Window, years, measure, vintage of a question on arms transfers."""
    for option in (
        click.option("--without-estimates", is_flag=True, help="Leave out rows that the register flags as estimates."),
        click.option("--vintage", metavar="V", help="Only this edition."),
        click.option("--measure", type=_MEASURE, default=Measure.TIV.value, help="What is added up."),
        click.option("--by", type=_BY, default=By.DELIVERY.value, help="Which year lies in the window."),
        click.option("--to", "last", type=_YEAR, metavar="YEAR", help="Last year."),
        click.option("--from", "first", type=_YEAR, metavar="YEAR", help="First year."),
    ):
        command = option(command)
    return command


def supply_terms(options: Mapping[str, Any]) -> SupplyTerms:
    """The terms that :func:`supply_options` collected."""
    return SupplyTerms(
        first=options["first"],
        last=options["last"],
        by=By(options["by"]),
        measure=Measure(options["measure"]),
        estimated=not options["without_estimates"],
        vintage=options["vintage"],
    )
