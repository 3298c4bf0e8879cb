"""Unsaid sides: the supplier or recipient that a sentence leaves out and the report tells elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.coding.arms.sides import Sides
from dateline.coding.view import View
from dateline.model import ArmsFrame, Because, Party
from dateline.vocab.territories import lookup_territory, nationality_in

_SAID = 0.1
"""What a side that has to be inferred takes off the certainty."""


def add_unsaid(view: View, sides: Sides, frames: Sequence[ArmsFrame]) -> list[ArmsFrame]:
    """Give each frame its missing sides: from another frame, the one other state of the sentence, or the speaker."""
    told: list[ArmsFrame] = []
    for at, frame in enumerate(frames):
        others = (*reversed(told), *frames[at + 1 :])
        full = _from_sibling(frame, told) or _from_others(frame, others) or _from_pair(view, sides, frame, others)
        full = full or _from_ban(frame, told) or _from_like(view, frame, told)
        full = full or _from_sentence(view, sides, frame) or frame
        told.append(full)
    return told


def _from_others(frame: ArmsFrame, others: Sequence[ArmsFrame]) -> ArmsFrame | None:
    """The missing side as the nearest frame with the same other side has it."""
    if frame.supplier is not None and frame.recipient is not None:
        return frame
    for held in others:
        if not _comparable(frame, held):
            continue
        if frame.supplier is None and frame.recipient and held.supplier and same(held.recipient, frame.recipient):
            return replace(frame, supplier=_again(held.supplier), certainty=frame.certainty - _SAID)
        if frame.recipient is None and frame.supplier and held.recipient and same(held.supplier, frame.supplier):
            return replace(frame, recipient=_again(held.recipient), certainty=frame.certainty - _SAID)
    return None


def _from_sibling(frame: ArmsFrame, told: Sequence[ArmsFrame]) -> ArmsFrame | None:
    """The recipient of the frame before it with the same trigger, of another of the suppliers joined."""
    if frame.recipient is None and told and told[-1].trigger == frame.trigger:
        return replace(frame, recipient=told[-1].recipient, certainty=told[-1].certainty)
    return None


def _comparable(frame: ArmsFrame, held: ArmsFrame) -> bool:
    """Whether one frame can tell the side of another: who forbids does not supply, and a purchase is its own."""
    if (frame.status == "embargoed") != (held.status == "embargoed"):
        return False
    return frame.because[0].rule != "take" or frame.item_class == held.item_class


def _from_like(view: View, frame: ArmsFrame, told: Sequence[ArmsFrame]) -> ArmsFrame | None:
    """The recipient of the last transfer of like items, one or two sentences before."""
    if frame.recipient is not None or frame.supplier is None or not told:
        return None
    held = told[-1]
    apart = view.tokens[view.at(frame.trigger.start)].sentence - view.tokens[view.at(held.trigger.start)].sentence
    if (
        held.recipient is None
        or held.item_class != frame.item_class
        or not 0 < apart <= 2
        or same(held.recipient, frame.supplier)
    ):
        return None
    return replace(frame, recipient=_again(held.recipient), certainty=frame.certainty - 2 * _SAID)


def _from_ban(frame: ArmsFrame, told: Sequence[ArmsFrame]) -> ArmsFrame | None:
    """The sides of the ban told before, for "the ban" that names nobody."""
    if frame.status != "embargoed" or frame.recipient is not None:
        return None
    for held in reversed(told):
        if held.status == "embargoed" and held.recipient is not None:
            supplier = frame.supplier or (_again(held.supplier) if held.supplier else None)
            return replace(frame, supplier=supplier, recipient=_again(held.recipient))
    return None


def _from_pair(view: View, sides: Sides, frame: ArmsFrame, others: Sequence[ArmsFrame]) -> ArmsFrame | None:
    """Both sides as another frame has them, where the sentence names both states."""
    if frame.supplier is not None or frame.recipient is not None:
        return None
    states = {_iso(state) for i in _tokens(view, frame) if (state := sides.state_of(i)) is not None}
    for held in others:
        if held.supplier and held.recipient and {_state(held.supplier), _state(held.recipient)} <= states:
            again = {"supplier": _again(held.supplier), "recipient": _again(held.recipient)}
            return replace(frame, supplier=again["supplier"], recipient=again["recipient"])
    return None


def _from_sentence(view: View, sides: Sides, frame: ArmsFrame) -> ArmsFrame | None:
    """The one other state that the sentence names; for a supplier whoever speaks of the plan."""
    known = frame.supplier or frame.recipient
    if known is None:
        return None
    if frame.recipient is None:
        states = {
            state: i
            for i in _tokens(view, frame)
            if (state := sides.state_of(i)) is not None and _iso(state) != _state(known)
        }
        if len(states) == 1:
            (i,) = states.values()
            party = replace(sides.party(i, view.at(frame.trigger.start)), evidence=view.evidence(i, i + 1))
            return replace(frame, recipient=party, certainty=frame.certainty - _SAID)
        return None
    speaker = view.speakers.speaker_token(frame.trigger.start)
    if (
        speaker is not None
        and sides.acting(speaker)
        and frame.status in {"considered", "planned", "requested", "agreed"}
    ):
        party = sides.party(speaker, view.at(frame.trigger.start))
        if not same(party, frame.recipient or party):
            return replace(frame, supplier=_again(party), certainty=frame.certainty - _SAID)
    return None


def _tokens(view: View, frame: ArmsFrame) -> Iterator[int]:
    sentence = view.annotations.sentences[view.tokens[view.at(frame.trigger.start)].sentence]
    return iter(range(sentence.first, sentence.last))


def same(a: Party | None, b: Party) -> bool:
    """Whether two parties bear the same name or are of the same state."""
    if a is None:
        return False
    state = _state(a)
    if state is not None or _state(b) is not None:
        return state == _state(b)
    first, second = a.name.lower().split(), b.name.lower().split()
    return bool(first) and bool(second) and first[-1] == second[-1]


def _state(party: Party) -> str | None:
    """The state that a party's name tells, as ISO 3166 alpha-3."""
    territory = lookup_territory(party.name)
    return territory.iso3 if territory is not None and territory.iso3 else nationality_in(party.name)


def _iso(name: str) -> str | None:
    territory = lookup_territory(name)
    return territory.iso3 if territory is not None else None


def _again(party: Party) -> Party:
    reason = Because(step="coding.party", reason="the report names it elsewhere")
    return Party(evidence=None, name=party.name, because=(*party.because, reason))
