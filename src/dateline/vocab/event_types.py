"""The sixteen PLOVER event types. Data: ``data/event_types.toml``; their modes: ``data/modes.toml``."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from dateline.vocab.loading import Entry, toml_entries
from dateline.vocab.marked import MarkedSentence, parse_marked
from dateline.vocab.modes import modes, modes_of
from dateline.vocab.tables import Listing

FILE = "event_types.toml"
#: What a counter-example may be instead of an event type.
NO_EVENT = "none"


class Quad(StrEnum):
    """Quad category: verbal or material, cooperation or conflict."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"

    @property
    def number(self) -> int:
        """1 to 4, as data sets print it."""
        return list(Quad).index(self) + 1


class RecipientNeed(StrEnum):
    """Whether an act of the type is done to somebody."""

    NEEDED = "needed"
    USUAL = "usual"
    OPTIONAL = "optional"


class Voice(StrEnum):
    """How an example puts the act."""

    ACTIVE = "active"
    PASSIVE = "passive"
    NOMINAL = "nominal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A sentence that is of the type, with the mode it has, if any."""

    sentence: MarkedSentence
    voice: Voice
    mode: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CounterExample:
    """A sentence that looks like the type and is ``event_type`` instead ("none" = no event)."""

    text: str
    event_type: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """One PLOVER event type.

    Attributes:
        name: Its code ("CONSULT").
        definition: What it is, in our words.
        quad: Its quad category.
        intensity: Between -10 and +10, for a mention without a mode that has its own.
        recipient: Whether an act of the type is done to somebody.
        modes: Names of the modes it allows.
        examples, counter_examples: Invented sentences.
    """

    name: str
    definition: str
    quad: Quad
    intensity: float
    recipient: RecipientNeed
    modes: tuple[str, ...]
    examples: tuple[Example, ...]
    counter_examples: tuple[CounterExample, ...]


@cache
def event_types() -> Mapping[str, EventType]:
    """The event types by code, in PLOVER's order.

    Raises:
        VocabularyError: an entry is incomplete, or an example names an unknown type or mode.
    """
    return parse_event_types(toml_entries(FILE), modes_of)


def intensity(event_type: str, mode: str | None) -> float:
    """Intensity of an act between -10 (conflict) and +10 (cooperation).

    Source of the scale: the head of ``data/event_types.toml``. A mode without a value of its own, and no mode,
    give the type's value.

    Raises:
        KeyError: there is no such type or mode.
    """
    if mode is not None:
        own = modes()[f"{event_type}/{mode}"].intensity
        if own is not None:
            return own
    return event_types()[event_type].intensity


def parse_event_types(entries: Iterable[Entry], modes_of: Callable[[str], tuple[str, ...]]) -> Mapping[str, EventType]:
    """Event types from entries; ``modes_of`` gives the modes of a type."""
    held = list(entries)
    known = {entry.name for entry in held} | {NO_EVENT}
    return MappingProxyType({entry.name: _event_type(entry, modes_of(entry.name), known) for entry in held})


def _event_type(entry: Entry, allowed: tuple[str, ...], known: set[str]) -> EventType:
    found = EventType(
        name=entry.name,
        definition=entry.text("definition"),
        quad=entry.choice("category", Quad),
        intensity=entry.intensity("intensity"),
        recipient=entry.choice("recipient", RecipientNeed),
        modes=allowed,
        examples=tuple(_example(example, allowed) for example in entry.entries("examples")),
        counter_examples=tuple(_counter_example(counter, known) for counter in entry.entries("counter_examples")),
    )
    entry.done()
    return found


def _example(entry: Entry, allowed: tuple[str, ...]) -> Example:
    mode = entry.text("mode") if entry.has("mode") else None
    if mode is not None and mode not in allowed:
        raise entry.wrong(f"mode {mode!r} is not one of {', '.join(allowed) or 'none'}", "see modes.toml")
    example = Example(sentence=parse_marked(entry, "marked"), voice=entry.choice("voice", Voice), mode=mode)
    entry.done()
    return example


def _counter_example(entry: Entry, known: set[str]) -> CounterExample:
    event_type = entry.text("type")
    if event_type not in known:
        raise entry.wrong(f"type {event_type!r} is no event type", f"or {NO_EVENT!r} for no event")
    counter = CounterExample(text=entry.text("text"), event_type=event_type, why=entry.text("why"))
    entry.done()
    return counter


def listing() -> Listing:
    """The event types as a table."""
    return Listing(
        title="Event types (PLOVER)",
        columns=("event_type", "category", "intensity", "recipient", "modes", "definition"),
        rows=tuple(
            (
                kind.name,
                kind.quad.value,
                f"{kind.intensity:+.1f}",
                kind.recipient.value,
                " ".join(kind.modes),
                kind.definition,
            )
            for kind in event_types().values()
        ),
    )
