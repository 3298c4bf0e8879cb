"""Territories: states and areas that act, with their names, adjectives, seats of government and places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from dateline.vocab.borrowed import is_borrowed
from dateline.vocab.fold import Word, fold, words
from dateline.vocab.loading import Entry, read_toml
from dateline.vocab.phrase_index import PhraseIndex

_FILE = "territories.toml"


class TerritoryWord(StrEnum):
    """How a word names a territory."""

    NAME = "name"
    ADJECTIVE = "adjective"
    CAPITAL = "capital"
    GOVERNMENT = "government"
    PLACE = "place"
    REGION = "region"


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """A state or area.

    Attributes:
        iso3: ISO 3166 alpha-3; empty for a region of many states.
        aliases: Other names, without "the".
        parts: Names of parts and predecessors, which give the state but keep their name ("Scotland").
        short: What it is called beside its sibling ("the North").
        within: ISO3 of the state that it is part of, or "".
        adjectives: Adjectives and demonyms in the singular.
        capitals: Seats whose name stands for the government when it acts; the first is the capital.
        government: Other words that stand for the government.
        places: Parts and cities, which place people but never stand for the state.
        leader: Office meant by "the X leader".
    """

    iso3: str
    name: str
    aliases: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    within: str = ""
    adjectives: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    government: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    leader: str = "president"

    @property
    def canonical_id(self) -> str:
        """Entity id: "state/MMR"; regions have "region/western-states"."""
        return f"state/{self.iso3}" if self.iso3 else f"region/{'-'.join(self.name.lower().split())}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguity:
    """Words that name several territories; ``cues`` found in the document decide."""

    default: str
    cues: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class TerritoryMention:
    """``text[start:end]`` names ``territory`` in the way ``how``.

    ``relation`` is true where it only qualifies another party: "pro-Russian rebels", "the US-led coalition".
    """

    start: int
    end: int
    territory: Territory
    how: TerritoryWord
    relation: bool


def lookup_territory(text: str) -> Territory | None:
    """The territory that the whole text names, by name, adjective, capital or other seat of government.

    A leading "the" is ignored; places below the state ("Aleppo") and regions do not count.
    """
    phrase = text.strip()
    phrase = phrase[4:] if phrase[:4].lower() == "the " else phrase
    for territory, how in _index().lookup(phrase):
        if how not in (TerritoryWord.PLACE, TerritoryWord.REGION):
            return territory
    return None


def nationality_in(text: str) -> str | None:
    """ISO3 of the state that a phrase's adjective, demonym or name tells, or None.

    ``"Syrian troops"`` and ``"Iran's navy"`` tell one; ``"pro-Russian rebels"``, ``"the US-led coalition"`` and
    ``"Western diplomats"`` tell none. Where there are several, the first counts.
    """
    for mention in territory_mentions(text):
        if not mention.relation and mention.how in (TerritoryWord.NAME, TerritoryWord.ADJECTIVE):
            return mention.territory.iso3
    return None


def territory_mentions(text: str, found: list[Word] | None = None) -> Iterator[TerritoryMention]:
    """Every word for a territory in a text, from left to right.

    Args:
        text: Any text.
        found: Its words, where the caller has them already.
    """
    found = words(text) if found is None else found
    for match in _index().find(text, found):
        if match.last - match.first == 1 and is_surname_here(text, found, match.first):
            continue
        territory, how = match.values[0]
        relation = _is_relation(text, found, match.first, match.last)
        yield TerritoryMention(match.start, match.end, territory, how, relation)


def is_surname_here(text: str, found: list[Word], at: int) -> bool:
    """Whether a territory's name at word ``at`` is the family name behind a given name ("Tom Holland")."""
    return is_also_name(found[at]) and is_borrowed(text, found, at, lookup_territory)


def is_also_name(word: Word) -> bool:
    """Whether a territory's name is a given or family name too ("Chad", "Holland")."""
    return word.folded in _also_names()


@lru_cache(maxsize=65536)
def ambiguity(word: str) -> Ambiguity | None:
    """The cues for a word that names several territories ("Georgia"), or None."""
    found = _ambiguous().lookup(word)
    return found[0] if found else None


