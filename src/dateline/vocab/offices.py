"""Offices: the posts by which reports name people ("Myanmar's ambassador to the UN")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.vocab.fold import Word, fold, key
from dateline.vocab.loading import Entry, read_toml
from dateline.vocab.phrase_index import Match, PhraseIndex

_FILE = "offices.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A post.

    Attributes:
        name: As roles name it ("foreign minister").
        sector: Sector of the holder while in office.
        only: ISO3 codes of the states where the phrase means this post; empty = everywhere.
        of_body: The post is one of a body, not of a state.
    """

    name: str
    sector: str
    only: tuple[str, ...] = ()
    of_body: bool = False

    def fits(self, country: str | None) -> bool:
        """Whether the phrase means this post in that country."""
        return not self.only or country in self.only


def offices_in(text: str, found: list[Word] | None = None) -> Iterator[Match[Office]]:
    """Every office in a text, longest match first; a match holds every post the words may mean."""
    return _index().find(text, found)


def offices_named(phrase: str) -> tuple[Office, ...]:
    """The posts that a whole phrase may mean."""
    return _index().lookup(phrase.lower())


def sector_of_office(name: str) -> str | None:
    """Sector of the holder of a post named as in roles, or None for a post without an entry."""
    return _sectors().get(key(name))


def is_past_word(word: str) -> bool:
    """Whether a word before a post says that it is not held now ("former", "then")."""
    return fold(word) in _words("past")


def is_deputy_word(word: str) -> bool:
    """Whether a word before a post makes another post of it ("deputy foreign minister")."""
    return fold(word) in _words("deputy")


@cache
def offices() -> tuple[tuple[Office, tuple[str, ...]], ...]:
    """All posts with the words for them, in the order of the file.

    Raises:
        VocabularyError: ``offices.toml`` does not hold together.
    """
    return tuple(_read())


def _read() -> Iterator[tuple[Office, tuple[str, ...]]]:
    for entry in Entry(_FILE, "file", read_toml(_FILE)).entries("office"):
        office = Office(
            name=entry.text("name"),
            sector=entry.text("sector"),
            only=entry.texts("only"),
            of_body=entry.text("of", "state") == "body",
        )
        phrases = entry.texts("phrases")
        entry.done()
        yield office, phrases


@cache
def _index() -> PhraseIndex[Office]:
    index: PhraseIndex[Office] = PhraseIndex()
    for office, phrases in offices():
        for phrase in phrases:
            index.add(phrase, office)
    return index


@cache
def _sectors() -> dict[str, str]:
    found: dict[str, str] = {}
    for phrase, offices in _index().phrases():
        for office in offices:
            found.setdefault(key(office.name), office.sector)
            found.setdefault(phrase, office.sector)
    return found


@cache
def _words(table: str) -> frozenset[str]:
    values = read_toml(_FILE).get(table)
    return frozenset(Entry(_FILE, table, values if isinstance(values, dict) else {}).texts("words"))
