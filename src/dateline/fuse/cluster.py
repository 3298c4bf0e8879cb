"""Matches to groups. The order of arrival plays no part: matches are taken best first, ties by key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from dateline.fuse.compare import SLACK_DAYS, Match, compare, is_day
from dateline.fuse.nearness import nearness
from dateline.fuse.telling import Telling
from dateline.model.judged import UNJUDGED, Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two tellings that were put into one group, by their numbers, and why."""

    left: int
    right: int
    match: Match


@dataclass(slots=True)
class _Group:
    members: list[int]
    joins: list[Join]


def cluster(
    tellings: Sequence[Telling], pairs: Sequence[tuple[int, int]], judged: Judged = UNJUDGED
) -> list[tuple[list[int], list[Join]]]:
    """Groups of tellings (numbers, ascending) with the joins that made them, by first member.

    Two groups are joined when a member of each match and nothing in them forbids it: no two tellings of one
    document that the coder kept apart, no two days too far from each other, no two types or modes
    that contradict each other.
    """
    found = [(pair, compare(tellings[pair[0]], tellings[pair[1]], judged)) for pair in pairs]
    matches = sorted(
        (Join(left=left, right=right, match=match) for (left, right), match in found if match is not None),
        key=lambda join: (-join.match.score, join.left, join.right),
    )
    group_of = {number: _Group(members=[number], joins=[]) for number in range(len(tellings))}
    for join in matches:
        one, other = group_of[join.left], group_of[join.right]
        if one is not other and _compatible([tellings[n] for n in (*one.members, *other.members)]):
            one.members += other.members
            one.joins += [*other.joins, join]
            for number in other.members:
                group_of[number] = one
    groups = {id(group): group for group in group_of.values()}.values()
    return sorted((sorted(group.members), sorted(group.joins, key=_by_number)) for group in groups)


def _by_number(join: Join) -> tuple[int, int]:
    return join.left, join.right


def _compatible(together: Sequence[Telling]) -> bool:
    if len({each.document_id for each in together}) < len(together):
        return False
    if any(nearness(left, right) is None for left, right in combinations(together, 2)):
        return False
    return _days_agree(together)


def _days_agree(together: Sequence[Telling]) -> bool:
    """All intervals share a day, or all exact days lie within the slack: no chain drifts through a week."""
    intervals = [each.when for each in together if each.when is not None]
    latest_start = max(each.earliest for each in intervals)
    earliest_end = min(each.latest for each in intervals)
    apart = (latest_start - earliest_end).days
    return apart <= (SLACK_DAYS if all(map(is_day, intervals)) else 0)
