"""Part of speech and lemma by word, as the model's own rules give them, worked out once for each word.

The model's attribute ruler and lemmatizer look at nothing but the word, its tag and, for a few words, its
dependency label (contractions such as "gonna" aside). Running them once per combination instead of once per
token makes parsing a third faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

Key = tuple[str, str, str]
Shape = tuple[str, str, str]
"""Part of speech, morphology, and the lemma where the ruler gives one."""

#: Labels that the attribute ruler's patterns name; for all others the label makes no difference.
_LABELS = frozenset(
    {"aux", "auxpass", "ROOT", "advcl", "ccomp", "conj", "relcl", "xcomp", "mark", "det", "quantmod", "advmod"}
)
_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "IN", "CC", "DT", "WDT", "TO"})
_MOST = 200_000
_READ = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
"""What the shipped model's patterns look at."""
_EVERY = re.compile("")
_ANY = "word"
"""A word that no pattern names."""


def word_key(word: str, tag: str, dep: str) -> Key:
    """What decides part of speech and lemma of a token."""
    return word, tag, dep if tag in _TAGS and dep in _LABELS else "dep"


def naming(patterns: Iterable[Mapping[str, Any]]) -> re.Pattern[str]:
    """Finds the words, in lower case, that patterns of an attribute ruler name; all words where they look at more."""
    named: set[str] = set()
    for part in (part for held in patterns for pattern in held["patterns"] for part in pattern):
        words = part.get("LOWER", {"IN": []})
        predicate = {"IN": [words]} if isinstance(words, str) else words
        if not _READ.issuperset(part) or len(predicate) != 1:
            return _EVERY
        match predicate:
            case {"IN": listed}:
                named.update(f"^{re.escape(word)}$" for word in listed)
            case {"REGEX": str(regex)}:
                named.add(regex)
            case _:
                return _EVERY
    return re.compile("|".join(sorted(named)))


def _index_words(lemmatizer: Any) -> None:
    """Make sets of the lemmatizer's lists of known words, in which it looks for every form."""
    if lemmatizer.lookups.has_table("lemma_index"):
        table = lemmatizer.lookups.get_table("lemma_index")
        for part in list(table):
            table[part] = frozenset(table[part])


class Words:
    """A memory of parts of speech and lemmas.

    Args:
        nlp: A loaded spaCy pipeline with ``attribute_ruler`` and ``lemmatizer``.
    """

    def __init__(self, nlp: Any) -> None:
        self._vocab = nlp.vocab
        self._ruler, self._lemmatizer = nlp.get_pipe("attribute_ruler"), nlp.get_pipe("lemmatizer")
        _index_words(self._lemmatizer)
        self._named = naming(self._ruler.patterns)
        self._known: dict[Key, tuple[str, str]] = {}
        self._shapes: dict[Key, Shape] = {}

    def learn(self, keys: Iterable[Key]) -> None:
        """Work out what is not known yet."""
        if len(self._known) > _MOST:
            self._known.clear()
        new = sorted(set(keys) - self._known.keys())
        if not new:
            return
        shapes = [self._shape(key) for key in new]
        self._rule(sorted(set(shapes) - self._shapes.keys()))
        doc = self._doc(new, [self._shapes[shape] for shape in shapes])
        for key, token in zip(new, self._lemmatizer(doc), strict=True):
            self._known[key] = (token.pos_, token.lemma_.lower())

    def _shape(self, key: Key) -> Key:
        """What of a key the attribute ruler looks at: a word that no pattern names is like any other."""
        word, tag, dep = key
        lower = word.lower()
        return lower if self._named.search(lower) or lower.isspace() else _ANY, tag, dep

    def _rule(self, shapes: list[Key]) -> None:
        """Let the attribute ruler look at new shapes."""
        spaced = [part for shape in shapes for part in (shape, (".", ".", "punct"))]
        if not spaced:
            return
        for shape, token in zip(shapes, list(self._ruler(self._doc(spaced)))[::2], strict=True):
            self._shapes[shape] = (token.pos_, str(token.morph), token.lemma_)

    def _doc(self, keys: list[Key], told: list[Shape] | None = None) -> Any:
        """A document of unconnected words, with what the attribute ruler says of them where it is known."""
        from spacy.tokens import Doc

        words, tags, deps = (list(column) for column in zip(*keys, strict=True))
        known: Any = (
            dict(zip(("pos", "morphs", "lemmas"), map(list, zip(*told, strict=True)), strict=True)) if told else {}
        )
        return Doc(self._vocab, words=words, tags=tags, deps=deps, heads=list(range(len(words))), **known)

    def __getitem__(self, key: Key) -> tuple[str, str]:
        return self._known[key]
