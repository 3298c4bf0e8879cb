"""Why: every decision behind an event, a mention or an entity, with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.errors import UsageError
from dateline.model import Because, Evidence, Party
from dateline.store import JudgementRow, MentionRow, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """One decision.

    Attributes:
        about: What was decided on: the id of an event, a mention or a judgement.
        part: The part of it: "event", "mention", "actor", "recipient", "when", "where", "arms", "judgement".
        value: What it came to, in words ("Min Aung Hlaing", "2021-06-21").
        quote: The words it rests on; empty where no words say it.
        document_id: Where the words stand, or None for an event.
        because: The decision, with the values that made it.
    """

    about: str
    part: str
    value: str
    quote: str
    document_id: str | None
    because: Because


def why(store: Reader, key: str) -> tuple[Reason, ...]:
    """All reasons behind the id of an event, a mention or an entity.

    An event's come first with the joins of its mentions, then those of each mention; an entity's are the
    judgements on it, then what resolved it, wherever it acts or is acted upon.

    Raises:
        UsageError: nothing in the record has that id.
    """
    event = store.event(key)
    if event is not None:
        value = f"{event.event_type}/{event.mode}" if event.mode else event.event_type
        own = [
            Reason(about=key, part="event", value=value, quote="", document_id=None, because=each)
            for each in event.because
        ]
        return (*own, *(reason for row in store.event_mentions(key) for reason in mention_reasons(row)))
    row = store.mention(key)
    if row is not None:
        return tuple(mention_reasons(row))
    judgements, rows = store.judgements(key), store.entity_mentions(key)
    if judgements or rows:
        lead = store.judged().canonical(key)
        decided = [reason for each in judgements for reason in judgement_reasons(each)]
        return (*decided, *(reason for row in rows for reason in _entity_reasons(row, lead)))
    raise UsageError(f"no id {key!r}", "no event, mention or entity of the record has it", "dateline events lists ids")


def judgement_reasons(row: JudgementRow) -> Iterator[Reason]:
    """Who decided what about two entities, and what spoke for it."""
    held = row.judgement
    value = f"{held.left} and {held.right} {held.kind}, by {held.who} on {held.made:%Y-%m-%d}"
    if row.undone is not None:
        value += f", undone by {row.undone_by} on {row.undone:%Y-%m-%d}"
    for each in held.because:
        yield Reason(about=held.id, part="judgement", value=value, quote="", document_id=None, because=each)


def mention_reasons(row: MentionRow) -> Iterator[Reason]:
    """Reasons behind one mention, part by part."""
    held = row.mention
    mode = f"/{held.mode}" if held.mode else ""
    yield from _reasons(row, "mention", f"{held.event_type}{mode}, {held.modality}", held.trigger, held.because)
    yield from _party_reasons(row)
    if held.when is not None:
        interval = str(held.when.interval) if held.when.interval else "unresolved"
        yield from _reasons(row, "when", interval, held.when.evidence, held.when.because)
    if held.where is not None:
        place = held.where.place.name if held.where.place else "unresolved"
        yield from _reasons(row, "where", place, held.where.evidence, held.where.because)
    if held.arms is not None:
        yield from _reasons(row, "arms", held.arms.status, held.arms.trigger, held.arms.because)


def _party_reasons(row: MentionRow) -> Iterator[Reason]:
    for role, party in _parties(row):
        yield from _reasons(row, role, _named(party), party.evidence, party.because)


def _entity_reasons(row: MentionRow, canonical_id: str) -> Iterator[Reason]:
    for role, party in _parties(row):
        if party.canonical_id == canonical_id:
            yield from _reasons(row, role, _named(party), party.evidence, party.because)


def _parties(row: MentionRow) -> Iterator[tuple[str, Party]]:
    for role, parties in (("actor", row.mention.actors), ("recipient", row.mention.recipients)):
        for party in parties:
            yield role, party


def _named(party: Party) -> str:
    codes = " ".join(code for code in (party.country, party.sector) if code)
    return f"{party.name} ({codes})" if codes else party.name


def _reasons(
    row: MentionRow, part: str, value: str, words: Evidence | None, because: Iterable[Because]
) -> Iterator[Reason]:
    quote = words.text if words else ""
    for each in because:
        yield Reason(
            about=row.mention.id,
            part=part,
            value=value,
            quote=quote,
            document_id=row.document.id,
            because=each,
        )
