"""Conditional logistic ranking: what the rankings of dates and places have in common."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from dateline.errors import VocabularyError
from dateline.vocab.loading import read_toml


@cache
def weights_of(file: str) -> Mapping[str, float]:
    """Feature → weight, as a file of the vocabulary gives them.

    Raises:
        VocabularyError: the file is no such model.
    """
    table = read_toml(file).get("weights")
    if not isinstance(table, dict):
        raise VocabularyError(file, "there is no table [weights]", "run training/dates.py or training/places.py")
    return {name: float(value) for name, value in table.items()}


def shares(listed: Sequence[Iterable[str]], table: Mapping[str, float]) -> list[float]:
    """The shares of several choices by their features, adding up to 1."""
    scores = [sum([table[name] for name in names if name in table]) for names in listed]
    highest = max(scores)
    grown = [math.exp(score - highest) for score in scores]
    total = sum(grown)
    return [each / total for each in grown]
