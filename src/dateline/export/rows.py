"""Stored rows as plain JSON objects: what ``events``, ``show``, ``why`` and their Python twins write."""

from __future__ import annotations

from dateline.export.contract import JsonObject, arms_row, mention_row, party_row, reasons
from dateline.model import Event, ImpreciseDate, Place, to_json
from dateline.query import Reason
from dateline.store import EntityRow, EventRow, JudgementRow, MentionRow, Reject


def interval_row(held: ImpreciseDate | None) -> JsonObject | None:
    """Earliest, latest and precision, or None."""
    return None if held is None else dict(to_json(held))


def place_row(held: Place | None) -> JsonObject | None:
    """Name, country, coordinates and precision, or None."""
    return None if held is None else dict(to_json(held))


def event_object(event: Event) -> JsonObject:
    """One event; every count says mentions, documents and sources."""
    return {
        "id": event.id,
        "event_type": event.event_type,
        "mode": event.mode,
        "contexts": list(event.contexts),
        "modality": str(event.modality),
        "actors": [party_row(party) for party in event.actors],
        "recipients": [party_row(party) for party in event.recipients],
        "when": interval_row(event.when),
        "where": place_row(event.where),
        "arms": arms_row(event.arms, offsets=False) if event.arms else None,
        "certainty": round(event.certainty, 3),
        "mentions": len(event.mentions),
        "mention_ids": list(event.mentions),
        "documents": event.documents,
        "sources": event.sources,
        "because": reasons(event.because),
    }


def event_row(row: EventRow) -> JsonObject:
    """One event of a list, with the sentence of its first mention."""
    return event_object(row.event) | {"quote": row.quote, "publisher": row.publisher}


def told_row(row: MentionRow) -> JsonObject:
    """One mention with its sentence and the document it stands in."""
    return {
        "event_id": row.event_id,
        "document_id": row.document.id,
        "publisher": row.document.publisher,
        "published": row.document.published.isoformat() if row.document.published else None,
        "title": row.document.title,
        "quote": row.quote,
        "quote_start": row.quote_start,
        **mention_row(row.mention),
    }


def reason_row(reason: Reason) -> JsonObject:
    """One decision."""
    return {
        "about": reason.about,
        "part": reason.part,
        "value": reason.value,
        "quote": reason.quote,
        "document_id": reason.document_id,
        "step": reason.because.step,
        "reason": reason.because.reason,
        "rule": reason.because.rule,
        "score": reason.because.score,
    }


def entity_row(row: EntityRow) -> JsonObject:
    """One entity with its counts and the words under which it was printed."""
    return {
        "id": row.canonical_id,
        "name": row.name,
        "kind": row.kind,
        "known": row.known,
        "country": row.country,
        "sector": row.sector,
        "events": row.events,
        "mentions": row.mentions,
        "documents": row.documents,
        "names": list(row.names),
    }


def judgement_row(row: JudgementRow) -> JsonObject:
    """One judgement, whether it stands, and what spoke for it when it was made."""
    held = row.judgement
    return {
        "id": held.id,
        "left": held.left,
        "right": held.right,
        "kind": str(held.kind),
        "score": held.score,
        "who": held.who,
        "made": held.made.isoformat(timespec="seconds"),
        "why": held.because[0].reason if held.because else "",
        "undone": row.undone.isoformat(timespec="seconds") if row.undone else None,
        "undone_by": row.undone_by,
        "gone": list(row.gone),
        "because": reasons(held.because),
    }


def reject_row(reject: Reject) -> JsonObject:
    """One reject with its reason."""
    return {
        "source": reject.source,
        "position": reject.position,
        "reason": reject.reason,
        "message": reject.message,
        "document_id": reject.document_id,
        "run": reject.run,
    }
