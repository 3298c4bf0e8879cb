"""Hearing: what a network says of each figure as a party, as features."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

Heard = Callable[[Sequence[int], Sequence[tuple[int, int]]], Sequence[tuple[float, float]]]
"""Tokens of the trigger and first and last tokens of noun phrases → log-odds of acting and of undergoing."""
_ROLES = ("actor", "recipient")
_NOTHING = -8.0
"""Log-odds where there is no figure."""
_LOW, _HIGH = -6, 4


def features_heard(found: Sequence[tuple[float, float]]) -> list[list[str]]:
    """What the network says of each figure of the act's sentence; last what it says of leaving a role open.

    Args:
        found: Log-odds of acting and of undergoing for each figure.
    """
    told: list[list[str]] = [[] for _ in range(len(found) + 1)]
    for n, role in enumerate(_ROLES):
        odds = [pair[n] for pair in found]
        best, second = (*sorted(odds, reverse=True), _NOTHING, _NOTHING)[:2]
        first = odds.index(best) if odds else -1
        for k, value in enumerate(odds):
            told[k].append(f"heard {role} {_class(value)}")
            if k == first:
                told[k].append(f"heard first {role}")
                told[k].append(f"heard first {role} by {min(int(value - second), 4)}")
            else:
                told[k].append(f"heard behind {role} by {min(int(best - value), 5)}")
        told[-1].append(f"heard nobody {role} {_class(best)}")
    for names, (actor, recipient) in zip(told, found, strict=False):
        names.append(f"heard rather {min(max(math.floor((actor - recipient) / 1.5), -3), 2)}")
    return told


def _class(odds: float) -> int:
    return min(max(math.floor(odds), _LOW), _HIGH)
