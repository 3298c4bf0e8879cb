"""Drafts: a mention for each candidate of a document, with the traits that its certainty is made from."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from dateline.coding.certainty import Model, probability
from dateline.coding.contexts import contexts_in, contexts_near
from dateline.coding.gate import Gate
from dateline.coding.magnitudes import magnitudes_of
from dateline.coding.modality import ModalityReader
from dateline.coding.modes import mode_by_parties, mode_of
from dateline.coding.parties import PartyMaker
from dateline.coding.readings import Decision, decide
from dateline.coding.roles import RoleFinder, Roles
from dateline.coding.scope import uncovered
from dateline.coding.speakers import Speakers
from dateline.coding.surroundings import Surroundings
from dateline.coding.traits import mark_company, mark_repeats, traits_of
from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate, Option, find_candidates
from dateline.model import Annotations, Because, Document, EventMention, Evidence, content_id
from dateline.vocab.triggers import Lexicon

_SHORT_TITLE = 10
_MOST_READINGS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A mention before the decision whether it is kept.

    Attributes:
        mention: The mention; no event key yet.
        candidate: The words it came from, with all their readings.
        option: The reading chosen.
        traits: What speaks for and against it (name → value), input of the certainty model.
    """

    mention: EventMention
    candidate: Candidate
    option: Option
    traits: Mapping[str, float]


class Drafter:
    """Drafts the mentions of one document.

    Args:
        document: The document.
        annotations: Its annotations.
        words: The trigger lexicon.
        coder: Name and version written into each mention.
    """

    def __init__(self, document: Document, annotations: Annotations, words: Lexicon, coder: str) -> None:
        self._document = document
        self._coder = coder
        self._words = words
        self._tree = Tree(annotations)
        self._gate = Gate(self._tree, words)
        speakers = Speakers(self._tree)
        self._roles = RoleFinder(self._tree, self._gate, speakers, words)
        self._parties = PartyMaker(document.text, self._tree, self._gate, speakers)
        year = document.published.year if document.published else None
        self._modality = ModalityReader(self._tree, speakers, year)
        self._surroundings = Surroundings(document.text, self._tree, self._gate, speakers)
        self._contexts: dict[int, tuple[tuple[str, int], ...]] = {}

    def drafts(self) -> list[Draft]:
        """The likeliest draft of each candidate that is no part of another's words, in text order.

        Candidates in the title line are left out.
        """
        body = self._title_end
        found = uncovered(self._tree, find_candidates(self._tree, self._words), self._words.of_class("light"))
        drafts = [
            self.draft(held, option, governor)
            for held, governor in found
            if held.start >= body
            for option in held.options[:_MOST_READINGS]
        ]
        best: dict[int, Draft] = {}
        for draft in (_scored(draft, Model.READING) for draft in mark_company(drafts)):
            other = best.get(draft.candidate.head)
            if other is None or draft.mention.certainty > other.mention.certainty:
                best[draft.candidate.head] = draft
        return [_scored(draft, Model.CERTAINTY) for draft in mark_repeats(best.values())]

    @cached_property
    def _title_end(self) -> int:
        """Where the title ends, if the text begins with it."""
        title = (self._document.title or "").strip()
        return len(title) if len(title) > _SHORT_TITLE and self._document.text.startswith(title) else 0

    def draft(self, candidate: Candidate, option: Option, governor: Candidate | None = None) -> Draft:
        """The draft of a candidate under one reading; ``governor`` is the act whose content it is."""
        head = candidate.head
        roles = self._roles.roles(candidate, option)
        decision = decide(option, self._modality.read(head))
        mode, mode_reason = mode_of(self._tree, head, option, decision.event_type)
        if mode is None:
            victim = self._gate.names.get(roles.recipients[0]) if len(roles.recipients) == 1 else None
            mode, mode_reason = mode_by_parties(self._tree, head, decision.event_type, len(roles.actors), victim)
        text = self._document.text
        mention = EventMention(
            id=content_id("m", self._document.text_sha256, candidate.start, candidate.end, decision.event_type),
            document_id=self._document.id,
            sentence=candidate.sentence,
            event_key="",
            event_type=decision.event_type,
            mode=mode,
            contexts=contexts_near(self._contexts_of(candidate.sentence), head),
            trigger=Evidence.of(text, candidate.start, candidate.end),
            actors=tuple(self._parties.party(i, head) for i in roles.actors),
            recipients=tuple(self._parties.party(i, head) for i in roles.recipients),
            when=self._surroundings.when(head),
            where=self._surroundings.where(head),
            modality=decision.modality,
            attributed_to=self._surroundings.attributed_to(head),
            magnitudes=magnitudes_of(text, self._tree, head),
            coder=self._coder,
            because=_because(option, roles, decision, mode_reason),
        )
        part = self._roles.part(candidate, option)
        traits = traits_of(self._tree, self._gate, candidate, option, roles, decision, mention, part)
        if governor is not None:
            traits["governed"] = 1.0
            traits["governed_prior"] = governor.best.trigger.prior
        return Draft(mention=mention, candidate=candidate, option=option, traits=traits)

    def _contexts_of(self, index: int) -> tuple[tuple[str, int], ...]:
        if index not in self._contexts:
            sentence = self._tree.annotations.sentences[index]
            self._contexts[index] = contexts_in(list(self._tree.tokens[sentence.first : sentence.last]))
        return self._contexts[index]


def _scored(draft: Draft, model: Model) -> Draft:
    certainty = probability(draft.traits, model)
    return dataclasses.replace(draft, mention=dataclasses.replace(draft.mention, certainty=certainty))


def _because(option: Option, roles: Roles, decision: Decision, mode: str) -> tuple[Because, ...]:
    trigger = option.trigger
    fits = f"the words fit the entry “{trigger.id}”"
    reasons = [Because(step="coding.type", reason=fits, rule=trigger.id, score=trigger.prior)]
    if mode:
        reasons.append(Because(step="coding.mode", reason=mode))
    reasons.extend(Because(step="coding.modality", reason=reason) for reason in decision.reasons)
    if roles.actors:
        reasons.append(Because(step="coding.actors", reason=f"they stand as {roles.actor_slot}"))
    if roles.recipients:
        reasons.append(Because(step="coding.recipients", reason=f"they stand as {roles.recipient_slot}"))
    return tuple(reasons)
