"""The evaluation contract: one JSON object per document, as ``dateline code -`` writes it.

The names here are read by evaluation and by other programs: more may be added, none may change.
Offsets are code points of the document's text. A date that stays unresolved is ``"when": null``; its
words and the reason go to ``"when_unresolved"``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from dateline.model import (
    ArmsFrame,
    Because,
    Claim,
    Coding,
    EventMention,
    Evidence,
    Magnitude,
    Party,
    When,
    Where,
)

JsonObject = dict[str, Any]


def coding_row(document_id: str, coding: Coding) -> JsonObject:
    """The contract's object for one coded document."""
    return {
        "id": document_id,
        "mentions": [mention_row(mention) for mention in coding.mentions],
        "arms": [arms_row(frame, offsets=True) for frame in coding.arms],
        "claims": [claim_row(claim) for claim in coding.claims],
    }


def error_row(document_id: str, error: Exception) -> JsonObject:
    """The contract's object for a document that could not be coded."""
    return {"id": document_id, "error": str(error)}


def mention_row(mention: EventMention) -> JsonObject:
    """The contract's object for one mention."""
    row: JsonObject = {
        "mention_id": mention.id,
        "event_type": mention.event_type,
        "mode": mention.mode,
        "contexts": list(mention.contexts),
        "modality": str(mention.modality),
        "certainty": round(mention.certainty, 3),
        "event": mention.event_key,
        "trigger": evidence_row(mention.trigger),
        "actors": [party_row(party) for party in mention.actors],
        "recipients": [party_row(party) for party in mention.recipients],
        "when": when_row(mention.when),
        "where": where_row(mention.where),
        "attributed_to": evidence_row(mention.attributed_to),
        "magnitudes": [magnitude_row(magnitude) for magnitude in mention.magnitudes],
        "arms": arms_row(mention.arms, offsets=False) if mention.arms else None,
        "because": reasons(mention.because),
    }
    if mention.when is not None and mention.when.interval is None:
        row["when_unresolved"] = {**_words(mention.when.evidence), "reason": reasons(mention.when.because)}
    return row


def evidence_row(evidence: Evidence | None) -> JsonObject | None:
    """Start, end and words, or None."""
    return None if evidence is None else _words(evidence)


def _words(evidence: Evidence | None) -> JsonObject:
    if evidence is None:
        return {"start": None, "end": None, "text": None}
    return {"start": evidence.start, "end": evidence.end, "text": evidence.text}


def party_row(party: Party | None) -> JsonObject | None:
    """The contract's object for an actor or recipient."""
    if party is None:
        return None
    return {
        **_words(party.evidence),
        "name": party.name,
        "id": party.canonical_id,
        "country": party.country,
        "sector": party.sector,
        "because": reasons(party.because),
    }


def when_row(when: When | None) -> JsonObject | None:
    """The contract's object for a resolved date; None when there is no interval."""
    if when is None or when.interval is None:
        return None
    return {
        **_words(when.evidence),
        "earliest": when.interval.earliest.isoformat(),
        "latest": when.interval.latest.isoformat(),
        "precision": str(when.interval.precision),
        "because": reasons(when.because),
    }


def where_row(where: Where | None) -> JsonObject | None:
    """The contract's object for a place; words without a resolved place keep their words."""
    if where is None:
        return None
    place = where.place
    return {
        **_words(where.evidence),
        "name": place.name if place else (where.evidence.text if where.evidence else None),
        "country": place.country if place else None,
        "lat": place.lat if place else None,
        "lon": place.lon if place else None,
        "geonames_id": place.geonames_id if place else None,
        "precision": str(place.precision) if place else None,
        "because": reasons(where.because),
    }


def magnitude_row(magnitude: Magnitude) -> JsonObject:
    """The contract's object for a count."""
    return {
        "quantity": magnitude.quantity,
        "unit": magnitude.unit,
        "what": magnitude.what,
        **_words(magnitude.evidence),
    }


def arms_row(frame: ArmsFrame, *, offsets: bool) -> JsonObject:
    """The contract's object for an arms frame; with ``offsets`` also those of its trigger."""
    row: JsonObject = {
        "supplier": party_row(frame.supplier),
        "recipient": party_row(frame.recipient),
        "item": frame.item.text if frame.item else None,
        "item_class": frame.item_class,
        "quantity": frame.quantity.text if frame.quantity else None,
        "value": frame.value.text if frame.value else None,
        "amount": frame.amount,
        "currency": frame.currency,
        "status": frame.status,
        "when": when_row(When(evidence=frame.when_words, interval=frame.when)),
    }
    if offsets:
        row |= {
            **_words(frame.trigger),
            "modality": frame.modality,
            "certainty": round(frame.certainty, 3),
            "attributed_to": evidence_row(frame.attributed_to),
            "because": reasons(frame.because),
        }
    return row


def claim_row(claim: Claim) -> JsonObject:
    """The contract's object for a claim."""
    return {
        **_words(claim.evidence),
        "claim_id": claim.id,
        "kind": str(claim.kind),
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": claim.object,
        "value": claim.value,
        "unit": claim.unit,
        "period": claim.period,
        "attributed_to": evidence_row(claim.attributed_to),
        "certainty": round(claim.certainty, 3),
        "because": reasons(claim.because),
    }


def reasons(because: Iterable[Because]) -> str:
    """All reasons as one line: ``step: reason; step: reason``."""
    return "; ".join(f"{each.step}: {each.reason}" for each in because)
