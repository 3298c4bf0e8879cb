"""One HTTP POST with the standard library: bounded in time and size, redirects kept on the same server."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import Message
from functools import cache
from typing import Any, cast
from urllib.error import URLError
from urllib.parse import urljoin, urlsplit
from urllib.request import HTTPHandler, HTTPSHandler, OpenerDirector, ProxyHandler, Request, UnknownHandler

from dateline.coding.llm.endpoint import origin
from dateline.coding.llm.trouble import Trouble, Unreachable

#: Bytes of an answer beyond which it is not read on.
LARGEST = 4_000_000
_REDIRECTS = {301, 302, 307, 308}
_MOST_REDIRECTS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What came back: status, headers, and the body as far as it was read."""

    status: int
    headers: Message
    body: bytes


def post(url: str, body: bytes, headers: Mapping[str, str], *, timeout: float, proxies: bool) -> Reply:
    """Send ``body`` and read the whole answer, whatever its status.

    Args:
        url: Where to.
        body: The bytes to send.
        headers: Request headers.
        timeout: Seconds in all, from connecting to the last byte; the other side cannot stretch it by trickling.
        proxies: Use the proxies that the environment names.

    Raises:
        Unreachable: no connection.
        Trouble: too slow, too large, cut short, or redirected to another server.
    """
    ends = time.monotonic() + timeout
    for _ in range(_MOST_REDIRECTS + 1):
        request = Request(url, data=body, headers=dict(headers), method="POST")  # noqa: S310 — http(s) only, see _opener
        reply = _send(request, max(ends - time.monotonic(), 0.001), timeout, proxies)
        if reply.status not in _REDIRECTS:
            return reply
        url = _same_server(url, reply.headers.get("Location", ""))
    raise Trouble("it redirects in circles", "check the address", again=False, fatal=True)


def _same_server(url: str, location: str) -> str:
    """Where a redirect leads, if that is the same scheme, host and port."""
    try:
        target = urljoin(url, location)
        here = origin(target) == origin(url)
        host = urlsplit(target).hostname or "nowhere"
    except ValueError:
        here, host, target = False, "an address that is none", ""
    if not here:
        raise Trouble(
            f"it redirects to another server ({host[:80]!r}), which is refused",
            "if you trust that server, set its address as the base URL",
            again=False,
            fatal=True,
        )
    return target


def _send(request: Request, left: float, timeout: float, proxies: bool) -> Reply:
    watch = _Watch(left)
    slow = Trouble(f"no whole answer within {timeout:g} s", "raise the timeout, or use a faster model")
    try:
        with watch, _opener(watch, proxies).open(request, timeout=left) as response:
            body: bytes = response.read(LARGEST + 1)
            missing = response.length
    except URLError as error:
        raise _unconnected(error, watch, slow) from error
    except (OSError, http.client.HTTPException) as error:
        if watch.over or isinstance(error, TimeoutError):
            raise slow from error
        raise Trouble(f"the connection broke ({type(error).__name__})") from error
    if watch.over:
        raise slow
    if len(body) > LARGEST:
        raise Trouble(f"the answer is larger than {LARGEST:,} bytes")
    if missing:
        raise Trouble("the answer broke off")
    return Reply(status=response.status, headers=response.headers, body=body)


def _unconnected(error: URLError, watch: _Watch, slow: Trouble) -> Trouble:
    """Why there was no connection, or why it broke while the request was sent."""
    if watch.connected:
        return slow if watch.over or isinstance(error.reason, TimeoutError) else Trouble("the connection broke")
    reason = "no connection in time" if isinstance(error.reason, TimeoutError) else f"no connection: {error.reason}"
    return Unreachable(reason, "check the address, and that the server runs")


class _Watch:
    """Shuts a connection once its time is over, even if bytes keep trickling in.

    Args:
        seconds: How much time there is.
    """

    def __init__(self, seconds: float) -> None:
        self.over = False
        self.connected = False
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._timer = threading.Timer(seconds, self._end)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()

    def guard(self, connection: socket.socket) -> None:
        """Shut this connection when time is over."""
        self.connected = True
        with self._lock:
            self._sockets.append(connection)
        if self.over:
            self._end()

    def _end(self) -> None:
        self.over = True
        with self._lock:
            for connection in self._sockets:
                try:
                    socket.socket.shutdown(connection, socket.SHUT_RDWR)  # not that of TLS, which would say goodbye
                except OSError:
                    continue  # closed already


class _Guarded(http.client.HTTPConnection):
    def __init__(self, host: str, *, watch: _Watch, **more: Any) -> None:
        super().__init__(host, **more)
        self._watch = watch

    def connect(self) -> None:
        super().connect()
        self._watch.guard(self.sock)


class _GuardedTls(http.client.HTTPSConnection):
    def __init__(self, host: str, *, watch: _Watch, **more: Any) -> None:
        super().__init__(host, **more)
        self._watch = watch

    def connect(self) -> None:
        super().connect()
        self._watch.guard(cast("socket.socket", self.sock))


class _Http(HTTPHandler):
    def __init__(self, watch: _Watch) -> None:
        super().__init__()
        self._watch = watch

    def http_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(cast("Any", _Guarded), req, watch=self._watch)


class _Https(HTTPSHandler):
    def __init__(self, watch: _Watch) -> None:
        super().__init__(context=_context())
        self._watch = watch

    def https_open(self, req: Request) -> http.client.HTTPResponse:
        return self.do_open(cast("Any", _GuardedTls), req, watch=self._watch, context=_context())


@cache
def _context() -> ssl.SSLContext:
    return ssl.create_default_context()


def _opener(watch: _Watch, proxies: bool) -> OpenerDirector:
    """An opener for http and https alone that follows no redirect and raises for no status."""
    opener = OpenerDirector()
    opener.add_handler(ProxyHandler(None if proxies else {}))
    opener.add_handler(UnknownHandler())
    opener.add_handler(_Http(watch))
    opener.add_handler(_Https(watch))
    return opener
