"""All resolvers over one document's coding: dates first, then the parties of that date, then places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from dateline.model import Annotations, ArmsFrame, Coding, Document, EventMention, ImpreciseDate, Party
from dateline.resolve.actors import ActorResolver
from dateline.resolve.dates import DateResolver
from dateline.resolve.place_events import attach_places

#: Resolves one party as of a date.
_ByDate = Callable[[Party, ImpreciseDate | None], Party]


class Resolver:
    """Resolves dates, parties and places of one document's coding."""

    name = "dates, actors, places"
    version = "2"

    def __init__(self) -> None:
        self._dates = DateResolver()
        self._actors = ActorResolver()

    def resolve(self, document: Document, annotations: Annotations, coding: Coding) -> Coding:
        """The same coding with intervals, canonical parties and places; what stays unresolved says why."""
        done: dict[tuple[Party, ImpreciseDate | None], Party] = {}

        def party(held: Party, when: ImpreciseDate | None) -> Party:
            key = (held, when)
            if key not in done:
                done[key] = self._actors.resolve(document, annotations, held, when)
            return done[key]

        dates = self._dates.resolve_all(document, annotations, coding.mentions)
        dated = [
            _mention(replace(mention, when=when), party) for mention, when in zip(coding.mentions, dates, strict=True)
        ]
        return replace(
            coding,
            mentions=attach_places(document, annotations, dated),
            arms=tuple(_frame(frame, frame.when, party) for frame in coding.arms),
        )


def _mention(mention: EventMention, party: _ByDate) -> EventMention:
    when = mention.when.interval if mention.when is not None else None
    return replace(
        mention,
        actors=tuple(party(held, when) for held in mention.actors),
        recipients=tuple(party(held, when) for held in mention.recipients),
        arms=_frame(replace(mention.arms, when=mention.arms.when or when), when, party) if mention.arms else None,
    )


def _frame(frame: ArmsFrame, when: ImpreciseDate | None, party: _ByDate) -> ArmsFrame:
    return replace(
        frame,
        supplier=party(frame.supplier, when) if frame.supplier else None,
        recipient=party(frame.recipient, when) if frame.recipient else None,
    )


def make_resolver() -> Resolver:
    """The resolver that the pipeline uses."""
    return Resolver()
