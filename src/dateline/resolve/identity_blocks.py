"""Which names are worth comparing: those that share a word, as transcribed or with one letter more or less."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from dateline.model.judged import is_known
from dateline.resolve.actor_similarity import skeleton
from dateline.vocab.fold import key

#: A word that more entities have says nothing ("ministry", "ali"); names of only such words are not compared.
MOST = 200
#: Words whose skeleton has so many letters are also found with one of them missing, added or changed.
_TYPO_FROM = 5
_SHORTEST = 3


def candidate_pairs(entities: Sequence[tuple[str, Sequence[str]]]) -> Iterator[tuple[int, int]]:
    """Pairs ``(i, j)``, ``i < j``, at least one of them unknown, each once, in ascending order.

    Args:
        entities: Id and names of each.
    """
    unknown = [not is_known(entity) for entity, _ in entities]
    blocks: defaultdict[str, set[int]] = defaultdict(set)
    for number, (_, names) in enumerate(entities):
        for name in names:
            for block in block_keys(name):
                blocks[block].add(number)
    pairs = {
        pair
        for members in blocks.values()
        if 1 < len(members) <= MOST
        for pair in combinations(sorted(members), 2)
        if unknown[pair[0]] or unknown[pair[1]]
    }
    yield from sorted(pairs)


def block_keys(name: str) -> set[str]:
    """The blocks of a name: its whole, and each word of three letters or more."""
    folded = key(name)
    bones = [skeleton(word) for word in folded.split()]
    keys = {" ".join(sorted(bones))}
    for word, bone in zip(folded.split(), bones, strict=True):
        if len(word) >= _SHORTEST:
            keys.add(bone)
        if len(bone) >= _TYPO_FROM:
            keys.update(bone[:at] + bone[at + 1 :] for at in range(len(bone)))
    return keys
