"""The rule coder: lexicon entries find acts, the parse finds who did them to whom."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from dateline.coding.drafting import Drafter
from dateline.coding.event_keys import assign_keys
from dateline.coding.sketches import Sketch
from dateline.coding.unsaid import add_accused, add_counterparts, add_unsaid
from dateline.model import Annotations, Coding, Document, EventMention
from dateline.vocab.triggers import Lexicon, lexicon

DEFAULT_THRESHOLD = 0.3
"""Certainty below which a mention is left out; chosen for the best F1 of event types on training passages."""

Extra = Callable[[Document, Annotations, Coding], Coding]
"""A further coder that adds to a Coding: claims, arms frames."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mention, without event key, and the sketch that it was written from."""

    mention: EventMention
    sketch: Sketch


class RuleCoder:
    """Codes events with a trigger lexicon and the dependency parse.

    Args:
        threshold: Mentions less certain than this are left out; 0 keeps all.
        extras: Coders of claims and arms frames, called in order on the finished mentions.
        words: Another lexicon than the shipped English one.
    """

    name = "rules"
    version = "3"

    def __init__(
        self, *, threshold: float = DEFAULT_THRESHOLD, extras: Sequence[Extra] = (), words: Lexicon | None = None
    ) -> None:
        self._threshold = threshold
        self._extras = tuple(extras)
        self._words = words or lexicon()

    def code(self, document: Document, annotations: Annotations) -> Coding:
        """Code one document: parties, dates and places are words, not yet resolved."""
        kept = [draft.mention for draft in self.drafts(document, annotations, least=self._threshold)]
        coding = Coding(document_id=document.id, mentions=finish(kept))
        for extra in self._extras:
            coding = extra(document, annotations, coding)
        return coding

    def drafts(self, document: Document, annotations: Annotations, *, least: float = 0.0) -> list[Draft]:
        """The mentions that the rules see, for a coder that scores them anew.

        Args:
            document: The document.
            annotations: Its annotations.
            least: Drafts less certain than this are left out.
        """
        drafter = Drafter(document, annotations, self._words, f"{self.name} {self.version}")
        return [
            Draft(mention=drafter.mention(sketch), sketch=sketch)
            for sketch in drafter.sketches()
            if sketch.certainty >= least
        ]


def finish(mentions: Iterable[EventMention]) -> tuple[EventMention, ...]:
    """The mentions of one document, in text order, with event keys and with the parties that others of theirs name."""
    ordered = sorted(mentions, key=lambda held: (held.trigger.start, held.trigger.end, held.event_type))
    keys = assign_keys(ordered)
    keyed = [dataclasses.replace(held, event_key=key) for held, key in zip(ordered, keys, strict=True)]
    return add_counterparts(add_accused(add_unsaid(keyed)))
