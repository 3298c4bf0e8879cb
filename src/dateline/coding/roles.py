"""Roles: who acts and towards whom, from the slots that a lexicon entry names."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.coding.bystanders import BYSTANDER, Bystanders
from dateline.coding.gate import Gate
from dateline.coding.slots import Slots
from dateline.coding.speakers import Speakers
from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate, Option
from dateline.model import Because, Evidence, NameKind, Party
from dateline.vocab.triggers import Lexicon, Need, Part

_ACTS = 0.5
_UNDERGOES = 0.3
_FIRST_PERSON = frozenset({"i", "we", "us", "me", "our", "my"})
_OBJECT_SLOTS = frozenset({"object", "undergoer", "of", "poss", "on", "at", "against", "in", "into", "particle"})
_NO_OWNER = frozenset(
    {
        "subject",
        "poss",
        "doer",
        "undergoer",
        "mod",
        "mod_crowd",
        "of_country",
        "clause",
        "by",
        "from",
        "between",
        "among",
        "governor_subject_passive",
    }
)
_TWO_SIDED = frozenset(
    {
        "THREATEN",
        "SANCTION",
        "ACCUSE",
        "REJECT",
        "REQUEST",
        "AGREE",
        "SUPPORT",
        "ASSAULT",
        "COERCE",
        "CONCEDE",
        "AID",
        "COOPERATE",
        "PROTEST",
    }
)
_VERBAL = frozenset({"ACCUSE", "SUPPORT", "REJECT", "REQUEST", "THREATEN", "AGREE", "CONCEDE"})
"""Types done by speaking: inside a quotation the speaker does them unless the words say otherwise."""
_THING_TYPES = frozenset({"ASSAULT", "COERCE"})
"""Types whose recipient may be a thing: a base that was bombed, a ship that was seized."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roles:
    """The parties of one candidate as token indices of their head nouns, with the slots they stood in."""

    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    actor_slot: str = ""
    recipient_slot: str = ""

    @property
    def said(self) -> Roles:
        """Without the parties that only stand nearby."""
        return Roles(
            actors=() if self.actor_slot == BYSTANDER else self.actors,
            recipients=() if self.recipient_slot == BYSTANDER else self.recipients,
            actor_slot=self.actor_slot,
            recipient_slot=self.recipient_slot,
        )


