"""Whether the types and modes of two tellings may be one act (``vocab/data/near_types.toml``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dateline.fuse.places import same_exact_place
from dateline.fuse.telling import Telling
from dateline.vocab.near_types import Family, families


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearness:
    """How two forms of telling may be one act.

    Attributes:
        penalty: Taken off the score; 0 for the same type and mode.
        why: In words; "" for the same.
        any_side: Who acts and who is acted upon is a matter of wording.
    """

    penalty: float = 0.0
    why: str = ""
    any_side: bool = False


def nearness(left: Telling, right: Telling) -> Nearness | None:
    """None when the two forms contradict each other."""
    common = [family for family in families_of(left) if family in families_of(right)]
    both_travel = left.mode == right.mode == "visit"  # then it matters who went to whom
    any_side = not both_travel and any(family.any_side for family in common)
    if left.event_type == right.event_type and (left.mode == right.mode or None in (left.mode, right.mode)):
        return Nearness(any_side=any_side)
    fit = [family for family in common if _fits(family, left, right)]
    if not fit:
        return None
    best = min(fit, key=lambda family: family.penalty)
    return Nearness(penalty=best.penalty, why=best.why, any_side=any_side)


def families_of(telling: Telling) -> tuple[Family, ...]:
    """The families that the telling's type, mode and words belong to."""
    words = " ".join(mention.trigger.text.lower() for mention in telling.mentions)
    return _families(telling.event_type, telling.mode, words)


@lru_cache(maxsize=20_000)
def _families(event_type: str, mode: str | None, words: str) -> tuple[Family, ...]:
    return tuple(family for family in families() if family.holds(event_type, mode, words))


def _fits(family: Family, left: Telling, right: Telling) -> bool:
    """Whether what the family asks for besides the forms holds."""
    if family.same_day and (left.when is None or right.when is None or not left.when.overlaps(right.when)):
        return False
    if family.same_place and not same_exact_place(left.where, right.where):
        return False
    return not family.body or bool(_bodies(left) & _bodies(right))


def _bodies(telling: Telling) -> set[str]:
    ids = (party.canonical_id for party in telling.actors if party.canonical_id)
    return {each for each in ids if each.startswith("body/")}
