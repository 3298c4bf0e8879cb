"""Whether two parties, or two sides of an act, may be the same."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dateline.model import Party
from dateline.model.judged import UNJUDGED, Judged
from dateline.text.figures import find_figures
from dateline.vocab.near_types import whole_of

#: Sectors of a state, told apart by reporters as they please ("the army", "the government", "Myanmar").
_STATE = frozenset({None, "GOV", "MIL", "COP", "JUD", "LEG", "UNK"})

#: Sectors under which counted people go when nothing more is told.
_UNSPECIFIC = frozenset({None, "CVL", "UNK"})

_UNKNOWN = "unknown"

SAME_ID = 1.0
SAME_NAME = 0.95
STATE_AND_ITS_OWN = 0.7
SAME_COUNTRY = 0.6
SAME_WORDS = 0.3
DIFFERENT = 0.0


def likeness(left: Party, right: Party, judged: Judged = UNJUDGED) -> float:
    """How sure it is that two wordings mean one party, from 0 (they do not) to 1.

    Two persons, or two bodies, of one country are different; a state and its minister may act as one. An id that
    was made of a name counts as little as the name, unless somebody judged what it stands for.
    """
    if left.canonical_id and left.canonical_id == right.canonical_id:
        if _kind(left) != _UNKNOWN or judged.vouched(left.canonical_id):
            return SAME_ID
    elif left.canonical_id and right.canonical_id and judged.different(left.canonical_id, right.canonical_id):
        return DIFFERENT
    if _one_organisation(left, right):
        return STATE_AND_ITS_OWN
    if _as_many(left, right) or _some_of(left, right) or _some_of(right, left):
        return SAME_WORDS
    if _kind(left) != _UNKNOWN != _kind(right):
        return STATE_AND_ITS_OWN if _one_speaks_for_the_other(left, right) else DIFFERENT
    same_words = plain(left.name) == plain(right.name)
    may_be = left.country == right.country or None in (left.country, right.country)
    if same_words and may_be and _is_proper(left.name):
        return SAME_NAME
    if left.country is None or left.country != right.country:
        return SAME_WORDS if same_words and may_be else DIFFERENT  # "gunmen" here and "gunmen" there
    if not (left.sector == right.sector or {left.sector, right.sector} <= _STATE):
        return DIFFERENT
    return DIFFERENT if _other_names(left, right) else SAME_COUNTRY


def side_likeness(left: Sequence[Party], right: Sequence[Party], judged: Judged = UNJUDGED) -> float:
    """The best likeness of any party on one side with any on the other."""
    return max((likeness(one, other, judged) for one in left for other in right), default=DIFFERENT)


def matched(left: Sequence[Party], right: Sequence[Party], judged: Judged = UNJUDGED) -> int:
    """How many parties of the shorter list have a partner of their own in the other."""
    shorter, longer = sorted((left, right), key=len)
    free = list(longer)
    count = 0
    for party in shorter:
        partner = max(free, key=lambda each: likeness(party, each, judged), default=None)
        if partner is not None and likeness(party, partner, judged) > DIFFERENT:
            free.remove(partner)
            count += 1
    return count


def _one_speaks_for_the_other(left: Party, right: Party) -> bool:
    """One is a state or a branch of it, or a body, and the other a person or body of that country's."""
    if left.country is None or left.country != right.country or not {left.sector, right.sector} <= _STATE:
        return False
    return _kind(left) != _kind(right) or _kind(left) == "state"


def _one_organisation(left: Party, right: Party) -> bool:
    """One is an organ of the other."""
    if left.canonical_id is None or right.canonical_id is None or left.canonical_id == right.canonical_id:
        return False
    return whole(left) == right.canonical_id or whole(right) == left.canonical_id


def _as_many(left: Party, right: Party) -> bool:
    """Both are counted alike and nothing says that they are of different kinds ("ten officials", "10 people").

    The country of such a group is often a guess from the place of the act, so it does not decide.
    """
    number = count(left.name)
    if number is None or number != count(right.name):
        return False
    same_noun = left.name.split()[-1] == right.name.split()[-1]
    return same_noun or left.sector == right.sector or not {left.sector, right.sector}.isdisjoint(_UNSPECIFIC)


def _some_of(left: Party, right: Party) -> bool:
    """The left are counted people or companies of the state on the right."""
    of_it = left.country is not None and right.canonical_id == f"state/{left.country}" and count(right.name) is None
    return of_it and _kind(left) == "group" and count(left.name) is not None


def whole(party: Party) -> str | None:
    """The id of the organisation of which the party is an organ; else its own."""
    return whole_of().get(party.canonical_id or "", party.canonical_id)


@lru_cache(maxsize=20_000)
def count(name: str) -> float | None:
    """How many they are, where the name begins with a number above one ("eleven people")."""
    if " " not in name:
        return None
    found = find_figures(name)
    return found[0].low if found and found[0].start == 0 and found[0].low > 1 and not found[0].unit else None


def _other_names(left: Party, right: Party) -> bool:
    """Both are called by proper names of two or more words that share none ("Li Wei", "Wang Jun")."""
    if "state" in (_kind(left), _kind(right)):
        return False
    proper = _is_proper(left.name) and _is_proper(right.name)
    return proper and not set(left.name.split()) & set(right.name.split())


def _is_proper(name: str) -> bool:
    """A name of one alone: two or more capitalised words, or an acronym; a single word may open a sentence."""
    words = [word for word in name.split() if word.lower() != "the"]
    return (len(words) > 1 and all(word[:1].isupper() for word in words)) or (len(name) > 1 and name.isupper())


def _kind(party: Party) -> str:
    """What the id is of; an id made from a name that no vocabulary knows is of no kind."""
    return (party.canonical_id or _UNKNOWN).partition("/")[0]


def plain(name: str) -> str:
    """A name in lower case, without its article."""
    return " ".join(name.casefold().removeprefix("the ").split())
