"""Readings: what type an act has once its modality is known ("will meet" is a promise, "will not meet" a refusal)."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.modality import Reading
from dateline.coding.triggers import Option
from dateline.model import Modality

_PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_YIELDED = frozenset({"withdraw", "release", "disarm", "ceasefire", "access", "return"})
_WITHHELD = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
_NOT_DOING = frozenset({"have", "answer", "budge", "allow", "let", "participate"})
"""Heads of entries for refusals that are told by a denial: "has no intention of", "did not answer"."""
_PROMISES = frozenset({"AGREE", "CONCEDE"})
_VIOLENT = frozenset({"ASSAULT", "PROTEST"})
_THREATENED = frozenset(
    {(Modality.FUTURE, "THREATEN"), (Modality.HYPOTHETICAL, "THREATEN"), (Modality.FUTURE, "REJECT")}
)
"""Acts that are done as soon as somebody's words tell them."""
_MADE = _THREATENED | {(Modality.FUTURE, "AGREE"), (Modality.FUTURE, "CONCEDE")}
"""The same when the words are the actor's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Type and modality of one mention, with the reasons."""

    event_type: str
    modality: Modality
    reasons: tuple[str, ...] = ()


def decide(option: Option, reading: Reading, *, own: bool = True) -> Decision:
    """The type of an act under its modality (the types are PLOVER's).

    A future meeting, visit, sale or aid is AGREE; a future withdrawal or release is CONCEDE; unwillingness to
    cooperate is REJECT, as a fact. A promise in the actor's own words, and any reported threat, has been made.

    Args:
        option: The lexicon's reading.
        reading: Its modality.
        own: Whether the actor is the one whose words are told.
    """
    event_type, modality = option.event_type, reading.modality
    reasons = [reading.reason] if reading.reason else []
    if modality is Modality.NEGATED and reading.unwilling and event_type in _WITHHELD:
        return Decision(
            event_type="REJECT", modality=Modality.ASSERTED, reasons=(*reasons, "unwillingness is a refusal")
        )
    if modality is Modality.NEGATED and event_type == "REJECT" and option.trigger.head in _NOT_DOING:
        return Decision(event_type=event_type, modality=Modality.ASSERTED, reasons=(*reasons, "which is a refusal"))
    if modality is Modality.FUTURE and event_type in _PROMISED:
        reasons.append(f"a future {event_type} is a promise")
        event_type = "AGREE"
    elif modality is Modality.FUTURE and event_type == "RETREAT" and option.trigger.mode in _YIELDED:
        reasons.append("a future withdrawal is a concession")
        event_type = "CONCEDE"
    elif modality is Modality.FUTURE and event_type in _VIOLENT and reading.uttered and own:
        reasons.append("violence announced in the actor's own words is a threat")
        event_type = "THREATEN"
    if option.trigger.modality is not None and modality is Modality.ASSERTED:
        modality = Modality(option.trigger.modality)
        reasons.append(f"the entry “{option.trigger.id}” speaks of what is {modality.value}")
    elif reading.promised and event_type in _PROMISES:
        modality = Modality.ASSERTED
        reasons.append("the promise has been made")
    elif reading.uttered and (modality, event_type) in (_MADE if own else _THREATENED) and not _tells_of_threat(option):
        modality = Modality.ASSERTED
        reasons.append("it is told in the words of whoever makes it")
    return Decision(event_type=event_type, modality=modality, reasons=tuple(reasons))


def _tells_of_threat(option: Option) -> bool:
    """Whether the words speak of threatening instead of doing it: "might threaten"."""
    return option.trigger.head in {"threaten", "warn"}
