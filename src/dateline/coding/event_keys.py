"""Event keys: which mentions of one document tell the same happening."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model import EventMention, Party

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    {"the", "a", "an", "of", "and", "mr", "mrs", "ms", "president", "minister", "prime", "foreign", "general", "s"}
)


def assign_keys(mentions: Sequence[EventMention]) -> list[str]:
    """A key for each mention: "e1", "e2" …; mentions that tell the same happening share one.

    Two mentions are the same happening when type, mode and date words do not speak against it and their known
    parties agree on both sides; a mention without parties joins the nearest earlier one of its type and words.
    """
    keys: list[str] = []
    founders: list[list[EventMention]] = []
    for mention in mentions:
        home = next((k for k in range(len(founders) - 1, -1, -1) if _same(founders[k], mention)), None)
        if home is None:
            founders.append([mention])
            home = len(founders) - 1
        else:
            founders[home].append(mention)
        keys.append(f"e{home + 1}")
    return keys


def _same(group: Sequence[EventMention], mention: EventMention) -> bool:
    """Whether a mention fits every member of a group and shares a party with one."""
    return all(_compatible(other, mention) for other in group) and any(_shares(other, mention) for other in group)


def _compatible(one: EventMention, other: EventMention) -> bool:
    if one.event_type != other.event_type:
        return False
    if None not in (one.mode, other.mode) and one.mode != other.mode:
        return False
    if one.when and other.when and one.when.evidence and other.when.evidence:
        if one.when.evidence.text.lower() != other.when.evidence.text.lower():
            return False
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    return all(not mine or not theirs or parties_agree(mine, theirs) for mine, theirs in sides)


def _shares(one: EventMention, other: EventMention) -> bool:
    return (parties_agree(one.actors, other.actors) or parties_agree(one.recipients, other.recipients)) or (
        one.trigger.text.lower() == other.trigger.text.lower() and not other.actors and not other.recipients
    )


def parties_agree(mine: Sequence[Party], theirs: Sequence[Party]) -> bool:
    """Whether a party of one list has a name of the other list's: at least half of the shorter name's words."""
    for one in mine:
        left = name_words(one.name)
        for other in theirs:
            right = name_words(other.name)
            if left and right and len(left & right) / min(len(left), len(right)) >= 0.5:
                return True
    return False


def name_words(name: str) -> frozenset[str]:
    """The telling words of a name."""
    return frozenset(_WORD.findall(name.lower())) - _EMPTY
