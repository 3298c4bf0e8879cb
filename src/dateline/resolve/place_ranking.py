"""Which of the choices places a mention: a small learned ranking, leaving the place open being a choice of its own.

A conditional logistic model over the features of :mod:`.place_features`; ``training/places.py`` writes its weights.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.model import Where
from dateline.resolve.place_choices import PlaceChoice
from dateline.resolve.ranking import shares, weights_of

FILE = "places/en/place_ranking.toml"
#: Factor on the share of leaving a place open; below 1 places more mentions.
OPEN = 0.2
#: Key of the choice that leaves the place open; waters and bodies of no country go by their name.
NOWHERE = "nowhere"


def best_place(choices: Sequence[PlaceChoice], table: Mapping[str, float] | None = None) -> Where | None:
    """The place whose country gets the highest share, all choices in that country together.

    Args:
        choices: Those of one mention; the last leaves the place open.
        table: Feature → weight; what ships by default.

    Returns:
        A choice in that country: one with words before one without, what the rules give before others, then the
        likeliest. Where the place is left open, a coder's words without a place, else None.
    """
    found = shares([choice.names for choice in choices], weights_of(FILE) if table is None else table)
    total: dict[str, float] = {}
    for choice, share in zip(choices, found, strict=True):
        key = country_of(choice)
        total[key] = total.get(key, 0.0) + (share * OPEN if key == NOWHERE else share)
    wanted = max(total, key=lambda each: total[each])
    holders = [k for k, choice in enumerate(choices) if country_of(choice) == wanted]
    where = choices[max(holders, key=lambda k: _preference(choices[k], found[k]))].where
    if where.place is None:
        return where if where.evidence is not None else None
    first = replace(where.because[0], score=round(total[wanted] / sum(total.values()), 2))
    return replace(where, because=(first, *where.because[1:]))


def _preference(choice: PlaceChoice, share: float) -> tuple[bool, bool, float]:
    return choice.where.evidence is not None, choice.ruled, share


def country_of(choice: PlaceChoice) -> str:
    """What choices are counted together by: the country, or the name of a place without one."""
    place = choice.where.place
    return NOWHERE if place is None else place.country or place.name
