"""Tellings: what one document says of one happening, with all that fusing compares."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Protocol

from dateline.model import ArmsFrame, EventMention, ImpreciseDate, Modality, Party, Place
from dateline.model.judged import Edge, Edges, Judged

#: Words that say that it happened, long ago or not.
_HAPPENED = (Modality.ASSERTED, Modality.HISTORICAL)


class Report(Protocol):
    """What fusing needs to know of a document: a ``Document`` has it, and so does its head without text."""

    @property
    def id(self) -> str: ...

    @property
    def publisher(self) -> str | None: ...

    @property
    def published(self) -> dt.date | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Mentions of one document under one event key, type and reality.

    Attributes:
        mentions: In text order; never empty.
        published: Of the document; the last day there is when it is not known.
        reality: "happened", "future", "negated" or "hypothetical"; different ones are never one event.
        when, where: The narrowest interval and the most exact place that a mention gives, or None.
    """

    document_id: str
    publisher: str | None
    published: dt.date
    event_type: str
    reality: str
    mode: str | None
    mentions: tuple[EventMention, ...]
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    when: ImpreciseDate | None
    where: Place | None
    arms: ArmsFrame | None

    @property
    def id(self) -> str:
        """The id of its first mention."""
        return self.mentions[0].id

    @property
    def key(self) -> tuple[dt.date, str, int, int, str]:
        """Order by publication, then text; equal for no two tellings."""
        first = self.mentions[0]
        return (self.published, self.document_id, first.trigger.start, first.trigger.end, first.id)

    @property
    def parties(self) -> tuple[Party, ...]:
        """Both sides."""
        return (*self.actors, *self.recipients)


def tellings(mentions: Iterable[EventMention], reports: Mapping[str, Report]) -> list[Telling]:
    """Group mentions by document, event key, type and reality; sorted by :attr:`Telling.key`."""
    ordered = sorted(mentions, key=_group_then_text)
    groups = [list(group) for _, group in groupby(ordered, key=_group)]
    return sorted((_telling(group, reports[group[0].document_id]) for group in groups), key=lambda each: each.key)


def as_judged(telling: Telling, judged: Judged) -> Telling:
    """The telling with the parties that its own are taken for."""
    sides = (tuple(map(judged.party, side)) for side in (telling.actors, telling.recipients))
    actors, recipients = map(distinct, sides)
    return replace(telling, actors=actors, recipients=recipients)


def edges_of(telling: Telling, edges: Edges) -> frozenset[Edge]:
    """The judgements that name one of the telling's mentions."""
    if not edges:
        return frozenset()
    return frozenset(edge for mention in telling.mentions for edge in edges.get(mention.id, ()))


def reality(modality: Modality) -> str:
    """The group of modalities that may be one event."""
    return "happened" if modality in _HAPPENED else str(modality)


def _group(mention: EventMention) -> tuple[str, str, str, str]:
    return (mention.document_id, mention.event_key, mention.event_type, reality(mention.modality))


def _group_then_text(mention: EventMention) -> tuple[object, ...]:
    return (*_group(mention), mention.trigger.start, mention.trigger.end, mention.id)


def _telling(mentions: list[EventMention], report: Report) -> Telling:
    first = mentions[0]
    intervals = [each.when.interval for each in mentions if each.when is not None and each.when.interval is not None]
    places = [each.where.place for each in mentions if each.where is not None and each.where.place is not None]
    return Telling(
        document_id=first.document_id,
        publisher=report.publisher,
        published=report.published or dt.date.max,
        event_type=first.event_type,
        reality=reality(first.modality),
        mode=next((each.mode for each in mentions if each.mode), None),
        mentions=tuple(mentions),
        actors=distinct(party for each in mentions for party in each.actors),
        recipients=distinct(party for each in mentions for party in each.recipients),
        when=min(intervals, key=lambda each: each.days, default=None),
        where=min(places, key=vagueness, default=None),
        arms=next((each.arms for each in mentions if each.arms is not None), None),
    )


def distinct(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Each party once, in the order in which they come; the first naming stands, without its words' offsets."""
    seen: dict[tuple[str | None, ...], Party] = {}
    for party in parties:
        plain = Party(
            evidence=None,
            name=party.name,
            canonical_id=party.canonical_id,
            country=party.country,
            sector=party.sector,
        )
        key = (
            (party.canonical_id,) if party.canonical_id else (None, party.name.casefold(), party.country, party.sector)
        )
        seen.setdefault(key, plain)
    return tuple(seen.values())


def vagueness(place: Place) -> int:
    """0 for the most exact kind of place."""
    order = ("facility", "city", "near", "region", "sea", "country")
    return order.index(place.precision)
