"""Mentions to events: which reports tell the same happening.

``telling`` groups one document's mentions, ``blocking`` finds pairs of documents worth comparing, ``compare``
decides each pair, ``cluster`` makes groups of the pairs, ``merge`` makes an Event of each group. ``gathering`` finds
what a new report can change; ``copies`` finds reports that share a text; ``stories`` groups reports by what they
report. ``parties``, ``places`` and ``nearness`` (of types) say what agrees.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dateline.fuse.blocking import candidate_pairs
from dateline.fuse.cluster import cluster
from dateline.fuse.gathering import Filed, file, gather
from dateline.fuse.merge import merge
from dateline.fuse.telling import Report, Telling, as_judged, tellings
from dateline.model import Event, EventMention
from dateline.model.judged import UNJUDGED, Judged

__all__ = ["FUSER", "Filed", "Report", "Telling", "file", "fuse", "fuse_tellings", "gather", "tellings"]

#: Name and version; events are fused anew when it changes.
FUSER = "fuse 6"


_ALL_APART: Mapping[str, str] = {}


def fuse(
    mentions: Iterable[EventMention],
    documents: Iterable[Report],
    judged: Judged = UNJUDGED,
    origin: Mapping[str, str] = _ALL_APART,
) -> tuple[Event, ...]:
    """Fuse mentions into events; the same events whatever the order of mentions and documents.

    Args:
        mentions: Resolved mentions, each with an id of its own.
        documents: The documents they stand in; only id, publisher and published are read.
        judged: Which entities are taken for which, which are kept apart, and which mentions were judged to tell one
            event or two. It decides which mentions are one event; the parties keep the ids that the resolver gave
            them, so that an undone judgement leaves no trace.
        origin: Of documents that share a text, the id that stands for all of them; copies add no source.

    Returns:
        Events by founding mention: publication, then text. Each mention is in exactly one.
    """
    told = tellings(mentions, {document.id: document for document in documents})
    return fuse_tellings(told, judged, origin)


def fuse_tellings(
    told: Sequence[Telling], judged: Judged = UNJUDGED, origin: Mapping[str, str] = _ALL_APART
) -> tuple[Event, ...]:
    """Fuse tellings, sorted by their key; see :func:`fuse`."""
    compared = [as_judged(telling, judged) for telling in told] if judged.taken_for else told
    events = []
    for members, joins in cluster(compared, list(candidate_pairs(compared)), judged):
        explained = [(told[join.left], told[join.right], join) for join in joins]
        events.append(merge([told[number] for number in members], explained, origin, judged))
    return tuple(events)
