"""Alerts as an Atom feed (RFC 4287)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from dateline.model import content_id
from dateline.store.watching import Alert
from dateline.watching.wording import body_of, headline

__all__ = ["atom_feed"]

_NAMESPACE = "http://www.w3.org/2005/Atom"
_EPOCH = "1970-01-01T00:00:00+00:00"
#: Characters that XML cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def atom_feed(title: str, entries: Sequence[tuple[Alert, Mapping[str, Any]]]) -> bytes:
    """A whole feed.

    Args:
        title: Of the feed; its id is made of it.
        entries: The alerts with what they say, newest first.
    """
    ET.register_namespace("", _NAMESPACE)
    root = ET.Element(f"{{{_NAMESPACE}}}feed")
    _add(root, "title", title)
    _add(root, "id", f"urn:dateline:{content_id('feed', title)}")
    _add(root, "updated", entries[0][0].made.isoformat() if entries else _EPOCH)
    author = _add(root, "author")
    _add(author, "name", "Dateline")
    for alert, said in entries:
        _entry(root, alert, said)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))


def _entry(root: ET.Element, alert: Alert, said: Mapping[str, Any]) -> None:
    entry = _add(root, "entry")
    _add(entry, "title", headline(alert))
    _add(entry, "id", f"urn:dateline:{alert.key}")
    _add(entry, "updated", alert.made.isoformat())
    _add(entry, "category").set("term", _clean(alert.alert))
    for url in _addresses(said):
        link = _add(entry, "link")
        link.set("rel", "related")
        link.set("href", _clean(url))
    _add(entry, "content", body_of(alert)).set("type", "text")


def _addresses(said: Mapping[str, Any]) -> Iterable[str]:
    return [report["url"] for report in said["reports"] if report["url"]]


def _add(parent: ET.Element, name: str, text: str | None = None) -> ET.Element:
    made = ET.SubElement(parent, f"{{{_NAMESPACE}}}{name}")
    made.text = None if text is None else _clean(text)
    return made


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", text)
