"""Who met whom: meetings, visits and calls between two states, and other acts of cooperation, with every quote."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateline.model import Event, Party
from dateline.query.filter import EventFilter, country_code
from dateline.store import Counts, MentionRow, Reader
from dateline.vocab.event_types import Quad, event_types

#: The type of meetings, visits and calls.
MEETING = "CONSULT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """One report's words for an event.

    Attributes:
        quote: The sentence.
        attributed_to: Who claims it in the report, or None where the report says so itself.
        published: Day of publication, or None.
    """

    quote: str
    attributed_to: str | None
    publisher: str | None
    published: dt.date | None
    title: str | None
    url: str | None
    document_id: str
    mention_id: str
    certainty: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldEvent:
    """An event with all that tells it, in its own order."""

    event: Event
    tellings: tuple[Telling, ...]

    @property
    def meeting(self) -> bool:
        """Whether it is a meeting, visit or call."""
        return self.event.event_type == MEETING

    @property
    def best(self) -> Telling | None:
        """The surest words, of those that are as sure the first with an address."""
        return max(self.tellings, key=lambda each: (each.certainty, each.url is not None), default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactList:
    """Contacts of a state with another, or with anyone.

    Attributes:
        of, partner: Codes of the states; ``partner`` None for anyone.
        counts: Over all that fit, also those beyond the limit.
        rows: The newest first.
    """

    of: str
    partner: str | None
    first: dt.date | None
    last: dt.date | None
    counts: Counts
    rows: tuple[ToldEvent, ...]


def contacts(
    store: Reader,
    of: str,
    partner: str | None = None,
    *,
    first: dt.date | None = None,
    last: dt.date | None = None,
    meetings_only: bool = False,
    min_certainty: float = 0.0,
    limit: int = 200,
) -> ContactList:
    """Meetings, visits and calls between two states, and other acts of cooperation, newest first.

    Args:
        store: The record.
        of: A state by code or name.
        partner: Another; None for anyone.
        first: First day.
        last: Last day.
        meetings_only: Leave out cooperation that is no meeting, visit or call.
        min_certainty: Leave out what is less sure.
        limit: Events at most.

    Raises:
        UsageError: no such state, or days that are turned round.
    """
    left = country_code(of)
    right = country_code(partner) if partner else None
    wanted = EventFilter(
        pair=(left, right) if right else None,
        party=None if right else left,
        type=(MEETING,) if meetings_only else contact_types(),
        since=first,
        until=last,
        min_certainty=min_certainty,
        limit=limit,
    )
    rows = tuple(told_event(store, row.event) for row in store.events(wanted).rows)
    return ContactList(of=left, partner=right, first=first, last=last, counts=store.count(wanted), rows=rows)


def contact_types() -> tuple[str, ...]:
    """Event types of cooperation, by word or deed; meetings, visits and calls are among them."""
    friendly = (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION)
    return tuple(name for name, kind in event_types().items() if kind.quad in friendly)


def told_event(store: Reader, event: Event) -> ToldEvent:
    """An event with the words of every report that tells it."""
    return ToldEvent(event=event, tellings=tuple(map(_telling, store.event_mentions(event.id))))


def sides(event: Event) -> str:
    """Who and towards whom in words: "Sergei Shoigu (RUS) → Min Aung Hlaing (MMR)"."""
    left, right = (", ".join(map(_party, held)) for held in (event.actors, event.recipients))
    return f"{left} → {right}" if left and right else left or right


def _party(party: Party) -> str:
    return f"{party.name} ({party.country})" if party.country and party.name != party.country else party.name


def _telling(row: MentionRow) -> Telling:
    document, mention = row.document, row.mention
    return Telling(
        quote=" ".join(row.quote.split()),
        attributed_to=mention.attributed_to.text if mention.attributed_to else None,
        publisher=document.publisher,
        published=document.published,
        title=document.title,
        url=document.url,
        document_id=document.id,
        mention_id=mention.id,
        certainty=mention.certainty,
    )
