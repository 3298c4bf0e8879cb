"""Sketches: what the rules make of a candidate under one reading, before a mention is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.coding.readings import Decision
from dateline.coding.roles import Roles
from dateline.coding.triggers import Candidate, Option
from dateline.model import Evidence, When, Where

_SHARE = 0.12
"""Share of a type in a document that says nothing else."""
_DOUBT = 3.0
"""How many candidates that assumption weighs."""


@dataclass(slots=True, kw_only=True)
class Sketch:
    """One reading of a candidate. Traits and certainty are filled in by steps, which is why it can change.

    Attributes:
        candidate: The words.
        option: The reading.
        roles: Who acts and who is acted upon.
        decision: Type and modality.
        when, where, attributed_to: As of a mention.
        traits: What speaks for and against it: name → value, input of the certainty models.
        certainty: Between 0 and 1, from the model applied last.
    """

    candidate: Candidate
    option: Option
    roles: Roles
    decision: Decision
    when: When | None
    where: Where | None
    attributed_to: Evidence | None
    traits: dict[str, float]
    certainty: float = 0.0

    @property
    def told(self) -> tuple[int, str]:
        """Sentence and type."""
        return self.candidate.sentence, self.decision.event_type


def mark_company(sketches: Iterable[Sketch]) -> None:
    """Say of each sketch how much of the document's other candidates could be of its type."""
    listed = list(sketches)
    counts: dict[str, float] = {}
    total = 0.0
    for sketch in listed:
        if "reading" not in sketch.traits:
            prior = sketch.option.trigger.prior
            counts[sketch.decision.event_type] = counts.get(sketch.decision.event_type, 0.0) + prior
            total += prior
    for sketch in listed:
        own = sketch.option.trigger.prior if "reading" not in sketch.traits else 0.0
        like = counts.get(sketch.decision.event_type, 0.0) - own
        sketch.traits["company"] = (like + _SHARE * _DOUBT) / (total - own + _DOUBT)


def mark_repeats(sketches: Iterable[Sketch]) -> None:
    """Mark sketches whose type a likelier one of the same sentence has already: one act is told once."""
    listed = list(sketches)
    best: dict[tuple[int, str], Sketch] = {}
    for sketch in listed:
        if sketch.told not in best or sketch.certainty > best[sketch.told].certainty:
            best[sketch.told] = sketch
    for sketch in listed:
        first = best[sketch.told]
        if first is not sketch:
            sketch.traits["repeat"] = 1.0
            sketch.traits["repeat_same_actor"] = float(set(sketch.roles.actors) == set(first.roles.actors))


def likeliest(sketches: Iterable[Sketch]) -> list[Sketch]:
    """The likeliest reading of each candidate, in the order of the candidates."""
    best: dict[int, Sketch] = {}
    for sketch in sketches:
        other = best.get(sketch.candidate.head)
        if other is None or sketch.certainty > other.certainty:
            best[sketch.candidate.head] = sketch
    return list(best.values())
