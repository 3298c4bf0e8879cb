"""Whether a name that the gazetteer knows is used as a place where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from dateline.resolve.place_tokens import Neighbours, PlaceMatch, PlaceToken
from dateline.vocab.placenames import fold
from dateline.vocab.places import GazetteerEntry, PlaceKind
from dateline.vocab.placewords import place_words

#: From these populations on a city is taken for a place alone, after "to" or "from", or next to unknown names.
LARGE, TOWN, FAMOUS = 100_000, 15_000, 1_000_000

_METONYM_TAIL = re.compile(r"^[-‐‑–](?:led|backed|linked|allied|run|owned|made|style|trained|brokered|born)\b")
_LIST_GAPS = frozenset({", ", " and ", ", and ", " or ", "; ", "/", " & "})


class Use(Enum):
    """How a match is used: as a place, perhaps as one, or as something else."""

    PLACE = "place"
    WEAK = "weak"
    OTHER = "other"


def judge(
    text: str, tokens: list[PlaceToken], matches: Sequence[PlaceMatch], persons: Sequence[tuple[int, int]]
) -> list[Use]:
    """The use of each match, in order.

    Args:
        text: The document.
        tokens: Its words.
        matches: Gazetteer matches in text order.
        persons: Spans of persons' full names found by an annotator.
    """
    scene = _Scene(Neighbours(text, tokens), matches, persons)
    uses = [scene.use(number, match) for number, match in enumerate(matches)]
    scene.lists(uses)
    scene.other_names(uses)
    return uses


def prominence(words: str, entries: Sequence[GazetteerEntry]) -> int:
    """How well known the best reading is: a population; a place of our own lists counts as very large."""
    best = 0
    key = fold(words)
    for entry in entries:
        if entry.kind is not PlaceKind.CITY:
            return 100 * FAMOUS
        best = max(best, entry.population if fold(entry.name) == key else entry.population // 10)
    return best


class _Scene:
    """One text with its matches, and the questions asked about each."""

    def __init__(self, near: Neighbours, matches: Sequence[PlaceMatch], persons: Sequence[tuple[int, int]]) -> None:
        self.near, self.matches, self.persons = near, matches, persons
        self.list = place_words()
        self.starts = {match.first: match for match in matches}
        self.ends = {match.last for match in matches if prominence(near.words(match), match.entries) >= FAMOUS}
        self.taken = {near.text[start:end].split()[-1] for start, end in persons}

    def use(self, number: int, match: PlaceMatch) -> Use:
        """How one match is used, seen alone."""
        words = self.near.words(match)
        size = prominence(words, match.entries)
        after = self.near.after(match.last)
        if after in self.list.things:
            self.taken.add(words)
            return Use.OTHER
        if self._in_person(match, size) or self._in_other_name(match, size):
            return Use.OTHER
        located, contained = self._located(match, self.list.locative), self._contained(number, match)
        if words in self.list.surnames:
            return Use.PLACE if located or contained else Use.WEAK
        if size >= FAMOUS or located or contained or after in self.list.area_nouns:
            return Use.PLACE
        if size >= LARGE and after not in self.list.speech:
            return Use.PLACE
        directed = self._located(match, self.list.directional) and self.near.before(match.first, steps=1) != "for"
        according = (
            self.near.before(match.first) == "to" and self.near.before(match.first, steps=2).lower() == "according"
        )
        return Use.PLACE if size >= TOWN and directed and not according else Use.WEAK

    def lists(self, uses: list[Use]) -> None:
        """A rare name in a list with places is a place too."""
        changed = True
        while changed:
            changed = False
            for i in range(len(uses) - 1):
                pair = {uses[i], uses[i + 1]}
                gap = self.near.between(self.matches[i], self.matches[i + 1])
                if pair == {Use.PLACE, Use.WEAK} and gap in _LIST_GAPS:
                    weak = i if uses[i] is Use.WEAK else i + 1
                    if self.near.words(self.matches[weak]) not in self.list.surnames:
                        uses[weak] = Use.PLACE
                        changed = True

    def other_names(self, uses: list[Use]) -> None:
        """Words that elsewhere in the text end a person's name are that person, unless a preposition says else."""
        for number, match in enumerate(self.matches):
            if self.near.words(match) in self.taken and not self._located(match, self.list.locative):
                uses[number] = Use.OTHER

    def _located(self, match: PlaceMatch, prepositions: frozenset[str]) -> bool:
        steps = 1
        while self.near.before(match.first, steps=steps).lower() in self.list.modifiers | {"the"}:
            steps += 1
        return self.near.before(match.first, steps=steps).lower() in prepositions

    def _contained(self, number: int, match: PlaceMatch) -> bool:
        if number + 1 >= len(self.matches):
            return False
        outer = self.matches[number + 1]
        if self.near.between(match, outer) not in {", ", " in ", " ("}:
            return False
        return any(inside(entry, around) for around in outer.entries for entry in match.entries)

    def _in_person(self, match: PlaceMatch, size: int) -> bool:
        tokens = self.near.tokens
        start, end = tokens[match.first].start, tokens[match.last - 1].end
        if any(a <= start and end <= b and (a, b) != (start, end) for a, b in self.persons):
            return True
        before, after = self.near.before(match.first), self.near.after(match.last)
        lone = match.last - match.first == 1
        if before in self.list.titles or (before in self.list.given and lone):
            return self._take(match)
        if lone and self.near.words(match) in self.list.given and (after[:1].isupper() or after in self.list.particles):
            return after not in self.list.followers
        if not before[:1].isupper() or before.isupper() or size >= FAMOUS or match.first in self.ends:
            return False
        return before.lower() not in self.list.modifiers | self.list.leads and self._take(match)

    def _take(self, match: PlaceMatch) -> bool:
        self.taken.add(self.near.words(match))
        return True

    def _in_other_name(self, match: PlaceMatch, size: int) -> bool:
        after, rest = self.near.after(match.last), self.near.rest(match)
        if after in self.list.tails or rest.startswith("$") or _METONYM_TAIL.match(rest):
            return True
        if self.near.text[: self.near.tokens[match.first].start].endswith("$"):
            return True
        if self.near.before(match.first) == "of" and self.near.before(match.first, steps=2) in self.list.heads:
            return True
        words = self.near.words(match)
        if after in self.list.facilities and (words in self.list.surnames or words in self.list.given):
            return self._take(match)
        if size >= FAMOUS or not after[:1].isupper() or after in self.list.followers:
            return False
        following = self.starts.get(match.last)
        return following is None or not any(inside(a, b) for a in match.entries for b in following.entries)


def inside(inner: GazetteerEntry, outer: GazetteerEntry) -> bool:
    """Whether one place lies in the country or region that another is."""
    if outer.kind not in (PlaceKind.COUNTRY, PlaceKind.REGION) or inner.country != outer.country or inner == outer:
        return False
    if outer.kind is PlaceKind.COUNTRY:
        return inner.kind is not PlaceKind.COUNTRY
    return inner.kind not in (PlaceKind.COUNTRY, PlaceKind.REGION) and _within(inner, outer)


def _within(inner: GazetteerEntry, outer: GazetteerEntry) -> bool:
    if inner.admin1 and outer.admin1:
        return inner.admin1 == outer.admin1
    if inner.lat is None or inner.lon is None or outer.lat is None or outer.lon is None:
        return False
    return abs(inner.lat - outer.lat) < 2.5 and abs(inner.lon - outer.lon) < 3.5
