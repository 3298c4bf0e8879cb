"""Family names that belong to somebody else: the "Trump" of "Melania Trump" is not Donald Trump."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from dateline.vocab.agents import agent_of
from dateline.vocab.fold import Word
from dateline.vocab.loading import Entry, read_toml
from dateline.vocab.offices import offices_named


def is_borrowed(text: str, found: list[Word], at: int, is_territory: Callable[[str], object]) -> bool:
    """Whether a given name that is not part of the known name stands before word ``at``.

    A capitalised word right before it counts as one, unless it is an honorific, a word that opens sentences, an
    office, an agent noun or a territory (which the caller looks up). In a line printed in capitals nothing can be
    told, and nothing is.
    """
    word = found[at]
    if not at or text[word.start : word.end].isupper():
        return False
    before = found[at - 1]
    told = text[before.start : before.end]
    if not told[0].isupper() or text[before.end : word.start] not in {" ", "-", ". "}:
        return False
    if before.folded in _before_surname("honorifics") or before.folded in _before_surname("openers"):
        return False
    return not (agent_of(told) or offices_named(told) or is_territory(told))


@cache
def _before_surname(key: str) -> frozenset[str]:
    values = read_toml("offices.toml").get("before_surname")
    return frozenset(Entry("offices.toml", "before_surname", values if isinstance(values, dict) else {}).texts(key))
