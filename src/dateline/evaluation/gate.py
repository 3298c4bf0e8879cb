"""The accuracy gate: figures on development data against floors pinned in ``data/floors.toml``.

A floor is raised with :func:`raised` when a figure improves; lowering one is an edit of the file that a
reviewer sees.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from importlib import resources
from typing import Any

from dateline.errors import GateNotMet, VocabularyError

#: A raised floor stays this far below the figure, so that a harmless change does not fail the gate.
MARGIN = 0.01


def floors(figures_of: str = "events") -> dict[str, float]:
    """Pinned floors of one evaluation: figure name (dotted path into its JSON) → least value."""
    text = resources.files("dateline.evaluation").joinpath("data/floors.toml").read_text("utf-8")
    held = tomllib.loads(text).get(figures_of)
    if not held:
        raise VocabularyError("evaluation/data/floors.toml", f"no floors for {figures_of!r}")
    return {str(name): float(value) for name, value in held.items()}


def figure(report: Mapping[str, Any], path: str) -> float:
    """The figure at a dotted path ("typed.f1", "accuracy.mode.value"); 0 where it has no value."""
    value: Any = report
    for key in path.split("."):
        value = value.get(key) or {}
    return float(value or 0.0)


def check(report: Mapping[str, Any], figures_of: str = "events") -> str:
    """Say that every floor is met.

    Raises:
        GateNotMet: naming each figure below its floor.
    """
    pinned = floors(figures_of)
    below = [
        f"{name} {figure(report, name):.3f} < {least:.3f}"
        for name, least in pinned.items()
        if figure(report, name) < least
    ]
    if below:
        raise GateNotMet(
            f"{len(below)} of {len(pinned)} figures are below their floor",
            "; ".join(below),
            "find what made them fall; `dateline eval events GOLD --show 10` shows errors",
        )
    return f"gate: all {len(pinned)} floors met"


def raised(report: Mapping[str, Any], figures_of: str = "events") -> dict[str, float]:
    """Floors moved up to what the report reaches less MARGIN; never down."""
    return {name: max(least, round(figure(report, name) - MARGIN, 3)) for name, least in floors(figures_of).items()}
