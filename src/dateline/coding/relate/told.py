"""What the coder tells of a dyad's text: for each type its surest mention, worth more if its parties are the given."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from dateline.coding.encoder.pieces import Array
from dateline.coding.relate.pieces import Place
from dateline.model import EventMention, Party

ALONE, SIDE = 0.2, 0.4
"""What a mention between others is worth, and what each party that agrees adds; a whole mention is worth 1."""


def told(mentions: Iterable[EventMention], types: Sequence[str], actor: Place | None, recipient: Place | None) -> Array:
    """The worth of each type's best mention, between 0 and 1.

    Args:
        mentions: What the coder found in the text.
        types: The types, in the order of the answer.
        actor: Code points of who acts; where it is not named the recipient decides alone, and the other way round.
        recipient: Code points of who is acted upon.
    """
    worth = np.zeros(len(types), dtype=np.float32)
    for mention in mentions:
        acts = _names(mention.actors, actor)
        suffers = _names(mention.recipients, recipient) or (acts and _names(mention.actors, recipient))
        sides = (acts if actor else suffers) + (suffers if recipient else acts)
        kind = types.index(mention.event_type)
        worth[kind] = max(worth[kind], mention.certainty * (ALONE + SIDE * sides))
    return worth


def _names(parties: Iterable[Party], place: Place | None) -> bool:
    """Whether one of the parties stands in words of ``place``."""
    if place is None:
        return False
    spans = (party.evidence for party in parties if party.evidence)
    return any(span.start < place[1] and place[0] < span.end for span in spans)
