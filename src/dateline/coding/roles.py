"""Roles: who acts and towards whom, from the slots that a lexicon entry names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.coding.bystanders import BYSTANDER, Bystanders
from dateline.coding.gate import Gate
from dateline.coding.slots import PARTICLE, SPEAKER, Slots
from dateline.coding.speakers import Speakers
from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate, Option
from dateline.vocab.trigger_patterns import Need
from dateline.vocab.triggers import Lexicon, Part, Trigger

_ACTS = 0.5
_UNDERGOES = 0.3
_CERTAIN = 0.6
_FIRST_PERSON = frozenset({"i", "we"})
_THING_SLOTS = frozenset({"object", "undergoer", "of", "poss", "on", "at", "against", "into", PARTICLE})
TASKED = "tasked"
"""The slot of whoever the act above takes to task."""
_TAKES_TO_TASK = frozenset({"ACCUSE", "REQUEST", "THREATEN", "SANCTION", "PROTEST", "REJECT"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})
_ONE_SIDED = frozenset({"CONSULT", "MOBILIZE", "RETREAT"})
"""Types that often have no recipient: none is looked for beyond the words of the trigger."""
VERBAL = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN", "AGREE", "CONCEDE"})
"""Types done by speaking: inside a quotation the speaker does them unless the words say otherwise."""
_THING_TYPES = frozenset({"ASSAULT", "COERCE"})
"""Types whose recipient may be a thing: a base that was bombed, a ship that was seized."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The parties of one candidate as token indices of their head nouns, with the slots they stood in.

    ``actor_why`` and ``recipient_why`` give the reason where something else than a slot decided.
    """

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    actor_slot: str = ""
    recipient_slot: str = ""
    actor_why: str = ""
    recipient_why: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a trigger stands: its head token, what kind of head that is, and the tokens that belong to it."""

    head: int
    part: Part
    used: tuple[int, ...]


