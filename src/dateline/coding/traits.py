"""Traits: what speaks for and against a mention, as numbers for the certainty model."""

from __future__ import annotations

import math

from dateline.coding.gate import Gate
from dateline.coding.readings import Decision
from dateline.coding.roles import Roles
from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate, Option
from dateline.model import EventMention
from dateline.vocab.triggers import Part


def traits_of(
    tree: Tree,
    gate: Gate,
    candidate: Candidate,
    option: Option,
    roles: Roles,
    decision: Decision,
    mention: EventMention,
    part: Part,
) -> dict[str, float]:
    """Name → value of each trait; absent means 0."""
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
        "both": float(bool(roles.actors) and bool(roles.recipients)) ,
        "two_actors": float(len(roles.actors) > 1),
        "when": float(mention.when is not None),
        "where": float(mention.where is not None),
        "attributed": float(mention.attributed_to is not None),
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
    }
    if part is Part.NOUN:
        found["noun_actor"] = found["has_actor"]
        found["noun_recipient"] = found["has_recipient"]
        found["noun_bare"] = float(not roles.actors and not roles.recipients)
    if part is Part.VERB:
        found["verb_bare"] = float(not roles.actors and not roles.recipients)
        found["verb_no_actor"] = float(not roles.actors)
    return found
