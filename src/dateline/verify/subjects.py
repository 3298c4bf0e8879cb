"""Subjects: what a resolution or veto is about, compared with what a sentence speaks of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache

from dateline.verify.sides import states_in
from dateline.vocab.cues import cue_lists
from dateline.vocab.fold import key


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """States and topic words of a text."""

    states: frozenset[str]
    topics: frozenset[str]


@lru_cache(maxsize=16384)
def subject_of(text: str) -> Subject:
    """The states named in a text, and the topics for which it has words."""
    states = {each.territory.iso3 for each in states_in(text)}
    words = f" {key(text)} "
    topics = {name for name, told in _topics() if any(f" {word} " in words or _begins(word, words) for word in told)}
    return Subject(states=frozenset(states), topics=frozenset(topics))


def _begins(word: str, words: str) -> bool:
    return word.endswith("*") and f" {word[:-1]}" in words


def likeness(told: Subject, record: Subject) -> float:
    """How well a sentence's subject fits a record's, 0 where nothing is shared.

    The record's states count most: a vote on Ukraine must be told with Ukraine, or with a topic of its title.
    """
    shared = told.states & record.states
    topics = told.topics & record.topics
    if not shared and not topics:
        return 0.0
    missing = len(record.topics - told.topics) + len(told.topics - record.topics)
    return 2.0 * bool(shared) + 1.5 * len(topics) - 0.4 * missing


@cache
def _topics() -> tuple[tuple[str, frozenset[str]], ...]:
    return tuple(
        sorted(
            (name.removeprefix("topic_"), words)
            for name, words in cue_lists("checks").items()
            if name.startswith("topic_")
        )
    )
