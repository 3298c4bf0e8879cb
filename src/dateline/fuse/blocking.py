"""Which tellings are worth comparing: those that share a type or a family of near types, reality, a day and a party."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.fuse.compare import FUSABLE, LONGEST_DAYS, SLACK_DAYS
from dateline.fuse.nearness import families_of
from dateline.fuse.parties import count, plain, whole
from dateline.fuse.telling import Telling
from dateline.model import Party

BlockKey = tuple[str, str, str, dt.date]


def candidate_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[int, int]]:
    """Pairs ``(i, j)``, ``i < j``, of tellings of different documents, each once, in ascending order."""
    blocks: defaultdict[BlockKey, list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        for key in block_keys(telling):
            blocks[key].append(number)
    pairs = {
        pair
        for members in blocks.values()
        for pair in combinations(members, 2)
        if tellings[pair[0]].document_id != tellings[pair[1]].document_id
    }
    yield from sorted(pairs)


def block_keys(telling: Telling) -> set[BlockKey]:
    """The blocks of a telling; none when it is too vague to be fused with another document's."""
    when = telling.when
    if when is None or when.days > LONGEST_DAYS or telling.reality not in FUSABLE:
        return set()
    days = [when.earliest + dt.timedelta(days=n) for n in range(when.days + SLACK_DAYS)]
    kinds = {telling.event_type, *(family.name for family in families_of(telling))}
    tokens = {token for party in telling.parties for token in _tokens(party)}
    return {(kind, telling.reality, token, day) for kind in kinds for token in tokens for day in days}


def _tokens(party: Party) -> set[str]:
    """Whatever two parties share when they are alike in any way."""
    counted = count(party.name)
    found = {party.country, party.canonical_id, whole(party), plain(party.name), f"#{counted}" if counted else None}
    return {token for token in found if token}
