"""Which coder reads the reports, and from which certainty on its mentions count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import click

from dateline.cli.talk import say
from dateline.pipeline import Settings

F = TypeVar("F", bound=Callable[..., Any])


def coder_options(command: F) -> F:
    """Add ``--coder``, ``--coder-option`` and ``--min-certainty``."""
    for option in (
        click.option("--min-certainty", type=click.FloatRange(0, 1), help="Leave out mentions below this."),
        click.option(
            "--coder-option",
            "coder_options",
            multiple=True,
            metavar="NAME=VALUE",
            help="A setting of the coder, such as model=NAME for llm; repeatable.",
        ),
        click.option("--coder", default=None, help="default, rules, encoder or llm; see docs/design/llm-coder.md."),
    ):
        command = option(command)
    return command


def settings_of(options: Mapping[str, Any]) -> Settings:
    """The settings that :func:`coder_options` collected; what was not given keeps its default."""
    held: dict[str, Any] = {}
    if options["min_certainty"] is not None:
        held["min_certainty"] = options["min_certainty"]
    if options["coder"] is not None:
        held["coder"] = options["coder"]
    if options["coder_options"]:
        held["coder_options"] = tuple(_pair(text) for text in options["coder_options"])
    return Settings(**held)


def _pair(text: str) -> tuple[str, str]:
    name, separator, value = text.partition("=")
    if not separator or not name:
        raise click.UsageError(f"--coder-option {text!r}: write NAME=VALUE")
    return name, value


def say_spent(spent: str | None) -> None:
    """What the coder used, where it counts that."""
    if spent:
        say(spent)
