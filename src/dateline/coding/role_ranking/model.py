"""Model: the weights of the two rankings, as ``training/roles.py`` writes them."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from dateline.errors import VocabularyError
from dateline.vocab.loading import read_toml

FILE = "coding/en/role_ranking.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleModel:
    """Weights of two conditional logistic models, and when nobody is chosen.

    Attributes:
        actor, recipient: Feature → weight.
        open_actor, open_recipient: Factor on the share of leaving the role open; below 1 names more parties.
        far_actor, far_recipient: Least share of a party that stands in an earlier sentence only.
    """

    actor: Mapping[str, float]
    recipient: Mapping[str, float]
    open_actor: float = 0.5
    open_recipient: float = 0.5
    far_actor: float = 0.0
    far_recipient: float = 0.0


def scores(listed: Sequence[Sequence[str]], weights: Mapping[str, float]) -> list[float]:
    """The sum of the weights of each of several choices' features."""
    return [sum(filter(None, map(weights.get, names))) for names in listed]


def shares(found: Sequence[float]) -> list[float]:
    """Scores to shares that add up to 1."""
    highest = max(found)
    grown = [math.exp(score - highest) for score in found]
    total = sum(grown)
    return [each / total for each in grown]


@cache
def shipped() -> RoleModel:
    """The model that ships with the package.

    Raises:
        VocabularyError: the file is no such model.
    """
    held = read_toml(FILE)
    choice = _table(held, "choice")
    return RoleModel(actor=_table(held, "actor"), recipient=_table(held, "recipient"), **choice)


def _table(held: Mapping[str, object], name: str) -> dict[str, float]:
    table = held.get(name)
    if not isinstance(table, dict):
        raise VocabularyError(FILE, f"there is no table [{name}]", "run training/roles.py")
    return {key: float(value) for key, value in table.items()}