class RoleFinder:
    """Finds parties and makes records of them.

    Args:
        text: The document's text.
        tree: Its tree.
        gate: Says which nouns can act.
        speakers: Who says what.
        lexicon: For the semantic classes.
    """

    def __init__(self, text: str, tree: Tree, gate: Gate, speakers: Speakers, lexicon: Lexicon) -> None:
        self._text = text
        self._tree = tree
        self._gate = gate
        self._speakers = speakers
        self._bystanders = Bystanders(tree, gate)
        self._slots = Slots(tree, gate, lexicon)
        self._instruments = lexicon.of_class("weapon") | lexicon.of_class("bomb") | lexicon.of_class("attack")

    @property
    def slots(self) -> Slots:
        """The slots of the document."""
        return self._slots

    def roles(self, candidate: Candidate, option: Option) -> Roles:
        """Parties of a candidate under one reading."""
        trigger = option.trigger
        part = self.part(candidate, option)
        used = option.matched
        if trigger.reciprocal:
            return self._together(candidate, part, trigger.actor, used)
        actors, actor_slot = self._first(candidate.head, part, trigger.actor, used, _ACTS, things=False)
        things = trigger.event_type in _THING_TYPES
        slots = trigger.recipient
        if part is not Part.NOUN and slots and any(held.need is Need.PARTICLE for held in trigger.constraints):
            slots = (*slots[:1], "particle", *slots[1:]) if slots[0].startswith("object") else ("particle", *slots)
        recipients, slot = self._first(candidate.head, part, slots, used, _UNDERGOES, things=things)
        recipients = tuple(i for i in recipients if i not in actors)
        if not actors and part is Part.NOUN and "clause" not in trigger.actor:
            actors, actor_slot = self._first(candidate.head, part, ("clause",), used, 0.6, things=False)
            actors = tuple(i for i in actors if i not in recipients)
        if not actors and (trigger.event_type in _VERBAL or "speaker" in trigger.actor):
            speaker = self._speakers.speaker_token(candidate.start)
            if speaker is not None and speaker not in recipients and speaker != candidate.head:
                actors, actor_slot = (speaker,), "speaker"
        if not recipients and trigger.recipient and trigger.event_type in _TWO_SIDED:
            recipients = self._bystander(candidate, actors, trigger.event_type, actor=False)
            slot = BYSTANDER if recipients else slot
        if not actors and trigger.actor:
            actors = self._bystander(candidate, recipients, trigger.event_type, actor=True)
            actor_slot = BYSTANDER if actors else actor_slot
        return Roles(actors=actors, recipients=recipients, actor_slot=actor_slot, recipient_slot=slot)

    def _bystander(
        self, candidate: Candidate, known: tuple[int, ...], event_type: str, *, actor: bool
    ) -> tuple[int, ...]:
        held = {self._bystanders.identity(i) for i in known}
        speaker = self._speakers.speaker_token(candidate.start)
        if speaker is not None:
            held.add(self._bystanders.identity(speaker))
        found = self._bystanders.nearest(candidate, frozenset(held), event_type, actor=actor)
        return () if found is None else (found,)

    def part(self, candidate: Candidate, option: Option) -> Part:
        """The kind of head; for phrases what their head token is."""
        if option.trigger.part is not Part.PHRASE:
            return option.trigger.part
        pos = self._tree.tokens[candidate.head].pos
        return Part.VERB if pos in {"VERB", "AUX"} else Part.ADJECTIVE if pos == "ADJ" else Part.NOUN

    def _together(self, candidate: Candidate, part: Part, slots: Iterable[str], used: tuple[int, ...]) -> Roles:
        """All parties of a reciprocal act, from every slot."""
        found: dict[int, None] = {}
        names: list[str] = []
        for slot in dict.fromkeys((*slots, "with", "between", "among")):
            heads = self._fitting(candidate.head, part, slot, (*used, *found), _ACTS, things=False)
            if heads:
                names.append(slot)
                found.update(dict.fromkeys(heads))
        return Roles(actors=tuple(found), recipients=(), actor_slot="+".join(names))

    def _first(
        self, head: int, part: Part, slots: Iterable[str], used: tuple[int, ...], least: float, *, things: bool
    ) -> tuple[tuple[int, ...], str]:
        for slot in slots:
            found = self._fitting(head, part, slot, used, least, things=things)
            if found:
                return found, slot
        return (), ""

    def _fitting(
        self, head: int, part: Part, slot: str, used: tuple[int, ...], least: float, *, things: bool
    ) -> tuple[int, ...]:
        """Heads in a slot, with their conjuncts, that are strong enough; or what owns them.

        Where ``things`` may undergo the act they stand for themselves ("bombed the airfield").
        """
        found = self._slots.particles(used) if slot == "particle" else self._slots.find(head, part, slot, used)
        for noun in found:
            group = [i for i in self._tree.conjuncts(noun) if i == noun or (i not in used and i != head)]
            fit = tuple(i for i in group if self._gate.strength(i) >= least)
            if not fit and things and slot in _OBJECT_SLOTS:
                fit = tuple(i for i in group if self._is_thing(i))
            if not fit and slot not in _NO_OWNER:
                fit = tuple(i for i in self._slots.owners(noun) if self._gate.strength(i) >= 0.6 and i not in used)[:1]
            if fit:
                return fit
        return ()

    def _is_thing(self, i: int) -> bool:
        token = self._tree.tokens[i]
        return token.pos in {"NOUN", "PROPN"} and token.lemma not in self._instruments and not self._gate.is_time(i)

    def party(self, i: int, head: int) -> Party:
        """The party whose head noun is token ``i``, as told from the trigger at ``head``."""
        tree = self._tree
        first, last = tree.phrase(i)
        evidence = Evidence.of(self._text, tree.tokens[first].start, tree.tokens[last - 1].end)
        name, why = self._name(i, evidence)
        if tree.tokens[i].sentence != tree.tokens[head].sentence:
            elsewhere = Because(step="coding.party", reason=why or f"another sentence says “{evidence.text}”")
            return Party(evidence=None, name=name, because=(elsewhere,))
        because = (Because(step="coding.party", reason=why),) if why else ()
        return Party(evidence=evidence, name=name, because=because)

    def _name(self, i: int, evidence: Evidence) -> tuple[str, str]:
        """The fullest name the document gives, and why; reason empty for the words themselves."""
        gate, tree = self._gate, self._tree
        token = tree.tokens[i]
        if token.text.lower() in _FIRST_PERSON:
            speaker = self._speakers.speaker_at(token.start)
            if speaker is not None:
                return speaker.text, f"“{token.text}” is said by {speaker.text}"
        if i in gate.references:
            reference = tree.annotations.references[gate.references[i]]
            return reference.name, reference.reason
        for c in tree.having(i, "appos"):
            if gate.names.get(c) is NameKind.PERSON:
                first, last = tree.phrase(c)
                name = self._text[tree.tokens[first].start : tree.tokens[last - 1].end]
                return name, f"“{evidence.text}” stands beside {name}"
        return " ".join(evidence.text.split()), ""
