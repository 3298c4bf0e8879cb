"""Find many phrases in a text at once: whole words, longest match, with rules for upper and lower case."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from dateline.vocab.fold import Word, key, words

T = TypeVar("T")

#: What may stand between two words of one phrase ("Kim Jong-un", "U.S.", "Côte d'Ivoire", "Myanmar/Burma").
_GLUE = frozenset(" \t\n\u00a0.'’‘ʿʾ`-‐‑–/&")

#: Up to so many letters, all in capitals, a phrase is an acronym.
_ACRONYM = 6
#: Acronyms that are also words: in a line printed all in capitals they are not trusted.
_WORDLIKE = frozenset({"is", "us", "who", "it", "pm", "au", "aid", "mod", "sac", "car", "rsf", "un", "mi"})


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """``text[start:end]`` names each of ``values``, the first added first; it covers ``words`` words."""

    start: int
    end: int
    first: int
    last: int
    values: tuple[T, ...]


@dataclass(slots=True)
class _Entry(Generic[T]):
    value: T
    acronym: bool
    any_case: bool


class PhraseIndex(Generic[T]):
    """A table from folded phrases to values.

    A phrase written all in capitals ("US", "IS") matches capitals only; any other phrase that has a capital
    needs one in the text; a phrase in lower case ("state media") or a script without case matches as it is.
    """

    def __init__(self) -> None:
        self._entries: dict[str, list[_Entry[T]]] = {}
        self._lengths: dict[str, list[int]] = {}
        """First word → how many words its phrases have, longest first."""

    def add(self, phrase: str, value: T) -> None:
        """Add one phrase; a second value for the same phrase stands behind the first."""
        folded = key(phrase)
        first, _, _ = folded.partition(" ")
        length = folded.count(" ") + 1
        acronym = phrase.isupper() and sum(map(str.isalpha, phrase)) <= _ACRONYM
        entry = _Entry(value, acronym, phrase.islower() or _has_no_case(phrase))
        known = self._entries.get(folded)
        if known is None:
            self._entries[folded] = [entry]
        elif entry not in known:
            known.append(entry)
        lengths = self._lengths.setdefault(first, [])
        if length not in lengths:
            lengths.append(length)
            lengths.sort(reverse=True)

    def lookup(self, phrase: str) -> tuple[T, ...]:
        """The values of a whole phrase."""
        found = words(phrase)
        return self._values(phrase, found, 0, len(found)) if found else ()

    def find(self, text: str, found: list[Word] | None = None) -> Iterator[Match[T]]:
        """Every longest match from left to right, without overlaps."""
        found = words(text) if found is None else found
        at = 0
        while at < len(found):
            match = self._longest_at(text, found, at) if found[at].folded in self._lengths else None
            if match is None:
                at += 1
                continue
            yield match
            at = match.last

    def phrases(self) -> Iterator[tuple[str, tuple[T, ...]]]:
        """Every folded phrase with its values."""
        for folded, entries in self._entries.items():
            yield folded, tuple(entry.value for entry in entries)

    def _longest_at(self, text: str, found: list[Word], at: int) -> Match[T] | None:
        lengths = self._lengths[found[at].folded]
        stop = _glued(text, found, at, min(at + lengths[0], len(found)))
        for length in lengths:
            last = at + length
            values = self._values(text, found, at, last) if last <= stop else ()
            if values:
                end = found[last - 1].end
                dotted = end < len(text) and text[end] == "." and text[end - 2 : end - 1] == "."
                return Match(found[at].start, end + dotted, at, last, values)
        return None

    def _values(self, text: str, found: list[Word], first: int, last: int) -> tuple[T, ...]:
        entries = self._entries.get(" ".join([word.folded for word in found[first:last]]))
        if entries is None:
            return ()
        fitting = [entry.value for entry in entries if _case_fits(entry, text, found, first, last)]
        return tuple(fitting) if len(fitting) < 2 else tuple(dict.fromkeys(fitting))


def _has_no_case(phrase: str) -> bool:
    """Whether a phrase is written in a script without capitals; figures alone are no such phrase."""
    return phrase.lower() == phrase.upper() and any(map(str.isalpha, phrase))


def _glued(text: str, found: list[Word], first: int, last: int) -> int:
    """How far the words from ``first`` hang together as one phrase, at most to ``last``."""
    for at in range(first + 1, last):
        gap = text[found[at - 1].end : found[at].start]
        ends_sentence = gap[:1] == "." and len(gap) > 1 and found[at - 1].end - found[at - 1].start > 3
        if len(gap) > 3 or ends_sentence or not _GLUE.issuperset(gap):
            return at
    return last


def _case_fits(entry: _Entry[T], text: str, found: list[Word], first: int, last: int) -> bool:
    if entry.any_case:
        return True
    if not entry.acronym:
        return any(text[word.start].isupper() for word in found[first:last])
    here = text[found[first].start : found[last - 1].end]
    if not here.isupper():
        return False
    return found[first].folded not in _WORDLIKE or "." in here or not _shouted(text, found, first, last)


def _shouted(text: str, found: list[Word], first: int, last: int) -> bool:
    """Whether the words on both sides are in capitals too, as in a headline."""
    beside = [found[at] for at in (first - 1, last) if 0 <= at < len(found)]
    longer = [word for word in beside if word.end - word.start > 1]
    return bool(longer) and all(text[word.start : word.end].isupper() for word in longer)
