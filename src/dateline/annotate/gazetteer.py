"""The gazetteer as annotation sees it: where known names stand, and what they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import EntityKind, NameKind
from dateline.vocab.actors import actor, alias_spans
from dateline.vocab.fold import Word, words
from dateline.vocab.territories import TerritoryWord, territory_mentions

_ENTITY_KINDS = {
    EntityKind.PERSON: NameKind.PERSON,
    EntityKind.GROUP: NameKind.GROUP,
}
_TERRITORY_KINDS = {
    TerritoryWord.ADJECTIVE: NameKind.GROUP,
    TerritoryWord.GOVERNMENT: NameKind.ORGANISATION,
}
#: "The paper" begins a sentence; "The Paper" is a name.
_ARTICLE_AND_NOUN = re.compile(r"The [a-z]")
_TERRITORIES = ("state/", "region/")
_STATE_WORDS = frozenset({TerritoryWord.NAME, TerritoryWord.CAPITAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A stretch of text that is the name of a known actor or territory.

    Attributes:
        start, end: Code points.
        name: Its canonical name; for an adjective that of the territory.
        kind: What it is.
        canonical_id: Id of the actor ("state/MMR").
        country: ISO 3166 alpha-3 of the state it is or belongs to, or None.
        state: It names a state as such, or its seat ("Russia", "Moscow").
        adjective: It is an adjective or demonym ("Russian").
    """

    start: int
    end: int
    name: str
    kind: NameKind
    canonical_id: str
    country: str | None
    state: bool = False
    adjective: bool = False


def known_names(text: str, start: int, end: int) -> list[Known]:
    """The known names in ``text[start:end]``, in order, without overlaps; the longer of two wins."""
    part = text[start:end]
    found = words(part)
    entries = [*_actors(part, found, start), *_territories(part, found, start)]
    kept: list[Known] = []
    for entry in sorted(entries, key=lambda each: (each.start, -each.end)):
        if not kept or entry.start >= kept[-1].end:
            kept.append(entry)
        elif entry.end - entry.start > kept[-1].end - kept[-1].start:
            kept[-1] = entry
    return kept


def _actors(text: str, found: list[Word], shift: int) -> Iterator[Known]:
    for start, end, canonical_id in alias_spans(text, found):
        known = actor(canonical_id)
        if known is None or canonical_id.startswith(_TERRITORIES):
            continue
        if text[start].isupper() and not _ARTICLE_AND_NOUN.match(text, start, end):
            yield Known(
                start=start + shift,
                end=end + shift,
                name=known.entity.name,
                kind=_ENTITY_KINDS.get(known.entity.kind, NameKind.ORGANISATION),
                canonical_id=canonical_id,
                country=known.entity.country,
            )


def _territories(text: str, found: list[Word], shift: int) -> Iterator[Known]:
    for mention in territory_mentions(text, found):
        if not (text[mention.start].isupper() and mention.territory.name[0].isupper()):
            continue
        yield Known(
            start=mention.start + shift,
            end=mention.end + shift,
            name=mention.territory.name,
            kind=_TERRITORY_KINDS.get(mention.how, NameKind.PLACE),
            canonical_id=mention.territory.canonical_id,
            country=mention.territory.iso3 or None,
            state=mention.how in _STATE_WORDS,
            adjective=mention.how is TerritoryWord.ADJECTIVE,
        )
