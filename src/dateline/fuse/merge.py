"""A group of tellings becomes one Event."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from dateline.fuse.cluster import Join
from dateline.fuse.copies import independent
from dateline.fuse.telling import Telling, distinct, edges_of, vagueness
from dateline.model import ArmsFrame, Because, Event, ImpreciseDate, Modality, Place, content_id
from dateline.model.judged import UNJUDGED, Judged


def merge(
    group: Sequence[Telling],
    joins: Sequence[tuple[Telling, Telling, Join]],
    origin: Mapping[str, str],
    judged: Judged = UNJUDGED,
) -> Event:
    """Build the event of tellings in order of publication.

    The first mention founds the event and gives its id. The type is that of the surest mention; mode, place and
    arms are what most tell; parties are all that are told, each once. Copies of one text are one source.
    """
    mentions = [mention for telling in group for mention in telling.mentions]
    founder = mentions[0]
    event_type = max(mentions, key=lambda each: each.certainty).event_type  # of equals the first
    return Event(
        id=content_id("event", founder.id),
        event_type=event_type,
        mode=_most([each.mode for each in mentions if each.mode and each.event_type == event_type]),
        contexts=tuple(sorted({context for mention in mentions for context in mention.contexts})),
        modality=_modality([mention.modality for mention in mentions]),
        actors=distinct(party for telling in group for party in telling.actors),
        recipients=distinct(party for telling in group for party in telling.recipients),
        when=common_interval([telling.when for telling in group if telling.when is not None]),
        where=_place([telling.where for telling in group if telling.where is not None]),
        arms=_arms([mention.arms for mention in mentions if mention.arms is not None]),
        certainty=max(mention.certainty for mention in mentions),
        mentions=tuple(mention.id for mention in mentions),
        documents=len({telling.document_id for telling in group}),
        sources=independent(((telling.document_id, telling.publisher) for telling in group), origin),
        because=(*_because(group, joins), *_kept_apart(group, judged)),
    )


def common_interval(intervals: Sequence[ImpreciseDate]) -> ImpreciseDate | None:
    """The narrowest interval when all share a day; else the widest that covers them."""
    if not intervals:
        return None
    earliest, latest = max(each.earliest for each in intervals), min(each.latest for each in intervals)
    narrow = min(intervals, key=lambda each: (each.days, each.earliest))
    if earliest <= latest:
        return ImpreciseDate(earliest=earliest, latest=latest, precision=narrow.precision)
    earliest, latest = min(each.earliest for each in intervals), max(each.latest for each in intervals)
    return ImpreciseDate(earliest=earliest, latest=latest, precision=narrow.precision)


def _most(values: Sequence[str]) -> str | None:
    """The most frequent; of equals the first told."""
    return Counter(values).most_common(1)[0][0] if values else None


def _modality(values: Sequence[Modality]) -> Modality:
    return Modality.ASSERTED if Modality.ASSERTED in values else values[0]


def _place(places: Sequence[Place]) -> Place | None:
    """The most exact kind that is told; of those the most frequent."""
    if not places:
        return None
    best = min(vagueness(place) for place in places)
    return Counter(place for place in places if vagueness(place) == best).most_common(1)[0][0]


def _arms(frames: Sequence[ArmsFrame]) -> ArmsFrame | None:
    """The frame that tells most; of equals the surest, then the first."""
    return max(frames, key=lambda frame: (_told(frame), frame.certainty), default=None)


def _told(frame: ArmsFrame) -> int:
    fields = (frame.supplier, frame.recipient, frame.item, frame.item_class, frame.quantity, frame.value, frame.when)
    return sum(field is not None for field in fields)


def _because(group: Sequence[Telling], joins: Sequence[tuple[Telling, Telling, Join]]) -> list[Because]:
    lines = [
        Because(
            step="fuse.document",
            reason=f"document {telling.document_id} tells it {len(telling.mentions)} times under one key",
            rule="same event key",
        )
        for telling in group
        if len(telling.mentions) > 1
    ]
    for left, right, join in joins:
        between = f"documents {left.document_id} and {right.document_id}"
        lines.append(
            Because(
                step="fuse.judged" if join.judgement else "fuse.join",
                reason=f"{between} tell one happening: {join.match.reason}",
                rule=join.judgement or "same or near type, day and parties",
                score=round(join.match.score, 3),
            )
        )
    return lines


def _kept_apart(group: Sequence[Telling], judged: Judged) -> Iterator[Because]:
    """What was judged to be another event."""
    told = {mention.id for telling in group for mention in telling.mentions}
    edges = {edge for telling in group for edge in edges_of(telling, judged.two_events)}
    for edge in sorted(edges, key=lambda each: each.judgement):
        other = edge.left if edge.right in told else edge.right
        yield Because(
            step="fuse.apart", reason=f"another event than that of {other}: {edge.reason}", rule=edge.judgement
        )
