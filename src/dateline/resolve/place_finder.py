"""Finds the places a text names: gazetteer matches on capitalised words, kept where they are used as places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from dateline.model import Annotations, Evidence, NameKind
from dateline.resolve.place_tokens import Neighbours, PlaceMatch, place_tokens
from dateline.resolve.place_unknown import unknown_places
from dateline.resolve.place_usage import Use, judge
from dateline.vocab.placenames import fold
from dateline.vocab.places import GazetteerEntry, PlaceKind, abbreviation, candidates, is_listed
from dateline.vocab.placewords import place_words
from dateline.vocab.territories import plural, territories

_GAPS = frozenset({" ", "\u00a0", "\n", "' ", "’ ", ". "})
_POINTED = re.compile(r"^(?:St|Ste|Mt|Ft)$")
_MAX_WORDS = 6


def find_places(text: str, annotations: Annotations | None = None) -> tuple[Evidence, ...]:
    """The words of a text that name places, in order, without overlaps.

    Demonyms ("Iranian"), persons ("Chad Smith"), and names of other things ("Washington Post", "Bank of England") are
    left out; a place that qualifies an office or body ("the Texas Department of Health") is kept.

    Args:
        text: The document's text.
        annotations: Names in it, where they are known: persons' names are then left out more surely.
    """
    tokens = place_tokens(text)
    near = Neighbours(text, tokens)
    matches = list(_matches(near))
    uses = judge(text, tokens, matches, _person_spans(annotations))
    pairs = list(zip(matches, uses, strict=True))
    sure = {fold(near.words(match)) for match, use in pairs if use is Use.PLACE}
    kept = [match for match, use in pairs if use is Use.PLACE or (use is Use.WEAK and fold(near.words(match)) in sure)]
    kept += unknown_places(near, matches)
    kept.sort(key=lambda match: match.first)
    return tuple(_evidence(near, match) for match in kept)


def _evidence(near: Neighbours, match: PlaceMatch) -> Evidence:
    start, end = near.tokens[match.first].start, near.tokens[match.last - 1].end
    if near.text[end : end + 1] == "." and abbreviation(near.text[start : end + 1], after_comma=True):
        end += 1
    return Evidence.of(near.text, start, end)


def _person_spans(annotations: Annotations | None) -> tuple[tuple[int, int], ...]:
    if annotations is None:
        return ()
    return tuple(
        (name.evidence.start, name.evidence.end)
        for name in annotations.names
        if name.kind is NameKind.PERSON and " " in name.evidence.text
    )


def _matches(near: Neighbours) -> Iterator[PlaceMatch]:
    i = 0
    while i < len(near.tokens):
        match = _match_at(near, i) if near.tokens[i].capital else None
        if match is None:
            i += 1
        else:
            yield match
            i = match.last


def _match_at(near: Neighbours, i: int) -> PlaceMatch | None:
    for end in range(_run_end(near, i), i, -1):
        if near.tokens[end - 1].capital and not _before_body(near, i, end):
            entries = _entries(near, i, end)
            if entries:
                return PlaceMatch(i, end, entries)
    return None


def _before_body(near: Neighbours, first: int, last: int) -> bool:
    """Whether "City" or "State" after a name belongs to what follows: "Birmingham City Council"."""
    if near.tokens[last - 1].word not in {"City", "State"} or last - first < 2:
        return False
    words = near.text[near.tokens[first].start : near.tokens[last - 1].end]
    return near.after(last)[:1].isupper() and not is_listed(words)


def _run_end(near: Neighbours, i: int) -> int:
    end = i + 1
    if near.tokens[i].word == "The" and (
        end == len(near.tokens) or near.tokens[end].word not in place_words().articled
    ):
        return i
    while end < len(near.tokens) and end - i < _MAX_WORDS:
        gap = near.gap(end)
        if gap not in _GAPS or (gap == ". " and not _POINTED.match(near.tokens[end - 1].word)):
            break
        if not near.tokens[end].capital and near.tokens[end].word not in place_words().connectors:
            break
        end += 1
    return end


def _entries(near: Neighbours, first: int, last: int) -> tuple[GazetteerEntry, ...]:
    words = near.text[near.tokens[first].start : near.tokens[last - 1].end]
    if last - first > 1:
        common = near.tokens[first].word in place_words().never
        return () if common and not is_listed(words) else _places(candidates(words))
    short = _abbreviated(near, first)
    if short:
        return (short,)
    found = _places(candidates(words))
    if words in place_words().never or len(words) < 2:
        return ()
    if words.isupper() and len(words) <= 4:
        return tuple(entry for entry in found if entry.kind is not PlaceKind.CITY)
    if fold(words) in _demonyms() and not any(entry.kind is PlaceKind.COUNTRY for entry in found):
        return ()
    return found


def _places(entries: tuple[GazetteerEntry, ...]) -> tuple[GazetteerEntry, ...]:
    return () if entries and entries[0].detail == "bloc" else entries


def _abbreviated(near: Neighbours, i: int) -> GazetteerEntry | None:
    token = near.tokens[i]
    after_comma = near.gap(i) == ", " and near.tokens[i - 1].capital
    for end in (token.end + 1, token.end):
        entry = abbreviation(near.text[token.start : end], after_comma=after_comma)
        if entry:
            return entry
    return None


@cache
def _demonyms() -> frozenset[str]:
    words: set[str] = set()
    for territory in territories().values():
        for adjective in territory.adjectives:
            words.update(fold(form) for form in (adjective, plural(adjective)) if form)
    return frozenset(words)
