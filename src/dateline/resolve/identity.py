"""Which entities of a record may be one: unknown names against known ones and against each other, with reasons.

Names are compared as in :mod:`dateline.resolve.actor_similarity`; what else is told of the two moves the score a
little. Nothing is merged here: a suggestion waits for somebody to judge it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from dateline.model import Because
from dateline.model.judged import is_known
from dateline.resolve.actor_similarity import ACCEPT, REVIEW
from dateline.resolve.identity_blocks import candidate_pairs
from dateline.resolve.identity_names import NameLikeness, like_names

#: How far what is told beside the names moves the score.
SAME_COUNTRY = 0.03
OTHER_COUNTRY = -0.15
SAME_SECTOR = 0.02
SAME_OFFICE = 0.04
SHORT_FORM = 0.03
TOLD_APART = -0.10
_STEP = "resolve.identity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What record and data say of an entity.

    Attributes:
        names: Its names, the one that it goes by first.
        offices: Offices by which it is named ("foreign minister").
        documents: Ids of the documents that name it.
    """

    canonical_id: str
    names: tuple[str, ...]
    country: str | None = None
    sector: str | None = None
    offices: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """The name that it goes by."""
        return self.names[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """Two entities that may be one; ``left`` is unknown, ``right`` known or unknown.

    Attributes:
        score: Between REVIEW and 1.
        because: Why, the names first.
    """

    left: Profile
    right: Profile
    score: float
    because: tuple[Because, ...]

    @property
    def advice(self) -> str:
        """``accept`` from ACCEPT on, else ``review``; pairs below REVIEW are new entities and no suggestions."""
        return "accept" if self.score >= ACCEPT else "review"

    def mentions_name(self, text: str) -> bool:
        """Whether an id or a name of either side contains the text."""
        wanted = text.casefold()
        told = (each for side in (self.left, self.right) for each in (side.canonical_id, *side.names))
        return any(wanted in each.casefold() for each in told)


def suggest(profiles: Sequence[Profile], decided: Collection[frozenset[str]] = ()) -> list[Suggestion]:
    """Pairs of an unknown entity and another that may be one, best first.

    Args:
        profiles: All entities, each once.
        decided: Pairs of ids that somebody judged already.
    """
    found = []
    for one, other in candidate_pairs([(each.canonical_id, each.names) for each in profiles]):
        left, right = _unknown_first(profiles[one], profiles[other])
        if frozenset((left.canonical_id, right.canonical_id)) in decided:
            continue
        suggestion = liken(left, right)
        if suggestion.score >= REVIEW:
            found.append(suggestion)
    return sorted(found, key=lambda each: (-each.score, each.left.canonical_id, each.right.canonical_id))


def liken(left: Profile, right: Profile) -> Suggestion:
    """How alike two entities are, from 0 to 1, with the reasons: names that are unlike stay so whatever else agrees."""
    names = like_names(left.names, right.names)
    reasons = [Because(step=_STEP, reason=names.reason, rule="names", score=round(names.score, 3))]
    score = names.score
    for rule, weight, reason in _beside(left, right, names):
        reasons.append(Because(step=_STEP, reason=f"{reason} ({weight:+.2f})", rule=rule))
        score += weight if names.score >= REVIEW else min(weight, 0.0)
    score = round(score, 3)
    for limit, reason in _limits(left, right, names):
        if score >= limit:
            reasons.append(Because(step=_STEP, reason=reason, rule="limit"))
            score = limit - 0.01
    return Suggestion(left=left, right=right, score=round(max(0.0, min(score, 1.0)), 3), because=tuple(reasons))


def _limits(left: Profile, right: Profile, names: NameLikeness) -> Iterator[tuple[float, str]]:
    """Scores that a pair stays below, and why."""
    country = left.country is not None and left.country == right.country
    joined = bool(left.documents & right.documents)
    kin = country and left.sector == right.sector not in (None, "UNK")
    if left.country and right.country and not country:
        yield ACCEPT, "one name in two countries is for a person to judge"
    if names.initial and not country:
        yield ACCEPT, "an initial is for a person to judge where no country agrees"
    if names.longer and not joined:
        yield ACCEPT, "a name with a word more is for a person to judge where no report prints both"
    if names.short_form and not joined and not kin:
        yield REVIEW, "one word is too little where no report prints both"


def _beside(left: Profile, right: Profile, names: NameLikeness) -> list[tuple[str, float, str]]:
    """What else is told of the two: rule, weight and reason."""
    found = []
    if left.country and right.country:
        same = left.country == right.country
        reason = f"both of {left.country}" if same else f"one of {left.country}, the other of {right.country}"
        found.append(("country", SAME_COUNTRY if same else OTHER_COUNTRY, reason))
    if left.sector and left.sector == right.sector != "UNK":
        found.append(("sector", SAME_SECTOR, f"both of sector {left.sector}"))
    offices = sorted(left.offices & right.offices)
    if offices:
        found.append(("office", SAME_OFFICE, f"both called {', '.join(offices)}"))
    shared = len(left.documents & right.documents)
    reports = f"{shared} report{'s' if shared > 1 else ''}"
    if shared and names.contained:
        found.append(("documents", SHORT_FORM, f"{reports} print both: the short form may follow the full name"))
    elif shared and not names.same:
        found.append(("documents", TOLD_APART, f"{reports} print both, which tells them apart"))
    return found


def _unknown_first(one: Profile, other: Profile) -> tuple[Profile, Profile]:
    left, right = sorted((one, other), key=lambda each: (is_known(each.canonical_id), each.canonical_id))
    return left, right
