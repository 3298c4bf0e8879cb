"""Dateline: news reports in, an evidence-linked record of arms flows and diplomacy out.

::

    from dateline import Document, code, open_record

    coding = code(Document.of(text, published=day))        # one report, no database
    with open_record("myanmar.db") as record:              # many reports
        record.add("reports/")
        record.run()
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from dateline.errors import DatelineError
from dateline.model import Coding, Document, Event, EventMention

if TYPE_CHECKING:
    from dateline.query import EventFilter
    from dateline.record import Record, check, code, open_record

__all__ = [
    "Coding",
    "DatelineError",
    "Document",
    "Event",
    "EventFilter",
    "EventMention",
    "Record",
    "check",
    "code",
    "open_record",
]

#: What is imported when it is asked for, because it brings the whole program with it.
_LAZY = {
    "EventFilter": "dateline.query",
    "Record": "dateline.record",
    "check": "dateline.record",
    "code": "dateline.record",
    "open_record": "dateline.record",
}


def __getattr__(name: str) -> Any:
    if name not in _LAZY:
        raise AttributeError(f"module 'dateline' has no attribute {name!r}")
    return getattr(importlib.import_module(_LAZY[name]), name)
