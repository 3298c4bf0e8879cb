"""Traits: what speaks for and against a mention, as numbers for the certainty model."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from dateline.coding.gate import Gate
from dateline.coding.tree import Tree
from dateline.vocab.triggers import Part

if TYPE_CHECKING:
    from dateline.coding.sketches import Sketch


def traits_of(tree: Tree, gate: Gate, sketch: Sketch, part: Part) -> dict[str, float]:
    """Name → value of each trait; absent means 0."""
    candidate, option, decision, roles = sketch.candidate, sketch.option, sketch.decision, sketch.roles
    token = tree.tokens[candidate.head]
    prior = option.trigger.prior
    found = {
        "bias": 1.0,
        "prior_logit": math.log(prior / (1 - prior)),
        "specificity": min(option.trigger.specificity, 4.0),
        f"part_{part.value}": 1.0,
        f"type_{decision.event_type}": 1.0,
        f"modality_{decision.modality.value}": 1.0,
        "phrase": float(option.trigger.part is Part.PHRASE),
        "actor": max((gate.strength(i) for i in roles.actors), default=0.0),
        "recipient": max((gate.strength(i) for i in roles.recipients), default=0.0),
        "has_actor": float(bool(roles.actors)),
        "has_recipient": float(bool(roles.recipients)),
        "both": float(bool(roles.actors) and bool(roles.recipients)),
        "two_actors": float(len(roles.actors) > 1),
        "when": float(sketch.when is not None),
        "where": float(sketch.where is not None),
        "attributed": float(sketch.attributed_to is not None),
        "proper": float(token.pos == "PROPN"),
        "root": float(token.dep == "ROOT"),
        "ccomp": float(token.dep == "ccomp"),
        "relcl": float(token.dep in {"relcl", "acl"}),
        "advcl": float(token.dep == "advcl"),
        "xcomp": float(token.dep in {"xcomp", "pcomp"}),
        "pobj": float(token.dep == "pobj"),
        "dobj": float(token.dep in {"dobj", "nsubjpass"}),
        "nsubj": float(token.dep == "nsubj"),
        "plural_bare": float(token.tag == "NNS" and tree.child(candidate.head, "det", "poss", "amod") is None),
        "first_sentence": float(candidate.sentence == 0),
        "ambiguous": float(len(candidate.options) > 1),
        "reading": float([held.trigger.id for held in candidate.options].index(option.trigger.id)),
        "behind": candidate.best.trigger.specificity - option.trigger.specificity,
        f"tag_{token.tag}": 1.0,
        "pronoun_actor": float(any(tree.tokens[i].pos == "PRON" for i in roles.actors)),
        "named_actor": float(any(i in gate.names for i in roles.actors)),
        "named_recipient": float(any(i in gate.names for i in roles.recipients)),
        "changed_type": float(decision.event_type != option.event_type),
    }
    sentence = tree.annotations.sentences[candidate.sentence]
    found["names"] = min(gate.names_per_sentence.get(candidate.sentence, 0), 8) / 4
    found["politics"] = min(gate.politics, 2.5)
    found["no_politics"] = float(candidate.sentence not in gate.politics_per_sentence)
    found["politics_here"] = min(gate.politics_per_sentence.get(candidate.sentence, 0), 4) / 2
    found["length"] = min(sentence.last - sentence.first, 60) / 30
    conj_verb = token.dep == "conj" and part is Part.VERB
    found["conj"] = float(conj_verb)
    if part is Part.NOUN:
        found["noun_actor"] = found["has_actor"]
        found["noun_recipient"] = found["has_recipient"]
        found["noun_bare"] = float(not roles.actors and not roles.recipients)
    if part is Part.VERB:
        found["verb_bare"] = float(not roles.actors and not roles.recipients)
        found["verb_no_actor"] = float(not roles.actors)
    return {name: value for name, value in found.items() if value}
