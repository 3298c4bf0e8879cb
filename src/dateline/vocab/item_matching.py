"""Finds worded arms and military goods in a text.

The words and names come from ``data/item_classes.toml``; this module only compares.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache

from dateline.vocab.item_classes import designation_patterns, item_classes

_WORD = re.compile(r"[^\W_]+")
#: What two spellings of one word share at its beginning: "su" of "Su-30" and "Su30SM", "2" of "2S19".
_HEAD = re.compile(r"\d+|[^\W\d_]+")
#: What may stand between the words of one phrase; a designation printed with a hyphen does not fit across a space.
_GLUE = frozenset(("", " ", "-", "‐", "‑", "–", "/", "&", "'", "’"))
_QUOTES = '"“”'
_DASHES = frozenset("-‐‑–/")
#: A designation and its variant letters: "su30" + "sm", "t72" + "b3".
_VARIANT = re.compile(r"(.*?\d+)[a-z][a-z0-9]{0,3}")
_LONGEST = 5


class ItemEvidence(StrEnum):
    """What told the class."""

    DESIGNATION = "designation"
    CUE = "cue"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemMatch:
    """``text[start:end]`` names an item of a class.

    Attributes:
        by: What told it: a known designation, a cue, or the pattern of a family of designations.
        entry: The designation or cue as the vocabulary has it; for a pattern the words themselves.
    """

    start: int
    end: int
    item_class: str
    by: ItemEvidence
    entry: str


@dataclass(frozen=True, slots=True)
class _Known:
    """A table entry: ``printed`` must stand so in the text, unless it is a cue or has a digit."""

    item_class: str
    by: ItemEvidence
    printed: str
    exact: bool
    spaced: bool


def find_items(text: str, *, weak: bool = False, start: int = 0, end: int | None = None) -> tuple[ItemMatch, ...]:
    """Every longest match in ``text[start:end]``, from left to right, without overlaps.

    Args:
        text: A sentence, or any other text.
        weak: Also take words that are common in other senses ("round", "Typhoon"): only where the text is
            known to speak of arms.
        start: First code point of the stretch to search.
        end: Where the stretch ends; None is the end of the text.
    """
    table = _table(weak)
    end = len(text) if end is None else end
    words = list(_WORD.finditer(text, start, end))
    found: list[ItemMatch] = []
    at = 0
    while at < len(words):
        if not _begins(words[at].group().lower(), weak):
            at += 1
            continue
        taken, match = _longest_at(text, words, at, table)
        if match is not None:
            found.append(match)
        at += taken
    return _with_patterns(text, start, end, found)


@cache
def _table(weak: bool) -> dict[str, _Known]:
    """Entries by their letters and digits alone for designations with a digit, by their words for all others."""
    table: dict[str, _Known] = {}
    for held in item_classes().values():
        for cue in (*held.cues, *(held.weak_cues if weak else ())):
            table[_key(cue)] = _Known(held.name, ItemEvidence.CUE, cue, exact=False, spaced=True)
        for name in (*held.designations, *(held.weak_designations if weak else ())):
            digit = any(char.isdigit() for char in name)
            key = _squeeze(name) if digit else _key(name)
            table[key] = _Known(held.name, ItemEvidence.DESIGNATION, name, exact=not digit, spaced=" " in name)
    return table


@cache
def _heads(weak: bool) -> frozenset[str]:
    """Beginnings of the first words of all entries: most words of a text need no further look."""
    return frozenset(_head(_WORD.findall(known.printed.lower())[0]) for known in _table(weak).values())


@lru_cache(maxsize=65536)
def _begins(word: str, weak: bool) -> bool:
    """Whether an entry may begin with a word in lower case."""
    head, heads = _head(word), _heads(weak)
    return head in heads or not heads.isdisjoint(_singulars(head))


def _head(word: str) -> str:
    found = _HEAD.match(word)
    return found[0] if found else word


def _key(phrase: str) -> str:
    return " ".join(_WORD.findall(phrase.lower()))


def _squeeze(phrase: str) -> str:
    return "".join(_WORD.findall(phrase.lower()))


def _longest_at(
    text: str, words: list[re.Match[str]], at: int, table: dict[str, _Known]
) -> tuple[int, ItemMatch | None]:
    """How many words to go on, and the longest match that begins at word ``at``."""
    best: tuple[int, ItemMatch | None] = (1, None)
    start = words[at].start()
    for size in range(1, min(_LONGEST, len(words) - at) + 1):
        if size > 1 and text[words[at + size - 2].end() : words[at + size - 1].start()].strip(_QUOTES) not in _GLUE:
            break
        end = words[at + size - 1].end()
        known = _lookup(text[start:end], [word.group() for word in words[at : at + size]], table)
        if known is not None:
            match = ItemMatch(start=start, end=end, item_class=known.item_class, by=known.by, entry=known.printed)
            best = (size, match)
    return best


def _lookup(printed: str, words: list[str], table: dict[str, _Known]) -> _Known | None:
    """The entry for a run of words, or None."""
    folded = [word.lower() for word in words]
    if printed[0].isupper() or printed[0].isdigit():
        known = _designation(printed, "".join(folded), table)
        if known is not None:
            return known
    for last in _singulars(folded[-1]):
        known = table.get(" ".join((*folded[:-1], last)))
        if known is None or (known.by is ItemEvidence.DESIGNATION and not known.exact):
            continue
        if known.by is ItemEvidence.CUE or printed.startswith(known.printed):
            return known
    return None


def _designation(printed: str, squeezed: str, table: dict[str, _Known]) -> _Known | None:
    """The designation with a digit that the words print, with or without variant letters."""
    if not any(char.isdigit() for char in squeezed):
        return None
    variant = _VARIANT.fullmatch(squeezed)
    for key in (squeezed, variant[1] if variant else ""):
        known = table.get(key)
        if known is None or known.by is not ItemEvidence.DESIGNATION or known.exact:
            continue
        if (" " not in printed or known.spaced) and (_DASHES & set(printed) or known.spaced or len(key) > len("k8")):
            return known
    return None


def _singulars(word: str) -> tuple[str, ...]:
    """The word itself, then what it may be the plural of."""
    if word.endswith("ies"):
        return word, word[:-3] + "y"
    if word.endswith("es"):
        return word, word[:-1], word[:-2]
    return (word, word[:-1]) if word.endswith("s") else (word,)


def _with_patterns(text: str, start: int, end: int, found: list[ItemMatch]) -> tuple[ItemMatch, ...]:
    """Add designations of known families where nothing else was found."""
    for pattern, item_class in designation_patterns():
        for hit in pattern.finditer(text, start, end):
            if all(hit.end() <= match.start or match.end <= hit.start() for match in found):
                found.append(
                    ItemMatch(
                        start=hit.start(),
                        end=hit.end(),
                        item_class=item_class,
                        by=ItemEvidence.PATTERN,
                        entry=hit.group(),
                    )
                )
    return tuple(sorted(found, key=lambda match: match.start))
