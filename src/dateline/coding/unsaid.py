"""Unsaid parties: what a sentence leaves out and an earlier mention of the same happening says."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dateline.model import Because, EventMention, Party


def add_unsaid(mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """Give mentions the parties that another mention with their event key names; such parties have no words.

    The nearest mention decides. Nothing is added to what the sentence itself says.
    """
    told: list[EventMention] = []
    for at, mention in enumerate(mentions):
        actors, recipients = mention.actors, mention.recipients
        others = sorted(
            (k for k, other in enumerate(mentions) if k != at and other.event_key == mention.event_key),
            key=lambda k: (abs(k - at), k),
        )
        if not actors:
            actors = _taken([mentions[k].actors for k in others])
        if not recipients:
            recipients = _taken([mentions[k].recipients for k in others])
        told.append(dataclasses.replace(mention, actors=actors, recipients=recipients))
    return tuple(told)


def _taken(lists: Sequence[tuple[Party, ...]]) -> tuple[Party, ...]:
    """The first list that is not empty, without its words."""
    named = next((parties for parties in lists if parties), ())
    reason = Because(step="coding.party", reason="another mention of the same happening names it")
    return tuple(
        Party(evidence=None, name=party.name, because=(*party.because, reason)) for party in named
    )
