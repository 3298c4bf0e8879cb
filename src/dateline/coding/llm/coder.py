"""The ``llm`` coder: a model behind an endpoint proposes, the text disposes."""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from dateline.coding.llm.answers import read_answer
from dateline.coding.llm.budget import Budget, estimate
from dateline.coding.llm.checking import Checker
from dateline.coding.llm.chunks import Chunk, chunks_of
from dateline.coding.llm.client import Client, Messages
from dateline.coding.llm.endpoint import Endpoint
from dateline.coding.llm.prompt import report_prompt, system_prompt
from dateline.coding.llm.schema import answer_schema
from dateline.coding.llm.settings import LlmSettings
from dateline.coding.llm.trouble import TooMuch, Trouble
from dateline.coding.llm.usage import Usage
from dateline.coding.rules import Extra, finish
from dateline.coding.view import View
from dateline.errors import EndpointError, EndpointUnavailable
from dateline.model import Annotations, Coding, Document, EventMention


class LlmCoder:
    """Codes events with a language model behind an OpenAI-compatible endpoint.

    Every quote of an answer is looked up in the report; what does not stand there is refused and counted in
    ``usage``. Only whole words of the report and names of the vocabulary reach the records.

    Args:
        settings: Endpoint, model and limits.
        key: The endpoint's key, or None.
        extras: Coders of claims and arms frames, called in order on the finished mentions.
        sleep: Waits some seconds between attempts.

    Raises:
        UsageError: an address or key that cannot be used.
    """

    name = "llm"

    def __init__(
        self,
        settings: LlmSettings,
        key: str | None = None,
        *,
        extras: Sequence[Extra] = (),
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._settings = settings
        self._endpoint = Endpoint.of(settings.url, key)
        self._extras = tuple(extras)
        self.usage = Usage(
            label=f"llm {settings.model} at {self._endpoint.shown}",
            price_input=settings.price_input,
            price_output=settings.price_output,
            currency=settings.currency,
        )
        self.version = f"1-{_prompt_hash()}-{settings.fingerprint} {settings.model}"
        self._client = Client(settings, self._endpoint, self.usage, sleep)

    def code(self, document: Document, annotations: Annotations) -> Coding:
        """Code one document: parties, dates and places are words, not yet resolved.

        Raises:
            EndpointError: no usable answer for this document; others may fare better.
            EndpointUnavailable: the endpoint answers no document: wrong key, no such model, not reachable.
        """
        try:
            mentions = self._mentions(View(document, annotations))
        except Trouble as trouble:
            self.usage.failed += 1
            raise self._error(trouble, document) from trouble
        self.usage.documents += 1
        self.usage.mentions += len(mentions)
        coding = Coding(document_id=document.id, mentions=finish(mentions))
        for extra in self._extras:
            coding = extra(document, annotations, coding)
        return coding

    def _error(self, trouble: Trouble, document: Document) -> EndpointError:
        """What the caller gets to see: about the endpoint alone, or about the document too."""
        shown = self._endpoint.shown
        if trouble.fatal:
            return EndpointUnavailable(f"cannot use {shown}", trouble.reason, trouble.next_step)
        what = f"cannot code {document.source or document.id} with {shown}"
        return EndpointError(what, trouble.reason, trouble.next_step)

    def _mentions(self, view: View) -> list[EventMention]:
        """What holds of the answers about all pieces of a document."""
        settings = self._settings
        chunks = chunks_of(view, characters=settings.chunk_characters, overlap=settings.overlap_sentences)
        budget = Budget(settings.max_tokens)
        budget.afford(sum(estimate(*(m["content"] for m in _messages(view, chunk))) for chunk in chunks))
        checker = Checker(view, self.usage, f"{self.name} {self.version}", settings.model)
        found = [
            mention
            for chunk in chunks
            for answered, items in self._answers(view, chunk, budget)
            for mention in checker.mentions(items, answered)
        ]
        return self._without_repeats(found)

    def _answers(self, view: View, chunk: Chunk, budget: Budget) -> Iterator[tuple[Chunk, list[object]]]:
        """The answer about a piece; about its halves where the piece or its answer is too long for the model."""
        try:
            items = self._client.ask(_messages(view, chunk), budget, read_answer)
        except TooMuch:
            if len(chunk.own) < 2:
                raise
            for half in chunk.halves(self._settings.overlap_sentences):
                yield from self._answers(view, half, budget)
        else:
            yield chunk, items

    def _without_repeats(self, mentions: list[EventMention]) -> list[EventMention]:
        """Of mentions of one type on overlapping words, the surest."""
        kept: list[EventMention] = []
        for mention in sorted(mentions, key=lambda held: -held.certainty):
            same = (held for held in kept if held.event_type == mention.event_type)
            if any(held.trigger.span.overlaps(mention.trigger) for held in same):
                self.usage.rejected["repeated"] += 1
            else:
                kept.append(mention)
        return kept


def _messages(view: View, chunk: Chunk) -> Messages:
    report = report_prompt(view.document, view.annotations.sentences, chunk)
    return [{"role": "system", "content": system_prompt()}, {"role": "user", "content": report}]


@cache
def _prompt_hash() -> str:
    """Eight hexadecimal digits over all that is asked for, beside the report."""
    asked = system_prompt() + json.dumps(answer_schema())
    return hashlib.sha256(asked.encode()).hexdigest()[:8]
