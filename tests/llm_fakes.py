"""A fake endpoint on this machine that answers as it is told to, and a coder that asks it."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from dateline.coding.llm import LlmCoder, LlmSettings
from dateline.model import Annotations, Coding, Document
from record_samples import FakeAnnotator

JSON = "application/json"


@dataclass
class Reply:
    """What the endpoint sends: ``pause`` seconds between single bytes make it trickle."""

    body: bytes
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    kind: str = JSON
    pause: float = 0.0
    promised: int | None = None


@dataclass
class Asked:
    """What the endpoint was asked."""

    path: str
    headers: dict[str, str]
    payload: dict[str, Any]

    @property
    def report(self) -> dict[str, Any]:
        told: dict[str, Any] = json.loads(self.payload["messages"][-1]["content"])
        return told


class FakeEndpoint:
    """Gives its replies in order, the last one for ever; ``rule`` makes replies from requests instead."""

    def __init__(self) -> None:
        self.replies: list[Reply] = []
        self.rule: Callable[[Asked], Reply] | None = None
        self.asked: list[Asked] = []
        self.stop = threading.Event()
        self.server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"

    def says(self, *replies: Reply | list[Any]) -> FakeEndpoint:
        self.replies = [answer(each) if isinstance(each, list) else each for each in replies]
        return self

    def next_reply(self, asked: Asked) -> Reply:
        self.asked.append(asked)
        if self.rule is not None:
            return self.rule(asked)
        return self.replies.pop(0) if len(self.replies) > 1 else self.replies[0]

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        fake = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                payload = json.loads(self.rfile.read(length))
                reply = fake.next_reply(Asked(self.path, dict(self.headers), payload))
                with contextlib.suppress(OSError):  # the client may have hung up
                    self._send(reply)

            def _send(self, reply: Reply) -> None:
                self.send_response(reply.status)
                for name, value in reply.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Type", reply.kind)
                self.send_header("Content-Length", str(reply.promised or len(reply.body)))
                self.end_headers()
                if not reply.pause:
                    self.wfile.write(reply.body)
                    return
                for at in range(len(reply.body)):
                    if fake.stop.wait(reply.pause):
                        return
                    self.wfile.write(reply.body[at : at + 1])

            def log_message(self, *_: object) -> None:
                pass

        return Handler


def answer(mentions: list[Any], *, tokens: tuple[int, int] | None = (100, 20), finish: str = "stop") -> Reply:
    """A chat completion whose content is a list of mentions."""
    return completion(json.dumps({"mentions": mentions}), tokens=tokens, finish=finish)


def completion(content: Any, *, tokens: tuple[int, int] | None = (100, 20), finish: str = "stop", **more: Any) -> Reply:
    """A chat completion."""
    message = {"role": "assistant", "content": content, **more}
    told: dict[str, Any] = {"choices": [{"index": 0, "message": message, "finish_reason": finish}]}
    if tokens is not None:
        told["usage"] = {"prompt_tokens": tokens[0], "completion_tokens": tokens[1]}
    return Reply(json.dumps(told).encode())


def mention(sentence: int = 0, trigger: str = "condemned", **more: Any) -> dict[str, Any]:
    """A mention as a model writes it: Norway condemned Belarus."""
    told = {
        "sentence": sentence,
        "trigger": trigger,
        "event_type": "ACCUSE",
        "mode": "disapprove",
        "modality": "asserted",
        "actors": [{"text": "Norway", "name": None}],
        "recipients": [{"text": "Belarus", "name": None}],
        "when": None,
        "where": None,
        "attributed_to": None,
        "certainty": 0.9,
    }
    return told | more


@pytest.fixture
def endpoint() -> Iterator[FakeEndpoint]:
    fake = FakeEndpoint()
    thread = threading.Thread(target=fake.server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield fake
    fake.stop.set()
    fake.server.shutdown()
    fake.server.server_close()
    thread.join(5)


@pytest.fixture
def slept() -> list[float]:
    """The waits of the coder under test; nobody really waits."""
    return []


MakeCoder = Callable[..., LlmCoder]


@pytest.fixture
def coder(endpoint: FakeEndpoint, slept: list[float]) -> MakeCoder:
    def make(key: str | None = None, **settings: Any) -> LlmCoder:
        wanted = {"url": endpoint.url, "model": "tiny", "timeout": 5.0} | settings
        return LlmCoder(LlmSettings(**wanted), key, sleep=slept.append)

    return make


def annotated(text: str, **particulars: Any) -> tuple[Document, Annotations]:
    """A document with the sentences between its full stops."""
    document = Document.of(text, id="d1", **particulars)
    (found,) = FakeAnnotator().annotate([document])
    return document, found


def code(coder: LlmCoder, text: str, **particulars: Any) -> Coding:
    """Code a text; each quote is checked."""
    coding = coder.code(*annotated(text, **particulars))
    coding.check(text)
    return coding
