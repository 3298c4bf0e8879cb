"""Feeds that do all that feeds do, polled many times by a watch that is killed and started again."""

from __future__ import annotations

import datetime as dt
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time as real_time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from dateline.model import content_id
from dateline.store import Selection
from dateline.store.sqlite import SqliteStore
from watch_site import Answer, Item, Site, page, rss, text_of

TESTS = Path(__file__).parents[1]
FEEDS = ("/one", "/two", "/three")
ACTS = ("Anders met Bellini.", "Italy accused Portugal.", "Sweden armed Italy with 12 howitzers.")
WINDOW = 25
#: As it is, and as it is said to be.
ENCODINGS = (("utf-8", "utf-8"), ("windows-1252", "windows-1252"), ("windows-1252", "utf-8"), ("utf-8", "us-ascii"))
WRONG_DAYS = ("the day before yesterday", "2999-01-01T00:00:00Z", "31/31/31")


class Press:
    """Three feeds; each answer is made when it is asked for, from what chance brought since the last one.

    Attributes:
        items: All that was ever listed, as it was last, by id.
        texts: Of the reports, by id.
        pulled, gone: Items that a feed dropped, and those whose page is no more.
        answers: How many feeds were answered, by kind of answer.
    """

    def __init__(self, site: Site, seed: int, every: float) -> None:
        self.site = site
        self.chance = random.Random(seed)  # noqa: S311 — no secret
        self.every = every
        self.lock = threading.Lock()
        self.lists: dict[str, list[Item]] = {path: [] for path in FEEDS}
        self.items: dict[str, Item] = {}
        self.texts: dict[str, str] = {}
        self.pulled: set[str] = set()
        self.gone: set[str] = set()
        self.answers: Counter[str] = Counter()
        self.made = 0
        for path in FEEDS:
            site.pages[path] = lambda path=path: self.answer(path)

    def answer(self, path: str) -> Answer:
        with self.lock:
            kind = self.chance.choices(
                ("good", "error", "busy", "slow", "huge", "cut", "nonsense"), (80, 6, 3, 1, 2, 2, 2)
            )[0]
            self.answers[kind] += 1
            match kind:
                case "error":
                    return Answer(status=self.chance.choice((500, 502, 404)))
                case "busy":
                    return Answer(status=503, headers={"Retry-After": "3000"})
                case "slow":
                    return Answer(body=b"<rss>" + b" " * 1_000, pause=0.2)
                case "huge":
                    return Answer(body=b"<rss>" + b"x" * 250_000)
                case "nonsense":
                    return Answer(body=b"\xff\xfe\x00 no feed at all")
            if kind != "cut":
                self.go_on(path)
            held = self.lists[path]
            for item in held:
                self.items[item.id] = item
            encoding, declared = self.chance.choice(ENCODINGS)
            body = rss(held, self.site.url, encoding=encoding, declared=declared)
            if kind == "cut":  # the oldest are missing, which is no withdrawal
                return Answer(body=body[: len(body) - 50])
            return Answer(body=body, headers={"ETag": f'"{hash(body)}"'})

    def go_on(self, path: str) -> None:
        """Something new, something changed, something pulled, or nothing."""
        held = self.lists[path]
        if not held or self.chance.random() < self.every:
            held.insert(0, self.new(path))
        if len(held) > 3 and self.chance.random() < 0.05:
            number = self.chance.randrange(3)
            if held[number].text:
                changed = text_of(self.act(held[number]), f"{held[number].id} {self.chance.random()}")
                held[number] = replace(held[number], text=changed)
                self.texts[held[number].id] = changed
        if len(held) > 8 and self.chance.random() < 0.03:
            gone = held.pop(self.chance.randrange(4, 7))
            self.pulled |= {gone.id} & self.items.keys()
        if len(held) > 12 and held[12].path and self.chance.random() < 0.2:
            self.site.pages[held[12].path] = Answer(status=410)
            self.gone.add(held[12].id)
        del held[WINDOW:]

    def new(self, path: str) -> Item:
        """Every item tells an act of a day of its own, so that each is an event of its own; undated ones tell none."""
        self.made += 1
        day: dt.date | str = dt.date(1990, 1, 1) + dt.timedelta(days=7 * self.made)
        if self.chance.random() < 0.06:
            day = self.chance.choice(WRONG_DAYS)
        item = Item(id=f"n{self.made}", day=day, title="Café")
        text = self.texts[item.id] = text_of(self.act(item), str(self.made))
        item = replace(item, text=text)
        if self.chance.random() < 0.2:
            item = replace(item, text=None, path=f"/pages{path}/{self.made}")
            self.site.pages[item.path or ""] = Answer(body=page(text))
        return item

    @staticmethod
    def act(item: Item) -> str:
        return "Rain fell." if isinstance(item.day, str) else ACTS[int(item.id[1:]) % 3]


CONFIG = """
[[alert]]
name = "meetings"
filter = "type=CONSULT"

[[alert]]
name = "all"
filter = ""
deliver = ["lines", "atom"]

[[delivery]]
name = "lines"
kind = "jsonl"
path = "alerts.jsonl"

[[delivery]]
name = "atom"
kind = "atom"
path = "alerts.atom"
entries = 100000

[[delivery]]
name = "hook"
kind = "webhook"
url = "{url}/hook"
secret-env = "WATCH_TEST_SECRET"
"""


