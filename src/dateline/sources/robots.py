"""robots.txt, asked once an hour for each host (RFC 9309: no file allows all, a broken server forbids all)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from dateline.errors import FetchError, FetchRefused, TooLargeSource
from dateline.sources.addresses import Place

#: Seconds for which an answer is good.
_GOOD_FOR = 3_600.0
#: Seconds for which a host that does not answer is left alone.
_SILENT_FOR = 300.0
_LONGEST_DELAY = 60.0
_OK, _SERVER_ERROR = 200, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rules:
    until: float
    parsed: Any = None
    why_not: str | None = None


class Robots:
    """What hosts allow.

    Args:
        agent: The name under which robots.txt is asked.
        fetch: Fetches a place; gives status and text.
        clock: Seconds that only grow.
    """

    def __init__(self, agent: str, fetch: Callable[[Place], tuple[int, str]], clock: Callable[[], float]) -> None:
        self._agent = agent
        self._fetch = fetch
        self._clock = clock
        self._known: dict[tuple[str, str, int], _Rules] = {}

    def ask(self, place: Place) -> float:
        """Seconds that the host wants between two requests.

        Raises:
            FetchRefused: it does not allow this address, or its robots.txt cannot be had.
        """
        key = (place.scheme, place.host, place.port)
        rules = self._known.get(key)
        if rules is None or rules.until <= self._clock():
            rules = self._known[key] = self._rules(place)
        what = f"cannot fetch {place.url}"
        if rules.why_not is not None:
            raise FetchRefused(what, f"the robots.txt of {place.host} cannot be had: {rules.why_not}", "try it later")
        if rules.parsed is None:
            return 0.0
        if not rules.parsed.can_fetch(place.url, self._agent):
            raise FetchRefused(
                what, f"the robots.txt of {place.host} forbids it", "ask its publisher, or save the page"
            )
        return min(float(rules.parsed.crawl_delay(self._agent) or 0.0), _LONGEST_DELAY)

    def _rules(self, place: Place) -> _Rules:
        origin = place.url.split("/", 3)
        try:
            status, text = self._fetch(replace(place, url="/".join((*origin[:3], "robots.txt"))))
        except (FetchError, TooLargeSource) as error:
            return _Rules(until=self._clock() + _SILENT_FOR, why_not=error.why)
        if status >= _SERVER_ERROR:
            return _Rules(until=self._clock() + _SILENT_FOR, why_not=f"the server answers {status}")
        if status != _OK:  # no file, or one that moved: all is allowed
            return _Rules(until=self._clock() + _GOOD_FOR)
        from protego import Protego

        return _Rules(until=self._clock() + _GOOD_FOR, parsed=Protego.parse(text))
