"""What is news to the saved queries, put into the outbox: a new event, or a new independent source of one told before.

An alert's key is made of the query, the happening and the reports that are a new source of it, so that the same news
has the same key whenever it is found; :mod:`dateline.store.happenings` says what stays when reports are coded anew.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence

from dateline.export.rows import event_object
from dateline.model import Event, content_id
from dateline.store import DocumentHead, Store
from dateline.store.watching import Alert, News
from dateline.watching.config import SavedQuery, WatchConfig

__all__ = ["NEW_EVENT", "NEW_SOURCE", "start_alerts", "write_alerts"]

NEW_EVENT, NEW_SOURCE = "new event", "new source"


def start_alerts(store: Store, config: WatchConfig) -> None:
    """Hold what comes in from now on against the queries; what is in the record already is not news."""
    for alert in config.alerts:
        store.start_alert(alert.name)


def write_alerts(store: Store, config: WatchConfig) -> int:
    """Put what is news into the outbox, one transaction for each query; how many messages are new."""
    return sum(_write(store, alert, config.targets(alert)) for alert in config.alerts)


def _write(store: Store, alert: SavedQuery, targets: Sequence[str]) -> int:
    seen, found = store.news(alert.name, alert.filter)
    messages = [(news, _message(store, alert, news) if news.told else None) for news in found]
    return store.save_alerts(alert.name, seen, messages, targets)


def _message(store: Store, alert: SavedQuery, news: News) -> Alert:
    made = dt.datetime.now(dt.UTC).replace(microsecond=0)
    kind = NEW_SOURCE if news.known else NEW_EVENT
    key = content_id("alert", alert.name, news.happening, kind, *(news.documents if news.known else ()))
    rows = store.event_mentions(news.event.id)  # none where another process fuses it anew just now
    quoted = next((row for row in rows if row.document.id in news.documents), rows[0] if rows else None)
    record = {
        "key": key,
        "kind": kind,
        "alert": alert.name,
        "filter": alert.filter.to_query(),
        "made": made.isoformat(),
        "happening": news.happening,
        "event": _event(news.event),
        "quote": quoted.quote if quoted else "",
        "publisher": quoted.document.publisher if quoted else None,
        "reports": [_report(head) for head in store.told_by(news.event.id) if head.id in news.documents],
    }
    return Alert(key=key, alert=alert.name, record=json.dumps(record, ensure_ascii=False), made=made)


def _event(event: Event) -> dict[str, object]:
    """As ``dateline events`` writes it, without the reasons and the places of the words."""
    held = {name: value for name, value in event_object(event).items() if name not in ("because", "mention_ids")}
    for side in ("actors", "recipients"):
        held[side] = [{name: party[name] for name in ("name", "id", "country", "sector")} for party in held[side]]
    return held


def _report(head: DocumentHead) -> dict[str, str | None]:
    return {
        "id": head.id,
        "title": head.title,
        "publisher": head.publisher,
        "published": head.published.isoformat() if head.published else None,
        "url": head.url,
    }
