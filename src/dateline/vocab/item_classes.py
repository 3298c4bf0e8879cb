"""Classes of arms and military goods, with the words that tell them. Data: ``data/item_classes.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from dateline.vocab.loading import Entry, toml_entries
from dateline.vocab.tables import Listing

FILE = "item_classes.toml"


class ItemKind(StrEnum):
    """How a class stands to others named beside it."""

    SYSTEM = "system"
    PART = "part"
    GENERIC = "generic"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemClass:
    """One class of arms.

    Attributes:
        name: Its code ("air_defence").
        label: As printed.
        definition: One line.
        kind: A system, a part or round for one, or words that leave it open.
        register: The category of the SIPRI register that holds it, or None.
        cues, weak_cues: Lower-case phrases; weak ones only within words known to be an item.
        designations, weak_designations: Names as printed; the same.
        patterns: Regular expressions for families of designations.
    """

    name: str
    label: str
    definition: str
    kind: ItemKind
    register: str | None
    cues: tuple[str, ...]
    weak_cues: tuple[str, ...]
    designations: tuple[str, ...]
    weak_designations: tuple[str, ...]
    patterns: tuple[str, ...]


@cache
def item_classes() -> Mapping[str, ItemClass]:
    """The item classes by name.

    Raises:
        VocabularyError: an entry is incomplete, a phrase stands in two classes, or a pattern does not compile.
    """
    return parse_item_classes(toml_entries(FILE))


@cache
def item_cues() -> Mapping[str, str]:
    """Every strong cue and designation, in lower case with spaces for hyphens, with the name of its class."""
    return MappingProxyType(
        {
            phrase.lower().replace("-", " "): held.name
            for held in item_classes().values()
            for phrase in (*held.designations, *held.cues)
        }
    )


@cache
def designation_patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Compiled patterns for families of designations (whole words, case as printed), each with its class."""
    return tuple(
        (re.compile(rf"(?<!\w)(?:{'|'.join(held.patterns)})(?!\w)"), held.name)
        for held in item_classes().values()
        if held.patterns
    )


def parse_item_classes(entries: Iterable[Entry]) -> Mapping[str, ItemClass]:
    """Item classes from entries."""
    found: dict[str, ItemClass] = {}
    taken: dict[str, str] = {}
    for entry in entries:
        held = ItemClass(
            name=entry.name,
            label=entry.text("label"),
            definition=entry.text("definition"),
            kind=entry.choice("kind", ItemKind),
            register=entry.text("register") if entry.has("register") else None,
            cues=entry.phrases("cues"),
            weak_cues=entry.phrases("weak_cues"),
            designations=entry.texts("designations"),
            weak_designations=entry.texts("weak_designations"),
            patterns=entry.texts("patterns"),
        )
        entry.done()
        for phrase in (*held.cues, *held.weak_cues, *held.designations, *held.weak_designations):
            if phrase in taken:
                raise entry.wrong(f"{phrase!r} stands in {taken[phrase]} too", "leave one")
            taken[phrase] = entry.name
        for pattern in held.patterns:
            _check_pattern(entry, pattern)
        found[entry.name] = held
    return MappingProxyType(found)


def _check_pattern(entry: Entry, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error as error:
        raise entry.wrong(f"pattern {pattern!r} does not compile: {error}", "correct it") from error


def listing() -> Listing:
    """The item classes as a table."""
    return Listing(
        title="Classes of arms and military goods",
        columns=("item_class", "label", "kind", "register", "definition", "cues", "designations"),
        rows=tuple(
            (
                held.name,
                held.label,
                held.kind.value,
                held.register or "",
                held.definition,
                ", ".join((*held.cues, *held.weak_cues)),
                ", ".join((*held.designations, *held.weak_designations)),
            )
            for held in item_classes().values()
        ),
    )
