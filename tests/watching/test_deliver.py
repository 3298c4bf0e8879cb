from __future__ import annotations

import datetime as dt
import hashlib
import hmac
import json
import socketserver
import threading
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from dateline.pipeline import run
from dateline.query import EventFilter
from dateline.store.sqlite import SqliteStore
from dateline.watching import WatchConfig
from dateline.watching.alerting import start_alerts, write_alerts
from dateline.watching.config import Delivery, SavedQuery
from dateline.watching.deliver import deliver
from record_samples import fake_pipeline, report
from watch_site import Site, Time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ATOM = "{http://www.w3.org/2005/Atom}"


class Desk:
    """A record with one saved query, and one delivery of its news."""

    def __init__(self, store: SqliteStore, time: Time, kind: str, **settings: object) -> None:
        self.store, self.time = store, time
        self.config = WatchConfig(
            feeds=(),
            alerts=(SavedQuery(name="all", filter=EventFilter()),),
            deliveries=(Delivery(name="out", kind=kind, settings=settings),),
        )
        self.days = 0
        start_alerts(store, self.config)

    def happen(self, count: int = 1) -> None:
        """So many events, each of its own day."""
        for _ in range(count):
            self.days += 1
            day = dt.date(2021, 2, 28) + dt.timedelta(days=3 * self.days)
            document = report(f"Day {self.days}. Anders met Bellini.", url=f"http://x/{self.days}?a=1&b")
            self.store.add_document(replace(document, published=day))
        run(self.store, pipeline=fake_pipeline())
        write_alerts(self.store, self.config)

    def send(self) -> tuple[int, str | None]:
        (done,) = deliver(self.store, self.config, self.time.timing)
        return done.sent, done.error


def keys(path: Path) -> list[str]:
    return [json.loads(line)["key"] for line in path.read_text("utf-8").splitlines()]


def end(*_: object) -> None:
    raise SystemExit


# -- files -------------------------------------------------------------------------------------------


