"""The fit of the rule coder: priors of entries, then the two certainty models, as one pure function of the reports."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import logistic
import numpy as np
from priors import learn, rare_types, with_priors
from reports import Judged, Report, judged

from dateline.coding.sketches import likeliest, mark_repeats
from dateline.vocab.triggers import Lexicon

INNER_FOLDS = 5
RARE_WEIGHT = 0.6
"""Weight of the trait "type" for a rare type, set by hand: about that of the frequent types that are told plainly."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitted:
    """What a fit learned.

    Attributes:
        priors: Lexicon entry → prior.
        reading: Weights of the model that chooses among the readings of a trigger.
        certainty: Weights of the model that says how sure the chosen one is.
    """

    priors: dict[str, float]
    reading: logistic.Weights
    certainty: logistic.Weights


@dataclass(frozen=True, kw_only=True)
class Material:
    """What is fitted on.

    Attributes:
        base: The lexicon before any prior is learned.
        passages: Annotated passages.
        empty: Reports without political events.
        penalty: Of the logistic models.
        seed: Of the division into folds.
    """

    base: Lexicon
    passages: Sequence[Report]
    empty: Sequence[Report]
    penalty: float
    seed: int

    @cached_property
    def unlearned(self) -> list[list[Judged]]:
        """The readings of each passage under the base lexicon."""
        return [judged(passage, self.base) for passage in self.passages]

    @cached_property
    def rare(self) -> frozenset[str]:
        """Types that the passages hold too seldom."""
        return rare_types(self.base, (held["type"] for passage in self.passages for held in passage.gold["mentions"]))


def folds(count: int, parts: int, seed: int) -> list[list[int]]:
    """The numbers below ``count``, divided at random into parts of equal size, each in order."""
    shuffled = np.random.default_rng(seed).permutation(count).tolist()
    return [sorted(shuffled[part::parts]) for part in range(parts)]


def fit(material: Material, inside: Sequence[int]) -> Fitted:
    """Fit on the passages with these numbers, and on all the empty reports.

    The traits of a passage depend on the priors. So that they look as they will on unseen text, the models see each
    passage under priors that were learned from the other inner folds.
    """
    readings: list[tuple[list[Judged], float]] = []
    for part in folds(len(inside), INNER_FOLDS, material.seed):
        held_out = {inside[at] for at in part}
        words = _learned(material, [k for k in inside if k not in held_out])
        readings += [(judged(material.passages[k], words), 1.0) for k in sorted(held_out)]
    priors = _priors(material, inside)
    words = with_priors(material.base, priors)
    readings += [(judged(report, words), report.share) for report in material.empty]
    reading = _model(material, readings)
    certainty = _model(material, [(chosen(held, reading), share) for held, share in readings])
    return Fitted(priors=priors, reading=reading, certainty=certainty)


def chosen(readings: Sequence[Judged], reading: logistic.Weights) -> list[Judged]:
    """The likeliest reading of each trigger of a report, marked where another of its sentence tells the same type."""
    for held in readings:
        held.sketch.certainty = logistic.probability(held.sketch.traits, reading)
    right = {id(held.sketch): held.right for held in readings}
    sketches = likeliest(held.sketch for held in readings)
    mark_repeats(sketches)
    return [Judged(sketch, right[id(sketch)]) for sketch in sketches]


def told(report: Report, base: Lexicon, fitted: Fitted) -> list[Judged]:
    """What the coder would tell of a report after a fit, each with its certainty."""
    found = chosen(judged(report, with_priors(base, fitted.priors)), fitted.reading)
    for held in found:
        held.sketch.certainty = logistic.probability(held.sketch.traits, fitted.certainty)
    return found


def _priors(material: Material, inside: Iterable[int]) -> dict[str, float]:
    return learn((material.unlearned[k] for k in inside), material.rare)


def _learned(material: Material, inside: Iterable[int]) -> Lexicon:
    return with_priors(material.base, _priors(material, inside))


def _model(material: Material, readings: Iterable[tuple[Sequence[Judged], float]]) -> logistic.Weights:
    """One logistic model; types that are too rare to weigh get a weight by hand."""
    by_hand = {f"type_{name}": RARE_WEIGHT for name in material.rare if name != "NONE"}
    rows, right, shares = [], [], []
    for report, share in readings:
        for held in report:
            rows.append({name: value for name, value in held.sketch.traits.items() if name not in by_hand})
            right.append(held.right)
            shares.append(share)
    return logistic.fit(rows, right, shares, penalty=material.penalty) | by_hand
