"""States as registers and roll calls print them, those that are no more included → their codes.

Stricter than :mod:`dateline.vocab.territories`, which reads news: adjectives, capitals and parts name no state here,
"Congo" is the Republic of the Congo, and a former state keeps its own code ("SUN", "YUG", "DDR"; ISO 3166-3 where it
has one, else that of the Correlates of War project), because registers and roll calls list it beside its successors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.vocab.fold import key
from dateline.vocab.loading import csv_entries
from dateline.vocab.territories import territories

_FORMER = "former_states.csv"
_NAMES = "register_names.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerState:
    """A state that is no more.

    Attributes:
        code: The code it keeps.
        names: Every way in which it is printed, the usual one first.
        first, last: Years in which it existed.
        continued_by: Alpha-3 of the one state that took its seat, or None.
    """

    code: str
    names: tuple[str, ...]
    first: int
    last: int
    continued_by: str | None


@cache
def former_states() -> Mapping[str, FormerState]:
    """Former states by code.

    Raises:
        VocabularyError: the data file does not hold together.
    """
    found = {}
    for entry in csv_entries(_FORMER):
        code, names = entry.text("code"), entry.text("names", "")
        found[code] = FormerState(
            code=code,
            names=(entry.text("name"), *filter(None, names.split("|"))),
            first=int(entry.text("first")),
            last=int(entry.text("last")),
            continued_by=entry.text("continued_by", "") or None,
        )
        entry.done()
    return found


@cache
def state_code(words: str) -> str | None:
    """The code of the state that the whole text names, or None; codes name themselves.

    Turned-round names ("Korea, Republic of") and forms in brackets ("Bolivia (Plurinational State of)") are read.
    """
    if words in former_states() or words in territories():
        return words
    head, comma, tail = words.partition(", ")
    bracketed, bracket, _ = words.partition(" (")
    for phrase in (words, f"{tail} {head}" if comma else "", head if comma else "", bracketed if bracket else ""):
        code = _names().get(_key(phrase)) if phrase else None
        if code:
            return code
    return None


def state_name(code: str) -> str:
    """The usual name of a state, present or past; the code itself where there is none."""
    if code in former_states():
        return former_states()[code].names[0]
    found = territories().get(code)
    return found.name if found else code


def _key(name: str) -> str:
    folded = key(name.replace("&", " and "))
    return folded.removeprefix("the ")


@cache
def _names() -> Mapping[str, str]:
    names = {}
    for territory in territories().values():
        for name in (territory.name, *territory.aliases):
            names[_key(name)] = territory.iso3
    for entry in csv_entries(_NAMES):
        names[_key(entry.text("name"))] = entry.text("code")
        entry.done()
    for state in former_states().values():
        for name in state.names:
            names[_key(name)] = state.code
    return names
