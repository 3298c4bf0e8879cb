"""Stacking: what the ranking of the actors, and one choice among them, say about each figure as recipient."""

from __future__ import annotations

import math
from collections.abc import Sequence

from dateline.coding.role_ranking.figures import Figure

_STEP = 1.5
"""Width of a class of log-odds."""


def features_of_acting(shares: Sequence[float], listed: Sequence[Figure]) -> list[list[str]]:
    """What each figure's share as actor says; last what that of nobody says.

    Args:
        shares: Share of each figure as actor, and last of nobody.
        listed: The figures.
    """
    by_who: dict[str, float] = {}
    for figure, share in zip(listed, shares, strict=False):
        by_who[figure.who] = by_who.get(figure.who, 0.0) + share
    found = [
        [f"acts {_class(share)}", f"party acts {_class(by_who[figure.who])}"]
        for figure, share in zip(listed, shares, strict=False)
    ]
    return [*found, [f"nobody acts {_class(shares[-1])}"]]


def features_beside(actor: int, listed: Sequence[Figure], event_type: str) -> list[list[str]]:
    """What each figure is to the one that acts; last what leaving the recipient open is.

    Args:
        actor: Index of the figure that is taken to act; the number of figures if nobody is.
        listed: The figures.
        event_type: PLOVER type.
    """
    if actor == len(listed):
        return [*(["actor unknown"] for _ in listed), ["nobody, actor unknown", f"nobody {event_type}, actor unknown"]]
    who = listed[actor].who
    found = [["as actor", f"{event_type}: as actor"] if figure.who == who else ["beside actor"] for figure in listed]
    found[actor] = ["actor", f"{event_type}: actor"]
    return [*found, ["nobody, actor known", f"nobody {event_type}, actor known"]]


def _class(share: float) -> str:
    """The class of a share's log-odds, from -4 to 3."""
    bounded = min(max(share, 1e-9), 1 - 1e-9)
    return str(min(max(math.floor(math.log(bounded / (1 - bounded)) / _STEP), -4), 3))
