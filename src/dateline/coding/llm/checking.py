"""Checking: proposals whose quotes stand in the report become mentions; the others are counted with the reason."""

from __future__ import annotations

from functools import cached_property

from dateline.coding.contexts import contexts_in, contexts_near
from dateline.coding.llm.answers import MOST_MENTIONS, Proposal, Rejected, proposal
from dateline.coding.llm.chunks import Chunk
from dateline.coding.llm.parties import PartyChecker
from dateline.coding.llm.quotes import Stretch, nearest
from dateline.coding.llm.usage import Usage
from dateline.coding.magnitudes import magnitudes_of
from dateline.coding.view import View
from dateline.model import Because, EventMention, Evidence, Span, When, Where, content_id

#: The certainty a mention may have, whatever the model says.
LEAST, MOST = 0.05, 0.95
_UNSAID = 0.5
_LONGEST_TRIGGER = 10


class Checker:
    """Checks the answers about one document.

    Args:
        view: The document.
        usage: Where refused mentions and parts left out are counted.
        coder: Name and version written into each mention.
        model: Name of the model, for the reasons.
    """

    def __init__(self, view: View, usage: Usage, coder: str, model: str) -> None:
        self._view = view
        self._usage = usage
        self._coder = coder
        self._model = model
        self._parties = PartyChecker(view.text, usage.dropped)
        self._stretches: dict[int, Stretch] = {}

    def mentions(self, items: list[object], chunk: Chunk) -> list[EventMention]:
        """The mentions that hold, in the order of the answer."""
        kept: list[EventMention] = []
        if len(items) > MOST_MENTIONS:
            self._usage.rejected["too many mentions"] += len(items) - MOST_MENTIONS
        for item in items[:MOST_MENTIONS]:
            try:
                kept.append(self._mention(proposal(item, self._usage.dropped), chunk, kept))
            except Rejected as reason:
                self._usage.rejected[str(reason)] += 1
        return kept

    def _mention(self, told: Proposal, chunk: Chunk, kept: list[EventMention]) -> EventMention:
        view = self._view
        index, trigger = self._trigger(told, chunk, kept)
        stretch = self._stretch(index)
        actors = self._parties.parties(told.actors, stretch, trigger)
        recipients = self._parties.parties(told.recipients, stretch, trigger)
        if (told.actors and not actors and not recipients) or (told.recipients and not recipients and not actors):
            raise Rejected("no party in the text")
        if told.actors and not actors:
            raise Rejected("actor not in the text")
        head = self._head(trigger)
        sentence = view.annotations.sentences[index]
        when = self._part(told.when, stretch, trigger, "date")
        where = self._part(told.where, stretch, trigger, "place")
        return EventMention(
            id=content_id("m", view.document.text_sha256, trigger.start, trigger.end, told.event_type),
            document_id=view.document.id,
            sentence=index,
            event_key="",
            event_type=told.event_type,
            mode=told.mode,
            contexts=contexts_near(contexts_in(list(view.sentence_tokens(sentence))), head),
            trigger=Evidence.of(view.text, trigger.start, trigger.end),
            actors=actors,
            recipients=recipients,
            when=When(evidence=when, interval=None, because=self._quoted("coding.when")) if when else None,
            where=Where(evidence=where, place=None, because=self._quoted("coding.where")) if where else None,
            modality=told.modality,
            attributed_to=self._part(told.attributed_to, stretch, trigger, "attribution"),
            magnitudes=magnitudes_of(view.text, view.tree, head) if view.tokens else (),
            certainty=_clipped(told.certainty),
            coder=self._coder,
            because=self._because(told, index),
        )

    def _trigger(self, told: Proposal, chunk: Chunk, kept: list[EventMention]) -> tuple[int, Span]:
        """Sentence and place of the trigger: in the sentence that is named, or else in one next to it.

        Words that stand there twice are those that no earlier mention of the type has taken.
        """
        if told.sentence not in chunk.own:
            raise Rejected("sentence of the context" if told.sentence in chunk.context else "no such sentence")
        if len(told.trigger.split()) > _LONGEST_TRIGGER:
            raise Rejected("trigger too long")
        taken = {held.trigger.span for held in kept if held.event_type == told.event_type}
        at = chunk.own.index(told.sentence)
        for place in (at, at - 1, at + 1):
            if 0 <= place < len(chunk.own):
                index = chunk.own[place]
                found = [s for s in self._stretch(index).find(told.trigger) if s.start >= self._view.body_start]
                if found:
                    return index, next((span for span in found if span not in taken), found[0])
        raise Rejected("trigger not in the text")

    def _part(self, quote: str | None, stretch: Stretch, trigger: Span, what: str) -> Evidence | None:
        """The words of a date, place or attribution; left out and counted if they do not stand in the sentence."""
        if quote is None:
            return None
        span = nearest(stretch.find(quote), trigger)
        if span is None:
            self._usage.dropped[f"{what} not in the sentence"] += 1
            return None
        return Evidence.of(self._view.text, span.start, span.end)

    def _head(self, trigger: Span) -> int:
        """The token of the trigger that is governed from outside."""
        view = self._view
        first, last = view.tokens_of(trigger.start, trigger.end)
        within = range(first, min(last, len(view.tokens)))
        return next((i for i in within if view.tokens[i].head not in within or view.tokens[i].head == i), first)

    def _stretch(self, index: int) -> Stretch:
        if index not in self._stretches:
            sentence = self._view.annotations.sentences[index]
            self._stretches[index] = Stretch(self._view.text, sentence.start, sentence.end)
        return self._stretches[index]

    def _because(self, told: Proposal, index: int) -> tuple[Because, ...]:
        said = _clipped(told.certainty)
        reasons = [Because(step="coding.type", reason=f"{self._model} reads the words so", rule="llm", score=said)]
        if told.certainty is None:
            reasons.append(Because(step="coding.certainty", reason="the model did not say how sure it is", rule="llm"))
        if index != told.sentence:
            why = f"the model named sentence {told.sentence}; the words stand in sentence {index}"
            reasons.append(Because(step="coding.trigger", reason=why, rule="llm"))
        if told.mode is not None:
            reasons.append(Because(step="coding.mode", reason=f"{self._model} chose it", rule="llm"))
        reasons.append(Because(step="coding.modality", reason=f"{self._model} chose it", rule="llm"))
        for side, said_parties in (("actors", told.actors), ("recipients", told.recipients)):
            if said_parties:
                reasons.extend(self._quoted(f"coding.{side}"))
        return tuple(reasons)

    def _quoted(self, step: str) -> tuple[Because, ...]:
        return self._quotes[step]

    @cached_property
    def _quotes(self) -> dict[str, tuple[Because, ...]]:
        reason = f"{self._model} quotes the words, and they stand in the text"
        steps = ("coding.when", "coding.where", "coding.actors", "coding.recipients")
        return {step: (Because(step=step, reason=reason, rule="llm"),) for step in steps}


def _clipped(certainty: float | None) -> float:
    return _UNSAID if certainty is None else min(max(certainty, LEAST), MOST)
