"""Agents: common nouns that act ("troops", "the foreign ministry"), with the sector they stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from dateline.vocab.fold import Word, fold
from dateline.vocab.loading import Entry, read_toml
from dateline.vocab.phrase_index import Match, PhraseIndex

_FILE = "agents.toml"


class Scope(StrEnum):
    """How far a country may be assumed for a noun; OTHER marks what its owner is not ("US allies")."""

    STATE = "state"
    PEOPLE = "people"
    OPEN = "open"
    STATES = "states"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """One noun that acts: ``Agent(noun="troop", sector="MIL", scope=Scope.STATE)``.

    ``usual`` is the country (ISO3) that the noun alone is usually said of ("the administration"), or None.
    ``among`` are the countries that a people without a state of its own lives in ("Kurds").
    """

    noun: str
    sector: str
    scope: Scope
    usual: str | None = None
    among: tuple[str, ...] = ()


@lru_cache(maxsize=65536)
def agent_of(noun: str) -> Agent | None:
    """The agent that a noun or noun phrase is, singular or plural, or None."""
    found = _index().lookup(noun.lower())
    return found[0] if found else None


def agents_in(text: str, found: list[Word] | None = None) -> Iterator[Match[Agent]]:
    """Every agent noun in a text, longest match first, from left to right."""
    return _index().find(text, found)


def is_transparent(noun: str) -> bool:
    """Whether a noun only counts or bundles what stands behind "of" ("dozens of civilians")."""
    folded = fold(noun)
    return folded in _words("transparent", "nouns") or folded.removesuffix("s") in _words("transparent", "nouns")


def is_past(word: str) -> bool:
    """Whether a word puts an office into the past ("former", "ousted")."""
    return fold(word) in _words("qualifiers", "words")


@cache
def agents() -> tuple[Agent, ...]:
    """All agents, in the order of the file.

    Raises:
        VocabularyError: ``agents.toml`` does not hold together.
    """
    return tuple(_read())


def plural(noun: str) -> str:
    """The regular plural of a noun phrase: of its last word, or of the word before "of", "in", "to"."""
    parts = noun.split(" ")
    at = next((n - 1 for n, part in enumerate(parts) if n and part in {"of", "in", "to"}), len(parts) - 1)
    word = parts[at]
    if word.endswith(("s", "x", "ch", "sh")) and not word.endswith("arch"):
        word += "es"
    elif word.endswith("y") and word[-2:-1] not in set("aeiou"):
        word = word[:-1] + "ies"
    elif word.endswith(("man", "woman")):
        word = word[:-2] + "en"
    else:
        word += "s"
    return " ".join([*parts[:at], word, *parts[at + 1 :]])


def _read() -> Iterator[Agent]:
    for group in Entry(_FILE, "file", read_toml(_FILE)).entries("group"):
        sector, scope = group.text("sector"), group.choice("scope", Scope)
        usual = group.text("usual", "") or None
        among = group.texts("among")
        for noun in (*group.texts("nouns"), *group.texts("forms")):
            yield Agent(noun=noun, sector=sector, scope=scope, usual=usual, among=among)
        group.done()


@cache
def _index() -> PhraseIndex[Agent]:
    index: PhraseIndex[Agent] = PhraseIndex()
    for agent in agents():
        index.add(agent.noun, agent)
    for agent in agents():
        index.add(plural(agent.noun), agent)
    return index


@cache
def _words(table: str, key: str) -> frozenset[str]:
    values = read_toml(_FILE).get(table)
    entry = Entry(_FILE, table, values if isinstance(values, dict) else {})
    return frozenset(entry.texts(key))
