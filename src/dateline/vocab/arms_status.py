"""Statuses of an arms transfer. Data: ``data/arms_status.toml``."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from dateline.vocab.loading import Entry, read_toml, toml_entries
from dateline.vocab.marked import MarkedSentence, parse_marked
from dateline.vocab.tables import Listing

FILE = "arms_status.toml"


class RegisterRow(StrEnum):
    """What a transfer register would have for a status."""

    DELIVERY = "delivery"
    ORDER = "order"
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmsStatus:
    """How far a transfer has got.

    Attributes:
        name: Its code ("delivered").
        definition: One line.
        transferred: The arms are, at least in part, with the recipient.
        register: What a transfer register would have.
        event_types: PLOVER types of a mention with this status, likeliest first.
        cues: Lower-case lemmas and phrases that speak for it.
        example: An invented sentence.
    """

    name: str
    definition: str
    transferred: bool
    register: RegisterRow
    event_types: tuple[str, ...]
    cues: tuple[str, ...]
    example: MarkedSentence


@cache
def arms_status() -> Mapping[str, ArmsStatus]:
    """The statuses by name.

    Raises:
        VocabularyError: an entry is incomplete, or names an unknown event type.
    """
    return parse_arms_status(toml_entries(FILE), types=read_toml("event_types.toml"))


def parse_arms_status(entries: Iterable[Entry], types: Container[str]) -> Mapping[str, ArmsStatus]:
    """Statuses from entries; ``types`` are the known event types."""
    found: dict[str, ArmsStatus] = {}
    for entry in entries:
        status = ArmsStatus(
            name=entry.name,
            definition=entry.text("definition"),
            transferred=entry.flag("transferred"),
            register=entry.choice("register", RegisterRow),
            event_types=entry.texts("event_types"),
            cues=entry.phrases("cues"),
            example=parse_marked(entry, "example"),
        )
        entry.done()
        unknown = [kind for kind in status.event_types if kind not in types]
        if unknown:
            raise entry.wrong(f"event_types names {', '.join(unknown)}", "see event_types.toml")
        found[entry.name] = status
    return MappingProxyType(found)


def listing() -> Listing:
    """The statuses as a table."""
    return Listing(
        title="How far an arms transfer has got",
        columns=("status", "definition", "event_types", "register", "example"),
        rows=tuple(
            (
                status.name,
                status.definition,
                " ".join(status.event_types),
                status.register.value,
                status.example.text,
            )
            for status in arms_status().values()
        ),
    )
