"""How names are made and written in a country. Data: ``data/name_customs.toml``."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from dateline.vocab.loading import Entry, read_toml

_FILE = "name_customs.toml"


class Custom(StrEnum):
    """A custom, as the tables of the data file name them and say what it means."""

    ONE_SPELLING = "one_spelling"
    SPELLED_APART = "spelled_apart"
    EVERY_WORD = "every_word"
    NO_FAMILY_NAME = "no_family_name"


def has_custom(country: str | None, custom: Custom) -> bool:
    """Whether names of a country (ISO3) follow a custom; of no country none is known.

    Raises:
        VocabularyError: ``name_customs.toml`` does not hold together.
    """
    return country in _countries(custom)


def stem(word: str) -> str:
    """A folded family name without an ending that many share ("ryabkov": "ryabk"), or the word as it is."""
    ending = max((each for each in _endings() if word.endswith(each)), key=len, default="")
    return word.removesuffix(ending)


@cache
def _endings() -> tuple[str, ...]:
    values = read_toml(_FILE).get("endings")
    return Entry(_FILE, "endings", values if isinstance(values, dict) else {}).texts("words")


@cache
def _countries(custom: Custom) -> frozenset[str]:
    values = read_toml(_FILE).get(custom.value)
    return frozenset(Entry(_FILE, custom.value, values if isinstance(values, dict) else {}).texts("countries"))
