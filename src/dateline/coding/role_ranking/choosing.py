"""Choosing: the likeliest actor and recipient together."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.coding.role_ranking.figures import Figure
from dateline.coding.role_ranking.model import RoleModel, scores, shares
from dateline.coding.role_ranking.reasons import reason
from dateline.coding.role_ranking.stacking import features_beside, features_of_acting

_TRIED = 3
"""How many of the likeliest actors are tried."""
_FAINT = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Indices of the chosen figures, None for nobody, with the reasons."""

    actor: int | None
    recipient: int | None
    actor_why: str
    recipient_why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """An actor and a recipient, how likely the two are together, and what says so of the recipient."""

    value: float
    actor: int
    recipient: int
    share: float
    beside: list[str]


def choose(
    model: RoleModel, event_type: str, listed: Sequence[Figure], names: Sequence[list[str]], far: Sequence[bool]
) -> Choice:
    """The pair of actor and recipient whose shares have the highest product; the recipient's depends on the actor.

    The recipient's is the sum over all mentions of one party, of which the likeliest is taken.

    Args:
        model: Weights and thresholds.
        event_type: PLOVER type.
        listed: The figures.
        names: Features of each figure, and last of nobody.
        far: Whether each figure stands in another sentence than the act.
    """
    acting = shares(scores(names, model.actor))
    weighed = _weighed(acting, far, model.open_actor, model.far_actor)
    told = [[*own, *new] for own, new in zip(names, features_of_acting(acting, listed), strict=True)]
    base = scores(told, model.recipient)
    best = _Pair(value=-math.inf, actor=len(listed), recipient=len(listed), share=0.0, beside=[])
    for actor in sorted(range(len(weighed)), key=lambda k: -weighed[k])[:_TRIED]:
        log = math.log(max(weighed[actor], _FAINT))
        if log <= best.value:
            break
        beside = features_beside(actor, listed, event_type)
        found = shares([own + new for own, new in zip(base, scores(beside, model.recipient), strict=True)])
        met = _weighed(found, far, model.open_recipient, model.far_recipient)
        if actor < len(listed):
            own = range(listed[actor].first, listed[actor].i + 1)
            met = [0.0 if k < len(listed) and listed[k].i in own else share for k, share in enumerate(met)]
        k, share = _likeliest(met, listed)
        value = log + math.log(max(share, _FAINT))
        if value > best.value:
            best = _Pair(value=value, actor=actor, recipient=k, share=found[k], beside=beside[k])
    return _choice(model, best, names, told, acting)


def _likeliest(found: Sequence[float], listed: Sequence[Figure]) -> tuple[int, float]:
    """The likeliest mention of the party whose mentions have the highest sum, and that sum; nobody stands last."""
    sums: dict[str, float] = {}
    for figure, share in zip(listed, found, strict=False):
        sums[figure.who] = sums.get(figure.who, 0.0) + share
    worth = [*(sums[figure.who] for figure in listed), found[-1]]
    k = max(range(len(found)), key=lambda k: (worth[k], found[k]))
    return k, worth[k]


def _choice(
    model: RoleModel, best: _Pair, names: Sequence[list[str]], told: Sequence[list[str]], acting: Sequence[float]
) -> Choice:
    nobody = len(names) - 1
    actor, recipient = best.actor, best.recipient
    return Choice(
        actor=None if actor == nobody else actor,
        recipient=None if recipient == nobody else recipient,
        actor_why="" if actor == nobody else reason(names[actor], model.actor, acting[actor]),
        recipient_why=""
        if recipient == nobody
        else reason([*told[recipient], *best.beside], model.recipient, best.share),
    )


def _weighed(found: Sequence[float], far: Sequence[bool], open_: float, least: float) -> list[float]:
    """The shares, with nobody's made smaller, and without figures of other sentences below the least share."""
    kept = [0.0 if away and share < least else share for share, away in zip(found, far, strict=False)]
    return [*kept, found[-1] * open_]
