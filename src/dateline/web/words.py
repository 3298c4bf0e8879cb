"""Values as words on a page. Everything is plain text; the templates escape it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from urllib.parse import quote

from dateline.model import DatePrecision, Event, EventMention, ImpreciseDate, Party, Place
from dateline.vocab.event_types import event_types
from dateline.vocab.states import state_name

#: What one does, and what several do.
_VERBS: Mapping[str, tuple[str, str]] = {
    "AGREE": ("agrees with", "agree with"),
    "CONSULT": ("consults with", "consult with"),
    "SUPPORT": ("supports", "support"),
    "CONCEDE": ("yields to", "yield to"),
    "COOPERATE": ("cooperates with", "cooperate with"),
    "AID": ("gives aid to", "give aid to"),
    "RETREAT": ("pulls back from", "pull back from"),
    "REQUEST": ("asks", "ask"),
    "ACCUSE": ("accuses", "accuse"),
    "REJECT": ("rejects", "reject"),
    "THREATEN": ("threatens", "threaten"),
    "PROTEST": ("protests against", "protest against"),
    "SANCTION": ("sanctions", "sanction"),
    "MOBILIZE": ("mobilizes against", "mobilize against"),
    "COERCE": ("coerces", "coerce"),
    "ASSAULT": ("attacks", "attack"),
}
_MODALITY = {"future": "to come", "hypothetical": "if", "negated": "denied or not done", "historical": "long ago"}


def kind(event: Event | EventMention) -> str:
    """Type and mode: "CONSULT · visit"."""
    return f"{event.event_type} · {event.mode}" if event.mode else event.event_type


def names(parties: Iterable[Party]) -> str:
    """Names of one side."""
    return ", ".join(dict.fromkeys(party.name for party in parties))


def sentence(event: Event | EventMention) -> str:
    """One sentence that says what the machine made of it."""
    several = len({party.name for party in event.actors}) > 1
    actors, recipients = names(event.actors) or "Somebody", names(event.recipients)
    one, they = _VERBS.get(event.event_type, (event.event_type.lower(),) * 2)
    verb = they if several else one
    if not recipients:
        verb = verb.removesuffix(" with").removesuffix(" to").removesuffix(" against").removesuffix(" from")
    told = _MODALITY.get(str(event.modality))
    return f"{actors} {verb}{f' {recipients}' if recipients else ''}{f' ({told})' if told else ''}"


def interval(held: ImpreciseDate | None) -> str:
    """The day, or what is known of it: "June 2021", "between 2021-06-20 and 2021-06-26"."""
    if held is None:
        return "no date"
    if held.precision is DatePrecision.DAY:
        return held.earliest.isoformat()
    if held.precision is DatePrecision.MONTH:
        return f"{held.earliest:%B %Y}"
    if held.precision is DatePrecision.YEAR:
        return str(held.earliest.year)
    return f"{held.earliest.isoformat()} to {held.latest.isoformat()}"


def is_exact(held: ImpreciseDate | None) -> bool:
    """Whether a day is known."""
    return held is not None and held.precision is DatePrecision.DAY


def place(held: Place | None) -> str:
    """Name and country; how vague it is where it is vague."""
    if held is None:
        return "no place"
    country = f", {state_name(held.country)}" if held.country and state_name(held.country) != held.name else ""
    vague = "" if str(held.precision) in ("city", "facility", "country") else f" ({held.precision})"
    return f"{held.name}{country}{vague}"


def percent(value: float | None) -> str:
    """A share as a whole number of per cent."""
    return "–" if value is None else f"{value:.0%}"


def certainty(value: float) -> str:
    """A certainty in words and number."""
    word = "sure" if value >= 0.8 else "likely" if value >= 0.6 else "doubtful" if value >= 0.4 else "a guess"
    return f"{word} ({value:.2f})"


def day(value: dt.date | None) -> str:
    """A day, or that there is none."""
    return value.isoformat() if value else "no date"


def counts(event: Event) -> str:
    """How often it is told."""
    return f"{many(len(event.mentions), 'mention')} · {many(event.sources, 'source')}"


def many(number: int, word: str) -> str:
    """A number with its noun."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"


def segment(text: str) -> str:
    """Text as one segment of an address, slashes kept."""
    return quote(text, safe="/")


def country(code: str) -> str:
    """A country's name."""
    return state_name(code) or code


def meaning(event_type: str) -> str:
    """What a type of event means."""
    found = event_types().get(event_type)
    return found.definition if found else ""


FILTERS: Mapping[str, Callable[..., Any]] = {
    each.__name__: each
    for each in (
        certainty, counts, country, day, interval, is_exact, kind, many, meaning, names, percent, place, segment,
        sentence,
    )
}  # fmt: skip
