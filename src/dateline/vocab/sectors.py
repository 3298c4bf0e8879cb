"""Sectors: what a party is within its country. Data: ``data/sectors.toml``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from dateline.vocab.loading import Entry, toml_entries
from dateline.vocab.tables import Listing

FILE = "sectors.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sector:
    """One sector.

    Attributes:
        code: Three letters ("GOV").
        label: In a word or two.
        definition: One line.
        former: Codes of CAMEO, PETRARCH and earlier PLOVER that are read as it.
        examples: Descriptions of parties that have it.
    """

    code: str
    label: str
    definition: str
    former: tuple[str, ...]
    examples: tuple[str, ...]


@cache
def sectors() -> Mapping[str, Sector]:
    """The sectors by code.

    Raises:
        VocabularyError: an entry is incomplete, or one former code stands in two entries.
    """
    return parse_sectors(toml_entries(FILE))


def sector_of(code: str) -> Sector | None:
    """The sector with this code or former code ("OPP" is PTY), or None."""
    held = sectors()
    if code in held:
        return held[code]
    return next((sector for sector in held.values() if code in sector.former), None)


def parse_sectors(entries: Iterable[Entry]) -> Mapping[str, Sector]:
    """Sectors from entries."""
    found: dict[str, Sector] = {}
    taken: dict[str, str] = {}
    for entry in entries:
        sector = Sector(
            code=entry.name,
            label=entry.text("label"),
            definition=entry.text("definition"),
            former=entry.texts("former"),
            examples=entry.texts("examples"),
        )
        entry.done()
        for code in (sector.code, *sector.former):
            if code in taken:
                raise entry.wrong(f"code {code!r} stands in {taken[code]} too", "leave one")
            taken[code] = entry.name
        found[entry.name] = sector
    return MappingProxyType(found)


def listing() -> Listing:
    """The sectors as a table."""
    return Listing(
        title="Sectors of parties",
        columns=("sector", "label", "definition", "examples", "former"),
        rows=tuple(
            (sector.code, sector.label, sector.definition, ", ".join(sector.examples), " ".join(sector.former))
            for sector in sectors().values()
        ),
    )