class RoleFinder:
    """Finds who acts and who is acted upon.

    Args:
        tree: The document's tree.
        gate: Says which nouns can act.
        speakers: Who says what.
        lexicon: For the semantic classes.
    """

    def __init__(self, tree: Tree, gate: Gate, speakers: Speakers, lexicon: Lexicon) -> None:
        self._tree = tree
        self._gate = gate
        self._speakers = speakers
        self._bystanders = Bystanders(tree, gate)
        self._slots = Slots(tree, gate, lexicon)
        self._instruments = lexicon.of_class("weapon") | lexicon.of_class("bomb") | lexicon.of_class("attack")

    def roles(self, candidate: Candidate, option: Option) -> Roles:
        """Parties that the words around a candidate name under one reading."""
        trigger = option.trigger
        place = _Place(candidate.head, self.part(candidate, option), option.matched)
        if trigger.reciprocal:
            return self._together(place, trigger.actor)
        actors, actor_slot = self._first(place, trigger.actor, _ACTS)
        things = trigger.event_type in _THING_TYPES
        recipients, slot = self._first(place, _recipient_slots(trigger, place.part), _UNDERGOES, things=things)
        if any(self._is_each_other(i) for i in recipients):
            return Roles(actors=actors, recipients=actors, actor_slot=actor_slot, recipient_slot=slot)
        recipients = tuple(i for i in recipients if i not in actors)
        if not actors:
            actors, actor_slot = self._actor_nearby(candidate, trigger, place, recipients)
        return Roles(actors=actors, recipients=recipients, actor_slot=actor_slot, recipient_slot=slot)

    def speaks(self, candidate: Candidate, roles: Roles) -> bool:
        """Whether an actor is the one whose words tell the act; also when no actor is named."""
        speaker = self._speakers.speaker_token(candidate.start)
        if speaker is None or not roles.actors:
            return True
        own = self._bystanders.identity(speaker)
        return any(
            self._tree.tokens[i].lemma in _FIRST_PERSON or self._bystanders.identity(i) == own for i in roles.actors
        )

    def completed(
        self, candidate: Candidate, option: Option, roles: Roles, above: tuple[str, Roles] | None = None
    ) -> Roles:
        """The roles with the likeliest other parties of the sentence where the words leave a side open.

        Args:
            candidate: The trigger.
            option: Its reading.
            roles: What its words name.
            above: Type and roles of the act inside which this one is told ("condemned the coup"): whoever
                condemns did not do it, whoever is condemned or called on probably did.
        """
        trigger = option.trigger
        actors, recipients = roles.actors, roles.recipients
        actor_slot, slot = roles.actor_slot, roles.recipient_slot
        innocent: tuple[int, ...] = ()
        if above is not None and above[0] in _TAKES_TO_TASK:
            innocent = above[1].actors
            if not actors and trigger.event_type in _DEEDS:
                actors, actor_slot = tuple(i for i in above[1].recipients if i not in recipients), TASKED
        one_sided = trigger.reciprocal or not trigger.recipient or trigger.event_type in _ONE_SIDED
        if not recipients and not one_sided:
            known = (*actors, *innocent)
            recipients, slot = self._bystander(candidate, known, trigger.event_type, actor=False), BYSTANDER
        if not actors and (trigger.actor or trigger.reciprocal):
            known = (*recipients, *innocent)
            actors, actor_slot = self._bystander(candidate, known, trigger.event_type, actor=True), BYSTANDER
        return Roles(actors=actors, recipients=recipients, actor_slot=actor_slot, recipient_slot=slot)

    def _actor_nearby(
        self, candidate: Candidate, trigger: Trigger, place: _Place, recipients: tuple[int, ...]
    ) -> tuple[tuple[int, ...], str]:
        """Who acts by the clause around a noun, or by speaking."""
        if place.part is Part.NOUN:
            found, slot = self._first(place, ("clause",), _CERTAIN)
            found = tuple(i for i in found if i not in recipients)
            if found:
                return found, slot
        if trigger.event_type in VERBAL or SPEAKER in trigger.actor:
            speaker = self._speakers.speaker_token(candidate.start)
            if speaker is not None and speaker not in recipients and speaker != candidate.head:
                return (speaker,), SPEAKER
        return (), ""

    def _bystander(
        self, candidate: Candidate, known: tuple[int, ...], event_type: str, *, actor: bool
    ) -> tuple[int, ...]:
        held = {self._bystanders.identity(k) for i in known for k in (i, *self._listed(i))}
        speaker = self._speakers.speaker_token(candidate.start)
        if speaker is not None:
            held.add(self._bystanders.identity(speaker))
        found = self._bystanders.nearest(candidate, frozenset(held), event_type, actor=actor)
        return () if found is None else (found,)

    def _listed(self, i: int) -> list[int]:
        """The nouns that a plural noun lists: "three states, A and B", "the leaders of A and B"."""
        if self._tree.tokens[i].tag != "NNS":
            return []
        inner = (*self._tree.having(i, "appos"), *self._tree.prepositional(i, "of"))
        return [k for c in inner for k in self._tree.conjuncts(c)]

    def part(self, candidate: Candidate, option: Option) -> Part:
        """The kind of head; for phrases what their head token is."""
        if option.trigger.part is not Part.PHRASE:
            return option.trigger.part
        pos = self._tree.tokens[candidate.head].pos
        return Part.VERB if pos in {"VERB", "AUX"} else Part.ADJECTIVE if pos == "ADJ" else Part.NOUN

    def _together(self, place: _Place, slots: Iterable[str]) -> Roles:
        """All parties of a reciprocal act, from every slot."""
        found: dict[int, None] = {}
        names: list[str] = []
        for slot in dict.fromkeys((*slots, "with", "between", "among")):
            heads = self._fitting(_Place(place.head, place.part, (*place.used, *found)), slot, _ACTS, things=False)
            if heads:
                names.append(slot)
                found.update(dict.fromkeys(heads))
        return Roles(actors=tuple(found), recipients=(), actor_slot="+".join(names))

    def _first(
        self, place: _Place, slots: Iterable[str], least: float, *, things: bool = False
    ) -> tuple[tuple[int, ...], str]:
        """The parties of the first slot that holds any, and its name."""
        for slot in slots:
            found = self._fitting(place, slot, least, things=things)
            if found:
                return found, slot
        return (), ""

    def _fitting(self, place: _Place, slot: str, least: float, *, things: bool) -> tuple[int, ...]:
        """Heads in a slot, with their conjuncts, that are strong enough; or what owns them.

        Where ``things`` may undergo the act they stand for themselves ("bombed the airfield").
        """
        gate, holders = self._gate, self._slots.holders
        for noun in self._slots.find(place.head, place.part, slot, place.used):
            group = [i for i in self._tree.conjuncts(noun) if i == noun or (i not in place.used and i != place.head)]
            fit = tuple(i for i in group if gate.strength(i) >= least)
            if not fit and things and slot in _THING_SLOTS:
                fit = tuple(i for i in group if self._is_thing(i))
            if not fit and slot not in holders.cues["named_slots"]:
                owners = (i for i in holders.owners(noun) if gate.strength(i) >= _CERTAIN and i not in place.used)
                fit = tuple(owners)[:1]
            if fit:
                return fit
        return ()

    def _is_each_other(self, i: int) -> bool:
        """Whether the noun is "each other" or "one another"."""
        before = self._tree.tokens[max(i - 1, 0)].lemma
        return (before, self._tree.tokens[i].lemma) in {("each", "other"), ("one", "another")}

    def _is_thing(self, i: int) -> bool:
        token = self._tree.tokens[i]
        return token.pos in {"NOUN", "PROPN"} and token.lemma not in self._instruments and not self._gate.is_time(i)


def _recipient_slots(trigger: Trigger, part: Part) -> tuple[str, ...]:
    """The entry's slots, and behind its object the preposition that belongs to the trigger itself."""
    slots = trigger.recipient
    if part is Part.NOUN or not slots or all(held.need is not Need.PARTICLE for held in trigger.constraints):
        return slots
    return (slots[0], PARTICLE, *slots[1:]) if slots[0].startswith("object") else (PARTICLE, *slots)
