"""Combining: what lexicon, parse and encoder say of a proposal, made into one calibrated certainty."""

from __future__ import annotations

import dataclasses
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.coding.encoder.proposals import Proposal
from dateline.coding.sketches import Sketch

_KEPT = [
    "prior_logit",
    "specificity",
    "part_verb",
    "part_noun",
    "part_adjective",
    "phrase",
    "actor",
    "recipient",
    "has_actor",
    "has_recipient",
    "both",
    "named_actor",
    "named_recipient",
    "pronoun_actor",
    "when",
    "where",
    "attributed",
    "proper",
    "root",
    "ccomp",
    "relcl",
    "advcl",
    "xcomp",
    "pobj",
    "dobj",
    "nsubj",
    "plural_bare",
    "first_sentence",
    "conj",
    "noun_bare",
    "verb_bare",
    "verb_no_actor",
    "governed",
    "governed_prior",
    "changed_type",
    "length",
    "names",
    "politics",
    "no_politics",
    "politics_here",
    "modality_future",
    "modality_hypothetical",
    "modality_negated",
    "modality_historical",
    "reading",
    "behind",
]
_BOUND = 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """A proposal with its features and, once combined, its certainty."""

    proposal: Proposal
    features: Mapping[str, float]
    certainty: float = 0.0

    @property
    def key(self) -> tuple[int, str]:
        """Sentence and type."""
        return self.sketch.told

    @property
    def sketch(self) -> Sketch:
        """What the rules make of the words."""
        return self.proposal.sketch

    @property
    def trigger(self) -> tuple[int, str]:
        """Head of the words, and type."""
        return self.sketch.candidate.head, self.sketch.decision.event_type


def features(proposal: Proposal, types: Sequence[str]) -> dict[str, float]:
    """What speaks for and against a proposal: name → value; absent means 0."""
    sketch, source = proposal.sketch, proposal.source
    kind = sketch.decision.event_type
    at, scores = types.index(kind), proposal.scores
    own = _bound(scores[at])
    other = _bound(max([*scores[:at], *scores[at + 1 :]]))
    found = {name: value for name in _KEPT if (value := sketch.traits.get(name))}
    if source != "lexicon":
        for name in ("prior_logit", "specificity", "changed_type", "reading", "behind"):
            found.pop(name, None)
    found |= {
        "bias": 1.0,
        f"type_{kind}": 1.0,
        "own": own,
        "own_high": max(own, 0.0),
        "own_probability": 1.0 / (1.0 + math.exp(-own)),
        "margin": max(own - other, -6.0),
        "other": max(other, -4.0),
        f"source_{source}": 1.0,
        f"own_{source}": own,
    }
    if source == "lexicon":
        found["both_say"] = found.get("prior_logit", 0.0) * max(own + 3.0, 0.0)
    return found


def _bound(score: float) -> float:
    return min(max(score, -_BOUND), _BOUND)


def probability(traits: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """A logistic model's answer; features without a weight count nothing."""
    score = sum([weights.get(name, 0.0) * value for name, value in traits.items()])
    return 1.0 / (1.0 + math.exp(-min(max(score, -30.0), 30.0)))


def in_company(scored: Iterable[Scored]) -> list[Scored]:
    """The proposals with features that tell of likelier ones nearby; at most one of each type for each trigger.

    ``scored`` carry a first certainty.
    """
    unique: dict[tuple[int, str], Scored] = {}
    for held in sorted(scored, key=lambda held: -held.certainty):
        unique.setdefault(held.trigger, held)
    listed = list(unique.values())
    same: dict[tuple[int, str], list[Scored]] = defaultdict(list)
    at: dict[int, list[Scored]] = defaultdict(list)
    weight: dict[str, float] = defaultdict(float)
    total = 0.0
    for held in listed:
        same[held.key].append(held)
        at[held.trigger[0]].append(held)
        weight[held.trigger[1]] += held.certainty
        total += held.certainty
    return [_told(held, same[held.key], at[held.trigger[0]], weight, total) for held in listed]


def _told(
    held: Scored, same: Sequence[Scored], at: Sequence[Scored], weight: Mapping[str, float], total: float
) -> Scored:
    head, kind = held.trigger
    first = held.certainty
    more = {
        "first": math.log(max(first, 1e-4) / max(1 - first, 1e-4)),
        "company": (weight[kind] - first) / (total - first + 1.0),
        "busy": min(total, 30.0) / 10,
    }
    stronger = [other for other in same if other is not held and _before(other, held)]
    if stronger:
        actors = set(held.sketch.roles.actors)
        more["repeat"] = 1.0
        more["repeat_count"] = float(min(len(stronger), 4))
        more["repeat_strong"] = max(other.certainty for other in stronger)
        gap = min(abs(other.trigger[0] - head) for other in stronger)
        more["repeat_near"] = float(gap <= 4)
        more["repeat_same_actor"] = float(any(set(other.sketch.roles.actors) == actors for other in stronger))
    rivals = [other.certainty for other in at if other is not held]
    if rivals:
        more["rival"] = max(rivals)
        more["rival_wins"] = float(max(rivals) > first)
    return dataclasses.replace(held, features={**held.features, **more})


def _before(other: Scored, held: Scored) -> bool:
    """Whether the other is likelier, or as likely and earlier in the text."""
    return (-other.certainty, other.trigger) < (-held.certainty, held.trigger)
