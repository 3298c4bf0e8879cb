"""Small records, and stages that need no model, for the tests of store, query, fuse, pipeline and record.

The stages understand one kind of sentence: ``<Name> met|accused|armed|agreed|signed <Name>.`` A report that holds CRASH
makes the coder raise.
"""

from __future__ import annotations

import datetime as dt
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.model import (
    Annotations,
    ArmsFrame,
    Because,
    Claim,
    ClaimKind,
    Coding,
    Document,
    EventMention,
    Evidence,
    ImpreciseDate,
    Modality,
    Party,
    Place,
    PlacePrecision,
    Sentence,
    Token,
    When,
    Where,
    content_id,
)
from dateline.pipeline import Pipeline, Settings

TYPES = {"met": "CONSULT", "accused": "ACCUSE", "armed": "AID", "agreed": "AGREE", "signed": "SUPPORT"}
WHO = {
    "Anders": ("person/anders", "SWE", "GOV"),
    "Bellini": ("person/bellini", "ITA", "GOV"),
    "Costa": ("person/costa", "PRT", "MIL"),
    "Sweden": ("state/SWE", "SWE", "GOV"),
    "Italy": ("state/ITA", "ITA", "GOV"),
    "Portugal": ("state/PRT", "PRT", "GOV"),
}
ROME = Place(name="Rome", country="ITA", precision=PlacePrecision.CITY, lat=41.9, lon=12.5, geonames_id=3169070)
_ACT = re.compile(r"(\w+) (met|accused|armed|agreed|signed) (\w+)( with (\d+) howitzers)?( in Rome)?\.")


def report(text: str, publisher: str | None = "The Courier", day: int = 3, **particulars: object) -> Document:
    """A report of March 2021."""
    return Document.of(text, publisher=publisher, published=dt.date(2021, 3, day), language="en", **particulars)


class FakeAnnotator:
    """White space makes tokens, full stops make sentences.

    Args:
        seconds: How long each document takes.
    """

    name, version = "fake annotator", "1"

    def __init__(self, seconds: float = 0.0) -> None:
        self.seconds = seconds
        self.batches: list[int] = []

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotations]:
        held = list(documents)
        self.batches.append(len(held))
        for document in held:
            time.sleep(self.seconds)
            yield self._one(document)

    def _one(self, document: Document) -> Annotations:
        tokens: list[Token] = []
        sentences: list[Sentence] = []
        for number, found in enumerate(re.finditer(r"[^.\s][^.]*\.?", document.text)):
            first = len(tokens)
            for word in re.finditer(r"\S+", found.group()):
                start, end = found.start() + word.start(), found.start() + word.end()
                tokens.append(
                    Token(
                        i=len(tokens),
                        start=start,
                        end=end,
                        text=word.group(),
                        lemma=word.group().lower(),
                        pos="X",
                        tag="XX",
                        dep="dep",
                        head=first,
                        sentence=number,
                    )
                )
            sentences.append(Sentence(start=found.start(), end=found.end(), first=first, last=len(tokens)))
        return Annotations(
            document_id=document.id, annotator="fake annotator 1", tokens=tuple(tokens), sentences=tuple(sentences)
        )


