"""Words of a text as the place finder sees them, and questions about their neighbours."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.vocab.places import GazetteerEntry, PlaceKind, candidates

_TOKEN = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’‘ʻ&\-‐‑–][^\W_]+)*")
_ARTICLE = re.compile(r"^(?:(?:al|el|as|an|ad|ash|ar|at|az)[-‐‑–]|[dl]['’])[A-Z]")
_HYPHEN = re.compile(r"[-‐‑–]")
_SPACE = frozenset({" ", "\u00a0", "\n"})


@dataclass(frozen=True, slots=True)
class PlaceToken:
    """One word of a text: ``text[start:end] == word``, without a possessive ending."""

    start: int
    end: int
    word: str

    @property
    def capital(self) -> bool:
        """Whether it can begin or end a name."""
        word = self.word
        return word[0].isupper() or (not word.isalnum() and bool(_ARTICLE.match(word)))


@dataclass(frozen=True, slots=True)
class PlaceMatch:
    """Tokens ``[first, last)`` that name something, and what they may stand for.

    ``entries`` is empty for a name that the gazetteer does not know but the text says is a place.
    """

    first: int
    last: int
    entries: tuple[GazetteerEntry, ...]


def place_tokens(text: str) -> list[PlaceToken]:
    """The words of a text; "Washington-based" and "Chad-Sudan" are parted at the hyphen, "Al-Fashir" is not."""
    tokens = []
    for found in _TOKEN.finditer(text):
        word, end = found.group(), found.end()
        if word[-2:] in {"'s", "’s"} and len(word) > 2:
            word, end = word[:-2], end - 2
        cut = _cut(word)
        if cut:
            tokens.append(PlaceToken(found.start(), found.start() + cut, word[:cut]))
            tokens.append(PlaceToken(found.start() + cut + 1, end, word[cut + 1 :]))
        else:
            tokens.append(PlaceToken(found.start(), end, word))
    return tokens


def _cut(word: str) -> int:
    """Where a word is parted: before "-based", or between two countries; 0 where it is whole."""
    part = _HYPHEN.search(word) if word[0].isupper() else None
    if part is None or candidates(word):
        return 0
    left, right = word[: part.start()], word[part.end() :]
    both = _is_country(left) and _is_country(right)
    return part.start() if both or right[:1].islower() else 0


def _is_country(name: str) -> bool:
    entries = candidates(name)
    return bool(entries) and entries[0].kind is PlaceKind.COUNTRY


class Neighbours:
    """A text and its words, and what stands before and after a stretch of them."""

    def __init__(self, text: str, tokens: list[PlaceToken]) -> None:
        self.text = text
        self.tokens = tokens

    def gap(self, i: int) -> str:
        """The text between word ``i - 1`` and word ``i``."""
        return self.text[self.tokens[i - 1].end : self.tokens[i].start] if 0 < i < len(self.tokens) else ""

    def before(self, first: int, *, steps: int = 1) -> str:
        """The word ``steps`` before, when only spaces part them; else empty."""
        for i in range(first, first - steps, -1):
            gap = self.gap(i)
            if gap not in _SPACE and not (gap == ". " and len(self.tokens[i - 1].word) <= 4):
                return ""
        return self.tokens[first - steps].word

    def after(self, last: int) -> str:
        """The word that follows after a space; else empty."""
        return self.tokens[last].word if self.gap(last) in _SPACE else ""

    def words(self, match: PlaceMatch) -> str:
        """The words of a match as written."""
        return self.text[self.tokens[match.first].start : self.tokens[match.last - 1].end]

    def between(self, left: PlaceMatch, right: PlaceMatch) -> str:
        """The text between two matches."""
        return self.text[self.tokens[left.last - 1].end : self.tokens[right.first].start]

    def rest(self, match: PlaceMatch) -> str:
        """The characters right after a match."""
        end = self.tokens[match.last - 1].end
        return self.text[end : end + 14]
