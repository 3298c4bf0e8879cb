"""Trigger lexicon: the words that express acts, as reviewable data (``data/triggers/<language>/*.toml``).

One file per event type, plus ``none.toml`` for decoys. An entry is a short pattern: a head lemma followed by what
has to stand with it (see :mod:`dateline.vocab.trigger_patterns`).

``phrases`` are contiguous words (lemma or form) of any part of speech.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from dateline.errors import VocabularyError
from dateline.vocab.trigger_patterns import WEIGHT, Constraint, read_constraint

NONE = "NONE"
"""Type of decoys: such an entry keeps real ones from matching."""


class Part(StrEnum):
    """What kind of head an entry has."""

    VERB = "verb"
    NOUN = "noun"
    ADJECTIVE = "adjective"
    PHRASE = "phrase"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One entry of the lexicon.

    Attributes:
        id: Type, part and pattern ("ASSAULT:verb:open +fire"); names the entry in explanations.
        event_type, mode: What it stands for.
        part: The kind of head.
        head: Lemma of the head; for phrases the first word.
        constraints: What has to stand with the head.
        words: The words of a phrase, else empty.
        prior: How often the entry is right where its pattern fits, between 0 and 1.
        actor, recipient: Slots to look for the parties in, in order (see ``coding.roles``).
        reciprocal: All parties act; there is no recipient.
        governs: What depends on the trigger is its content, and no mention of its own.
        modality: The modality of an act that the entry itself puts off ("is due to"), else None.
        specificity: Weight of the constraints; the heaviest entry decides.
    """

    id: str
    event_type: str
    mode: str | None
    part: Part
    head: str
    constraints: tuple[Constraint, ...]
    words: tuple[str, ...]
    prior: float
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool
    governs: bool
    modality: str | None
    specificity: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """All entries of one language, indexed so that a look-up costs one dictionary access per token.

    Attributes:
        heads: Lemma → entries with that head.
        phrases: First two words → phrases that begin with them.
        classes: Name of a semantic class → its lemmas.
    """

    heads: Mapping[str, tuple[Trigger, ...]]
    phrases: Mapping[tuple[str, ...], tuple[Trigger, ...]]
    classes: Mapping[str, frozenset[str]]

    def __iter__(self) -> Iterator[Trigger]:
        for entries in (*self.heads.values(), *self.phrases.values()):
            yield from entries

    def of_class(self, name: str) -> frozenset[str]:
        """The lemmas of a semantic class.

        Raises:
            VocabularyError: there is no such class.
        """
        try:
            return self.classes[name]
        except KeyError:
            raise VocabularyError(f"class @{name}", "there is no such class", "add it to classes.toml") from None


@cache
def lexicon(language: str = "en") -> Lexicon:
    """The shipped lexicon of a language.

    Raises:
        VocabularyError: no lexicon for the language, or an entry that cannot be read.
    """
    data = files("dateline.vocab") / "data"
    folder = data / "triggers" / language
    if not folder.is_dir():
        raise VocabularyError(f"trigger lexicon {language!r}", "no such language", "add data/triggers/<language>/")
    classes = expand_classes(_read(data / "coding" / language / "classes.toml"))
    priors = _read(data / "coding" / language / "priors.toml")
    triggers: list[Trigger] = []
    for path in sorted(folder.iterdir(), key=lambda item: item.name):
        if path.name.endswith(".toml"):
            triggers.extend(read_triggers(_read(path), classes))
    learned = [replace(held, prior=priors[held.id]) if held.id in priors else held for held in triggers]
    return build(learned, classes)


def _read(path: Traversable) -> dict[str, Any]:
    return tomllib.loads(path.read_text("utf-8"))


