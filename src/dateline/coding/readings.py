"""Readings: what type an act has once its modality is known ("will meet" is a promise, "will not meet" a refusal)."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.coding.modality import Reading
from dateline.coding.triggers import Option
from dateline.model import Modality

_PROMISED = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_YIELDED = frozenset({"withdraw", "release", "disarm", "ceasefire", "access", "return"})
_WITHHELD = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Type and modality of one mention, with the reasons."""

    event_type: str
    modality: Modality
    reasons: tuple[str, ...] = ()


def decide(option: Option, reading: Reading) -> Decision:
    """The type of an act under its modality (decisions of docs/coding.md; the type follows PLOVER).

    A future meeting, visit, sale or aid is AGREE; a future withdrawal or release is CONCEDE; unwillingness to
    cooperate is REJECT, as a fact.
    """
    event_type, modality = option.event_type, reading.modality
    if modality is Modality.NEGATED and reading.denied_future and event_type in _WITHHELD:
        return Decision(
            event_type="REJECT", modality=Modality.ASSERTED, reasons=(reading.reason, "unwillingness is a refusal")
        )
    if modality is Modality.FUTURE and event_type in _PROMISED:
        return Decision(
            event_type="AGREE", modality=modality, reasons=(reading.reason, f"a future {event_type} is a promise")
        )
    if modality is Modality.FUTURE and event_type == "RETREAT" and option.trigger.mode in _YIELDED:
        return Decision(
            event_type="CONCEDE", modality=modality, reasons=(reading.reason, "a future withdrawal is a concession")
        )
    return Decision(event_type=event_type, modality=modality, reasons=(reading.reason,) if reading.reason else ())
