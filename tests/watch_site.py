"""A local site with feeds that tests change, time that passes by waiting, and reports that can be coded.

The stages of ``record_samples`` read the reports, so no model is needed.
"""

from __future__ import annotations

import datetime as dt
import http.server
import random
import threading
import time as real_time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import format_datetime
from typing import Self
from xml.sax.saxutils import escape

from dateline.sources.fetch import Politeness
from dateline.watching import Timing

WORDS = ["harbour", "quiet", "window", "ledger", "bridge", "copper", "lantern", "meadow", "signal", "orchard", "river"]
POLITE = Politeness(pause=0.0, seconds=0.4, max_bytes=200_000)


def text_of(act: str, key: str = "") -> str:
    """A report of more than forty words that says one thing, and else differs from any other."""
    chance = random.Random(f"{act} {key}")  # noqa: S311 — no secret
    filler = (" ".join(chance.choice(WORDS) + str(chance.randrange(1000)) for _ in range(12)) for _ in range(4))
    return f"{act} " + " ".join(f"{words.capitalize()}." for words in filler)


@dataclass(frozen=True, kw_only=True)
class Item:
    """An item of a feed; ``text`` is None where it only announces the page at ``path``."""

    id: str
    day: dt.date | str
    text: str | None = None
    path: str | None = None
    title: str = "A report"


@dataclass
class Answer:
    """What a page answers; ``pause`` is the seconds between two parts of the body."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    pause: float = 0.0


def rss(items: list[Item], host: str, *, encoding: str = "utf-8", declared: str | None = None) -> bytes:
    """A feed of these items, in their order."""
    parts = [f"<?xml version='1.0' encoding='{declared or encoding}'?><rss version='2.0'><channel><title>Wire</title>"]
    for item in items:
        stamp = (
            format_datetime(dt.datetime.combine(item.day, dt.time(9), dt.UTC))
            if not isinstance(item.day, str)
            else item.day
        )
        link = f"<link>{host}{item.path}</link>" if item.path else ""
        told = f"<description>{escape(item.text)}</description>" if item.text else ""
        parts.append(
            f"<item><guid isPermaLink='false'>{item.id}</guid><title>{item.title}</title>{link}{told}"
            f"<pubDate>{stamp}</pubDate></item>"
        )
    return "".join([*parts, "</channel></rss>"]).encode(encoding, "replace")


def page(text: str) -> bytes:
    """A page with one report."""
    return f"<html><body><article><p>{escape(text)}</p></article></body></html>".encode()


class Site:
    """A server on this machine; ``pages`` holds answers by path, or functions that make them."""

    def __init__(self) -> None:
        self.pages: dict[str, Answer | Callable[[], Answer]] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.posted: list[tuple[dict[str, str], bytes]] = []
        self.post_status: Callable[[], int] = lambda: 204
        site = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                site.asked.append((self.path, dict(self.headers)))
                held = site.pages.get(self.path, Answer(status=404))
                answer = held() if callable(held) else held
                if answer.status == 200 and self.headers.get("If-None-Match", "-") == answer.headers.get("ETag"):
                    answer = Answer(status=304)
                try:
                    self._answer(answer)
                except ConnectionError:
                    self.close_connection = True

            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                status = site.post_status()
                if status < 300:
                    site.posted.append((dict(self.headers), body))
                self._answer(Answer(status=status))

            def _answer(self, answer: Answer) -> None:
                self.send_response(answer.status)
                for name, value in (answer.headers | {"Content-Length": str(len(answer.body))}).items():
                    self.send_header(name, value)
                self.end_headers()
                step = max(len(answer.body) // 5, 1) if answer.pause else len(answer.body) or 1
                for start in range(0, len(answer.body), step):
                    self.wfile.write(answer.body[start : start + step])
                    if answer.pause:
                        self.wfile.flush()
                        real_time.sleep(answer.pause)

            def log_message(self, *arguments: object) -> None:
                """Say nothing."""

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.01,))
        self.url = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    def feed(self, *items: Item, path: str = "/feed", **particulars: str) -> None:
        """Serve a feed with these items from now on."""
        body = rss(list(items), self.url, **particulars)
        self.pages[path] = Answer(body=body, headers={"ETag": f'"{hash(body)}"'})


class Time:
    """Time that passes by waiting, and a little by itself, so that slow answers are noticed."""

    def __init__(self, start: float = 1_700_000_000.0) -> None:
        self.skipped = start
        self.began = real_time.monotonic()
        self.waits: list[float] = []

    def now(self) -> float:
        return self.skipped + real_time.monotonic() - self.began

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.skipped += seconds

    @property
    def timing(self) -> Timing:
        return Timing(now=self.now, monotonic=self.now, sleep=self.sleep, chance=lambda: 0.5)
