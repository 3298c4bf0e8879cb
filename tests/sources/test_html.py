from __future__ import annotations

import datetime as dt
import time

import pytest

from dateline.errors import EmptySource, MalformedSource, UnsupportedLanguage
from dateline.sources import Hints, read_bytes

BODY = (
    "<p>The defence minister of Arden received the Borland army chief in the capital on Tuesday, and the two agreed to "
    "hold a joint naval exercise in the autumn, a ministry spokeswoman said.</p>"
    "<p>Opposition parties in Borland called the visit a provocation &amp; asked parliament to debate it.</p>"
)
MENU = "<nav><a href='/'>Home</a> <a href='/w'>World</a></nav>"
FOOT = "<footer><p>© 2019 The Arden Post. All rights reserved.</p></footer>"


def page(head: str = "", body: str = "", menu: str = MENU) -> bytes:
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>Army chief visits Arden | The Arden Post</title>{head}</head>"
        f"<body>{menu}<article><h1>Army chief visits Arden</h1>{body}{BODY}</article>{FOOT}</body></html>"
    ).encode()


def read(data: bytes, name: str = "a.html", **hints):
    (item,) = read_bytes(data, name, Hints(**hints))
    return item


def test_the_report_comes_out_without_menu_and_footer_and_paragraphs_are_parted():
    item = read(page())
    assert "said.\n\nOpposition parties in Borland called the visit a provocation & asked" in item.text
    assert "Home" not in item.text
    assert "rights reserved" not in item.text
    assert item.title == "Army chief visits Arden"
    assert item.language == "en"


def test_publisher_and_address_are_what_the_page_states():
    head = '<meta property="og:site_name" content="The Arden Post"><link rel="canonical" href="https://ardenpost.example/a">'
    item = read(page(head))
    assert (item.publisher, item.url) == ("The Arden Post", "https://ardenpost.example/a")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ('<meta property="article:published_time" content="2021-05-04T23:10:00-04:00">', ""),
        ('<meta name="DC.date.issued" content="2021-05-04">', ""),
        (
            '<script type="application/ld+json">{"@type": "Article", "datePublished": "2021-05-04T08:00Z"}</script>',
            "",
        ),
        ("", '<time datetime="2021-05-04T10:00Z">two days ago</time>'),
        ("", '<time class="published" datetime="2021-05-04">x</time><time datetime="2021-05-09">Updated</time>'),
        ("", '<span class="post-date">Published May 4, 2021</span>'),
        ('<link rel="canonical" href="https://ardenpost.example/2021/05/04/army-chief">', ""),
    ],
)
def test_the_day_is_taken_where_the_page_states_it(head, body):
    item = read(page(head, body))
    assert item.published == dt.date(2021, 5, 4)
    assert item.notes[0].startswith("published 2021-05-04: ")


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("", ""),
        ('<meta property="article:modified_time" content="2021-05-04T23:10:00Z">', ""),
        ("", "<p>Arden and Borland signed their first treaty on May 4, 1952, in the harbour fort.</p>"),
        ("", '<time datetime="2021-05-04">a</time><time datetime="2021-05-07">b</time>'),
        ("", '<aside><time datetime="2021-05-04">Other story</time></aside>'),
        ('<meta name="date" content="soon">', ""),
    ],
)
def test_years_in_footers_and_other_dates_are_no_day_of_publication(head, body):
    assert read(page(head, body)).published is None


def test_a_short_page_is_read():
    item = read(b"<html><body><p>The envoy of Arden was expelled on Monday, the ministry said.</p></body></html>")
    assert item.text == "The envoy of Arden was expelled on Monday, the ministry said."


def test_a_fragment_is_read():
    assert read(BODY.encode()).text.startswith("The defence minister")


@pytest.mark.parametrize(
    "body",
    [
        b"<html></html>",
        b"<html><body><form><input name=a></form><a href=x>Home</a></body></html>",
        b"<!DOCTYPE html><html><head><script>var text = 'The envoy left the town on Monday.';</script></head></html>",
        b"<html><body><ul><li><a href=a>Borland seizes a ship</a></li><li><a href=b>Ten</a></li></ul></body></html>",
    ],
)
def test_a_page_without_a_report_is_told(body):
    item = read(body)
    assert isinstance(item.error, EmptySource)
    assert "no main text" in str(item.error)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_any_encoding_is_read(encoding):
    data = page(
        body="<p>The café of the fort — “the Crow” — was closed for the day, guests said on Tuesday.</p>"
    ).decode()
    assert "café of the fort — “the Crow”" in read(data.encode(encoding)).text


def test_the_declared_encoding_is_asked():
    head = '<meta charset="windows-1251">'
    text = "<p>The name of the ship is «Заря», a spokesman of the Arden navy said on Tuesday in the capital.</p>"
    assert "«Заря»" in read(page(head, text).decode().encode("cp1251", "replace")).text


def test_another_language_is_refused_whatever_the_page_declares():
    spanish = (
        "<p>El ministro de Defensa recibió en la capital al jefe del ejército vecino y firmaron un acuerdo naval.</p>"
        * 3
    )
    data = f"<html lang='en'><body><article>{spanish}</article></body></html>".encode()
    assert isinstance(read(data).error, UnsupportedLanguage)


def test_what_the_caller_knows_goes_first():
    item = read(page(), title="Other", published=dt.date(2021, 5, 5), url="https://a.example/x")
    assert (item.title, item.published, item.url) == ("Other", dt.date(2021, 5, 5), "https://a.example/x")


@pytest.mark.parametrize(
    "markup",
    [
        b"<span>" * 1_600_000,
        b"<div>" * 50_000 + BODY.encode() + b"</div>" * 50_000,
        b"<div><div>x</div></div>" * 40_000,
        b"<table><tr><td>" * 200_000,
        b"<a href='" + b"x" * 9_000_000,
        b"<!--" * 1_000_000,
        b"<!-- -->" * 200_000,
        b"<p>&amp;" * 500_000,
        b"<![CDATA[" * 400_000,
    ],
    ids=["spans", "deep", "many", "tables", "attribute", "comments", "closed", "entities", "cdata"],
)
def test_hostile_pages_end_soon(markup):
    start = time.perf_counter()
    items = list(read_bytes(b"<html><body>" + markup, "a.html"))
    assert len(items) == 1
    assert time.perf_counter() - start < 10


def test_too_many_elements_are_named():
    item = read(b"<html><body>" + b"<i>x</i>" * 70_000)
    assert isinstance(item.error, MalformedSource)
    assert "70,002 elements" in str(item.error)


def test_zero_bytes_inside_a_page_do_no_harm():
    item = read(page().replace(b"capital", b"cap\x00ital"))
    assert "capital" in item.text
