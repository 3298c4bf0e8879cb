"""What judgements on entities and on events come to, and records read in their light.

:class:`Judged` is derived, never stored as truth: the store makes it of the judgements that stand
(``dateline.store.judging``), readers and the fuser apply it. Records that no judgement touches come back as they are.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from dateline.model.arms import ArmsFrame
from dateline.model.events import Event, EventMention
from dateline.model.parties import Party

#: Prefix of ids that the resolver makes of names which no data know.
UNKNOWN = "unknown/"
_UNTOLD = (None, "UNK")


#: Prefix of ids of mentions; a judgement on events names the mentions that found them.
MENTION = "mention-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A judgement that stands between two mentions.

    Attributes:
        judgement: Its id.
        left, right: Ids of the mentions.
        reason: Who decided what, when and why, in words.
    """

    judgement: str
    left: str
    right: str
    reason: str

    def other(self, mention_id: str) -> str:
        """The mention at the other end."""
        return self.right if mention_id == self.left else self.left


#: Mention id → the judgements that name it.
Edges = Mapping[str, tuple[Edge, ...]]


def is_known(canonical_id: str) -> bool:
    """Whether an id is of the data ("person/…", "body/…", "state/…"), not made of an unknown name."""
    return not canonical_id.startswith(UNKNOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The outcome of all judgements that stand.

    Attributes:
        taken_for: Entity id → the party that its mentions are taken for, with the judgements in ``because``. A known
            entity that others are taken for is not among the keys: it keeps what each mention says of it.
        apart: Pairs of canonical ids that were judged different.
        one_event, two_events: Judgements on mentions: that two tell one event, that they tell two.
    """

    taken_for: Mapping[str, Party]
    apart: frozenset[frozenset[str]] = frozenset()
    one_event: Edges = field(default_factory=dict)
    two_events: Edges = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.taken_for or self.apart or self.one_event or self.two_events)

    def canonical(self, entity_id: str) -> str:
        """The id under which an entity goes."""
        lead = self.taken_for.get(entity_id)
        return lead.canonical_id or entity_id if lead is not None else entity_id

    def vouched(self, canonical_id: str) -> bool:
        """Whether a person decided which mentions mean this entity."""
        return canonical_id in self.taken_for

    def different(self, left: str, right: str) -> bool:
        """Whether two canonical ids were judged to be two entities."""
        return frozenset((left, right)) in self.apart

    def party(self, party: Party) -> Party:
        """The party as judged: id and name of the entity it is taken for, its country and sector where it has them."""
        lead = self.taken_for.get(party.canonical_id or "")
        if lead is None:
            return party
        return replace(
            party,
            name=lead.name,
            canonical_id=lead.canonical_id,
            country=lead.country or party.country,
            sector=party.sector if lead.sector in _UNTOLD else lead.sector,
            because=(*party.because, *lead.because),
        )

    def mention(self, mention: EventMention) -> EventMention:
        """The mention with its parties as judged; each keeps its own words."""
        if not self.taken_for:
            return mention
        return replace(
            mention,
            actors=tuple(map(self.party, mention.actors)),
            recipients=tuple(map(self.party, mention.recipients)),
            arms=self._arms(mention.arms),
        )

    def event(self, event: Event) -> Event:
        """The event with its parties as judged, each once."""
        if not self.taken_for:
            return event
        return replace(
            event,
            actors=self._once(event.actors),
            recipients=self._once(event.recipients),
            arms=self._arms(event.arms),
        )

    def _once(self, parties: tuple[Party, ...]) -> tuple[Party, ...]:
        kept: dict[object, Party] = {}
        for number, party in enumerate(parties):
            judged = replace(self.party(party), because=party.because)
            kept.setdefault(judged.canonical_id or number, judged)
        return tuple(kept.values())

    def _arms(self, frame: ArmsFrame | None) -> ArmsFrame | None:
        if frame is None:
            return None
        supplier, recipient = (self.party(side) if side else None for side in (frame.supplier, frame.recipient))
        return replace(frame, supplier=supplier, recipient=recipient)


#: No judgement was made.
UNJUDGED = Judged(taken_for={})
