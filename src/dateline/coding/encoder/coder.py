"""The encoder coder: a small network and the lexicon find acts together, the parse finds who did them to whom."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence

from dateline.coding.certainty import Model
from dateline.coding.certainty import probability as rated
from dateline.coding.drafting import Drafter
from dateline.coding.encoder import combining
from dateline.coding.encoder.combining import Scored, features, in_company
from dateline.coding.encoder.model import Encoder, shipped
from dateline.coding.encoder.pieces import TokenScores, token_scores
from dateline.coding.encoder.proposals import proposals
from dateline.coding.rules import Extra, finish
from dateline.coding.sketches import Sketch
from dateline.model import Annotations, Because, Coding, Document, EventMention
from dateline.vocab.triggers import Lexicon, lexicon

LEAST = 0.04
"""First certainty below which a proposal is dropped."""
WORTH = 0.08
"""What the rules must give a sentence's likeliest act for the encoder to read it (keeps 98.6 % of annotated ones)."""


class EncoderCoder:
    """Codes events with a fine-tuned encoder, the trigger lexicon and the dependency parse.

    Args:
        threshold: Mentions less certain than this are left out; None means the model's own, chosen for best F1.
        extras: Coders of claims and arms frames, called in order on the finished mentions.
        encoder: Another encoder than the shipped one.
        words: Another lexicon than the shipped English one.

    Raises:
        ModelMissing: the encoder cannot be loaded.
    """

    name = "encoder+rules"

    def __init__(
        self,
        *,
        threshold: float | None = None,
        extras: Sequence[Extra] = (),
        encoder: Encoder | None = None,
        words: Lexicon | None = None,
    ) -> None:
        self._encoder = encoder or shipped()
        combiner = self._encoder.metadata["combiner"]
        self._first: Mapping[str, float] = combiner["first"]
        self._second: Mapping[str, float] = combiner["second"]
        self._threshold = float(combiner["threshold"]) if threshold is None else threshold
        self._extras = tuple(extras)
        self._words = words or lexicon()
        self.version = f"2-{self._encoder.version}"

    def code(self, document: Document, annotations: Annotations) -> Coding:
        """Code one document: parties, dates and places are words, not yet resolved."""
        drafter = Drafter(document, annotations, self._words, f"{self.name} {self.version}")
        readings = drafter.readings()
        scores = self._read(document, annotations, readings)
        scored = self._scored(drafter, readings, scores)
        drafter.ranker.heard = scores.parties
        drafter.settle(_likeliest(scored))
        kept = [held for held in scored if held.certainty >= self._threshold]
        mentions = finish(_mention(drafter, held, scores) for held in kept)
        coding = Coding(document_id=document.id, mentions=mentions)
        for extra in self._extras:
            coding = extra(document, annotations, coding)
        return coding

    def _scored(self, drafter: Drafter, readings: Sequence[Sketch], scores: TokenScores) -> list[Scored]:
        """All proposals with their certainty, however uncertain."""
        first = [self._weighed(held, self._first) for held in proposed(drafter, readings, scores)]
        return [self._weighed(held, self._second) for held in in_company(h for h in first if h.certainty >= LEAST)]

    def _weighed(self, held: Scored, weights: Mapping[str, float]) -> Scored:
        certainty = combining.probability(held.features, weights)
        return Scored(proposal=held.proposal, features=held.features, certainty=certainty)

    def _read(self, document: Document, annotations: Annotations, readings: Sequence[Sketch]) -> TokenScores:
        """The encoder's scores of the sentences that the rules find worth reading."""
        wanted = sorted({s.candidate.sentence for s in readings if rated(s.traits, Model.READING) >= WORTH})
        spans = [(annotations.sentences[i].start, annotations.sentences[i].end) for i in wanted]
        offsets, scores = self._encoder.score(document.text, spans)
        return token_scores(annotations.tokens, offsets, scores, self._encoder.layout)


def _mention(drafter: Drafter, held: Scored, scores: TokenScores) -> EventMention:
    """The mention of a proposal, with the encoder's word for its type, and for its mode where the rules have none."""
    candidate = held.sketch.candidate
    mention = drafter.mention(held.sketch)
    kind = mention.event_type
    certain = 1.0 / (1.0 + math.exp(-held.proposal.scores[scores.layout.types.index(kind)]))
    reasons = [Because(step="coding.type", reason=f"the encoder reads the words as {kind}", score=round(certain, 3))]
    mode = mention.mode or scores.mode(slice(candidate.first, candidate.last), kind)
    if mode != mention.mode:
        reasons.append(Because(step="coding.mode", reason="the encoder reads it from the words"))
    lexical = held.proposal.source == "lexicon"
    others = (because for because in mention.because if lexical or because.step != "coding.type")
    return dataclasses.replace(mention, mode=mode, because=(*reasons, *others))


def proposed(drafter: Drafter, readings: Sequence[Sketch], scores: TokenScores) -> list[Scored]:
    """Each proposal with its features."""
    types = scores.layout.types
    return [
        Scored(proposal=proposal, features=features(proposal, types))
        for proposal in proposals(drafter, readings, scores)
    ]


def _likeliest(scored: Sequence[Scored]) -> list[Sketch]:
    """The likeliest sketch of each trigger, with its certainty."""
    best: dict[int, Sketch] = {}
    for held in scored:
        held.sketch.certainty = held.certainty
        other = best.get(held.trigger[0])
        if other is None or other.certainty < held.certainty:
            best[held.trigger[0]] = held.sketch
    return list(best.values())
