"""Lists of events: the filter in the address, facets that change it, and the same filter for other tools."""

from __future__ import annotations

import datetime as dt
import shlex
from dataclasses import dataclass, fields, replace
from typing import Any

from starlette.requests import Request

from dateline.query import EventFilter, EventList
from dateline.store import Facets, Selection
from dateline.web.words import country

#: Filters offered beside a list, in order, with their headings.
_OFFERED = {
    "type": "Type",
    "country": "Country",
    "year": "Year",
    "modality": "Modality",
    "context": "Context",
    "item_class": "Arms",
    "mode": "Mode",
    "publisher": "Publisher",
}
_SHOWN = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One value of a facet: what it is called, how many events have it, where a click leads, whether it is chosen."""

    name: str
    events: int
    href: str
    chosen: bool


def wanted(request: Request) -> EventFilter:
    """The filter that an address holds.

    Raises:
        UsageError: an unknown name or a value that does not fit.
    """
    return EventFilter.from_query(_cleaned(request.url.query))


def _cleaned(query: str) -> str:
    """Without fields that a form sent empty."""
    return "&".join(part for part in query.split("&") if part and not part.endswith("="))


def around(found: EventList, facets: Facets) -> dict[str, Any]:
    """What stands around a list: facets, chosen filters, links to other forms, the same for other tools."""
    held = found.filter
    plain = replace(held, cursor=None)
    query = plain.to_query()
    return {
        "facets": {_OFFERED[name]: _choices(plain, name, facets.by.get(name, {})) for name in _OFFERED},
        "chosen": _chosen(plain),
        "filter": held,
        "plain_query": query,
        "next_query": found.next.to_query() if found.next else None,
        "command": command_line(plain),
        "python": python_line(plain),
    }


def _choices(held: EventFilter, name: str, counts: Any) -> list[Choice]:
    if name == "year":
        return [_year(held, value, events) for value, events in counts.items()]
    chosen = getattr(held, name)
    made = []
    for value, events in list(counts.items())[:_SHOWN]:
        others = tuple(each for each in chosen if each != value)
        new = _with(held, name, others if value in chosen else (*chosen, value))
        label = country(value) if name == "country" else value
        made.append(Choice(name=label, events=events, href=_href(new), chosen=value in chosen))
    return made


def _year(held: EventFilter, year: str, events: int) -> Choice:
    first, last = dt.date(int(year), 1, 1), dt.date(int(year), 12, 31)
    chosen = (held.since, held.until) == (first, last)
    new = replace(held, since=None, until=None) if chosen else replace(held, since=first, until=last)
    return Choice(name=year, events=events, href=_href(new), chosen=chosen)


def _chosen(held: EventFilter) -> list[Choice]:
    """Each filter that is set, with the address without it."""
    made = []
    for field in fields(Selection):
        value = getattr(held, field.name)
        if value == field.default or field.name in ("limit", "cursor"):
            continue
        shown = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
        name = f"{field.name.replace('_', ' ')}: {shown}"
        made.append(Choice(name=name, events=0, href=_href(_with(held, field.name, field.default)), chosen=True))
    return made


def _with(held: EventFilter, name: str, value: Any) -> EventFilter:
    changes: dict[str, Any] = {name: value}
    return replace(held, **changes)


def _href(held: EventFilter) -> str:
    query = held.to_query()
    return f"/events?{query}" if query else "/events"


def command_line(held: EventFilter) -> str:
    """The same list on the command line."""
    words = ["dateline", "events"]
    for field in fields(Selection):
        value = getattr(held, field.name)
        if value == field.default or field.name == "cursor":
            continue
        option = f"--{field.name.replace('_', '-')}"
        if field.name == "pair":
            words += [option, *value]
        else:
            for each in value if isinstance(value, tuple) else (value,):
                words += [option, str(each)]
    return shlex.join(words)


def python_line(held: EventFilter) -> str:
    """The same list in Python."""
    return f'record.events(EventFilter.from_query("{held.to_query()}"))'