def build(triggers: Iterable[Trigger], classes: Mapping[str, frozenset[str]]) -> Lexicon:
    """Index entries by head and by first word.

    Raises:
        VocabularyError: the same entry stands twice under one type.
    """
    heads: dict[str, list[Trigger]] = {}
    phrases: dict[tuple[str, ...], list[Trigger]] = {}
    seen: set[str] = set()
    for trigger in triggers:
        if trigger.id in seen:
            raise VocabularyError(f"trigger {trigger.id!r}", "it stands twice", "delete one of the two")
        seen.add(trigger.id)
        if trigger.part is not Part.PHRASE:
            heads.setdefault(trigger.head, []).append(trigger)
        elif len(trigger.words) > 1:
            phrases.setdefault(trigger.words[:2], []).append(trigger)
        else:
            raise VocabularyError(f"trigger {trigger.id!r}", "a phrase has two words or more", "make it a verb or noun")
    return Lexicon(
        heads={head: tuple(entries) for head, entries in heads.items()},
        phrases={pair: tuple(entries) for pair, entries in phrases.items()},
        classes=classes,
    )


def expand_classes(raw: Mapping[str, list[str]]) -> dict[str, frozenset[str]]:
    """Resolve ``@other`` inside classes.

    Raises:
        VocabularyError: a class refers to one that is not there, or to itself.
    """
    done: dict[str, frozenset[str]] = {}

    def members(name: str, path: tuple[str, ...]) -> frozenset[str]:
        if name in path:
            raise VocabularyError(f"class @{name}", f"it contains itself by way of {' → '.join(path)}")
        if name not in raw:
            raise VocabularyError(f"class @{name}", "there is no such class", "add it to classes.toml")
        if name not in done:
            words: set[str] = set()
            for word in raw[name]:
                words |= members(word[1:], (*path, name)) if word.startswith("@") else {word}
            done[name] = frozenset(words)
        return done[name]

    for name in raw:
        members(name, ())
    return done


def read_triggers(data: Mapping[str, Any], classes: Mapping[str, frozenset[str]]) -> Iterator[Trigger]:
    """The entries of one file.

    Raises:
        VocabularyError: a key is missing, or a pattern cannot be read.
    """
    try:
        event_type, groups = data["type"], data["group"]
    except KeyError as error:
        raise VocabularyError("trigger file", f"it has no {error.args[0]!r}") from error
    for group in groups:
        for part, key in (
            (Part.VERB, "verbs"),
            (Part.NOUN, "nouns"),
            (Part.ADJECTIVE, "adjectives"),
            (Part.PHRASE, "phrases"),
        ):
            for pattern in group.get(key, ()):
                yield _trigger(event_type, part, pattern, {**data, **group}, classes)


def _trigger(
    event_type: str, part: Part, pattern: str, options: Mapping[str, Any], classes: Mapping[str, frozenset[str]]
) -> Trigger:
    head, *rest = pattern.split()
    words: tuple[str, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    if part is Part.PHRASE:
        words = tuple(piece for word in pattern.split() for piece in _pieces(word))
        head = words[0]
        specificity = 1.0 + 0.8 * (len(words) - 1)
    else:
        constraints = tuple(read_constraint(item, classes, pattern) for item in rest)
        specificity = sum(
            WEIGHT[held.need] * (0.8 if held.refused else 1.0) for held in constraints if not held.refused
        ) + 0.1 * sum(held.refused for held in constraints)
    return Trigger(
        id=f"{event_type}:{part.value}:{pattern}",
        event_type=event_type,
        mode=options.get("mode"),
        part=part,
        head=head,
        constraints=constraints,
        words=words,
        prior=float(options["prior"]),
        actor=_slots("actor", part, options),
        recipient=_slots("recipient", part, options),
        reciprocal=bool(options.get("reciprocal", False)),
        governs=bool(options.get("governs", False)),
        modality=options.get("modality"),
        specificity=specificity,
    )


def _slots(role: str, part: Part, options: Mapping[str, Any]) -> tuple[str, ...]:
    """Slots of a role: the group's own, else those of its file for verbs or nouns; a phrase may be headed by either."""
    if role in options:
        return tuple(options[role])
    of_verb, of_noun = tuple(options.get(f"verb_{role}", ())), tuple(options.get(f"noun_{role}", ()))
    if part is Part.PHRASE:
        return tuple(dict.fromkeys((*of_verb, *of_noun)))
    return of_noun if part is Part.NOUN else of_verb


def _pieces(word: str) -> list[str]:
    """A word as tokenisers cut it: hyphens stand alone."""
    pieces: list[str] = []
    for i, piece in enumerate(word.split("-")):
        pieces.extend(["-", piece] if i else [piece])
    return pieces
