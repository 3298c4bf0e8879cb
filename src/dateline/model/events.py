"""Event mentions and events: what a document says happened, and the happening itself."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.arms import ArmsFrame
from dateline.model.because import Because
from dateline.model.dates import ImpreciseDate
from dateline.model.parties import Party
from dateline.model.place import Place
from dateline.model.spans import Evidence


class Modality(StrEnum):
    """Whether the words say that it happened."""

    ASSERTED = "asserted"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    NEGATED = "negated"
    HISTORICAL = "historical"


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """The date of a mention.

    Attributes:
        evidence: The time expression, or None when the date follows from something else.
        interval: The resolved interval; None while unresolved, with the reason in ``because``.
        because: How the interval was reached, or why there is none.
    """

    evidence: Evidence | None
    interval: ImpreciseDate | None
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """The place of a mention: words, and the place they stand for (None while unresolved)."""

    evidence: Evidence | None
    place: Place | None
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Magnitude:
    """A count that belongs to the act: ``quantity`` of ``what``, in ``unit`` where there is one."""

    evidence: Evidence
    quantity: float
    what: str
    unit: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One document says that it happened (or will, might, did not).

    Attributes:
        id: Content hash of document text, trigger offsets and event type.
        document_id: The document.
        sentence: Index in ``Annotations.sentences``.
        event_key: Same key = same happening within the document ("e1").
        event_type: PLOVER type ("CONSULT").
        mode, contexts: PLOVER mode and contexts.
        trigger: The words that express the act.
        actors, recipients: Who acts, and towards whom; compound parties stay one mention with lists.
        when, where: Date and place; None when nothing tells them.
        modality: Whether the words say that it happened.
        attributed_to: The words naming who claims it, or None when the report says so itself.
        magnitudes: Counts that belong to the act.
        arms: The typed arms extension, or None.
        certainty: Between 0 and 1; see the reliability table in docs/accuracy.md.
        coder: Name and version of the coder.
        because: Why type, mode, modality and parties were chosen.
    """

    id: str
    document_id: str
    sentence: int
    event_key: str
    event_type: str
    mode: str | None
    contexts: tuple[str, ...]
    trigger: Evidence
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    when: When | None
    where: Where | None
    modality: Modality
    attributed_to: Evidence | None
    magnitudes: tuple[Magnitude, ...] = ()
    arms: ArmsFrame | None = None
    certainty: float = 0.5
    coder: str = ""
    because: tuple[Because, ...] = ()

    def evidence(self) -> Iterator[tuple[str, Evidence]]:
        """Every quote of the mention with its role: trigger, actor, recipient, when and so on."""
        yield "trigger", self.trigger
        for role, parties in (("actor", self.actors), ("recipient", self.recipients)):
            for party in parties:
                if party.evidence is not None:
                    yield role, party.evidence
        for role, held in (("when", self.when), ("where", self.where)):
            if held is not None and held.evidence is not None:
                yield role, held.evidence
        if self.attributed_to is not None:
            yield "attributed_to", self.attributed_to
        for magnitude in self.magnitudes:
            yield "magnitude", magnitude.evidence
        if self.arms is not None:
            yield from self.arms.evidence()

    def check(self, text: str) -> None:
        """Refuse the mention when one of its quotes does not stand in the document.

        Raises:
            SpanError: naming the quote and what stands there instead.
        """
        for _, evidence in self.evidence():
            evidence.check(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """The fused happening, told by one or more mentions.

    Attributes:
        id: Content hash over its founding mention.
        mentions: Ids of its mentions, in order of document publication, then text.
        documents: Number of documents that tell it.
        sources: Number of different publishers that tell it.
        when: The interval all dated mentions agree on, or the widest when they do not.
    """

    id: str
    event_type: str
    mode: str | None
    contexts: tuple[str, ...]
    modality: Modality
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    when: ImpreciseDate | None
    where: Place | None
    arms: ArmsFrame | None
    certainty: float
    mentions: tuple[str, ...]
    documents: int
    sources: int
    because: tuple[Because, ...] = ()
