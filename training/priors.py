"""Priors of lexicon entries: how often an entry is right where it fits, learned from annotated passages."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING

from dateline.vocab.triggers import Lexicon, Trigger, build, expand_classes, read_triggers

if TYPE_CHECKING:
    from reports import Judged

LANGUAGE = "en"
STRENGTH = 5.0
"""How often an entry counts as seen, before any passage is read, with the prior of its group."""
SEEN = 2
"""An entry seen less often keeps the prior of its group."""
RARE = 20
"""A type with fewer gold mentions teaches nothing about its entries."""
_SUREST = 0.97
"""No entry is surer than this, nor less sure than the rest to 1."""


def unlearned() -> tuple[tuple[str, str], ...]:
    """Name and text of the files that define the English lexicon before any prior was learned, in order of names."""
    data = files("dateline.vocab") / "data"
    folder = data / "triggers" / LANGUAGE
    found = [(path.name, path.read_text("utf-8")) for path in folder.iterdir() if path.name.endswith(".toml")]
    classes = (data / "coding" / LANGUAGE / "classes.toml").read_text("utf-8")
    return (("classes.toml", classes), *sorted(found))


def base_lexicon() -> Lexicon:
    """The English lexicon in which each entry has the prior of its group."""
    (_, classes), *triggers = unlearned()
    expanded = expand_classes(tomllib.loads(classes))
    entries = (entry for _, text in triggers for entry in read_triggers(tomllib.loads(text), expanded))
    return build(entries, expanded)


def with_priors(words: Lexicon, priors: Mapping[str, float]) -> Lexicon:
    """The lexicon with learned priors where there are any."""
    entries = (replace(held, prior=priors[held.id]) if held.id in priors else held for held in words)
    return build(entries, words.classes)


def rare_types(words: Lexicon, gold_types: Iterable[str]) -> frozenset[str]:
    """The types of a lexicon with too few gold mentions to learn from."""
    seen = Counter(gold_types)
    return frozenset(entry.event_type for entry in words if seen[entry.event_type] < RARE)


def learn(passages: Iterable[Sequence[Judged]], rare: frozenset[str]) -> dict[str, float]:
    """Entry → prior, to two digits: the share that was right, smoothed towards the prior of the entry's group.

    Args:
        passages: The readings of each passage under the base lexicon.
        rare: Types whose entries are left alone.
    """
    seen: Counter[str] = Counter()
    right: Counter[str] = Counter()
    entries: dict[str, Trigger] = {}
    for passage in passages:
        for held in passage:
            entry = held.sketch.option.trigger
            if entry.event_type not in rare:
                entries[entry.id] = entry
                seen[entry.id] += 1
                right[entry.id] += held.right
    shares = {
        name: (right[name] + STRENGTH * entries[name].prior) / (seen[name] + STRENGTH)
        for name in sorted(entries)
        if seen[name] >= SEEN
    }
    return {name: round(min(max(share, 1.0 - _SUREST), _SUREST), 2) for name, share in shares.items()}
