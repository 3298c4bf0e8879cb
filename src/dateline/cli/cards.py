"""Mentions, events, claims and arms frames as a person reads them: the quote first, then what it says."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from dateline.model import ArmsFrame, Claim, Document, Event, EventMention, Party, When, Where

WIDTH = 100
INDENT = "    "


def quote(text: str, *, attributed_to: str | None = None) -> str:
    """The words in quotation marks, wrapped, with who claims them."""
    said = f"“{' '.join(text.split())}”"
    if attributed_to:
        said += f" — according to {attributed_to}"
    return textwrap.fill(said, WIDTH, initial_indent="  ", subsequent_indent="  ")


def party(held: Party) -> str:
    """Name with country and sector; the words as printed where they differ."""
    codes = " ".join(code for code in (held.country, held.sector) if code)
    printed = held.evidence.text if held.evidence is not None else None
    as_printed = f", printed “{' '.join(printed.split())}”" if printed and printed != held.name else ""
    return f"{held.name} ({codes or 'unresolved'}{as_printed})"


def parties(held: Iterable[Party]) -> str:
    """All parties of one side."""
    return "; ".join(party(each) for each in held)


def when(held: When | None) -> str:
    """The interval, or the words and why they stay unresolved."""
    if held is None:
        return "not told"
    words = f" (“{held.evidence.text}”)" if held.evidence is not None else ""
    if held.interval is None:
        reason = held.because[-1].reason if held.because else "not resolved"
        return f"unresolved{words}: {reason}"
    return f"{held.interval}{words or ' (' + held.because[-1].reason + ')' if held.because else words}"


def where(held: Where | None) -> str:
    """The place with its country and precision."""
    if held is None:
        return "not told"
    if held.place is None:
        return f"unresolved (“{held.evidence.text}”)" if held.evidence is not None else "not told"
    return f"{held.place.name} ({held.place.country or 'no country'}, {held.place.precision})"


def kind(event_type: str, mode: str | None) -> str:
    """Type and mode as one word."""
    return f"{event_type}/{mode}" if mode else event_type


def mention_card(mention: EventMention, sentence: str, *, number: int | None = None) -> str:
    """One mention: type, quote, then each field that is told."""
    head = f"{number}. " if number is not None else ""
    head += f"{kind(mention.event_type, mention.mode)} · {mention.modality} · certainty {mention.certainty:.2f}"
    lines = [head, quote(sentence, attributed_to=mention.attributed_to.text if mention.attributed_to else None)]
    fields = [
        ("act", f"“{mention.trigger.text}”"),
        ("actors", parties(mention.actors)),
        ("recipients", parties(mention.recipients)),
        ("when", when(mention.when)),
        ("where", where(mention.where)),
        ("counts", "; ".join(each.evidence.text for each in mention.magnitudes)),
        ("arms", arms_line(mention.arms) if mention.arms else ""),
        ("event", mention.event_key),
    ]
    lines += [_field(name, value) for name, value in fields if value]
    return "\n".join(lines)


def event_card(event: Event, sentence: str, publisher: str | None) -> str:
    """One fused event: what and when, the first quote, the parties, and how many tell it."""
    day = str(event.when) if event.when else "undated"
    modality = "" if event.modality == "asserted" else f" · {event.modality}"
    told = f"{len(event.mentions)} mentions · {event.sources} sources · certainty {event.certainty:.2f}"
    place = f"{event.where.name} ({event.where.country or 'no country'})" if event.where else ""
    fields = [
        ("actors", parties(event.actors)),
        ("recipients", parties(event.recipients)),
        ("where", place),
        ("arms", arms_line(event.arms) if event.arms else ""),
        ("told by", told),
        ("id", event.id),
    ]
    return "\n".join(
        [
            f"{day} · {kind(event.event_type, event.mode)}{modality}",
            quote(sentence, attributed_to=publisher),
            *(_field(name, value) for name, value in fields if value),
        ]
    )


def arms_line(frame: ArmsFrame) -> str:
    """Supplier → recipient: item, quantity, value, status."""
    sides = f"{frame.supplier.name if frame.supplier else '?'} → {frame.recipient.name if frame.recipient else '?'}"
    parts = [
        frame.item.text if frame.item else None,
        f"class {frame.item_class}" if frame.item_class else None,
        frame.quantity.text if frame.quantity else None,
        frame.value.text if frame.value else None,
        f"status {frame.status}",
        str(frame.when) if frame.when is not None else None,
        frame.modality if frame.modality != "asserted" else None,
    ]
    return f"{sides}: {', '.join(part for part in parts if part)}"


def claim_card(claim: Claim) -> str:
    """One claim: its words, then subject, relation, object and value."""
    relation = " ".join(part for part in (claim.subject, claim.predicate, claim.object) if part)
    value = " ".join(part for part in (claim.value, claim.unit) if part)
    lines = [f"CLAIM {claim.kind} · {value}", quote(claim.evidence.text)]
    if relation:
        lines.append(_field("of", relation))
    if claim.period:
        lines.append(_field("period", claim.period))
    return "\n".join(lines)


def document_head(document: Document) -> str:
    """Title, publisher and day of a report."""
    published = document.published.isoformat() if document.published else "no publication date"
    return " · ".join(part for part in (document.title, document.publisher, published) if part)


def _field(name: str, value: str) -> str:
    hanging = INDENT + " " * 12
    return textwrap.fill(f"{name:<11} {value}", WIDTH, initial_indent=INDENT, subsequent_indent=hanging)
