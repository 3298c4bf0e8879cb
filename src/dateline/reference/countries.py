"""Countries as lists of sanctions and offices print them → ISO 3166 alpha-3."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from dateline.vocab.loading import csv_entries
from dateline.vocab.states import state_code
from dateline.vocab.territories import lookup_territory


@lru_cache(maxsize=4096)
def iso3(words: str) -> str | None:
    """ISO 3166 alpha-3 of a country's name, adjective or code ("mm", "MMR", "Korea, North"); None where unknown."""
    text = " ".join(words.split())
    if len(text) == 2 and text.isalpha():
        return _by_alpha2().get(text.upper())
    code = state_code(text)
    if code is None and (found := lookup_territory(text)) is not None and text in found.adjectives:
        return found.iso3
    return code


def countries(printed: Iterable[str | None]) -> tuple[str, ...]:
    """The codes of countries without repetition; one that is not known keeps its words."""
    texts = (" ".join((words or "").split()) for words in printed)
    return tuple(dict.fromkeys(iso3(text) or text for text in texts if text))


@cache
def _by_alpha2() -> Mapping[str, str]:
    return {row.text("alpha2"): row.text("alpha3") for row in csv_entries("iso2.csv")}
