"""Fetching from the web: politely (robots.txt, one request at a time and host) and safely (see ``addresses``).

The connection is made to the very IP address that was checked, so a name that changes between look-up and connection
leads nowhere. Redirects are followed by hand and each is checked like the first address. Proxies of the environment
are not used.
"""

from __future__ import annotations

import email.utils
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self
from urllib.parse import urljoin

import httpx

from dateline.errors import FetchFailed, TooLargeSource
from dateline.sources.addresses import Place, place_of
from dateline.sources.records import MAX_BYTES
from dateline.sources.robots import Robots

__all__ = ["Fetched", "Fetcher", "Politeness"]

AGENT = "dateline"
_REDIRECTS = (301, 302, 303, 307, 308)
_NOT_MODIFIED = 304
_OK = 200
_MOST_REDIRECTS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Politeness:
    """What a fetcher may do.

    Attributes:
        agent: How it names itself; the first word is what robots.txt is asked for.
        pause: Seconds between two requests to one host; more where robots.txt asks for more.
        seconds: Bound for one answer, from first byte to last.
        max_bytes: Bound for one answer.
        private: Allow addresses of private networks and of this machine.
    """

    agent: str = f"{AGENT} (event coder for news; one request at a time)"
    pause: float = 2.0
    seconds: float = 30.0
    max_bytes: int = MAX_BYTES
    private: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """An answer.

    Attributes:
        url: Where it came from in the end.
        body: None when nothing changed since the last time.
        content_type, etag, modified: Headers as sent, for the next conditional request.
    """

    url: str
    body: bytes | None
    content_type: str
    etag: str | None
    modified: str | None


class Fetcher:
    """Fetches addresses one after the other.

    Args:
        politeness: What it may do.
        clock, sleep: Seconds that only grow, and waiting; tests put their own in.
    """

    def __init__(
        self,
        politeness: Politeness | None = None,
        *,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self.politeness = politeness or Politeness()
        self._clock = clock
        self._sleep = sleep
        self._client = httpx.Client(trust_env=False, follow_redirects=False, timeout=self.politeness.seconds)
        self._robots = Robots(AGENT, self._robots_txt, clock)
        self._free_at: dict[str, float] = {}

    def close(self) -> None:
        """Close connections."""
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def fetch(self, url: str, *, etag: str | None = None, modified: str | None = None) -> Fetched:
        """Fetch one address.

        Args:
            url: An http or https address.
            etag: Of the last answer; the server is asked only for what changed since.
            modified: The same by date.

        Raises:
            FetchRefused: robots.txt forbids it, or it may not be fetched.
            FetchFailed: no answer in time, or an error.
            TooLargeSource: the answer is too large.
        """
        asked = {"If-None-Match": etag, "If-Modified-Since": modified}
        headers = {name: value for name, value in asked.items() if value}
        at = url
        for _ in range(_MOST_REDIRECTS + 1):
            place = place_of(at, private=self.politeness.private)
            delay = self._robots.ask(place)
            answer = self._get(place, headers, max(self.politeness.pause, delay))
            if answer.status not in _REDIRECTS or not answer.location:
                return _fetched(answer, url)
            at = urljoin(at, answer.location)
        raise FetchFailed(f"cannot fetch {url}", f"more than {_MOST_REDIRECTS} redirects", "check it in a browser")

    def _robots_txt(self, place: Place) -> tuple[int, str]:
        answer = self._get(place, {}, self.politeness.pause)
        return answer.status, answer.body.decode("utf-8", "replace")

    def _get(self, place: Place, headers: dict[str, str], pause: float) -> _Answer:
        self._wait(place.host)
        try:
            return self._request(place, headers)
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            why = str(error) or type(error).__name__
            raise FetchFailed(f"cannot fetch {place.url}", f"no answer: {why}", "try it later") from error
        finally:
            self._free_at[place.host] = self._clock() + pause

    def _wait(self, host: str) -> None:
        left = self._free_at.get(host, 0.0) - self._clock()
        if left > 0:
            self._sleep(left)

    def _request(self, place: Place, headers: dict[str, str]) -> _Answer:
        """One request to the checked IP address under the host's own name."""
        address = httpx.URL(place.url)
        sent = {"User-Agent": self.politeness.agent, "Host": address.netloc.decode("ascii"), **headers}
        direct = address.copy_with(host=place.ip)
        until = self._clock() + self.politeness.seconds
        with self._client.stream("GET", direct, headers=sent, extensions={"sni_hostname": place.host}) as response:
            body = b""
            for block in response.iter_bytes():  # as they come, so that a slow server is noticed
                body += block
                if len(body) > self.politeness.max_bytes:
                    why = f"the answer has more than the {self.politeness.max_bytes:,} bytes that one report may have"
                    raise TooLargeSource(f"cannot fetch {place.url}", why, "raise the limit")
                if self._clock() > until:
                    why = f"the answer took more than {self.politeness.seconds:g} seconds"
                    raise FetchFailed(f"cannot fetch {place.url}", why, "try it later")
            return _Answer(place=place, status=response.status_code, headers=response.headers, body=body)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    place: Place
    status: int
    headers: httpx.Headers
    body: bytes

    @property
    def location(self) -> str | None:
        found: str | None = self.headers.get("Location")
        return found


def _fetched(answer: _Answer, url: str) -> Fetched:
    if answer.status not in (_OK, _NOT_MODIFIED):
        raise FetchFailed(
            f"cannot fetch {url}",
            f"its server answers {answer.status}",
            "check it in a browser",
            status=answer.status,
            retry_after=_seconds(answer.headers.get("Retry-After")),
        )
    return Fetched(
        url=answer.place.url,
        body=None if answer.status == _NOT_MODIFIED else answer.body,
        content_type=answer.headers.get("Content-Type", ""),
        etag=answer.headers.get("ETag"),
        modified=answer.headers.get("Last-Modified"),
    )


def _seconds(stamp: str | None) -> float | None:
    """Seconds of a Retry-After header, which holds seconds or a date."""
    if not stamp:
        return None
    if stamp.strip().isdigit():
        return float(stamp)
    try:
        at = email.utils.parsedate_to_datetime(stamp)
    except (TypeError, ValueError):
        return None
    return max(at.timestamp() - time.time(), 0.0)
