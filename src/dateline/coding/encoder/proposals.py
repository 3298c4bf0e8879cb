"""Proposals: which words could express which act, by the lexicon, by the encoder, or by both."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from dateline.coding.drafting import Drafter
from dateline.coding.encoder.pieces import TokenScores
from dateline.coding.sketches import Sketch
from dateline.coding.triggers import Candidate, Option
from dateline.model import Token
from dateline.vocab.triggers import Lexicon, Part, Trigger, lexicon

LEAST = -3.0
"""Log-odds below which the encoder alone proposes nothing."""
_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "PROPN", "ADV"})
_APART = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Words that may express an act of one type.

    Attributes:
        sketch: What the rules make of the words; its type is the one proposed.
        scores: The encoder's log-odds of each type over the words.
        source: ``lexicon``, ``retyped`` (the lexicon has the words, with other types) or ``unknown``.
    """

    sketch: Sketch
    scores: Sequence[float]
    source: str


def proposals(drafter: Drafter, readings: Sequence[Sketch], scores: TokenScores) -> Iterator[Proposal]:
    """All proposals of a document: every reading of each candidate, and what the encoder sees besides.

    Args:
        drafter: The document's drafter.
        readings: Its readings.
        scores: The encoder's scores.
    """
    taken: set[int] = set()
    by_head: dict[int, list[Sketch]] = {}
    for sketch in readings:
        by_head.setdefault(sketch.candidate.head, []).append(sketch)
    for head, sketches in by_head.items():
        candidate = sketches[0].candidate
        words = {head, *(i for option in candidate.options for i in option.matched)}
        taken |= set(range(candidate.first, candidate.last)) | {head}
        own = scores.types[sorted(words)].max(axis=0)
        told = own.tolist()
        for sketch in sketches:
            yield Proposal(sketch=sketch, scores=told, source="lexicon")
        known = {sketch.decision.event_type for sketch in sketches}
        for k in np.flatnonzero(own > LEAST):
            kind = scores.layout.types[k]
            if kind not in known:
                yield Proposal(sketch=retyped(sketches[0], kind), scores=told, source="retyped")
    yield from _unknown(drafter, scores, taken)


def retyped(sketch: Sketch, kind: str) -> Sketch:
    """The sketch with another type."""
    return dataclasses.replace(
        sketch, decision=dataclasses.replace(sketch.decision, event_type=kind), traits=dict(sketch.traits)
    )


def _unknown(drafter: Drafter, scores: TokenScores, taken: set[int]) -> Iterator[Proposal]:
    """Peaks of the encoder's scores where the lexicon has nothing, and no word of its near them scores higher."""
    tree = drafter.tree
    chosen: list[tuple[int, int]] = []
    rows, columns = np.nonzero(scores.types > LEAST)
    order = np.argsort(-scores.types[rows, columns], kind="stable")
    for i, k in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        token = tree.tokens[i]
        if i in taken or token.pos not in _CONTENT or token.start < drafter.title_end:
            continue
        if any(abs(i - j) <= _APART and k == other for j, other in chosen):
            continue
        near = (j for j in range(i - _APART, i + _APART + 1) if j in taken)
        if any(scores.types[j, k] > scores.types[i, k] for j in near):
            continue
        chosen.append((i, k))
        kind = scores.layout.types[k]
        (sketch,) = drafter.sketches_of(_single(token, kind), None)
        yield Proposal(sketch=retyped(sketch, kind), scores=scores.types[i].tolist(), source="unknown")


def _single(token: Token, kind: str) -> Candidate:
    """A candidate of one word."""
    part = Part.VERB if token.pos == "VERB" else Part.ADJECTIVE if token.pos in {"ADJ", "ADV"} else Part.NOUN
    return Candidate(
        sentence=token.sentence,
        head=token.i,
        first=token.i,
        last=token.i + 1,
        start=token.start,
        end=token.end,
        options=(Option(trigger=invented(kind, part), matched=(token.i,)),),
    )


@cache
def invented(event_type: str, part: Part) -> Trigger:
    """An entry for words that the lexicon lacks: the slots that most entries of the type and part have."""
    words: Lexicon = lexicon()
    like = [held for held in words if held.event_type == event_type and held.part is part]
    like = like or [held for held in words if held.event_type == event_type and held.part is Part.VERB]
    (actor, recipient, reciprocal), _ = Counter((t.actor, t.recipient, t.reciprocal) for t in like).most_common(1)[0]
    return Trigger(
        id=f"{event_type}:{part.value}:(by the encoder)",
        event_type=event_type,
        mode=None,
        part=part,
        head="",
        constraints=(),
        words=(),
        prior=0.3,
        actor=actor,
        recipient=recipient,
        reciprocal=reciprocal,
        governs=False,
        modality=None,
        specificity=0.0,
    )
