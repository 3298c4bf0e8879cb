"""Traits: what speaks for and against a mention, as numbers for the certainty model."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from dateline.coding.gate import Gate
from dateline.coding.readings import Decision
from dateline.coding.roles import Roles
from dateline.coding.tree import Tree
from dateline.coding.triggers import Candidate, Option
from dateline.model import EventMention
from dateline.vocab.triggers import Part

if TYPE_CHECKING:
    from dateline.coding.drafting import Draft


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
    roles = roles.said
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
        "reading": float([held.trigger.id for held in candidate.options].index(option.trigger.id)),
        "behind": candidate.best.trigger.specificity - option.trigger.specificity,
        f"tag_{token.tag}": 1.0,
        "pronoun_actor": float(any(tree.tokens[i].pos == "PRON" for i in roles.actors)),
        "named_actor": float(any(i in gate.names for i in roles.actors)),
        "named_recipient": float(any(i in gate.names for i in roles.recipients)),
        "changed_type": float(decision.event_type != option.event_type),
    }
    sentence = tree.annotations.sentences[candidate.sentence]
    names = sum(i in gate.names for i in range(sentence.first, sentence.last))
    found["names"] = min(names, 8) / 4
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
    return found


def mark_company(drafts: Iterable[Draft]) -> list[Draft]:
    """Say of each draft how much of the document's other candidates could be of its type."""
    listed = list(drafts)
    counts: dict[str, float] = {}
    total = 0.0
    for draft in listed:
        weight = draft.option.trigger.prior if draft.traits["reading"] == 0 else 0.0
        counts[draft.mention.event_type] = counts.get(draft.mention.event_type, 0.0) + weight
        total += weight
    told: list[Draft] = []
    for draft in listed:
        own = draft.option.trigger.prior if draft.traits["reading"] == 0 else 0.0
        share = (counts[draft.mention.event_type] - own) / (total - own + 1.0)
        told.append(
            dataclasses.replace(draft, traits={**draft.traits, "company": share, "busy": min(total, 30.0) / 10})
        )
    return told


def mark_repeats(drafts: Iterable[Draft]) -> list[Draft]:
    """Mark drafts whose type a likelier draft of the same sentence has already: one act is told once."""
    listed = list(drafts)
    best: dict[tuple[int, str], Draft] = {}
    for draft in listed:
        key = (draft.mention.sentence, draft.mention.event_type)
        if key not in best or draft.mention.certainty > best[key].mention.certainty:
            best[key] = draft
    told: list[Draft] = []
    for draft in listed:
        first = best[draft.mention.sentence, draft.mention.event_type]
        told.append(draft if first is draft else dataclasses.replace(draft, traits=_repeat(draft, first)))
    return told


def _repeat(draft: Draft, first: Draft) -> dict[str, float]:
    same = {party.name for party in draft.mention.actors} == {party.name for party in first.mention.actors}
    return {**draft.traits, "repeat": 1.0, "repeat_same_actor": float(same)}
