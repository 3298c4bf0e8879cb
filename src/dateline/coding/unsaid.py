"""Unsaid parties: what a sentence leaves out and an earlier mention of the same happening says."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from dateline.coding.event_keys import parties_agree
from dateline.coding.parties import LENT
from dateline.model import Because, EventMention, Party

_CONDEMNED = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "THREATEN"})
_TOWARDS = frozenset({"THREATEN", "SANCTION", "ACCUSE", "REJECT", "REQUEST", "ASSAULT", "COERCE", "AID", "SUPPORT"})
_LOOK_BACK = 16
_NEAR = 8
"""Sentences between a mention and the one that tells its other side."""
_CLOSE = 60
"""Code points within which the condemned act follows the words that condemn it."""


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
        mode = mention.mode or next((mentions[k].mode for k in others if mentions[k].mode), None)
        told.append(dataclasses.replace(mention, actors=actors, recipients=recipients, mode=mode))
    return tuple(told)


def add_accused(mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """Who condemns an act and names nobody accuses whoever did it: the doer of the act told right behind."""
    told = list(mentions)
    for at, mention in enumerate(mentions[:-1]):
        behind = mentions[at + 1]
        if (
            mention.event_type == "ACCUSE"
            and not mention.recipients
            and behind.event_type in _CONDEMNED
            and behind.sentence == mention.sentence
            and behind.trigger.start - mention.trigger.end < _CLOSE
        ):
            told[at] = dataclasses.replace(mention, recipients=_taken([behind.actors]))
    return tuple(told)


def add_counterparts(mentions: Sequence[EventMention]) -> tuple[EventMention, ...]:
    """Where one side stays unsaid: whom the mention before it sets against the side that is said.

    If Iran threatened Israel and then "warned of retaliation", Israel is warned; only within a few sentences.
    """
    told: list[EventMention] = []
    for mention in mentions:
        actors, recipients = mention.actors, mention.recipients
        before = [held for held in reversed(told[-_LOOK_BACK:]) if mention.sentence - held.sentence <= _NEAR]
        if actors and not recipients and mention.event_type in _TOWARDS:
            recipients = _taken([_other_side(held, actors) for held in before])
        elif recipients and not actors:
            actors = _taken([_other_side(held, recipients) for held in before])
        told.append(dataclasses.replace(mention, actors=actors, recipients=recipients))
    return tuple(told)


def _other_side(mention: EventMention, side: Sequence[Party]) -> tuple[Party, ...]:
    """The recipients if ``side`` acts in the mention, the actors if it undergoes it, else nobody."""
    if parties_agree(mention.actors, side):
        return mention.recipients
    return mention.actors if parties_agree(mention.recipients, side) else ()


def _taken(lists: Sequence[tuple[Party, ...]]) -> tuple[Party, ...]:
    """The first list that is not empty, without its words."""
    named = next((parties for parties in lists if parties), ())
    reason = Because(step="coding.party", reason="another mention of the same happening names it", rule=LENT)
    return tuple(Party(evidence=None, name=party.name, because=(*party.because, reason)) for party in named)
