"""Matches to groups. The order of arrival plays no part: matches are taken best first, ties by key."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from dateline.fuse.compare import SLACK_DAYS, Match, compare, is_day
from dateline.fuse.nearness import nearness
from dateline.fuse.telling import Telling
from dateline.model.judged import UNJUDGED, Edge, Edges, Judged


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two tellings that were put into one group, by their numbers, and why; ``judgement`` is its id or empty."""

    left: int
    right: int
    match: Match
    judgement: str = ""


@dataclass(slots=True)
class _Group:
    """Tellings of one event so far, and those that a judgement keeps out of it."""

    members: list[int]
    joins: list[Join]
    apart: set[int]


def cluster(
    tellings: Sequence[Telling], pairs: Sequence[tuple[int, int]], judged: Judged = UNJUDGED
) -> list[tuple[list[int], list[Join]]]:
    """Groups of tellings (numbers, ascending) with the joins that made them, by first member.

    What was judged to be one event is joined first, whatever it says, unless a judgement keeps it apart. Then two
    groups are joined when a member of each match and no pair across them forbids it: two tellings of one document that
    the coder kept apart, two days too far from each other, two types or modes that contradict each other, or a
    judgement. A group that a judgement made goes on as the parts that it was made of, so that new reports join either.
    """
    held = _Groups(tellings)
    for left, right, _ in _between(tellings, judged.two_events):
        held.keep_apart(left, right)
    for left, right, edge in _between(tellings, judged.one_event):
        match = Match(score=1.0, reason=f"so judged: {edge.reason}")
        held.unite(Join(left=left, right=right, match=match, judgement=edge.judgement))
    found = [(pair, compare(tellings[pair[0]], tellings[pair[1]], judged)) for pair in pairs]
    matches = (Join(left=left, right=right, match=match) for (left, right), match in found if match is not None)
    for join in sorted(matches, key=lambda join: (-join.match.score, join.left, join.right)):
        if held.fit(join) and held.unite(join):
            held.grow(join)
    return held.result()


class _Groups:
    """Groups, and the parts that are alike in themselves; the two differ only where a judgement joined what is not."""

    def __init__(self, tellings: Sequence[Telling]) -> None:
        self._tellings = tellings
        self._group = {number: _Group(members=[number], joins=[], apart=set()) for number in range(len(tellings))}
        self._part = {number: [number] for number in range(len(tellings))}

    def keep_apart(self, left: int, right: int) -> None:
        """The two never come into one group."""
        self._group[left].apart.add(right)
        self._group[right].apart.add(left)

    def fit(self, join: Join) -> bool:
        """Whether the parts are two and no pair across them contradicts each other."""
        one, other = self._part[join.left], self._part[join.right]
        told = self._tellings
        return one is not other and all(_compatible(told[left], told[right]) for left, right in product(one, other))

    def unite(self, join: Join) -> bool:
        """Make their groups one; whether they are."""
        one, other = self._group[join.left], self._group[join.right]
        if one is other:
            return True
        if not one.apart.isdisjoint(other.members):
            return False
        one.members += other.members
        one.joins += [*other.joins, join]
        one.apart |= other.apart
        for number in other.members:
            self._group[number] = one
        return True

    def grow(self, join: Join) -> None:
        """Make their parts one."""
        one, other = self._part[join.left], self._part[join.right]
        one += other
        for number in other:
            self._part[number] = one

    def result(self) -> list[tuple[list[int], list[Join]]]:
        """By first member."""
        groups = {id(group): group for group in self._group.values()}.values()
        return sorted((sorted(group.members), sorted(group.joins, key=_by_number)) for group in groups)


def _between(tellings: Sequence[Telling], edges: Edges) -> Iterator[tuple[int, int, Edge]]:
    """The judgements between two of these tellings, in order of their ids."""
    if not edges:
        return
    holder = {mention.id: number for number, each in enumerate(tellings) for mention in each.mentions}
    for edge in sorted({edge for each in edges.values() for edge in each}, key=lambda each: each.judgement):
        left, right = holder.get(edge.left), holder.get(edge.right)
        if left is not None and right is not None and left != right:
            yield left, right, edge


def _by_number(join: Join) -> tuple[int, int]:
    return join.left, join.right


def _compatible(left: Telling, right: Telling) -> bool:
    return left.document_id != right.document_id and nearness(left, right) is not None and _days_agree(left, right)


def _days_agree(left: Telling, right: Telling) -> bool:
    """They share a day, or are exact days within the slack: no chain drifts through a week."""
    if left.when is None or right.when is None:
        return True
    both_days = is_day(left.when) and is_day(right.when)
    return left.when.overlaps(right.when, slack_days=SLACK_DAYS if both_days else 0)