@cache
def territories() -> Mapping[str, Territory]:
    """All territories by ISO3.

    Raises:
        VocabularyError: ``territories.toml`` does not hold together.
    """
    return {each.iso3: each for each in map(_territory, _top().entries("territory"))}


@cache
def regions() -> tuple[Territory, ...]:
    """Words for many states ("the West"), as territories without code."""
    return tuple(_region(entry) for entry in _top().entries("region"))


def plural(adjective: str) -> str | None:
    """The regular plural of a demonym ("Russians"), or None where the adjective has none ("Japanese")."""
    return None if adjective.endswith(("ese", "ish", "ch", "s", "men", "x", "man", "woman")) else f"{adjective}s"


def _top() -> Entry:
    return Entry(_FILE, "file", read_toml(_FILE))


def _territory(entry: Entry) -> Territory:
    read = Territory(
        iso3=entry.text("iso3"),
        name=entry.text("name"),
        aliases=entry.texts("aliases"),
        parts=entry.texts("parts"),
        short=entry.texts("short"),
        within=entry.text("within", ""),
        adjectives=entry.texts("adjectives"),
        capitals=entry.texts("capitals"),
        government=entry.texts("government"),
        places=entry.texts("places"),
        leader=entry.text("leader", "president"),
    )
    entry.done()
    return read


def _region(entry: Entry) -> Territory:
    name = entry.text("name")
    read = Territory(iso3="", name=name, aliases=entry.texts("aliases"), adjectives=entry.texts("adjectives"))
    entry.done()
    return read


@cache
def _index() -> PhraseIndex[tuple[Territory, TerritoryWord]]:
    index: PhraseIndex[tuple[Territory, TerritoryWord]] = PhraseIndex()
    for territory in territories().values():
        for phrase in (territory.name, *territory.aliases, *territory.parts):
            index.add(phrase, (territory, TerritoryWord.NAME))
        for phrase in territory.adjectives:
            index.add(phrase, (territory, TerritoryWord.ADJECTIVE))
            if many := plural(phrase):
                index.add(many, (territory, TerritoryWord.ADJECTIVE))
        for phrase in territory.capitals:
            index.add(phrase, (territory, TerritoryWord.CAPITAL))
        for phrase in territory.government:
            index.add(phrase, (territory, TerritoryWord.GOVERNMENT))
    for territory in territories().values():
        for phrase in territory.places:
            index.add(phrase, (territory, TerritoryWord.PLACE))
    for region in regions():
        for word in (*region.aliases, *region.adjectives, *map(plural, region.adjectives)):
            if word:
                index.add(word, (region, TerritoryWord.REGION))
    return index


@cache
def _ambiguous() -> PhraseIndex[Ambiguity]:
    index: PhraseIndex[Ambiguity] = PhraseIndex()
    for entry in _top().entries("ambiguous"):
        cues = {cue.text("iso3"): cue.texts("words") for cue in entry.entries("cue")}
        case = Ambiguity(default=entry.text("default"), cues=cues)
        for phrase in entry.texts("words"):
            index.add(phrase, case)
        entry.done()
    return index


def _is_relation(text: str, found: list[Word], first: int, last: int) -> bool:
    before = found[first - 1] if first else None
    if before and before.folded in _relations("prefixes") and text[before.end : found[first].start] in "-‐‑–":
        return True
    if last >= len(found) or found[last].folded not in _relations("suffixes"):
        return False
    return text[found[last - 1].end : found[last].start] in {"-", "‐", "‑", "–", ".-"}


@cache
def _also_names() -> frozenset[str]:
    values = read_toml(_FILE).get("also_names")
    entry = Entry(_FILE, "also_names", values if isinstance(values, dict) else {})
    return frozenset(fold(word) for word in entry.texts("words"))


@cache
def _relations(key: str) -> frozenset[str]:
    values = read_toml(_FILE).get("relations")
    return frozenset(Entry(_FILE, "relations", values if isinstance(values, dict) else {}).texts(key))
