"""Places that no gazetteer knows: the text itself says that they are villages, districts or parts of a known place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dateline.resolve.place_tokens import Neighbours, PlaceMatch
from dateline.vocab.placewords import PlaceWords, place_words

_IN = frozenset({"in", "at", "near", "outside"})
_LONGEST = 3


def unknown_places(near: Neighbours, matches: Sequence[PlaceMatch]) -> tuple[PlaceMatch, ...]:
    """Matches without entries, for capitalised names outside ``matches`` that the text presents as places.

    They are "the village of X", "the X district" and "in X, Y" where Y is a known place; and every other
    occurrence of a name so found.
    """
    taken = {i for match in matches for i in range(match.first, match.last)}
    starts = {match.first for match in matches}
    words = place_words()
    runs = list(_runs(near, taken, words))
    named = {near.words(run) for run in runs if _said_to_be_place(near, run, starts)}
    return tuple(run for run in runs if near.words(run) in named)


def _runs(near: Neighbours, taken: set[int], words: PlaceWords) -> Iterator[PlaceMatch]:
    barred = words.never | words.followers | words.facilities | words.tails | words.titles | words.given
    i, count = 0, len(near.tokens)
    while i < count:
        end = i
        while end < count and end not in taken and near.tokens[end].capital and (end == i or near.after(end)):
            end += 1
        if end == i:
            i += 1
            continue
        run = [near.tokens[j].word for j in range(i, end)]
        if len(run) <= _LONGEST and not any(word in barred or word.isupper() for word in run):
            yield PlaceMatch(i, end, ())
        i = end


def _said_to_be_place(near: Neighbours, run: PlaceMatch, starts: set[int]) -> bool:
    before = near.before(run.first)
    if before == "of" and near.before(run.first, steps=2) in place_words().settlements:
        return True
    if near.after(run.last) in place_words().districts and before in _IN | {"the", "of"}:
        return True
    return before in _IN and near.gap(run.last) == ", " and run.last in starts
