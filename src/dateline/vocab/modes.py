"""Modes: how an act of a type was done. Data: ``data/modes.toml``."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.vocab.loading import Entry, read_toml, toml_entries
from dateline.vocab.marked import MarkedSentence, parse_marked
from dateline.vocab.tables import Listing

FILE = "modes.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mode:
    """One mode of one event type.

    Attributes:
        event_type: The type it belongs to ("CONSULT").
        name: Its name, unique within the type ("visit").
        definition: One line.
        intensity: Between -10 and +10, or None where the type's own holds.
        example: An invented sentence.
    """

    event_type: str
    name: str
    definition: str
    intensity: float | None
    example: MarkedSentence

    @property
    def key(self) -> str:
        """``TYPE/mode``, as it is printed and looked up."""
        return f"{self.event_type}/{self.name}"


@cache
def modes() -> Mapping[str, Mode]:
    """All modes by ``TYPE/mode`` ("CONSULT/visit"), in the order of the types.

    Raises:
        VocabularyError: an entry is incomplete, or belongs to no event type.
    """
    return parse_modes(toml_entries(FILE), types=read_toml("event_types.toml"))


@cache
def modes_of(event_type: str) -> tuple[str, ...]:
    """Names of the modes that an event type allows; empty for a type without modes."""
    return tuple(mode.name for mode in modes().values() if mode.event_type == event_type)


def parse_modes(entries: Iterable[Entry], types: Container[str]) -> Mapping[str, Mode]:
    """Modes from entries that each hold the modes of one event type; ``types`` are the known ones."""
    found: dict[str, Mode] = {}
    for group in entries:
        if group.name not in types:
            raise group.wrong("is no event type", "a mode stands under one of the types of event_types.toml")
        for name, entry in group.tables():
            mode = Mode(
                event_type=group.name,
                name=name,
                definition=entry.text("definition"),
                intensity=entry.intensity("intensity") if entry.has("intensity") else None,
                example=parse_marked(entry, "example"),
            )
            entry.done()
            found[mode.key] = mode
    return MappingProxyType(found)


def listing() -> Listing:
    """The modes as a table."""
    return Listing(
        title="Modes: how an act of a type was done",
        columns=("event_type", "mode", "definition", "example"),
        rows=tuple((mode.event_type, mode.name, mode.definition, mode.example.text) for mode in modes().values()),
    )
