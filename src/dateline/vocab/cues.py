"""Word lists that the coder reads: semantic cues for modality and modes (``data/coding/<language>/*.toml``)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from dateline.errors import VocabularyError
from dateline.vocab.loading import read_toml


@cache
def cue_lists(name: str, language: str = "en") -> Mapping[str, frozenset[str]]:
    """The word lists of ``data/coding/<language>/<name>.toml`` by name.

    Raises:
        VocabularyError: a field is no list of texts.
    """
    file = f"coding/{language}/{name}.toml"
    found: dict[str, frozenset[str]] = {}
    for key, values in read_toml(file).items():
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            raise VocabularyError(f"{file}: {key}", "must be a list of texts")
        found[key] = frozenset(values)
    return found
