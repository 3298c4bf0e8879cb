"""Example sentences with marked words, written ``{A:Oman} {T:mediated between} {R:the two camps}``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.model.spans import Evidence
from dateline.vocab.loading import Entry

_MARK = re.compile(r"\{([ATR]):([^{}]+)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedSentence:
    """A sentence and where trigger, actors and recipients stand in it.

    Attributes:
        text: The sentence without marks.
        trigger: The words that express the act; two stretches where they are apart ("found … guilty").
        actors, recipients: The parties that the sentence names.
    """

    text: str
    trigger: tuple[Evidence, ...]
    actors: tuple[Evidence, ...]
    recipients: tuple[Evidence, ...]


def parse_marked(entry: Entry, key: str) -> MarkedSentence:
    """Read the marked sentence in a field of an entry.

    Raises:
        VocabularyError: a brace is left over, or no trigger is marked.
    """
    source = entry.text(key)
    found: dict[str, list[Evidence]] = {"A": [], "T": [], "R": []}
    text = ""
    last = 0
    for mark in _MARK.finditer(source):
        text += source[last : mark.start()]
        found[mark[1]].append(Evidence(start=len(text), end=len(text) + len(mark[2]), text=mark[2]))
        text += mark[2]
        last = mark.end()
    text += source[last:]
    if "{" in text or "}" in text:
        raise entry.wrong(f"{key}: a mark is broken in {source!r}", "marks are {A:…}, {T:…} and {R:…}")
    if not found["T"]:
        raise entry.wrong(f"{key}: no trigger is marked in {source!r}", "mark it as {T:…}")
    return MarkedSentence(text=text, trigger=tuple(found["T"]), actors=tuple(found["A"]), recipients=tuple(found["R"]))
