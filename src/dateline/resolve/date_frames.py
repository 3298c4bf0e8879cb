"""Dates of arms frames: that of the mention that carries the frame, else found as for a mention of its own."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from dateline.model import Annotations, ArmsFrame, Coding, Document, EventMention, Modality, When

_TYPES = {"embargoed": "SANCTION", "refused": "REJECT", "requested": "REQUEST", "suspended": "SANCTION"}
#: What a frame is dated as when its status tells no type.
_TYPE = "COOPERATE"


class Dates(Protocol):
    """What dates mentions."""

    def resolve_all(
        self, document: Document, annotations: Annotations, mentions: Sequence[EventMention]
    ) -> tuple[When | None, ...]:
        """The dates of the mentions of one document, in order."""


def date_frames(
    dates: Dates, document: Document, annotations: Annotations, coding: Coding
) -> dict[ArmsFrame, ArmsFrame]:
    """Every frame of a coding, those of its mentions included, with itself dated; dates that it has are kept.

    Args:
        dates: Dates what no mention carries.
        document: The report.
        annotations: Its annotations.
        coding: Its coding, the mentions dated.
    """
    whens: dict[ArmsFrame, When | None] = {}
    for mention in coding.mentions:
        if mention.arms is not None:
            whens.setdefault(mention.arms, mention.when)
    alone = [frame for frame in dict.fromkeys(coding.arms) if frame not in whens and frame.when is None]
    if alone:
        starts = [sentence.start for sentence in annotations.sentences]
        acts = [_act(frame, document, bisect_right(starts, frame.trigger.start) - 1) for frame in alone]
        found = dates.resolve_all(document, annotations, (*coding.mentions, *acts))
        whens.update(zip(alone, found[len(coding.mentions) :], strict=True))
    frames = dict.fromkeys([*coding.arms, *whens])
    return {frame: _dated(frame, whens.get(frame)) for frame in frames}


def _act(frame: ArmsFrame, document: Document, sentence: int) -> EventMention:
    """A mention that stands for a frame while it is dated."""
    return EventMention(
        id=f"arms {frame.trigger.start}",
        document_id=document.id,
        sentence=max(0, sentence),
        event_key=f"arms {frame.trigger.start}",
        event_type=_TYPES.get(frame.status, _TYPE),
        mode=None,
        contexts=(),
        trigger=frame.trigger,
        actors=(frame.supplier,) if frame.supplier is not None else (),
        recipients=(frame.recipient,) if frame.recipient is not None else (),
        when=None,
        where=None,
        modality=Modality(frame.modality),
        attributed_to=None,
    )


def _dated(frame: ArmsFrame, when: When | None) -> ArmsFrame:
    if frame.when is not None or when is None:
        return frame
    words = when.evidence if when.interval is not None else None
    return replace(frame, when=when.interval, when_words=words, because=(*frame.because, *when.because))