def write_config(folder: Path, site: Site) -> Path:
    feeds = "".join(
        f'[[feed]]\nurl = "{site.url}{path}"\npublisher = "Paper {path[1:]}"\nevery = 600\nallow-private = true\n'
        for path in FEEDS
    )
    path = folder / "feeds.toml"
    path.write_text(feeds + CONFIG.format(url=site.url), "utf-8")
    return path


class Watch:
    """The watch as another process."""

    def __init__(self, folder: Path, site: Site) -> None:
        self.folder, self.record = folder, folder / "record.db"
        self.config = write_config(folder, site)
        self.starts = 0

    def start(self, polls: int) -> subprocess.Popen[str]:
        """Start it at a moment at which everything is due that the last one left."""
        self.starts += 1
        moment = 1_700_000_000 + self.starts * 100_000_000
        command = [sys.executable, str(TESTS / "watching" / "worker.py"), str(self.record), str(self.config)]
        environment = {**os.environ, "PYTHONPATH": str(TESTS), "WATCH_TEST_SECRET": "s3cret"}
        return subprocess.Popen([*command, str(moment), str(polls)], env=environment, text=True, stderr=subprocess.PIPE)

    def run(self, polls: int, *, killed: random.Random | None = None) -> None:
        """So many polls; with ``killed`` it is killed somewhere in or after the last one."""
        worker = self.start(10**6 if killed else polls)
        assert worker.stderr is not None
        done = 0
        while done < polls:
            line = worker.stderr.readline()
            assert line, "the worker ended"
            if not line.startswith("polled"):
                pytest.fail(line + worker.stderr.read())
            done += int(line.split()[1])
        if killed:
            real_time.sleep(killed.random() * 0.05)
            os.kill(worker.pid, signal.SIGKILL)
        _, errors = worker.communicate(timeout=60)
        assert worker.returncode == (-signal.SIGKILL if killed else 0), errors


def go(folder: Path, polls: int, kills: int, every: float, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 — no secret
    with Site() as site:
        site.post_status = lambda: chance.choices((204, 500, 429), (90, 8, 2))[0]
        press = Press(site, seed, every)
        watch = Watch(folder, site)
        for _ in range(kills):
            watch.run(polls // (kills + 1), killed=chance)
        watch.run(polls - kills * (polls // (kills + 1)))
        site.post_status = lambda: 204
        press.chance = _Calm(seed)
        watch.run(3 * len(FEEDS))  # without errors, so that the last of what was listed comes in
        with SqliteStore(watch.record) as store:
            nothing_is_lost(store, press)
            nothing_is_told_twice(store, press, folder, kills)


class _Calm(random.Random):
    """Chance that brings no more errors and nothing new."""

    def choices(self, population: object, *_: object, **__: object) -> list[object]:  # type: ignore[override]
        return [population[0]]  # type: ignore[index]

    def random(self) -> float:
        return 0.999


def nothing_is_lost(store: SqliteStore, press: Press) -> None:
    ids = {content_id("item", press.site.url + path, key): key for path in FEEDS for key in press.items}
    held = {ids[head.id]: head.id for head in store.documents(limit=100_000).rows}
    assert held.keys() == press.items.keys()
    for key, document_id in held.items():
        assert store.document(document_id).text == press.texts[key], key
    overview = store.overview()
    assert (overview.pending, overview.failed, overview.stale) == (0, 0, False)
    withdrawn = {key for key, document_id in held.items() if store.withdrawal(document_id) is not None}
    assert press.pulled <= withdrawn
    assert withdrawn - press.pulled <= press.gone


def nothing_is_told_twice(store: SqliteStore, press: Press, folder: Path, kills: int) -> None:
    events = {row.event.id for row in store.events(Selection(limit=10_000)).rows}
    assert len(events) == sum(not isinstance(item.day, str) for item in press.items.values())
    meetings = {row.event.id for row in store.events(Selection(type=("CONSULT",), limit=10_000)).rows}
    told = [json.loads(line) for line in (folder / "alerts.jsonl").read_text("utf-8").splitlines()]
    keys = [alert["key"] for alert in told]
    assert len(keys) == len(set(keys))
    assert Counter(alert["alert"] for alert in told) == {"all": len(events), "meetings": len(meetings)}
    assert {alert["kind"] for alert in told} == {"new event"}
    assert len({alert["happening"] for alert in told}) == len(events)
    root = ET.parse(folder / "alerts.atom").getroot()  # noqa: S314 — we wrote it
    entries = [each.text for each in root.iter("{http://www.w3.org/2005/Atom}id")]
    assert sorted(entries[1:]) == sorted(f"urn:dateline:{key}" for key in keys)
    posted = Counter(headers["Idempotency-Key"] for headers, _ in press.site.posted)
    assert set(posted) == {alert["key"] for alert in told if alert["alert"] == "meetings"}
    assert sum(posted.values()) - len(posted) <= kills, "twice only where it was killed between arrival and mark"


def test_killed_and_started_again_nothing_is_lost_and_nothing_told_twice(tmp_path: Path) -> None:
    go(tmp_path, polls=40, kills=1, every=0.6, seed=11)


@pytest.mark.slow
def test_a_thousand_polls_killed_five_times(tmp_path: Path) -> None:
    go(tmp_path, polls=1_000, kills=5, every=0.4, seed=7)
