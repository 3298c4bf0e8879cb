"""What was found in one document: annotations, mentions with their parties, arms frames, claims."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import replace

from dateline.errors import RecordError
from dateline.model import Annotations, ArmsFrame, Claim, Coding, Document, EventMention, Party, content_id
from dateline.store.rows import Wording
from dateline.store.run_rows import CodedDocument
from dateline.store.sqlite import history, unfused
from dateline.store.sqlite.rowing import Columns, date_columns, dump, dump_list, insert, load, place_columns

_TABLES = ("tellings", "arms_frames", "claims", "mentions", "annotations")
_DROP_EVENTS = """
DELETE FROM events WHERE id IN (
  SELECT em.event_id FROM event_mentions em JOIN mentions m ON m.id = em.mention_id WHERE m.document_id = :document
) AND NOT EXISTS (
  SELECT 1 FROM event_mentions em JOIN mentions m ON m.id = em.mention_id
  WHERE em.event_id = events.id AND m.document_id <> :document
)
"""


def drop_coding(connection: sqlite3.Connection, document_id: str) -> None:
    """Forget what was found in a document, and events that no other tells; the rest are stale from now on."""
    unfused.mark_fellows(connection, document_id)
    history.let_wait(connection, document_id)
    connection.execute(_DROP_EVENTS, {"document": document_id})
    for table in _TABLES:
        connection.execute(f"DELETE FROM {table} WHERE document_id = ?", [document_id])  # noqa: S608
    connection.execute("DELETE FROM rejects WHERE document_id = ?", [document_id])
    count(connection)


def mark_stale(connection: sqlite3.Connection) -> None:
    """All events have to be fused anew."""
    unfused.mark(connection)
    count(connection)


def count(connection: sqlite3.Connection) -> None:
    """A coding or a judgement changed."""
    sql = "INSERT INTO meta VALUES ('codings', '1') ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    connection.execute(sql)


def check(coded: CodedDocument) -> None:
    """Refuse a coding that does not fit its document.

    Raises:
        SpanError: a quote that does not stand in the text.
        RecordError: a mention of another document or of a sentence that is not there.
    """
    document, coding = coded.document, coded.coding
    coding.check(document.text)
    named = {coding.document_id, coded.annotations.document_id}
    named.update(mention.document_id for mention in coding.mentions)
    named.update(claim.document_id for claim in coding.claims)
    if named != {document.id}:
        raise RecordError(f"coding of {document.id}", f"it speaks of document {sorted(named - {document.id})[0]}")
    for mention in coding.mentions:
        if not 0 <= mention.sentence < len(coded.annotations.sentences):
            raise RecordError(f"mention {mention.id}", f"{document.id} has no sentence {mention.sentence}")


def save(connection: sqlite3.Connection, coded: CodedDocument) -> None:
    """Write all rows of one document; the old ones are gone already."""
    document, annotations, coding = coded.document, coded.annotations, coded.coding
    slim = replace(annotations, tokens=(), names=())
    row: Columns = {"document_id": document.id, "annotator": annotations.annotator, "record": dump(slim)}
    insert(connection, "annotations", row)
    for position, mention in enumerate(coding.mentions):
        insert(connection, "mentions", _mention_columns(mention, position, document, annotations))
        for role, parties in (("actor", mention.actors), ("recipient", mention.recipients)):
            for number, party in enumerate(parties):
                insert(connection, "parties", _party_columns(mention.id, role, number, party))
    told_by = {mention.arms: mention.id for mention in reversed(coding.mentions) if mention.arms is not None}
    for position, frame in enumerate(coding.arms):
        insert(connection, "arms_frames", _arms_columns(frame, position, document.id, told_by.get(frame)))
    for position, claim in enumerate(coding.claims):
        insert(connection, "claims", _claim_columns(claim, position))


def _mention_columns(mention: EventMention, position: int, document: Document, annotations: Annotations) -> Columns:
    sentence = annotations.sentences[mention.sentence]
    when, where = mention.when, mention.where
    return {
        "id": mention.id,
        "document_id": document.id,
        "position": position,
        "event_key": mention.event_key,
        "event_type": mention.event_type,
        "mode": mention.mode,
        "contexts": dump_list(mention.contexts),
        "modality": str(mention.modality),
        "certainty": mention.certainty,
        "trigger": mention.trigger.text,
        "start": mention.trigger.start,
        "end": mention.trigger.end,
        "quote": document.text[sentence.start : sentence.end],
        "quote_start": sentence.start,
        "attributed_to": mention.attributed_to.text if mention.attributed_to else None,
        "when_text": when.evidence.text if when and when.evidence else None,
        **date_columns(when.interval if when else None),
        "where_text": where.evidence.text if where and where.evidence else None,
        **place_columns(where.place if where else None),
        "coder": mention.coder,
        "record": dump(mention),
    }


def _party_columns(mention_id: str, role: str, position: int, party: Party) -> Columns:
    words = party.evidence
    return {
        "mention_id": mention_id,
        "role": role,
        "position": position,
        "text": words.text if words else None,
        "start": words.start if words else None,
        "end": words.end if words else None,
        "name": party.name,
        "canonical_id": party.canonical_id,
        "country": party.country,
        "sector": party.sector,
    }


def _arms_columns(frame: ArmsFrame, position: int, document_id: str, mention_id: str | None) -> Columns:
    supplier, recipient = frame.supplier, frame.recipient
    interval = date_columns(frame.when)
    return {
        "id": content_id("arms", document_id, position, frame.trigger.start, frame.trigger.end),
        "document_id": document_id,
        "position": position,
        "mention_id": mention_id,
        "trigger": frame.trigger.text,
        "start": frame.trigger.start,
        "end": frame.trigger.end,
        "supplier": supplier.name if supplier else None,
        "supplier_id": supplier.canonical_id if supplier else None,
        "supplier_country": supplier.country if supplier else None,
        "recipient": recipient.name if recipient else None,
        "recipient_id": recipient.canonical_id if recipient else None,
        "recipient_country": recipient.country if recipient else None,
        "item": frame.item.text if frame.item else None,
        "item_class": frame.item_class,
        "quantity": frame.quantity.text if frame.quantity else None,
        "value": frame.value.text if frame.value else None,
        "amount": frame.amount,
        "currency": frame.currency,
        "status": frame.status,
        "earliest": interval["earliest"],
        "latest": interval["latest"],
        "modality": str(frame.modality),
        "attributed_to": frame.attributed_to.text if frame.attributed_to else None,
        "certainty": frame.certainty,
        "record": dump(frame),
    }


def _claim_columns(claim: Claim, position: int) -> Columns:
    return {
        "id": claim.id,
        "document_id": claim.document_id,
        "position": position,
        "kind": str(claim.kind),
        "text": claim.evidence.text,
        "start": claim.evidence.start,
        "end": claim.evidence.end,
        "subject": claim.subject,
        "predicate": claim.predicate,
        "object": claim.object,
        "value": claim.value,
        "unit": claim.unit,
        "period": claim.period,
        "attributed_to": claim.attributed_to.text if claim.attributed_to else None,
        "certainty": claim.certainty,
        "record": dump(claim),
    }


def get_annotations(connection: sqlite3.Connection, document_id: str) -> Annotations | None:
    """What was seen, without tokens and names."""
    row = connection.execute("SELECT record FROM annotations WHERE document_id = ?", [document_id]).fetchone()
    return load(Annotations, row["record"]) if row else None


def get_coding(connection: sqlite3.Connection, document_id: str) -> Coding | None:
    """All that was coded; None while the document is not coded."""
    if connection.execute("SELECT 1 FROM annotations WHERE document_id = ?", [document_id]).fetchone() is None:
        return None
    return Coding(
        document_id=document_id,
        mentions=tuple(load(EventMention, each) for each in _records(connection, "mentions", document_id)),
        arms=tuple(load(ArmsFrame, each) for each in _records(connection, "arms_frames", document_id)),
        claims=get_claims(connection, document_id),
    )


def get_claims(connection: sqlite3.Connection, document_id: str | None) -> tuple[Claim, ...]:
    """Claims of one document or of all, by document and text."""
    if document_id is not None:
        return tuple(load(Claim, each) for each in _records(connection, "claims", document_id))
    rows = connection.execute("SELECT record FROM claims ORDER BY document_id, position")
    return tuple(load(Claim, row["record"]) for row in rows)


def all_mentions(connection: sqlite3.Connection) -> Iterator[EventMention]:
    """Every mention, by document and text."""
    for row in connection.execute("SELECT record FROM mentions ORDER BY document_id, position"):
        yield load(EventMention, row["record"])


def wordings(connection: sqlite3.Connection, entities: Iterable[str] | None) -> Iterator[Wording]:
    """How each document prints each entity, or each of these."""
    these = "p.canonical_id IN (SELECT value FROM json_each(?))"
    clause, values = ("p.canonical_id IS NOT NULL", []) if entities is None else (these, [dump_list(tuple(entities))])
    sql = f"""
    SELECT p.canonical_id AS entity, p.name, p.text, p.country, p.sector, m.document_id, count(*) AS mentions
    FROM parties p JOIN mentions m ON m.id = p.mention_id WHERE {clause}
    GROUP BY 1, 6, 3, 2, 4, 5 ORDER BY 1, 6, 3, 2, 4, 5
    """  # noqa: S608 (values are bound)
    for row in connection.execute(sql, values):
        yield Wording(**row)


def _records(connection: sqlite3.Connection, table: str, document_id: str) -> Iterable[str]:
    sql = f"SELECT record FROM {table} WHERE document_id = ? ORDER BY position"  # noqa: S608 (our own names)
    return [row["record"] for row in connection.execute(sql, [document_id])]
