from __future__ import annotations

import datetime as dt
import json

import pytest

from dateline import Document
from dateline.errors import MalformedSource
from dateline.sources import Unread, read_bytes
from dateline.sources.feed import feed_items

BODY = (
    "The foreign minister of Norland met her Sudland counterpart in the port of Halm on Tuesday. They talked about "
    "grain, fuel and the border for two hours, and a joint statement said that the next round would be held in Tresk "
    "in the autumn, where the two presidents are expected to sign an agreement on fishing rights."
)
RSS = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Norland Wire</title>
<item><title>Ministers meet</title><link>https://wire.example/1</link><guid>w1</guid>
<pubDate>Tue, 02 May 2023 09:00:00 +0000</pubDate><description>&lt;p&gt;{BODY}&lt;/p&gt;</description></item>
<item><title>Short</title><link>https://wire.example/2</link><description>More soon.</description></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Norland Wire</title>
<entry><title>Ministers meet</title><id>tag:w1</id><link href="https://wire.example/1"/>
<published>2023-05-02T09:00:00Z</published><updated>2023-05-03T09:00:00Z</updated>
<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"""
JSON = json.dumps(
    {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Norland Wire",
        "items": [
            {"id": 7, "url": "https://wire.example/1", "title": "Ministers meet", "date_published": "2023-05-02",
             "content_text": BODY},
        ],
    }
)  # fmt: skip


@pytest.mark.parametrize("feed", [RSS, ATOM, JSON])
def test_items_with_a_text_are_reports(feed: str) -> None:
    document = next(read_bytes(feed.encode(), "feed"))
    assert isinstance(document, Document)
    assert document.text.startswith("The foreign minister of Norland met")
    assert (document.title, document.publisher, document.url) == (
        "Ministers meet",
        "Norland Wire",
        "https://wire.example/1",
    )
    assert document.published == dt.date(2023, 5, 2)


def test_an_item_that_only_announces_says_what_to_fetch() -> None:
    _, short = read_bytes(RSS.encode(), "feed.rss")
    assert isinstance(short, Unread)
    assert short.position == 2
    assert "dateline add https://wire.example/2" in str(short.error)


def test_ids_days_and_updates_of_items() -> None:
    (item,) = feed_items(ATOM.encode(), "feed")
    assert (item.id, item.published, item.updated) == ("tag:w1", dt.date(2023, 5, 2), dt.date(2023, 5, 3))
    (item,) = feed_items(JSON.encode(), "feed")
    assert item.id == "7"


@pytest.mark.parametrize(("stamp", "why"), [("soon", "is no date"), ("2087-01-01T00:00:00Z", "lies ahead")])
def test_days_that_cannot_be_are_left_out_and_told(stamp: str, why: str) -> None:
    (item,) = feed_items(ATOM.replace("2023-05-02T09:00:00Z", stamp).encode(), "feed")
    assert item.published is None
    assert item.note is not None
    assert why in item.note


def test_what_is_no_feed() -> None:
    with pytest.raises(MalformedSource, match="it is no feed"):
        feed_items(b"<html><body><p>Hello</p></body></html>", "page")
    with pytest.raises(MalformedSource, match="no list of items"):
        feed_items(b'{"version": "https://jsonfeed.org/version/1"}', "feed")
    (empty,) = read_bytes(RSS.partition("<item>")[0].encode() + b"</channel></rss>", "feed")
    assert isinstance(empty, Unread)
    assert "has no item" in str(empty.error)


def test_entities_do_not_grow() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "x">{levels}]>' + RSS.partition("?>")[2].replace(
        "Ministers meet", "&e11;"
    )
    found = list(read_bytes(bomb.encode(), "feed"))
    assert all(len(str(getattr(each, "title", "") or "")) < 10_000 for each in found)
