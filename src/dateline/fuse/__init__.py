"""Mentions to events: which reports tell the same happening.

``telling`` groups one document's mentions, ``blocking`` finds pairs of documents worth comparing, ``compare``
decides each pair, ``cluster`` makes groups of the pairs, ``merge`` makes an Event of each group.
"""

from __future__ import annotations

from collections.abc import Iterable

from dateline.fuse.blocking import candidate_pairs
from dateline.fuse.cluster import cluster
from dateline.fuse.merge import merge
from dateline.fuse.telling import Report, as_judged, tellings
from dateline.model import Event, EventMention
from dateline.model.judged import UNJUDGED, Judged

__all__ = ["FUSER", "Report", "fuse"]

#: Name and version; events are fused anew when it changes.
FUSER = "fuse 2"


def fuse(mentions: Iterable[EventMention], documents: Iterable[Report], judged: Judged = UNJUDGED) -> tuple[Event, ...]:
    """Fuse mentions into events; the same events whatever the order of mentions and documents.

    Args:
        mentions: Resolved mentions, each with an id of its own.
        documents: The documents they stand in; only id, publisher and published are read.
        judged: Which entities are taken for which, and which are kept apart. It decides which mentions are one
            event; the parties keep the ids that the resolver gave them, so that an undone judgement leaves no trace.

    Returns:
        Events by founding mention: publication, then text. Each mention is in exactly one.
    """
    told = tellings(mentions, {document.id: document for document in documents})
    compared = [as_judged(telling, judged) for telling in told] if judged.taken_for else told
    events = []
    for members, joins in cluster(compared, list(candidate_pairs(compared)), judged):
        explained = [(told[join.left], told[join.right], join) for join in joins]
        events.append(merge([told[number] for number in members], explained))
    return tuple(events)
