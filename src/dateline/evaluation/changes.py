"""What changed against an earlier evaluation whose JSON was kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import RecordError


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One figure before and now."""

    name: str
    before: float
    now: float


def read(path: Path) -> dict[str, Any]:
    """The figures of an earlier ``-f json``.

    Raises:
        RecordError: the file is no JSON object.
    """
    try:
        held = json.loads(path.read_text("utf-8"))
    except (UnicodeDecodeError, json.JSONDecodeError) as error:
        raise RecordError(f"{path}", "no JSON", "make it with `dateline eval events GOLD -f json`") from error
    if not isinstance(held, dict):
        raise RecordError(f"{path}", "expected a JSON object")
    return held


def changes(before: Mapping[str, Any], now: Mapping[str, Any]) -> tuple[Change, ...]:
    """The figures that differ, F1 and shares only, in the order of the evaluation."""
    old = dict(_figures(before))
    return tuple(
        Change(name=name, before=old[name], now=value)
        for name, value in _figures(now)
        if name in old and old[name] != value
    )


def _figures(report: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, float]]:
    for key, value in report.items():
        if isinstance(value, Mapping):
            yield from _figures(value, f"{prefix}{key}.")
        elif key in ("f1", "value", "typed_macro_f1") and isinstance(value, int | float):
            yield f"{prefix}{key}", float(value)


def table(held: tuple[Change, ...]) -> str:
    """The changes as text, one a line."""
    if not held:
        return "no figure changed"
    return "\n".join(
        f"{each.name:28} {each.before:.3f} → {each.now:.3f}  {each.now - each.before:+.3f}" for each in held
    )
