"""Articles to groups by average likeness: two groups join while their members are alike on average.

Average linkage over a sparse graph (Sokal and Michener 1958): the best pair of groups joins first, and pairs of
articles that are not in the graph count as not alike at all. Ties go to the earlier articles, so the order in which the
likenesses come plays no part.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.fuse.stories.similarity import Likeness


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Two groups that became one: their first members and their average likeness."""

    left: int
    right: int
    likeness: float


def link(size: int, pairs: Iterable[Likeness], least: float) -> tuple[list[list[int]], list[Joined]]:
    """Group ``size`` articles.

    Args:
        size: How many articles there are, numbered from 0.
        pairs: Their likenesses, each pair once.
        least: Groups of a smaller average likeness stay apart.

    Returns:
        Groups of article numbers, ascending, by first member; and the joins in the order made.
    """
    members = {number: [number] for number in range(size)}
    sums: dict[int, dict[int, float]] = {number: {} for number in range(size)}
    queue: list[tuple[float, int, int]] = []
    for pair in pairs:
        sums[pair.left][pair.right] = sums[pair.right][pair.left] = pair.cosine
        if pair.cosine >= least:
            queue.append((-pair.cosine, pair.left, pair.right))
    heapq.heapify(queue)
    joins: list[Joined] = []
    while queue:
        negative, left, right = heapq.heappop(queue)
        if left not in members or right not in members or -negative != _average(members, sums, left, right):
            continue
        joins.append(Joined(left=left, right=right, likeness=-negative))
        _absorb(members, sums, left, right)
        for other in sums[left]:
            average = _average(members, sums, left, other)
            if average >= least:
                heapq.heappush(queue, (-average, min(left, other), max(left, other)))
    return sorted(sorted(each) for each in members.values()), joins


def _average(members: dict[int, list[int]], sums: dict[int, dict[int, float]], left: int, right: int) -> float:
    return sums[left].get(right, 0.0) / (len(members[left]) * len(members[right]))


def _absorb(members: dict[int, list[int]], sums: dict[int, dict[int, float]], left: int, right: int) -> None:
    members[left] += members.pop(right)
    for other, total in sums.pop(right).items():
        del sums[other][right]
        if other != left:
            sums[left][other] = sums[other][left] = sums[left].get(other, 0.0) + total
