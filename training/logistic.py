"""Logistic regression by Newton's method, on rows of named values."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

BIAS = "bias"
"""Name of the value that is 1 in every row; its weight is not penalised."""
_STEPS = 60
_SETTLED = 1e-6
_RIDGE = 1e-6

Weights = dict[str, float]


def fit(
    rows: Sequence[Mapping[str, float]], right: Sequence[bool], shares: Sequence[float], *, penalty: float
) -> Weights:
    """Weights of a logistic model, in the order of their names.

    The penalised likelihood is convex, so the same rows always give the same weights.

    Args:
        rows: Name → value of each example; absent means 0.
        right: The label of each example.
        shares: How much each example counts; 1 is a whole one.
        penalty: Weight of the sum of squares that keeps rare names near 0; a half of it is the precision of a
            normal prior.

    Raises:
        ValueError: the three sequences differ in length, or there is no example.
    """
    if not rows:
        raise ValueError("no examples to fit on")
    names = sorted({name for row in rows for name in row})
    values = _matrix(rows, names)
    labels, counts = np.array(right, dtype=float), np.array(shares, dtype=float)
    if not len(values) == len(labels) == len(counts):
        raise ValueError("rows, labels and shares differ in length")
    costs = np.array([0.0 if name == BIAS else penalty for name in names])
    found = np.zeros(len(names))
    for _ in range(_STEPS):
        told = 1.0 / (1.0 + np.exp(-values @ found))
        slope = values.T @ (counts * (told - labels)) + costs * found
        curve = (values * (counts * told * (1.0 - told))[:, None]).T @ values + np.diag(costs + _RIDGE)
        step = np.linalg.solve(curve, slope)
        found -= step
        if float(np.abs(step).max()) < _SETTLED:
            break
    return dict(zip(names, found.tolist(), strict=True))


def _matrix(rows: Sequence[Mapping[str, float]], names: Sequence[str]) -> npt.NDArray[np.float64]:
    """Rows by names, shape ``(examples, names)``."""
    column = {name: at for at, name in enumerate(names)}
    values = np.zeros((len(rows), len(names)))
    for at, row in enumerate(rows):
        for name, value in row.items():
            values[at, column[name]] = value
    return values


def probability(row: Mapping[str, float], weights: Weights) -> float:
    """Probability of a row under a model, from 0 to 1; unknown names weigh nothing."""
    return 1.0 / (1.0 + math.exp(-sum(weights.get(name, 0.0) * value for name, value in row.items())))
