"""Feeds: RSS and Atom by feedparser, JSON Feed by its own keys; an item with a text is a report."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from dateline.errors import EmptySource, MalformedSource, SourceError
from dateline.model import Document
from dateline.model.ids import content_id
from dateline.sources.html import read_html
from dateline.sources.making import make_document
from dateline.sources.records import Hints, Input, Unread
from dateline.text.published import parse_date

__all__ = ["FeedItem", "feed_items", "item_report", "looks_like_feed", "looks_like_json_feed", "read_feed"]

_XML_FEED = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b", re.I)
_JSON_FEED = re.compile(rb"\"version\"\s*:\s*\"https?:\\?/\\?/jsonfeed\.org")
_MARKUP = re.compile(r"<[a-zA-Z/!]")
#: An item with fewer words only announces a report.
FEWEST_WORDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One item of a feed.

    Attributes:
        id: As the feed gives it, else its link, else made of its words.
        published, updated: Days, None where the feed gives none or one that is no date.
        markup: Its longest text as the feed gives it, HTML or plain; "" where there is none.
        note: What was odd about it ("published left out: …"), or None.
    """

    id: str
    title: str | None
    url: str | None
    publisher: str | None
    language: str | None
    published: dt.date | None
    updated: dt.date | None
    markup: str
    note: str | None = None


def looks_like_feed(source: Input) -> bool:
    """Whether the bytes begin like RSS, RDF or Atom."""
    head = source.head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return head.startswith(b"<") and b"<html" not in head.lower() and _XML_FEED.search(head) is not None


def looks_like_json_feed(source: Input) -> bool:
    """Whether the bytes begin like a JSON Feed."""
    return source.head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and _JSON_FEED.search(source.head) is not None


def read_feed(source: Input) -> Iterator[Document | Unread]:
    """Read the items of a feed. One that only announces a report is an Unread that names the report's address.

    Raises:
        MalformedSource: it is no feed.
        EmptySource: it has no item.
    """
    items = feed_items(source.read(), source.name)
    if not items:
        raise EmptySource(f"cannot read {source.name}", "the feed has no item", "try it later")
    for number, item in enumerate(items, start=1):
        try:
            yield item_report(item, f"{source.name} item {number}", source.hints)
        except SourceError as error:
            yield Unread(name=source.name, error=error, position=number)


def item_report(item: FeedItem, name: str, hints: Hints, *, fewest_words: int = FEWEST_WORDS) -> Document:
    """The report that a feed's item holds.

    Raises:
        SourceError: it holds none, or one in another language.
    """
    notes = (item.note,) if item.note else ()
    known = replace(
        hints,
        url=hints.url or item.url,
        title=hints.title or item.title,
        publisher=hints.publisher or item.publisher,
        published=hints.published or item.published,
        format=None,
    )
    if len(item.markup.split()) < fewest_words:
        known_place = (item.url or "").startswith(("http://", "https://"))
        step = f"fetch it: dateline add {item.url}" if known_place else "the feed does not say where it is"
        raise EmptySource(f"cannot read {name}", "it only announces a report", step)
    if not _MARKUP.search(item.markup):
        return make_document(item.markup, name, known, notes=notes)
    page = f"<html><body><article>{item.markup}</article></body></html>".encode("utf-8", "replace")
    (document,) = read_html(Input(name, io.BytesIO(page), known, size=len(page)))
    return replace(document, notes=(*document.notes, *notes))


def feed_items(data: bytes, name: str) -> list[FeedItem]:
    """The items of a feed in its own order.

    Raises:
        MalformedSource: it is neither RSS, Atom nor JSON Feed.
    """
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{"):
        return _json_items(data, name)
    import feedparser

    parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not parsed.get("version") and not parsed.entries:
        why = f"it is no feed: {parsed.get('bozo_exception', 'nothing in it is an item')}"
        raise MalformedSource(f"cannot read {name}", why, "check the address of the feed")
    items = [_xml_item(entry, parsed.feed) for entry in parsed.entries]
    odd = parsed.get("bozo_exception")
    if not isinstance(odd, feedparser.CharacterEncodingOverride):
        return items
    return [
        replace(item, note="; ".join(filter(None, (item.note, f"the feed is wrong on it: {odd}")))) for item in items
    ]


def _xml_item(entry: Any, feed: Any) -> FeedItem:
    texts = [part.get("value") or "" for part in entry.get("content") or ()] + [entry.get("summary") or ""]
    changed = entry["updated"] if "updated" in entry else None  # noqa: SIM401 — .get gives "published" and warns
    published, note = _day(entry.get("published") or entry.get("date") or changed, "published")
    updated, _ = _day(changed, "updated")
    source = entry.get("source") or {}
    return _item(
        id=entry.get("id"),
        title=entry.get("title"),
        url=entry.get("link"),
        publisher=source.get("title") or feed.get("title"),
        language=entry.get("language") or feed.get("language"),
        published=published,
        updated=updated,
        markup=max(texts, key=len),
        note=note,
    )


def _json_items(data: bytes, name: str) -> list[FeedItem]:
    try:
        held = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise MalformedSource(f"cannot read {name}", f"it is no JSON: {error}", "check the address") from error
    if not isinstance(held, dict) or not isinstance(held.get("items"), list):
        raise MalformedSource(f"cannot read {name}", "it has no list of items, as a JSON Feed has", "check the address")
    return [_json_item(item, held) for item in held["items"] if isinstance(item, dict)]


def _json_item(item: dict[str, Any], feed: dict[str, Any]) -> FeedItem:
    published, note = _day(_word(item, "date_published") or _word(item, "date_modified"), "date_published")
    updated, _ = _day(_word(item, "date_modified"), "date_modified")
    return _item(
        id=_word(item, "id"),
        title=_word(item, "title"),
        url=_word(item, "url") or _word(item, "external_url"),
        publisher=_word(feed, "title"),
        language=_word(item, "language") or _word(feed, "language"),
        published=published,
        updated=updated,
        markup=max((_word(item, key) or "" for key in ("content_html", "content_text", "summary")), key=len),
        note=note,
    )


def _item(*, id: str | None, **fields: Any) -> FeedItem:
    known = id or fields["url"] or content_id("item", fields["title"], fields["markup"])
    plain = {key: " ".join(fields[key].split()) or None if fields[key] else None for key in ("title", "publisher")}
    return FeedItem(id=known, **(fields | plain))


def _word(held: dict[str, Any], key: str) -> str | None:
    value = held.get(key)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else None


def _day(stamp: str | None, field: str) -> tuple[dt.date | None, str | None]:
    """The day of a time stamp; with a note where it is no date, or lies ahead by more than a day."""
    if not stamp:
        return None, None
    day = parse_date(stamp)
    if day is None:
        return None, f"{field} left out: {stamp[:40]!r} is no date"
    if day > dt.datetime.now(dt.UTC).date() + dt.timedelta(days=1):
        return None, f"{field} left out: {stamp[:40]!r} lies ahead"
    return day, None
