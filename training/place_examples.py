"""Acts with the places where they may have happened and which are right: what the ranking of places learns from."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from pathlib import Path

from date_examples import find, matched, read_own

from dateline.annotate import make_annotator
from dateline.coding import make_coder
from dateline.evaluation.agreement import Row
from dateline.evaluation.passages import passage_document
from dateline.export.contract import coding_row
from dateline.model import Annotations, Coding, Document
from dateline.resolve.place_choices import PlaceChoice
from dateline.resolve.place_events import choices_of, places_of
from dateline.resolve.place_ranking import NOWHERE, country_of
from dateline.resolve.resolver import Resolver


@dataclasses.dataclass(frozen=True, kw_only=True)
class Example:
    """One act.

    Attributes:
        passage: Where it stands.
        choices: Where it may have happened; ``names`` are their features.
        right: For each choice, 1 when its country is the annotated one, else 0.
        country: The annotated country, "" where a place of no country is annotated, None where there is no place.
    """

    passage: str
    choices: Sequence[PlaceChoice]
    right: list[float]
    country: str | None
    more: list[list[str]] = dataclasses.field(default_factory=list)

    @property
    def names(self) -> list[list[str]]:
        """Feature names of each choice."""
        return [list(choice.names) for choice in self.choices]


def gold_examples(rows: Sequence[Row]) -> Iterator[Example]:
    """The mentions that the coder finds in annotated passages, with the annotated places."""
    documents = [passage_document(row) for row in rows]
    coder, resolver = make_coder(), Resolver()
    for row, document, seen in zip(rows, documents, make_annotator().annotate(documents), strict=True):
        coding = resolver.with_parties(document, seen, coder.code(document, seen))
        index = {mention.id: i for i, mention in enumerate(coding.mentions)}
        pairs = matched(row, coding_row(document.id, coding))
        wanted = [(index[coded["mention_id"]], _country(gold.get("place"))) for gold, coded in pairs]
        yield from _examples(document, seen, coding, wanted)


def own_examples(path: Path) -> Iterator[Example]:
    """The acts of ``places.txt``; those the coder does not find are put beside what it finds."""
    told = list(read_own(path))
    coder, resolver = make_coder(), Resolver()
    annotated = make_annotator().annotate([document for document, _ in told])
    for (document, acts), seen in zip(told, annotated, strict=True):
        coding = coder.code(document, seen)
        mentions = list(coding.mentions)
        wanted = [(find(mentions, document, seen, act), None if act.told == "open" else act.told) for act in acts]
        coding = resolver.with_parties(document, seen, dataclasses.replace(coding, mentions=tuple(mentions)))
        yield from _examples(document, seen, coding, wanted)


def _country(place: Row | None) -> str | None:
    return None if place is None else place.get("country") or ""


def _examples(
    document: Document, seen: Annotations, coding: Coding, wanted: Sequence[tuple[int, str | None]]
) -> Iterator[Example]:
    if not wanted:
        return
    choices = choices_of(seen, coding.mentions, places_of(document, seen, coding.mentions))
    for i, country in wanted:
        found = choices.of(i)
        right = [float(is_right(choice, country)) for choice in found]
        yield Example(passage=document.id, choices=found, right=right, country=country)


def is_right(choice: PlaceChoice, country: str | None) -> bool:
    """Whether a choice is the annotated country (see :class:`Example`)."""
    if country is None:
        return country_of(choice) == NOWHERE
    place = choice.where.place
    return place is not None and (place.country or "") == country