def test_lines_that_were_written_but_not_marked_are_not_written_again(
    store: SqliteStore, time: Time, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out" / "alerts.jsonl"
    desk = Desk(store, time, "jsonl", path=str(path))
    desk.happen(3)
    with monkeypatch.context() as killed:
        killed.setattr(SqliteStore, "delivered", end)
        with pytest.raises(SystemExit):
            desk.send()
    assert len(keys(path)) == 3
    desk.happen(2)
    assert desk.send()[1] is None
    assert len(keys(path)) == len(set(keys(path))) == 5


def test_a_line_that_was_cut_off_is_written_anew(store: SqliteStore, time: Time, tmp_path: Path) -> None:
    path = tmp_path / "alerts.jsonl"
    desk = Desk(store, time, "jsonl", path=str(path))
    desk.happen(2)
    waiting = store.outbox("out", time.now())
    path.write_text(waiting[0].record + "\n" + waiting[1].record[:50], "utf-8")
    desk.send()
    assert keys(path) == [each.key for each in waiting]


def test_a_file_that_cannot_be_written_is_tried_again(store: SqliteStore, time: Time, tmp_path: Path) -> None:
    path = tmp_path / "alerts.jsonl"
    path.mkdir()
    desk = Desk(store, time, "jsonl", path=str(path))
    desk.happen()
    assert "cannot write" in (desk.send()[1] or "")
    path.rmdir()
    assert desk.send() == (0, None), "it waits a while"
    time.sleep(40)
    assert desk.send() == (1, None)


def test_an_atom_file_holds_the_latest_first(store: SqliteStore, time: Time, tmp_path: Path) -> None:
    path = tmp_path / "alerts.atom"
    desk = Desk(store, time, "atom", path=str(path), entries=2, title="Talks & arms")
    desk.send()
    assert ET.parse(path).getroot().find(f"{ATOM}entry") is None  # noqa: S314 — we wrote it
    desk.happen(3)
    assert desk.send() == (3, None)
    root = ET.parse(path).getroot()  # noqa: S314 — we wrote it
    assert root.findtext(f"{ATOM}title") == "Talks & arms"
    titles = [entry.findtext(f"{ATOM}title") for entry in root.iter(f"{ATOM}entry")]
    assert titles == [f"new event: CONSULT · Anders → Bellini · 2021-03-0{day}" for day in (9, 6)]
    assert [link.get("href") for link in root.iter(f"{ATOM}link")] == ["http://x/3?a=1&b", "http://x/2?a=1&b"]
    assert list(tmp_path.glob(".alerts*")) == []


def test_more_than_go_in_one_piece(store: SqliteStore, time: Time, tmp_path: Path) -> None:
    path = tmp_path / "alerts.jsonl"
    desk = Desk(store, time, "jsonl", path=str(path))
    desk.happen(230)
    assert desk.send() == (230, None)
    assert len(set(keys(path))) == 230


def test_standard_output(store: SqliteStore, time: Time, capsys: pytest.CaptureFixture[str]) -> None:
    desk = Desk(store, time, "stdout")
    desk.happen(2)
    desk.send()
    desk.send()
    assert len(capsys.readouterr().out.splitlines()) == 2


# -- webhook -----------------------------------------------------------------------------------------


@pytest.fixture
def secret(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("HOOK", "s3cret")
    return "s3cret"


def test_a_webhook_is_signed_and_has_a_key(store: SqliteStore, time: Time, site: Site, secret: str) -> None:
    desk = Desk(store, time, "webhook", url=f"{site.url}/hook", **{"secret-env": "HOOK"})
    desk.happen()
    assert desk.send() == (1, None)
    ((headers, body),) = site.posted
    said = json.loads(body)
    assert headers["Idempotency-Key"] == said["key"]
    signed = f"{headers['Dateline-Timestamp']}.".encode() + body
    assert headers["Dateline-Signature"] == f"v1={hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()}"
    assert said["reports"][0]["url"] == "http://x/1?a=1&b"


def test_a_webhook_that_fails_keeps_the_order(store: SqliteStore, time: Time, site: Site, secret: str) -> None:
    desk = Desk(store, time, "webhook", url=f"{site.url}/hook", **{"secret-env": "HOOK"})
    desk.happen(3)
    answers = iter([204, 503, 204, 204])
    site.post_status = lambda: next(answers)
    assert desk.send() == (1, "the receiver answers 503")
    assert desk.send() == (0, None), "nothing is tried before it is due"
    time.sleep(40)
    assert desk.send() == (2, None)
    made = [json.loads(body)["event"]["when"]["earliest"] for _, body in site.posted]
    assert len(set(made)) == 3


def test_a_message_that_is_refused_does_not_hold_up_the_others(
    store: SqliteStore, time: Time, site: Site, secret: str
) -> None:
    desk = Desk(store, time, "webhook", url=f"{site.url}/hook", **{"secret-env": "HOOK"})
    desk.happen(2)
    first = store.outbox("out", time.now())[0].key
    asked = []

    def status() -> int:
        asked.append(1)
        return 422 if len(asked) != 2 else 204

    site.post_status = status
    assert desk.send() == (1, "the receiver answers 422")
    for _ in range(9):
        time.sleep(10_000)
        desk.send()
    assert len(asked) == 2 + 4, "five attempts in all"
    assert [headers["Idempotency-Key"] for headers, _ in site.posted] != [first]


def test_a_receiver_that_is_not_there(store: SqliteStore, time: Time, secret: str) -> None:
    desk = Desk(store, time, "webhook", url="http://127.0.0.1:9/hook", **{"secret-env": "HOOK"})
    desk.happen()
    assert (desk.send()[1] or "").startswith("no answer")
    assert store.next_delivery(["out"]) is not None


# -- mail --------------------------------------------------------------------------------------------


class Relay(socketserver.StreamRequestHandler):
    """Takes mail, or closes the line after it."""

    mails: list[str]
    hang_up: bool

    def handle(self) -> None:
        self.say("220 relay")
        while line := self.rfile.readline().decode().strip().upper():
            if line.startswith("DATA"):
                self.say("354 go on")
                held = []
                while (line := self.rfile.readline().decode().rstrip("\r\n")) != ".":
                    held.append(line)
                type(self).mails.append("\n".join(held))
                if type(self).hang_up:
                    return
            self.say("221 bye" if line == "QUIT" else "250 ok")

    def say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode())


@pytest.fixture
def relay() -> Iterator[str]:
    Relay.mails, Relay.hang_up = [], False
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Relay) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()


def test_what_waits_goes_in_one_mail(store: SqliteStore, time: Time, relay: str) -> None:
    desk = Desk(store, time, "mail", relay=relay, to=("desk@example.org",), **{"from": "dateline@example.org"})
    desk.happen(2)
    assert desk.send() == (2, None)
    (mail,) = Relay.mails
    assert "Subject: 2 alerts: all" in mail
    assert "To: desk@example.org" in mail
    assert desk.send() == (0, None)


def test_a_mail_that_is_sent_again_has_the_same_id(store: SqliteStore, time: Time, relay: str) -> None:
    desk = Desk(store, time, "mail", relay=relay, to=("desk@example.org",), **{"from": "dateline@example.org"})
    desk.happen()
    Relay.hang_up = True
    assert "relay" in (desk.send()[1] or "")
    Relay.hang_up = False
    desk.happen()
    time.sleep(40)
    assert desk.send() == (2, None)
    assert len(Relay.mails) == 3, "what came meanwhile goes in a mail of its own"
    ids = [line for mail in Relay.mails for line in mail.splitlines() if line.startswith("Message-ID")]
    assert ids[0] == ids[1] != ids[2]
