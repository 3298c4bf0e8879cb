"""All place names of one document, read together: each name's readings in the light of the others."""

from __future__ import annotations

import re
from collections.abc import Iterable

from dateline.model import Annotations, Evidence
from dateline.resolve.place_context import document_context
from dateline.resolve.place_finder import find_places
from dateline.resolve.place_mentions import PlaceMention, merged, place_mentions
from dateline.resolve.place_scoring import PlaceReading, score_readings, unlikely
from dateline.vocab.placenames import fold
from dateline.vocab.places import GazetteerEntry, PlaceKind, abbreviation, candidates

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
_ROUNDS, _SETTLED, _PER_NAME = 2, 0.4, 3


class PlaceDocument:
    """The places of one document.

    Attributes:
        text: The document.
        evidences: Its place names, in order: those that the finder sees and those given.
        context: What the document says about where it is set.

    Args:
        text: The document.
        spans: Place names to be read, beside those that the finder sees.
        annotations: Names in it, where they are known.
        countries: ISO3 of actors' countries, as context.
        publisher: ISO3 of the publisher's country, or None.
    """

    def __init__(
        self,
        text: str,
        spans: Iterable[Evidence] = (),
        *,
        annotations: Annotations | None = None,
        countries: Iterable[str] = (),
        publisher: str | None = None,
    ) -> None:
        self.text = text
        self.evidences = merged(find_places(text, annotations), spans)
        self._mentions = place_mentions(text, self.evidences, self._entries)
        self._by_start = {mention.evidence.start: mention for mention in self._mentions}
        self._containers: dict[str, tuple[GazetteerEntry, ...]] = {}
        for mention in self._mentions:
            if mention.containers:
                self._containers.setdefault(fold(mention.evidence.text), mention.containers)
        names = [name.text for name in self.evidences]
        self.context = document_context(text, _WORD.findall(text), names, countries=countries, publisher=publisher)
        self._settled: dict[str, GazetteerEntry] = {}
        self._known: dict[Evidence, tuple[PlaceReading, ...]] = {}
        self._settle()

    def readings(self, evidence: Evidence) -> tuple[PlaceReading, ...]:
        """What the name at a span may stand for, best first; empty when only an unlikely namesake is known."""
        mention = self._by_start.get(evidence.start)
        if mention is None or mention.evidence != evidence:
            mention = PlaceMention(evidence)
        readings = self._read(mention)
        return () if readings and unlikely(readings[0], self.context) else readings

    def container(self, evidence: Evidence) -> PlaceReading | None:
        """The best reading of the place that the text says a name lies in."""
        mention = self._by_start.get(evidence.start)
        containers = mention.containers if mention else ()
        containers = containers or self._containers.get(fold(evidence.text), ())
        readings = score_readings("", containers, self.context)
        return readings[0] if readings else None

    def inner(self, start: int, end: int) -> tuple[Evidence, ...]:
        """The place names inside a stretch of the text."""
        return tuple(name for name in self.evidences if start <= name.start and name.end <= end)

    def nearest(self, start: int, country: str | None = None) -> PlaceReading | None:
        """The settled place (no country or water) closest in the text to a position; those before it count double."""
        best: tuple[int, PlaceReading] | None = None
        for mention in self._mentions:
            readings = self._read(mention)
            if not readings or readings[0].entry.kind in (PlaceKind.COUNTRY, PlaceKind.WATER):
                continue
            if country and readings[0].entry.country != country:
                continue
            at = mention.evidence.start
            gap = start - at if at <= start else 2 * (at - start)
            if gap and (best is None or gap < best[0]):
                best = (gap, readings[0])
        return best[1] if best else None

    def _settle(self) -> None:
        """Read all names some rounds over, each round in the light of the last."""
        base = self.context
        for _ in range(_ROUNDS):
            settled: dict[str, GazetteerEntry] = {}
            context = base.copy()
            seen: dict[str, int] = {}
            for mention in self._mentions:
                key = fold(mention.evidence.text)
                seen[key] = seen.get(key, 0) + 1
                readings = self._read(mention)
                if readings and seen[key] <= _PER_NAME:
                    context.settle(readings[0].entry, _SETTLED)
                    settled.setdefault(key, readings[0].entry)
            self.context, self._settled = context, settled
            self._known.clear()

    def _read(self, mention: PlaceMention) -> tuple[PlaceReading, ...]:
        """The readings of a name in the light of what is settled so far, worked out once for each round."""
        if mention.evidence not in self._known:
            self._known[mention.evidence] = self._readings(mention)
        return self._known[mention.evidence]

    def _readings(self, mention: PlaceMention) -> tuple[PlaceReading, ...]:
        name = mention.evidence.text
        company = [self._settled[fold(other.text)] for other in mention.listed if fold(other.text) in self._settled]
        return score_readings(
            name,
            self._entries(mention.evidence),
            self.context,
            containers=mention.containers or self._containers.get(fold(name), ()),
            wanted=mention.wanted,
            company=company,
            own=self._settled.get(fold(name)),
        )

    def _entries(self, evidence: Evidence) -> tuple[GazetteerEntry, ...]:
        after_comma = self.text[max(0, evidence.start - 2) : evidence.start] == ", "
        for words in (self.text[evidence.start : evidence.end + 1], evidence.text):
            short = abbreviation(words, after_comma=after_comma)
            if short and words[-1:] in {".", evidence.text[-1]}:
                return (short,)
        return candidates(evidence.text)
