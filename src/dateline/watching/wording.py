"""Alerts as people read them: one line, and a few."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from dateline.store.watching import Alert

__all__ = ["body_of", "headline", "held"]


def held(alert: Alert) -> Mapping[str, Any]:
    """What an alert says."""
    found: Mapping[str, Any] = json.loads(alert.record)
    return found


def headline(alert: Alert) -> str:
    """One line: "new event: CONSULT/visit · Anna Berg → Norland · 2021-06-22"."""
    said = held(alert)
    event = said["event"]
    kind = f"{event['event_type']}/{event['mode']}" if event["mode"] else event["event_type"]
    sides = [", ".join(party["name"] for party in event[side]) for side in ("actors", "recipients")]
    modality = event["modality"] if event["modality"] != "asserted" else None
    parts = (f"{said['kind']}: {kind}", modality, " → ".join(filter(None, sides)), _day(event["when"]))
    return " · ".join(filter(None, parts))


def body_of(alert: Alert) -> str:
    """The quote, who says it, the place, the counts and the reports with their addresses."""
    said = held(alert)
    event = said["event"]
    quote = f"“{' '.join(said['quote'].split())}”" + (f" — {said['publisher']}" if said["publisher"] else "")
    place = event["where"]["name"] if event["where"] else None
    counts = f"{event['mentions']} mentions · {event['documents']} reports · {event['sources']} sources"
    lines = [quote, *([f"in {place}"] if place else []), f"{counts} · certainty {event['certainty']:.2f}"]
    for report in said["reports"]:
        words = filter(None, (report["published"], report["publisher"], report["title"], report["url"]))
        lines.append(" · ".join(words))
    return "\n".join([*lines, f"dateline show {event['id']}"])


def _day(when: Mapping[str, str] | None) -> str | None:
    if when is None:
        return None
    return when["earliest"] if when["earliest"] == when["latest"] else f"{when['earliest']}/{when['latest']}"
