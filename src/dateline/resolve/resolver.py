"""All resolvers over one document's coding: dates first, then the parties of that date, then places."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from dateline.model import Annotations, ArmsFrame, Coding, Document, EventMention, ImpreciseDate, Party
from dateline.resolve.actors import ActorResolver
from dateline.resolve.date_frames import date_frames
from dateline.resolve.date_zones import across_zones
from dateline.resolve.dates import DateResolver
from dateline.resolve.place_events import attach_places, places_of

#: Resolves one party as of a date.
_ByDate = Callable[[Party, ImpreciseDate | None], Party]


class Resolver:
    """Resolves dates, parties and places of one document's coding."""

    name = "dates, actors, places"
    version = "5"

    def __init__(self) -> None:
        self._dates = DateResolver()
        self._actors = ActorResolver()

    def resolve(self, document: Document, annotations: Annotations, coding: Coding) -> Coding:
        """The same coding with intervals, canonical parties and places; what stays unresolved says why."""
        found = self.with_parties(document, annotations, coding)
        return replace(found, mentions=_placed(document, annotations, found.mentions))

    def with_parties(self, document: Document, annotations: Annotations, coding: Coding) -> Coding:
        """The same coding with intervals and canonical parties, the places not yet."""
        done: dict[tuple[Party, ImpreciseDate | None], Party] = {}

        def party(held: Party, when: ImpreciseDate | None) -> Party:
            key = (held, when)
            if key not in done:
                done[key] = self._actors.resolve(document, annotations, held, when)
            return done[key]

        dates = self._dates.resolve_all(document, annotations, coding.mentions)
        mentions = [replace(mention, when=when) for mention, when in zip(coding.mentions, dates, strict=True)]
        dated = date_frames(self._dates, document, annotations, replace(coding, mentions=tuple(mentions)))
        frames = {old: _frame(new, party) for old, new in dated.items()}
        told = tuple(_mention(mention, frames, party) for mention in mentions)
        return replace(coding, mentions=told, arms=tuple(frames[frame] for frame in coding.arms))


def _placed(
    document: Document, annotations: Annotations, mentions: tuple[EventMention, ...]
) -> tuple[EventMention, ...]:
    if not mentions:
        return ()
    places = places_of(document, annotations, mentions)
    placed = attach_places(document, annotations, mentions, places)
    return across_zones(document, annotations, placed, places)


def _mention(mention: EventMention, frames: Mapping[ArmsFrame, ArmsFrame], party: _ByDate) -> EventMention:
    when = mention.when.interval if mention.when is not None else None
    return replace(
        mention,
        actors=tuple(party(held, when) for held in mention.actors),
        recipients=tuple(party(held, when) for held in mention.recipients),
        arms=frames[mention.arms] if mention.arms is not None else None,
    )


def _frame(frame: ArmsFrame, party: _ByDate) -> ArmsFrame:
    return replace(
        frame,
        supplier=party(frame.supplier, frame.when) if frame.supplier else None,
        recipient=party(frame.recipient, frame.when) if frame.recipient else None,
    )


def make_resolver() -> Resolver:
    """The resolver that the pipeline uses."""
    return Resolver()
