"""Folded words: the form in which names are compared, whatever their case, accents or punctuation."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

#: Signs that stand above, below or beside a letter: accents, Hebrew, Arabic, Devanagari, Thai and Burmese vowels.
_MARKS = (
    r"\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f"
    r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u102b-\u103e"
)
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}])*")

#: Letters that Unicode does not decompose but that news agencies write plainly.
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a", "ħ": "h", "ŋ": "ng"}
)


class Word(NamedTuple):
    """One run of letters and digits: ``text[start:end]`` and its folded form."""

    start: int
    end: int
    folded: str


def fold(text: str) -> str:
    """Lower case without accents: ``fold("Erdoğan") == "erdogan"``."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_PLAIN)
    return "".join(char for char in plain if not unicodedata.combining(char))


def words(text: str) -> list[Word]:
    """The words of a text with their offsets; hyphens, dots and apostrophes part words."""
    if text.isascii():
        return [Word(*found.span(), found.group()) for found in _WORD.finditer(text.lower())]
    return [Word(*found.span(), fold(found.group())) for found in _WORD.finditer(text)]


def key(phrase: str) -> str:
    """The folded words of a phrase joined by spaces: ``key("Kim Jong-un") == "kim jong un"``."""
    return " ".join([fold(found) for found in _WORD.findall(phrase)])


def slug(name: str) -> str:
    """An identifier part made of a name: ``slug("Côte d'Ivoire") == "cote-d-ivoire"``."""
    return "-".join(word.folded for word in words(name)) or "unnamed"