class FakeCoder:
    """Codes the sentences that it understands.

    Args:
        version: Of the coder.
        seconds: How long each document takes.
    """

    name = "fake coder"

    def __init__(self, version: str = "1", seconds: float = 0.0) -> None:
        self.version = version
        self.seconds = seconds

    def code(self, document: Document, annotations: Annotations) -> Coding:
        time.sleep(self.seconds)
        if "CRASH" in document.text:
            raise ZeroDivisionError("the coder stumbled")
        mentions, arms, claims = [], [], []
        for found in _ACT.finditer(document.text):
            mention = self._mention(document, annotations, found)
            if mention.arms is not None:
                arms.append(mention.arms)
                claims.append(_claim(mention, _evidence(document, found, 5), found.group(5)))
            mentions.append(mention)
        return Coding(document_id=document.id, mentions=tuple(mentions), arms=tuple(arms), claims=tuple(claims))

    def _mention(self, document: Document, annotations: Annotations, found: re.Match[str]) -> EventMention:
        trigger = _evidence(document, found, 2)
        actor, recipient = (
            Party(evidence=_evidence(document, found, group), name=found.group(group)) for group in (1, 3)
        )
        sentence = next(n for n, each in enumerate(annotations.sentences) if each.start <= trigger.start < each.end)
        place = _evidence(document, found, 6) if found.group(6) else None
        frame = None
        if found.group(4):
            frame = ArmsFrame(
                trigger=trigger,
                supplier=actor,
                recipient=recipient,
                item=_evidence(document, found, 4),
                item_class="artillery",
                quantity=_evidence(document, found, 5),
                value=None,
                amount=None,
                currency=None,
                status="delivered",
            )
        return EventMention(
            id=content_id("mention", document.text_sha256, trigger.start, trigger.end, TYPES[found.group(2)]),
            document_id=document.id,
            sentence=sentence,
            event_key=f"{actor.name} {trigger.text} {recipient.name}",
            event_type=TYPES[found.group(2)],
            mode=None,
            contexts=("military",) if frame else (),
            trigger=trigger,
            actors=(actor,),
            recipients=(recipient,),
            when=When(evidence=None, interval=None),
            where=Where(evidence=place, place=None) if place else None,
            modality=Modality.ASSERTED,
            attributed_to=None,
            arms=frame,
            certainty=0.75,
            coder=f"{self.name} {self.version}",
            because=(Because(step="coding.type", reason=f"the verb is {trigger.text!r}", rule=trigger.text),),
        )


class FakeResolver:
    """Knows the names in ``WHO`` and takes the day of publication for the day of the act."""

    name, version = "fake resolver", "1"

    def resolve(self, document: Document, annotations: Annotations, coding: Coding) -> Coding:
        mentions = tuple(self._mention(document, mention) for mention in coding.mentions)
        return replace(coding, mentions=mentions, arms=tuple(each.arms for each in mentions if each.arms))

    def _mention(self, document: Document, mention: EventMention) -> EventMention:
        interval = ImpreciseDate.day(document.published) if document.published else None
        because = (Because(step="resolve.when", reason="the day of publication"),)
        arms = mention.arms
        if arms is not None and arms.supplier and arms.recipient:
            arms = replace(arms, supplier=_known(arms.supplier), recipient=_known(arms.recipient))
        return replace(
            mention,
            actors=tuple(map(_known, mention.actors)),
            recipients=tuple(map(_known, mention.recipients)),
            when=When(evidence=None, interval=interval, because=because),
            where=replace(mention.where, place=ROME) if mention.where else None,
            arms=arms,
        )


def fake_pipeline(*, version: str = "1", seconds: float = 0.0, settings: Settings | None = None) -> Pipeline:
    """A whole pipeline of fakes; ``seconds`` is what a document takes."""
    stages = FakeAnnotator(seconds / 2), FakeCoder(version, seconds / 2), FakeResolver()
    return Pipeline(*stages, settings or Settings(batch_size=4))


def _known(party: Party) -> Party:
    canonical_id, country, sector = WHO[party.name]
    because = (Because(step="resolve.actor", reason=f"{party.name} is {canonical_id}"),)
    return replace(party, canonical_id=canonical_id, country=country, sector=sector, because=because)


def _claim(mention: EventMention, evidence: Evidence, value: str) -> Claim:
    return Claim(
        id=content_id("claim", mention.id, value),
        document_id=mention.document_id,
        sentence=mention.sentence,
        evidence=evidence,
        kind=ClaimKind.COUNT,
        subject=mention.actors[0].name,
        predicate="gave",
        object=mention.recipients[0].name,
        value=value,
        unit="howitzers",
        period=None,
    )


def _evidence(document: Document, found: re.Match[str], group: int) -> Evidence:
    start, end = found.span(group)
    while document.text[start] == " ":
        start += 1
    return Evidence.of(document.text, start, end)
