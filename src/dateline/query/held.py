"""Whether a selection has an event that is no longer in the tables; what needs its reports is not asked."""

from __future__ import annotations

from collections.abc import Iterable

from dateline.model import Event, Party
from dateline.store import Selection

__all__ = ["holds"]


def holds(wanted: Selection, event: Event) -> bool:
    """Whether the event has what the selection asks of an event itself; words and publishers are left out."""
    return _values(wanted, event) and _days(wanted, event) and _parties(wanted, event)


def _values(wanted: Selection, event: Event) -> bool:
    place = event.where.country if event.where else None
    item = event.arms.item_class if event.arms else None
    asked: list[tuple[tuple[str, ...], Iterable[str | None]]] = [
        (wanted.type, [event.event_type]),
        (wanted.mode, [event.mode]),
        (wanted.modality, [str(event.modality)]),
        (wanted.context, event.contexts),
        (wanted.place_country, [place]),
        (wanted.item_class, [item]),
        (wanted.country, [place, *(party.country for party in (*event.actors, *event.recipients))]),
    ]
    return event.certainty >= wanted.min_certainty and all(
        not values or set(values) & set(held) for values, held in asked
    )


def _days(wanted: Selection, event: Event) -> bool:
    if event.when is None:
        return wanted.since is None and wanted.until is None
    begins = wanted.until is None or event.when.earliest <= wanted.until
    return begins and (wanted.since is None or event.when.latest >= wanted.since)


def _parties(wanted: Selection, event: Event) -> bool:
    either = (*event.actors, *event.recipients)
    sides = ((wanted.actor, event.actors), (wanted.recipient, event.recipients), (wanted.party, either))
    if not all(word is None or _among(word, parties) for word, parties in sides):
        return False
    if wanted.pair is None:
        return True
    left, right = wanted.pair
    return any(_is(left, one) and _among(right, [other for other in either if other is not one]) for one in either)


def _among(word: str, parties: Iterable[Party]) -> bool:
    return any(_is(word, party) for party in parties)


def _is(word: str, party: Party) -> bool:
    if "/" in word:
        return party.canonical_id == word
    return word in (party.country, party.name) or (not _is_code(word) and word.casefold() in party.name.casefold())


def _is_code(word: str) -> bool:
    return len(word) == len("MMR") and word.isascii() and word.isupper()
