"""The rule coder: lexicon entries find acts, the parse finds who did them to whom."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from dateline.coding.certainty import certainty
from dateline.coding.contexts import contexts_in, contexts_near
from dateline.coding.event_keys import assign_keys
from dateline.coding.gate import Gate
from dateline.coding.magnitudes import magnitudes_of
from dateline.coding.modality import ModalityReader
from dateline.coding.modes import mode_of
from dateline.coding.readings import Decision, decide
from dateline.coding.roles import RoleFinder, Roles
from dateline.coding.scope import uncovered
from dateline.coding.speakers import Speakers
from dateline.coding.surroundings import Surroundings
from dateline.coding.traits import traits_of
from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate, Option, find_candidates
from dateline.coding.unsaid import add_unsaid
from dateline.model import Annotations, Because, Coding, Document, EventMention, Evidence, content_id
from dateline.vocab.triggers import Lexicon, lexicon

DEFAULT_THRESHOLD = 0.4
"""Certainty below which a mention is left out; chosen for the best F1 of event types on training passages."""


class RuleCoder:
    """Codes events with a trigger lexicon and the dependency parse.

    Args:
        threshold: Mentions less certain than this are left out; 0 keeps all.
        words: Another lexicon than the shipped English one.
    """

    name = "rules"
    version = "1"

    def __init__(self, *, threshold: float = DEFAULT_THRESHOLD, words: Lexicon | None = None) -> None:
        self._threshold = threshold
        self._words = words or lexicon()

    def code(self, document: Document, annotations: Annotations) -> Coding:
        """Code one document: mentions with words, not yet resolved; claims and arms come from their own coders."""
        work = _Work(document, annotations, self._words, f"{self.name} {self.version}")
        mentions = [held for held in work.mentions() if held.certainty >= self._threshold]
        return Coding(document_id=document.id, mentions=tuple(work.keyed(mentions)))


class _Work:
    """The coding of one document."""

    def __init__(self, document: Document, annotations: Annotations, words: Lexicon, coder: str) -> None:
        self._document = document
        self._coder = coder
        self._words = words
        self._tree = Tree(annotations)
        self._gate = Gate(self._tree, words)
        speakers = Speakers(annotations)
        self._roles = RoleFinder(document.text, self._tree, self._gate, speakers, words)
        self._modality = ModalityReader(
            self._tree, document.published.year if document.published else None, annotations.times
        )
        self._surroundings = Surroundings(document.text, self._tree, self._gate, speakers)
        self.traits: list[dict[str, float]] = []

    def mentions(self) -> list[EventMention]:
        """One mention for each candidate that is no content of another, in text order."""
        found: list[EventMention] = []
        for candidate in uncovered(self._tree, find_candidates(self._tree, self._words)):
            if candidate.start >= _title_end(self._document):
                found.append(self._mention(candidate, candidate.best))
        return found

    def keyed(self, mentions: Sequence[EventMention]) -> list[EventMention]:
        """The mentions with event keys, and with the parties that others of the same happening name."""
        keys = assign_keys(mentions)
        return add_unsaid(
            [dataclasses.replace(held, event_key=key) for held, key in zip(mentions, keys, strict=True)]
        )

    def _mention(self, candidate: Candidate, option: Option) -> EventMention:
        head = candidate.head
        roles = self._roles.roles(candidate, option)
        decision = decide(option, self._modality.read(head))
        mode, mode_reason = mode_of(self._tree, head, option, decision.event_type)
        text = self._document.text
        sentence = self._tree.annotations.sentences[candidate.sentence]
        contexts = contexts_in(list(self._tree.tokens[sentence.first : sentence.last]))
        mention = EventMention(
            id=content_id("m", self._document.text_sha256, candidate.start, candidate.end, decision.event_type),
            document_id=self._document.id,
            sentence=candidate.sentence,
            event_key="",
            event_type=decision.event_type,
            mode=mode,
            contexts=contexts_near(contexts, head),
            trigger=Evidence.of(text, candidate.start, candidate.end),
            actors=tuple(self._roles.party(i, head) for i in roles.actors),
            recipients=tuple(self._roles.party(i, head) for i in roles.recipients),
            when=self._surroundings.when(head),
            where=self._surroundings.where(head),
            modality=decision.modality,
            attributed_to=self._surroundings.attributed_to(head),
            magnitudes=magnitudes_of(text, self._tree, head),
            coder=self._coder,
            because=self._because(option, roles, decision, mode_reason),
        )
        part = self._roles.part(candidate, option)
        traits = traits_of(self._tree, self._gate, candidate, option, roles, decision, mention, part)
        self.traits.append(traits)
        return dataclasses.replace(mention, certainty=certainty(traits))

    def _because(self, option: Option, roles: Roles, decision: Decision, mode: str) -> tuple[Because, ...]:
        trigger = option.trigger
        reasons = [
            Because(
                step="coding.type",
                reason=f"the words fit the entry “{trigger.id}”",
                rule=trigger.id,
                score=trigger.prior,
            )
        ]
        if mode:
            reasons.append(Because(step="coding.mode", reason=mode))
        reasons.extend(Because(step="coding.modality", reason=reason) for reason in decision.reasons)
        if roles.actors:
            reasons.append(Because(step="coding.actors", reason=f"they stand as {roles.actor_slot}"))
        if roles.recipients:
            reasons.append(Because(step="coding.recipients", reason=f"they stand as {roles.recipient_slot}"))
        return tuple(reasons)


def _title_end(document: Document) -> int:
    """Where the title ends, if the text begins with it."""
    title = (document.title or "").strip()
    return len(title) if len(title) > 10 and document.text.startswith(title) else 0
