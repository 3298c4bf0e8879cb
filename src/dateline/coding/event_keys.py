"""Event keys: which mentions of one document tell the same happening."""

from __future__ import annotations

import re
from collections.abc import Sequence

from dateline.model import EventMention, Party

_WORD = re.compile(r"\w+")
_EMPTY = frozenset(
    {"the", "a", "an", "of", "and", "mr", "mrs", "ms", "president", "minister", "prime", "foreign", "general", "s"}
)


_NEAR = 3
"""Sentences within which a mention that names no party still tells of the happening before it."""


def assign_keys(mentions: Sequence[EventMention]) -> list[str]:
    """A key for each mention: "e1", "e2" …; mentions that tell the same happening share one.

    Two mentions are the same happening when type, mode and date words do not speak against it and their known
    parties agree; a mention that names no party joins the nearest one of its type, if that stands near.
    """
    groups: list[list[int]] = []
    home: dict[int, int] = {}
    named = [k for k, mention in enumerate(mentions) if mention.actors or mention.recipients]
    for k in named:
        fit = next((g for g in range(len(groups) - 1, -1, -1) if _same(groups[g], k, mentions)), len(groups))
        if fit == len(groups):
            groups.append([])
        groups[fit].append(k)
        home[k] = fit
    for k in range(len(mentions)):
        if k in home:
            continue
        near = _nearest(k, mentions, home)
        if near is None:
            groups.append([])
            home[k] = len(groups) - 1
        else:
            home[k] = home[near]
        groups[home[k]].append(k)
    order: dict[int, int] = {}
    for k in range(len(mentions)):
        order.setdefault(home[k], len(order) + 1)
    return [f"e{order[home[k]]}" for k in range(len(mentions))]


def _nearest(at: int, mentions: Sequence[EventMention], home: dict[int, int]) -> int | None:
    """The mention of the same happening that stands nearest, earlier ones first."""
    mention = mentions[at]
    fit: list[int] = []
    for k in home:
        apart = abs(mentions[k].sentence - mention.sentence)
        if apart <= _NEAR and _compatible(mentions[k], mention, by_mode=apart > 1):
            fit.append(k)
    return min(fit, key=lambda k: (abs(mentions[k].sentence - mention.sentence), k > at, abs(k - at)), default=None)


def _same(group: Sequence[int], at: int, mentions: Sequence[EventMention]) -> bool:
    """Whether a mention fits every member of a group and shares a party with one."""
    members = [mentions[k] for k in group]
    mention = mentions[at]
    return all(_compatible(other, mention) for other in members) and any(_shares(other, mention) for other in members)


def _compatible(one: EventMention, other: EventMention, *, by_mode: bool = True) -> bool:
    """Whether type, date words, parties and, ``by_mode``, mode allow that two mentions tell one happening."""
    if one.event_type != other.event_type:
        return False
    if by_mode and None not in (one.mode, other.mode) and one.mode != other.mode:
        return False
    if not _dates_fit(one, other):
        return False
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    return all(not mine or not theirs or parties_agree(mine, theirs) for mine, theirs in sides)


def _dates_fit(one: EventMention, other: EventMention) -> bool:
    """Whether no different date words stand with the two."""
    mine = one.when.evidence if one.when else None
    theirs = other.when.evidence if other.when else None
    return mine is None or theirs is None or mine.text.lower() == theirs.text.lower()


def _shares(one: EventMention, other: EventMention) -> bool:
    return parties_agree(one.actors, other.actors) or parties_agree(one.recipients, other.recipients)


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
