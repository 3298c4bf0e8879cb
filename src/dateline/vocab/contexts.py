"""Contexts: what an event is about, apart from what was done. Data: ``data/contexts.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from dateline.vocab.loading import Entry, toml_entries
from dateline.vocab.tables import Listing

FILE = "contexts.toml"


class ContextOrigin(StrEnum):
    """Who has the context; the head of the data file says more."""

    PLOVER = "plover"
    POLECAT = "polecat"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """One context.

    Attributes:
        name: Its code ("human_rights").
        definition: One line.
        origin: Who has it.
        former: Names in PLOVER's gold records that are read as it.
        cues: Lower-case words and phrases that speak for it; each word fits a word or its lemma, hyphens are spaces.
    """

    name: str
    definition: str
    origin: ContextOrigin
    former: tuple[str, ...]
    cues: tuple[str, ...]


@cache
def contexts() -> Mapping[str, Context]:
    """The contexts by name.

    Raises:
        VocabularyError: an entry is incomplete, or one former name stands in two entries.
    """
    return parse_contexts(toml_entries(FILE))


@cache
def context_cues() -> Mapping[str, tuple[str, ...]]:
    """Every cue with the names of the contexts it speaks for, mostly one."""
    found: dict[str, tuple[str, ...]] = {}
    for context in contexts().values():
        for cue in context.cues:
            found[cue] = (*found.get(cue, ()), context.name)
    return MappingProxyType(found)


def context_named(name: str) -> Context | None:
    """The context with this name or former name ("rights" is human_rights)."""
    held = contexts()
    if name in held:
        return held[name]
    return next((context for context in held.values() if name in context.former), None)


def parse_contexts(entries: Iterable[Entry]) -> Mapping[str, Context]:
    """Contexts from entries."""
    found: dict[str, Context] = {}
    former: dict[str, str] = {}
    for entry in entries:
        context = Context(
            name=entry.name,
            definition=entry.text("definition"),
            origin=entry.choice("origin", ContextOrigin),
            former=entry.texts("former"),
            cues=entry.phrases("cues"),
        )
        entry.done()
        for name in context.former:
            if name in former:
                raise entry.wrong(f"former name {name!r} stands in {former[name]} too", "leave one")
            former[name] = entry.name
        found[entry.name] = context
    return MappingProxyType(found)


def listing() -> Listing:
    """The contexts as a table."""
    return Listing(
        title="Contexts: what an event is about",
        columns=("context", "origin", "definition", "cues"),
        rows=tuple(
            (context.name, context.origin.value, context.definition, ", ".join(context.cues))
            for context in contexts().values()
        ),
    )
