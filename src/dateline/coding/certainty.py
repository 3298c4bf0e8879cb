"""Certainty: how likely a mention is right, from traits of its surroundings (a logistic model)."""

from __future__ import annotations

import math
from collections.abc import Mapping
from enum import StrEnum
from functools import cache

from dateline.errors import VocabularyError
from dateline.vocab.loading import read_toml

FILE = "coding/en/certainty.toml"


class Model(StrEnum):
    """Which of the two fitted models: to choose among readings of one trigger, or of the one chosen."""

    READING = "reading"
    CERTAINTY = "weights"


@cache
def weights(model: Model) -> Mapping[str, float]:
    """Trait → weight of a model.

    Raises:
        VocabularyError: the file has no such table.
    """
    held = read_toml(FILE).get(model.value)
    if not isinstance(held, dict):
        raise VocabularyError(FILE, f"there is no table [{model.value}]")
    return {name: float(value) for name, value in held.items()}


def probability(traits: Mapping[str, float], model: Model) -> float:
    """Probability that a mention with these traits is right, from 0 to 1; unknown traits weigh nothing."""
    held = weights(model)
    score = 0.0
    for name, value in traits.items():
        score += held.get(name, 0.0) * value
    return 1.0 / (1.0 + math.exp(-score))
