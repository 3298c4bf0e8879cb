"""What every answer carries and every request must: policy, host, token, rate, forms of our own.

The Content-Security-Policy lets pages load only what this server sends: no inline script, no other host. A request
under a foreign host name is refused (DNS rebinding), and so is a form that was not sent from one of our pages
(cross-site request forgery): it must carry the ``Origin`` or ``Sec-Fetch-Site`` of this server.
"""

from __future__ import annotations

import hmac
import time
from collections import defaultdict, deque
from collections.abc import Awaitable, Callable
from urllib.parse import urlsplit

from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp

from dateline.web.failures import failure
from dateline.web.settings import LOCAL, ServeSettings

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}
_READING = ("GET", "HEAD", "OPTIONS")
_MINUTE = 60.0
Next = Callable[[Request], Awaitable[Response]]


class Guard(BaseHTTPMiddleware):
    """Checks requests and marks answers.

    Args:
        app: What is guarded.
        settings: Whom the server answers.
        clock: Seconds that only grow.
    """

    def __init__(self, app: ASGIApp, settings: ServeSettings, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(app)
        self._settings = settings
        self._clock = clock
        self._searches: defaultdict[str, deque[float]] = defaultdict(deque)

    async def dispatch(self, request: Request, call_next: Next) -> Response:
        refused = self._refusal(request)
        response = refused if refused is not None else await call_next(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        return response

    def _refusal(self, request: Request) -> Response | None:
        host = urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
        if host not in self._settings.allowed_names and f"[{host}]" not in self._settings.allowed_names:
            return failure(
                request, 421, f"no page under the name {host}", "the server does not go by it", "--name adds it"
            )
        if self._settings.token and not self._is_local(request) and not self._has_token(request):
            answer = failure(
                request, 401, "not allowed", "the server asks for its token", "send Authorization: Bearer …"
            )
            answer.headers["WWW-Authenticate"] = "Bearer"
            return answer
        if request.method not in _READING:
            return self._refused_change(request)
        if request.url.path.startswith(("/search", "/api/v1/search")) and not self._may_search(request):
            answer = failure(
                request, 429, "too many searches", "a client may search 60 times a minute", "wait a minute"
            )
            answer.headers["Retry-After"] = "60"
            return answer
        return None

    def _refused_change(self, request: Request) -> Response | None:
        if self._settings.read_only:
            return failure(
                request, 403, "nothing can be changed", "the server is read-only", "start it without --read-only"
            )
        if request.headers.get("authorization"):
            return (
                None
                if self._has_token(request)
                else failure(request, 401, "not allowed", "the token is another one", "")
            )
        origin = request.headers.get("origin")
        own = origin is not None and urlsplit(origin).netloc == request.headers.get("host")
        if own or (origin is None and request.headers.get("sec-fetch-site") == "same-origin"):
            return None
        return failure(
            request, 403, "nothing was changed", "the form was not sent from a page of this server", "open it anew"
        )

    def _is_local(self, request: Request) -> bool:
        return request.client is not None and request.client.host in LOCAL and not self._settings.names

    def _has_token(self, request: Request) -> bool:
        kind, _, given = request.headers.get("authorization", "").partition(" ")
        expected = self._settings.token
        return (
            expected is not None and kind.lower() == "bearer" and hmac.compare_digest(given.encode(), expected.encode())
        )

    def _may_search(self, request: Request) -> bool:
        asked = self._searches[request.client.host if request.client else ""]
        now = self._clock()
        while asked and asked[0] < now - _MINUTE:
            asked.popleft()
        if len(asked) >= self._settings.searches_a_minute:
            return False
        asked.append(now)
        return True
