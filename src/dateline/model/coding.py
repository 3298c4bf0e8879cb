"""Coding: all that one coder found in one document."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.model.arms import ArmsFrame
from dateline.model.claims import Claim
from dateline.model.events import EventMention


@dataclass(frozen=True, slots=True, kw_only=True)
class Coding:
    """Mentions, arms frames (also those without an event mention) and claims of one document."""

    document_id: str
    mentions: tuple[EventMention, ...] = ()
    arms: tuple[ArmsFrame, ...] = ()
    claims: tuple[Claim, ...] = ()

    def check(self, text: str) -> None:
        """Refuse the coding when one of its quotes does not stand in ``text``.

        Raises:
            SpanError: naming the quote and what stands there instead.
        """
        for mention in self.mentions:
            mention.check(text)
        for frame in self.arms:
            for _, evidence in frame.evidence():
                evidence.check(text)
        for claim in self.claims:
            claim.evidence.check(text)
