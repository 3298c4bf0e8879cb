"""Conditional logistic models with several right choices, fitted by L-BFGS: what the ranking of parties learns.

The loss is minus the log of the sum of the shares of all right choices (McFadden 1974 with the right ones summed, as in
multiple-instance learning) plus a penalty on the squares of the weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from role_examples import Example

L2 = 8.0
LEAST_COUNT = 5


class Problem:
    """Examples as sparse arrays: which feature holds for which choice."""

    def __init__(self, held: Sequence[Example], role: str, vocabulary: dict[str, int] | None = None) -> None:
        lists = [names + more for e in held for names, more in zip(e.names, e.more or [[]] * len(e.names), strict=True)]
        if vocabulary is None:
            counts = Counter(name for names in lists for name in names)
            vocabulary = {name: k for k, name in enumerate(sorted(n for n, c in counts.items() if c >= LEAST_COUNT))}
        pairs = [(row, vocabulary[n]) for row, names in enumerate(lists) for n in names if n in vocabulary]
        self.vocabulary = vocabulary
        self.rows, self.columns = np.array(pairs, dtype=np.int64).reshape(-1, 2).T
        self.right = np.array([value for e in held for value in getattr(e, role)])
        sizes = [len(e.names) for e in held]
        self.starts = np.r_[0, np.cumsum(sizes)]
        self.groups = np.repeat(np.arange(len(held)), sizes)

    def shares(self, weights: Any) -> Any:
        """The share of every choice within its example."""
        scores = np.bincount(self.rows, weights=weights[self.columns], minlength=len(self.right))
        grown = np.exp(scores - np.maximum.reduceat(scores, self.starts[:-1])[self.groups])
        return grown / np.add.reduceat(grown, self.starts[:-1])[self.groups]

    def split(self, shares: Any) -> list[list[float]]:
        """The shares of each example."""
        return [shares[a:b].tolist() for a, b in zip(self.starts, self.starts[1:], strict=False)]

    def loss(self, weights: Any) -> tuple[float, Any]:
        """Minus the log of what the right choices share, with its gradient; acts without one count nothing."""
        shares = self.shares(weights)
        right = shares * self.right
        total = np.add.reduceat(right, self.starts[:-1])
        held = total > 0
        wanted = right / np.where(held, total, 1.0)[self.groups]
        slope = np.where(held[self.groups], shares - wanted, 0.0)
        gradient = np.bincount(self.columns, weights=slope[self.rows], minlength=len(weights)) + L2 * weights
        return float(-np.log(total[held]).sum() + L2 * (weights @ weights) / 2), gradient


def fit(problem: Problem, *, steps: int = 150, memory: int = 8) -> Any:
    """Weights of least loss (L-BFGS with halving steps; Nocedal and Wright, Numerical Optimization, ch. 7)."""
    weights = np.zeros(len(problem.vocabulary))
    loss, gradient = problem.loss(weights)
    past: list[tuple[Any, Any]] = []
    for _ in range(steps):
        way = -_turned(gradient, past)
        length = 1.0
        for _ in range(20):
            new_loss, new_gradient = problem.loss(weights + length * way)
            if new_loss <= loss + 1e-4 * length * float(gradient @ way):
                break
            length /= 2
        moved, turned = length * way, new_gradient - gradient
        if moved @ turned > 1e-10:
            past = [*past[-memory + 1 :], (moved, turned)]
        done = abs(loss - new_loss) < 1e-5 * abs(loss)
        weights, loss, gradient = weights + moved, new_loss, new_gradient
        if done:
            break
    return weights


def _turned(gradient: Any, past: Sequence[tuple[Any, Any]]) -> Any:
    """The gradient, corrected by the curvature of past steps."""
    if not past:
        return gradient / max(1.0, np.abs(gradient).max())
    turned, factors = gradient.copy(), []
    for moved, change in reversed(past):
        factors.append((moved @ turned) / (change @ moved))
        turned -= factors[-1] * change
    moved, change = past[-1]
    turned *= (moved @ change) / (change @ change)
    for (moved, change), factor in zip(past, reversed(factors), strict=True):
        turned += (factor - (change @ turned) / (change @ moved)) * moved
    return turned
