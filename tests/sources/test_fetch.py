from __future__ import annotations

import http.server
import threading
from typing import TYPE_CHECKING

import pytest

from dateline import Document
from dateline.errors import FetchFailed, FetchRefused, TooLargeSource
from dateline.sources import Unread
from dateline.sources.addresses import place_of
from dateline.sources.fetch import Fetcher, Politeness
from dateline.sources.web import read_url

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = (
    b"<html><head><title>Ministers meet</title></head><body><article><p>The defence minister of Norland met his "
    b"Sudland counterpart in the port of Halm on Tuesday, officials of both said.</p></article></body></html>"
)
FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Norland Wire</title><item><title>Ministers meet</title>'
    b"<link>http://%s/page</link><pubDate>Tue, 02 May 2023 09:00:00 +0000</pubDate></item></channel></rss>"
)
ROBOTS = b"User-agent: *\nDisallow: /secret\nCrawl-delay: 7\n"


class Site(http.server.BaseHTTPRequestHandler):
    """A small site: pages, redirects, errors, conditional answers."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        host = self.headers["Host"]
        match self.path:
            case "/robots.txt":
                self.answer(200, ROBOTS)
            case "/page" | "/secret/page":
                if self.headers.get("If-None-Match") == '"v1"':
                    self.answer(304, b"")
                else:
                    self.answer(200, PAGE, ("ETag", '"v1"'), ("Content-Type", "text/html"))
            case "/feed":
                self.answer(200, FEED % host.encode())
            case "/moved":
                self.answer(301, b"", ("Location", "/page"))
            case "/loop":
                self.answer(302, b"", ("Location", "/loop"))
            case "/to-secret":
                self.answer(302, b"", ("Location", "/secret/page"))
            case "/to-file":
                self.answer(302, b"", ("Location", "file:///etc/passwd"))
            case "/busy":
                self.answer(503, b"", ("Retry-After", "120"))
            case "/huge":
                self.answer(200, b"x" * 50_000)
            case _:
                self.answer(404, b"")

    def answer(self, status: int, body: bytes, *headers: tuple[str, str]) -> None:
        self.send_response(status)
        for name, value in (*headers, ("Content-Length", str(len(body)))):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    Site.asked = []
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Site)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


class Clock:
    """Time that passes only by waiting."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.waits: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def fetcher(clock: Clock) -> Iterator[Fetcher]:
    polite = Politeness(private=True, max_bytes=20_000, seconds=5)
    with Fetcher(polite, clock=clock, sleep=clock.sleep) as made:
        yield made


def test_a_page_is_fetched_and_asked_for_only_when_it_changed(site: str, fetcher: Fetcher) -> None:
    answer = fetcher.fetch(f"{site}/page")
    assert answer.body == PAGE
    again = fetcher.fetch(f"{site}/page", etag=answer.etag)
    assert again.body is None
    assert Site.asked == ["/robots.txt", "/page", "/page"]


def test_robots_txt_is_obeyed_also_after_a_redirect(site: str, fetcher: Fetcher) -> None:
    for path in ("/secret/page", "/to-secret"):
        with pytest.raises(FetchRefused, match=r"robots.txt of 127.0.0.1 forbids it"):
            fetcher.fetch(f"{site}{path}")
    assert "/secret/page" not in Site.asked


def test_requests_to_one_host_are_spaced_as_it_asks(site: str, fetcher: Fetcher, clock: Clock) -> None:
    fetcher.fetch(f"{site}/page")
    fetcher.fetch(f"{site}/page")
    assert clock.waits == [2.0, 7.0]


def test_redirects_are_followed_but_not_for_ever_nor_anywhere(site: str, fetcher: Fetcher) -> None:
    assert fetcher.fetch(f"{site}/moved").url == f"{site}/page"
    with pytest.raises(FetchFailed, match="more than 5 redirects"):
        fetcher.fetch(f"{site}/loop")
    with pytest.raises(FetchRefused, match="only http and https"):
        fetcher.fetch(f"{site}/to-file")


def test_errors_say_the_status_and_when_to_come_back(site: str, fetcher: Fetcher) -> None:
    with pytest.raises(FetchFailed) as busy:
        fetcher.fetch(f"{site}/busy")
    assert (busy.value.status, busy.value.retry_after) == (503, 120.0)
    with pytest.raises(FetchFailed) as missing:
        fetcher.fetch(f"{site}/nothing")
    assert missing.value.status == 404
    with pytest.raises(TooLargeSource):
        fetcher.fetch(f"{site}/huge")


def test_a_server_that_is_not_there(clock: Clock, fetcher: Fetcher) -> None:
    with pytest.raises(FetchRefused, match=r"robots.txt of 127.0.0.1 cannot be had"):
        fetcher.fetch("http://127.0.0.1:9/page")


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://10.1.2.3/",
        "http://169.254.169.254/latest/meta-data",
        "http://[::1]/",
        "http://[::ffff:192.168.0.1]/",
        "http://localhost:8000/",
        "http://0.0.0.0/",
        "ftp://127.0.0.1/",
        "file:///etc/passwd",
        "http://user:word@127.0.0.1/",
        "http://",
        "http://127.0.0.1:99999/",
    ],
)
def test_addresses_that_are_not_fetched(url: str) -> None:
    with pytest.raises(FetchRefused):
        place_of(url)


def test_private_addresses_when_allowed() -> None:
    place = place_of("http://127.0.0.1:8000/a#b", private=True)
    assert (place.ip, place.port, place.url) == ("127.0.0.1", 8000, "http://127.0.0.1:8000/a")


def test_a_feed_brings_the_pages_that_it_announces(site: str, fetcher: Fetcher) -> None:
    (document,) = read_url(f"{site}/feed", fetcher)
    assert isinstance(document, Document)
    assert (document.publisher, document.url) == ("Norland Wire", f"{site}/page")
    assert str(document.published) == "2023-05-02"
    assert document.text.startswith("The defence minister of Norland met")


def test_what_cannot_be_fetched_is_told(site: str, fetcher: Fetcher) -> None:
    (item,) = read_url(f"{site}/nothing", fetcher)
    assert isinstance(item, Unread)
    assert "answers 404" in str(item.error)
