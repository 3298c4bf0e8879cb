"""Certainty: how likely a mention is right, from traits of its surroundings."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cache

from dateline.vocab.loading import read_toml

FILE = "coding/en/certainty.toml"


@cache
def weights() -> Mapping[str, float]:
    """Trait → weight of the logistic model (``data/coding/en/certainty.toml``)."""
    held = read_toml(FILE).get("weights", {})
    return {name: float(value) for name, value in held.items()} if isinstance(held, dict) else {}


def certainty(traits: Mapping[str, float]) -> float:
    """Probability that a mention with these traits is right, from 0 to 1."""
    held = weights()
    score = sum(held.get(name, 0.0) * value for name, value in traits.items())
    return 1.0 / (1.0 + math.exp(-score))
