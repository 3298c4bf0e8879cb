"""What a reader selects: plain values that any store turns into its own query language."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from dateline.errors import UsageError

#: The largest page a store hands out at once.
MAX_LIMIT = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which events; values of one field are alternatives, fields add up.

    A *party* is an entity id ("person/min-aung-hlaing"), a country code (ISO 3166 alpha-3) or part of a name.

    Attributes:
        actor, recipient: A party on that side.
        party: A party on either side.
        pair: Two parties, one on each side or both acting together.
        country: Countries (alpha-3) of any party or of the place.
        type, mode, context, modality: PLOVER values.
        since, until: First and last day; an event whose interval touches them counts, an undated one does not.
        place_country: Countries (alpha-3) in which it happened.
        text: Words that a telling document contains; ``"a phrase"`` and ``begin*`` work.
        min_certainty: Between 0 and 1.
        publisher: Publishers of which at least one tells it.
        item_class: Classes of the arms transferred.
        document: Id of a document that tells it.
        limit: Events per page, 1 to 10,000.
        cursor: Where the page before ended (``Page.next``), or None for the first.

    Raises:
        UsageError: a value out of range.
    """

    actor: str | None = None
    recipient: str | None = None
    party: str | None = None
    pair: tuple[str, str] | None = None
    country: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    mode: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    since: dt.date | None = None
    until: dt.date | None = None
    place_country: tuple[str, ...] = ()
    text: str | None = None
    min_certainty: float = 0.0
    publisher: tuple[str, ...] = ()
    item_class: tuple[str, ...] = ()
    document: str | None = None
    limit: int = 50
    cursor: str | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.limit <= MAX_LIMIT:
            raise UsageError(f"limit {self.limit}", f"a page holds 1 to {MAX_LIMIT} events", "follow the cursor")
        if not 0 <= self.min_certainty <= 1:
            raise UsageError(f"min_certainty {self.min_certainty}", "a certainty lies between 0 and 1")
        if self.since and self.until and self.since > self.until:
            raise UsageError(f"since {self.since} until {self.until}", "the first day is after the last")
