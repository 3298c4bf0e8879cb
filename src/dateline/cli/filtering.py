"""Options that select events; the same names as in Python's EventFilter and in web addresses."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from dateline.cli.reports import DAY
from dateline.query import EventFilter

F = TypeVar("F", bound=Callable[..., Any])

_MANY = ("country", "type", "mode", "context", "modality", "place_country", "publisher", "item_class")


def filter_options(command: F) -> F:
    """Add one option for each field of the filter."""
    options = [
        click.option("--actor", help="Who acts: a country, an id, or part of a name."),
        click.option("--recipient", help="Towards whom."),
        click.option("--party", help="A party on either side."),
        click.option("--pair", nargs=2, metavar="A B", help="Two parties, in either order."),
        click.option("--country", multiple=True, help="A party's or the place's country; repeatable."),
        click.option("--type", multiple=True, help="Event type such as CONSULT; repeatable."),
        click.option("--mode", multiple=True, help="Mode such as visit; repeatable."),
        click.option("--context", multiple=True, help="Context such as military; repeatable."),
        click.option("--modality", multiple=True, help="asserted, future, hypothetical, negated or historical."),
        click.option("--since", type=DAY, help="First day."),
        click.option("--until", type=DAY, help="Last day."),
        click.option("--place-country", multiple=True, help="Country in which it happened; repeatable."),
        click.option("--text", help="Words that a telling document contains."),
        click.option("--min-certainty", type=click.FloatRange(0, 1), default=0.0, help="Leave out what is less sure."),
        click.option("--publisher", multiple=True, help="A publisher that tells it; repeatable."),
        click.option("--item-class", multiple=True, help="Class of the arms transferred; repeatable."),
        click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help="Events shown."),
    ]
    for option in reversed(options):
        command = option(command)
    return command


def filter_of(options: Mapping[str, Any]) -> EventFilter:
    """The filter that :func:`filter_options` collected, in the record's own codes.

    Raises:
        UsageError: a value that is not in the vocabulary, with near ones.
    """
    held: dict[str, Any] = {name: tuple(value) if name in _MANY else value for name, value in options.items()}
    held["pair"] = tuple(held["pair"]) if held.get("pair") else None
    return EventFilter(**held).checked()
