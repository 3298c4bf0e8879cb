"""Events as an Atom feed (RFC 4287)."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from dateline.store import EventRow

_ATOM = "http://www.w3.org/2005/Atom"
_NOT_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom_feed(rows: Sequence[EventRow], base: str, query: str) -> str:
    """The feed of a list of events.

    Args:
        rows: The events, newest first.
        base: Address of the server, with a slash at its end.
        query: The filter, as in an address.
    """
    feed = ET.Element("feed", {"xmlns": _ATOM})
    _add(feed, "title", f"Dateline events{f': {query}' if query else ''}")
    _add(feed, "id", f"{base}events?{query}")
    _add(
        feed,
        "updated",
        _moment(max((row.event.when.latest for row in rows if row.event.when), default=dt.date(1970, 1, 1))),
    )
    feed.append(ET.Element("link", {"rel": "self", "href": f"{base}events.atom?{query}"}))
    for row in rows:
        entry = ET.SubElement(feed, "entry")
        event = row.event
        actors, recipients = (", ".join(party.name for party in side) for side in (event.actors, event.recipients))
        _add(entry, "title", f"{event.event_type}: {actors}{f' → {recipients}' if recipients else ''}")
        _add(entry, "id", f"urn:dateline:{event.id}")
        _add(entry, "updated", _moment(event.when.latest if event.when else dt.date(1970, 1, 1)))
        entry.append(ET.Element("link", {"href": f"{base}events/{event.id}"}))
        _add(entry, "summary", f"“{' '.join((row.quote or '').split())}” — {row.publisher or 'no publisher'}")
        author = ET.SubElement(entry, "author")
        _add(author, "name", row.publisher or "no publisher")
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="unicode")


def _add(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = _NOT_XML.sub("\ufffd", text)


def _moment(day: dt.date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
