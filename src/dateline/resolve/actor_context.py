"""What a document as a whole tells about its actors: which countries it is about, whom it names in full."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from dateline.model import Annotations, Document
from dateline.vocab.actors import Catalogue
from dateline.vocab.fold import Word, key, words
from dateline.vocab.phrase_index import Match
from dateline.vocab.territories import TerritoryMention, TerritoryWord, ambiguity, territories, territory_mentions

_WEIGHTS = {
    TerritoryWord.NAME: 1.0,
    TerritoryWord.ADJECTIVE: 1.0,
    TerritoryWord.CAPITAL: 1.0,
    TerritoryWord.GOVERNMENT: 1.0,
    TerritoryWord.PLACE: 0.7,
}
_LOCATIVE = re.compile(
    r"\b(?:in|across|inside|near|around|into|throughout|within|from|of|over)\s+(?:the\s+)?(?:[a-z]+ern\s+|war-torn\s+)?$"
)
#: What stands behind the name of a publisher ("Example Times - News", "Example (Web News)").
_DESK = re.compile(r"\s+(?:-\s.*|\(.*\)|(?:Online|Web)\s+News)$")
_TITLE = 3.0
_BODY = 0.5
#: Least weight of places for them to count alone.
_FEW = 2.0
#: Share from which on a part (Hong Kong) is what a report is about.
_PART = 0.15
#: How far the largest share must lie before the next.
_AHEAD = 1.25


@dataclass(frozen=True, slots=True)
class Placed:
    """A country that the text names at an offset, by a territory's own word or through a body or person.

    ``located``: as the place of something ("in eastern Ukraine", "Donetsk"), not as one who acts.
    """

    start: int
    iso3: str
    weight: float
    located: bool = False


class DocumentContext:
    """Countries and names of one document; computed when first asked for.

    Args:
        document: The report.
        annotations: Its annotations.
        known: The actors that it may name.
    """

    def __init__(self, document: Document, annotations: Annotations, known: Catalogue) -> None:
        self.document = document
        self.annotations = annotations
        self._known = known
        self._decided: dict[str, str] = {}

    @property
    def published(self) -> dt.date | None:
        """Day of publication."""
        return self.document.published

    @cached_property
    def placed(self) -> tuple[Placed, ...]:
        """Every country named in the text, in order."""
        return tuple(self._placed(self.document.text, 1.0, self._text_words, self._text_names))

    @cached_property
    def shares(self) -> dict[str, float]:
        """Share of each country among all that title and text name, largest first; they sum to 1."""
        return _shares((*self.placed, *self._beside))

    @cached_property
    def located(self) -> dict[str, float]:
        """The same for countries named as places; all of them where hardly any is."""
        located = [each for each in (*self.placed, *self._beside) if each.located]
        return _shares(located) if sum(each.weight for each in located) >= _FEW else self.shares

    @cached_property
    def named(self) -> tuple[tuple[int, str], ...]:
        """Where the text names a known actor by an alias that is its alone: offset and canonical id, in order."""
        return tuple((match.start, match.values[0]) for match in self._text_names if len(match.values) == 1)

    @cached_property
    def known(self) -> frozenset[str]:
        """Canonical ids of all actors that title and text name by an alias that is theirs alone."""
        title = self._known.find(self.document.title or "")
        return frozenset((*[each for _, each in self.named], *[m.values[0] for m in title if len(m.values) == 1]))

    def last_named(self, offset: int | None) -> Iterator[str]:
        """Canonical ids of the actors that the text names, nearest before an offset first, then those behind."""
        before = [each for start, each in self.named if offset is None or start < offset]
        behind = [each for start, each in self.named if offset is not None and start >= offset]
        yield from dict.fromkeys((*reversed(before), *behind, *sorted(self.known)))

    @cached_property
    def publisher_country(self) -> str | None:
        """Country of the publisher where it is a known body (state media, a ministry)."""
        for name in (self.document.publisher, self.document.source):
            for told in (name or "", _DESK.sub("", name or "")):
                for known in self._known.named(told):
                    return known.entity.country
        return None

    def is_quoted(self, offset: int) -> bool:
        """Whether a code point stands in words that the report quotes."""
        return any(held.start <= offset < held.end for held in self.annotations.quotations)

    def country_of(self, mention: TerritoryMention, phrase: str) -> str | None:
        """ISO3 of a territory word; one that names several states is decided by the document's cues."""
        word = phrase[mention.start : mention.end]
        case = ambiguity(word)
        if case is None:
            return mention.territory.iso3 or None
        if word not in self._decided:
            hits = {iso3: sum(self._folded.count(f" {key(cue)} ") for cue in cues) for iso3, cues in case.cues.items()}
            best = max(hits, key=lambda iso3: (hits[iso3], iso3 == case.default))
            self._decided[word] = best if hits[best] > hits.get(case.default, 0) else case.default
        return self._decided[word]

    def dominant(self, floor: float, without: str | None = None, *, located: bool = False) -> tuple[str, float] | None:
        """The country that the document is about: the largest share, at least ``floor``, well above the next.

        Args:
            floor: Least share.
            without: A country that is not meant.
            located: Count only where countries are named as places.
        """
        counted = _without_whole(self.located) if located else self.shares
        shares = [(iso3, share) for iso3, share in counted.items() if iso3 != without]
        total = sum(share for _, share in shares)
        if not shares or not total:
            return None
        best, share = shares[0][0], shares[0][1] / total
        second = shares[1][1] / total if len(shares) > 1 else 0.0
        return (best, share) if share >= floor and share >= _AHEAD * second else None

    def nearest_before(self, offset: int, reach: int) -> str | None:
        """The last country that the text names before an offset, at most ``reach`` code points away."""
        at = bisect_right([each.start for each in self.placed], offset - 1)
        if at and offset - self.placed[at - 1].start <= reach:
            return self.placed[at - 1].iso3
        return None

    @cached_property
    def _folded(self) -> str:
        return f" {key(self.document.title or '')} {key(self.document.text)} "

    @cached_property
    def _text_words(self) -> list[Word]:
        return words(self.document.text)

    @cached_property
    def _text_names(self) -> tuple[Match[str], ...]:
        """The known names in the text."""
        return tuple(self._known.find(self.document.text, self._text_words))

    @cached_property
    def _beside(self) -> tuple[Placed, ...]:
        """Countries that title and dateline name."""
        span = self.annotations.dateline
        dateline = self.document.text[span.start : span.end] if span else ""
        return (*self._placed(self.document.title or "", _TITLE), *self._placed(dateline, 1.0))

    def _placed(
        self, text: str, weight: float, found: list[Word] | None = None, names: Iterable[Match[str]] | None = None
    ) -> list[Placed]:
        found = words(text) if found is None else found
        placed = []
        covered: set[int] = set()
        for match in self._known.find(text, found) if names is None else names:
            known = self._known.actors[match.values[0]].entity
            if len(match.values) == 1 and known.country and not known.canonical_id.startswith("state/"):
                placed.append(Placed(match.start, known.country, weight * _BODY))
                covered.update(range(match.start, match.end))
        for mention in territory_mentions(text, found):
            if mention.how is TerritoryWord.REGION or mention.relation or mention.start in covered:
                continue
            iso3 = mention.territory.iso3
            if ambiguity(text[mention.start : mention.end]) is not None:
                iso3 = self.country_of(mention, text) or iso3
            located = mention.how is TerritoryWord.PLACE or bool(_LOCATIVE.search(text, 0, mention.start))
            placed.append(Placed(mention.start, iso3, weight * _WEIGHTS[mention.how], located))
        return sorted(placed, key=lambda each: each.start)


def _shares(placed: Iterable[Placed]) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for each in placed:
        counts[each.iso3] += each.weight
    total = sum(counts.values())
    return {iso3: counts[iso3] / total for iso3 in sorted(counts, key=lambda each: -counts[each])}


def _without_whole(shares: dict[str, float]) -> dict[str, float]:
    """Shares where a state that is named for the sake of its part (China in a report on Hong Kong) gives way."""
    moved = dict(shares)
    for iso3, share in shares.items():
        whole = territories()[iso3].within
        if share >= _PART and whole in moved:
            moved[iso3] += moved.pop(whole)
    return {iso3: moved[iso3] for iso3 in sorted(moved, key=lambda each: -moved[each])}
